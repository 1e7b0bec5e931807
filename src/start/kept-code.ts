/**
 * What V8 made of the program's files in earlier runs of a command. V8 itself tells whether it fits (its version, its
 * flags, the length of the source), but crashes on what is damaged. So all is there twice, and counts where both are the
 * same: to compare bytes is quicker than any sum that could be worked out here.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename, dirname } from "node:path";
import { beginFile } from "../storage/compiled/cache-folder.ts";
import type { Room } from "./room.ts";

/** Where the compiled form of each file begins, and how long it is. */
type Places = Readonly<Record<string, readonly [offset: number, length: number]>>;

interface Header {
  /** The build and the Node.js that it was compiled by. */
  readonly key: string;
  readonly places: Places;
}

/** The length of the header. */
const FRONT = 4;
/** Enough for the header of all files. */
const MOST_OF_HEADER = 4096;
const PIECE = 16 * 1024;
/** V8 reads numbers in place. */
const ALIGNMENT = 8;

export class KeptCode {
  private readonly fd: number;
  private readonly half: number;
  private readonly places: Places;
  private readonly piece = Buffer.allocUnsafeSlow(PIECE);

  private constructor(fd: number, half: number, places: Places) {
    this.fd = fd;
    this.half = half;
    this.places = places;
  }

  /** What is kept at the path; null where there is nothing that fits. It stays open until the process ends. */
  static open(path: string, key: string): KeptCode | null {
    try {
      const fd = openSync(path, "r");
      const kept = KeptCode.read(fd, key);
      if (kept === null) closeSync(fd);
      return kept;
    } catch {
      return null;
    }
  }

  private static read(fd: number, key: string): KeptCode | null {
    const stats = fstatSync(fd);
    // It is run: nobody else may have written it.
    const isOwn = process.getuid === undefined || (stats.uid === process.getuid() && (stats.mode & 0o022) === 0);
    if (!isOwn || !stats.isFile() || stats.size % 2 !== 0) return null;
    const half = stats.size / 2;
    const [one, other] = [0, half].map((at) => readAt(fd, Buffer.alloc(Math.min(half, MOST_OF_HEADER)), at));
    if (one === undefined || other === undefined || !one.equals(other)) return null;
    // Of what is there twice and the same, the form is what `encode` wrote.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const header = JSON.parse(one.toString("latin1", FRONT, FRONT + one.readUInt32LE())) as Header;
    return header.key === key ? new KeptCode(fd, half, header.places) : null;
  }

  get names(): readonly string[] {
    return Object.keys(this.places);
  }

  /** The compiled form of the file, in the room; undefined where none is kept, or where it is damaged. */
  get(name: string, room: Room): Buffer | undefined {
    const place = this.places[name];
    if (place === undefined) return undefined;
    const [offset, length] = place;
    const code = readAt(this.fd, room.take(length), offset);
    if (code.length !== length) return undefined;
    for (let at = 0; at < length; at += PIECE) {
      const piece = this.piece.subarray(0, Math.min(PIECE, length - at));
      if (!readAt(this.fd, piece, this.half + offset + at).equals(code.subarray(at, at + PIECE))) return undefined;
    }
    return code;
  }
}

/** Keeps compiled forms at the path, all or none. Where that is not possible, the next run compiles for itself. */
export function keepCode(path: string, key: string, codes: ReadonlyMap<string, Buffer>): void {
  const content = encode(key, codes);
  if (content !== null) beginFile(dirname(path), basename(path))?.finishSafely([content, content]);
}

/**
 * One copy of the file's content; null where its header has no room. The header's own length depends on the numbers in it,
 * so that it gets more room than it needs.
 */
function encode(key: string, codes: ReadonlyMap<string, Buffer>): Buffer | null {
  const room = MOST_OF_HEADER;
  let offset = room;
  const places: Record<string, readonly [number, number]> = {};
  for (const [name, { length }] of codes) {
    places[name] = [offset, length];
    offset += length + (-length & (ALIGNMENT - 1));
  }
  const content = Buffer.alloc(offset);
  const header = JSON.stringify({ key, places } satisfies Header);
  content.writeUInt32LE(header.length);
  if (content.write(header, FRONT, room - FRONT, "latin1") < header.length) return null;
  for (const [name, code] of codes) code.copy(content, places[name]?.[0]);
  return content;
}

function readAt(fd: number, bytes: Buffer, position: number): Buffer {
  return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, position));
}
