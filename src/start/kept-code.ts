/**
 * What V8 made of the program's files in earlier runs of a command, or at the build. V8 itself tells whether it fits (its version, its
 * flags, the length of the source), but crashes on what is damaged. So all is there twice, and counts where both are the
 * same: to compare bytes is quicker than any sum that could be worked out here.
 *
 * Every command runs this before anything that is compiled: V8 compiles each function here when it is called, and so do
 * Node.js's own. Few functions are quicker than small ones.
 */
import { constants, fstatSync, openSync, readSync } from "node:fs";
import { areSame, asciiOf, numberAt } from "../storage/compiled/bytes.ts";

/** Where the compiled form of each file begins, and how long it is. */
export type Places = Readonly<Record<string, readonly [offset: number, length: number]>>;

export interface Header {
  readonly key: CodePlace["key"];
  readonly places: Places;
}

/** Where compiled forms are kept. */
export interface CodePlace {
  readonly path: string;
  /** The build and the Node.js that they must have been compiled by. */
  readonly key: string;
  /** The user who alone may have written them, since they are run; absent where the system has none, and beside the program. */
  readonly owner?: number | undefined;
}

/** A file of compiled forms; it stays open until the process ends. */
export interface KeptCode {
  readonly fd: number;
  /** Where the second copy begins. */
  readonly half: number;
  readonly places: Places;
}

/** The length of the header. */
export const FRONT = 4;
/** Enough for the header of all files. */
export const MOST_OF_HEADER = 4096;
/** What is compared at a time. */
const PIECE = 16 * 1024;

/** What is kept at the place; null where there is nothing that fits. What is read comes into the room. */
export function openCode({ path, key, owner }: CodePlace, room: Uint8Array): KeptCode | null {
  try {
    // Of a pipe in its place nothing can be read, and nobody waits for a writer.
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    // As big integers, since what follows asks for these: V8 compiles what makes one kind.
    const { uid, mode, size } = fstatSync(fd, { bigint: true });
    if (owner !== undefined && (Number(uid) !== owner || (Number(mode) & 0o022) !== 0)) return null;
    const half = Number(size) / 2;
    const end = readSync(fd, room, 0, MOST_OF_HEADER, 0);
    const both = end + readSync(fd, room, end, MOST_OF_HEADER, half);
    if (!areSame(room.subarray(0, end), room.subarray(end, both))) return null;
    // Of what is there twice and the same, the form is what `encode` wrote.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const header = JSON.parse(asciiOf(room, FRONT, Math.min(FRONT + numberAt(room, 0), end))) as Header;
    return header.key === key ? { fd, half, places: header.places } : null;
  } catch {
    // There is none, it is no file, or what stands in it is no header.
    return null;
  }
}

/** The compiled form of the file, in the room where that is large enough; undefined where none is kept that can be read whole. */
export function codeOf({ fd, half, places }: KeptCode, name: string, room: Uint8Array): Uint8Array | undefined {
  const place = places[name];
  if (place === undefined) return undefined;
  const [offset, length] = place;
  const rest = room.length - PIECE;
  const code = length > rest ? new Uint8Array(length) : room.subarray(0, length);
  const piece = room.subarray(rest);
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
