/**
 * V8's code cache of the program's files, from earlier runs of a command or from the build. V8 itself checks whether cached
 * code fits (its version, its flags, the length of the source), but crashes on damaged code. So the content is stored twice
 * and used only if both copies are the same: comparing bytes is quicker than computing any checksum here.
 *
 * Every command runs this module before any cached code. V8 compiles each function here on its first call, and those of
 * Node.js too, so a few large functions are quicker than many small ones.
 */
import { constants, fstatSync, openSync, readSync } from "node:fs";
import { areSame, asciiOf, numberAt } from "../storage/compiled/bytes.ts";

/** The offset and length of each file's compiled code, in bytes. */
export type Places = Readonly<Record<string, readonly [offset: number, length: number]>>;

/** The header of each copy. */
export interface Header {
  readonly key: CodePlace["key"];
  readonly places: Places;
}

/** A file for compiled code. */
export interface CodePlace {
  readonly path: string;
  /** The build and the Node.js that the code must come from. */
  readonly key: string;
  /** The only user who may have written the code, since it gets run; absent beside the program, or without user ids. */
  readonly owner?: number | undefined;
}

/** An open file of compiled code; it stays open until the process ends. */
export interface CodeCache {
  readonly fd: number;
  /** The offset of the second copy. */
  readonly half: number;
  readonly places: Places;
}

/** Bytes before the header: its length (uint32). */
export const FRONT = 4;
/** Bytes reserved for the header with `FRONT`: enough for all files. */
export const MOST_OF_HEADER = 4096;
/** Bytes compared at a time. */
const PIECE = 16 * 1024;

/** Opens a file of compiled code; null if there is none that fits. `scratch` is memory to use. */
export function openCode({ path, key, owner }: CodePlace, scratch: Uint8Array): CodeCache | null {
  try {
    // Non-blocking: if the path is a pipe, nothing can be read, but the open does not wait for a writer.
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    // Bigint, as later code needs that kind: V8 compiles what creates stats for each kind.
    const { uid, mode, size } = fstatSync(fd, { bigint: true });
    if (owner !== undefined && (Number(uid) !== owner || (Number(mode) & 0o022) !== 0)) return null;
    const half = Number(size) / 2;
    const end = readSync(fd, scratch, 0, MOST_OF_HEADER, 0);
    const both = end + readSync(fd, scratch, end, MOST_OF_HEADER, half);
    if (!areSame(scratch.subarray(0, end), scratch.subarray(end, both))) return null;
    // Two equal copies can only come from `encode`.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const header = JSON.parse(asciiOf(scratch, FRONT, Math.min(FRONT + numberAt(scratch, 0), end))) as Header;
    return header.key === key ? { fd, half, places: header.places } : null;
  } catch {
    // There is no such file, it is not a plain file, or it has no valid header.
    return null;
  }
}

/** The compiled code of the file, in `scratch` if it fits there; undefined if there is none or it cannot be read whole. */
export function codeOf({ fd, half, places }: CodeCache, name: string, scratch: Uint8Array): Uint8Array | undefined {
  const place = places[name];
  if (place === undefined) return undefined;
  const [offset, length] = place;
  const rest = scratch.length - PIECE;
  const code = length > rest ? new Uint8Array(length) : scratch.subarray(0, length);
  const piece = scratch.subarray(rest);
  try {
    if (readSync(fd, code, 0, length, offset) < length) return undefined;
    for (let at = 0; at < length; at += PIECE) {
      const own = code.subarray(at, at + PIECE);
      const read = readSync(fd, piece, 0, own.length, half + offset + at);
      if (!areSame(own, read < PIECE ? piece.subarray(0, read) : piece)) return undefined;
    }
    return code;
  } catch {
    return undefined;
  }
}
