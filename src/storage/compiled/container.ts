/**
 * A file of named sections that checks itself: a header that names the program's build, and a sum for each section.
 * What does not fit is as good as not there; what is found damaged on the way throws `CacheDamage`.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { CacheDamage } from "./damage.ts";
import { sumOf } from "./sum.ts";

const MAGIC = "ipplan-c";
/** Magic, length and sum of the header. */
const FRONT = 16;
/** Small files are read in one go; of large ones only the sections that are asked for. */
const SMALL = 256 * 1024;
/** How much of a large file is read at a time, into memory that is used again: to have more of it takes longer than to read. */
const WINDOW = 16 * 1024;
/** Numbers in sections stand at multiples of their size. */
const ALIGNMENT = 8;

interface Header {
  /** The program's build and all else that the form of the sections depends on. */
  readonly key: string;
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number, sum: number]>>;
}

/** The name of a section of JSON, and what it holds. */
export interface JsonSection<Value> {
  readonly name: string;
  /** Never there: it ties the type to the name. */
  readonly holds?: Value;
}

const HEADER: JsonSection<Header> = { name: "" };

export type Section = Uint8Array | Int32Array | Float64Array;

/** The file's bytes, in pieces, and the sum that `Container.sum` tells. */
export function encodeContainer(
  key: string,
  sections: Readonly<Record<string, Section>>,
): { readonly pieces: readonly Uint8Array[]; readonly sum: number } {
  const places: Record<string, readonly [number, number, number]> = {};
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const [name, section] of Object.entries(sections)) {
    const bytes = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    places[name] = [offset, bytes.length, sumOf(bytes)];
    const padding = -bytes.length & (ALIGNMENT - 1);
    pieces.push(bytes, new Uint8Array(padding));
    offset += bytes.length + padding;
  }
  const header = Buffer.from(JSON.stringify({ key, sections: places } satisfies Header));
  const front = Buffer.alloc(FRONT);
  front.write(MAGIC, "latin1");
  front.writeUInt32LE(header.length, 8);
  const sum = sumOf(header);
  front.writeUInt32LE(sum, 12);
  return { pieces: [front, header, new Uint8Array(-(FRONT + header.length) & (ALIGNMENT - 1)), ...pieces], sum };
}

export class Container {
  /** The sum of the header, and so of all sums in it: two files of the same content have the same. */
  readonly sum: number;
  private readonly fd: number;
  private readonly whole: Buffer | null;
  private readonly start: number;
  private readonly sections: Header["sections"];
  private windowStart = 0;
  private windowLength = 0;
  private windowBytes: Buffer | undefined;

  private constructor(fd: number, whole: Buffer | null, sum: number, start: number, { sections }: Header) {
    this.fd = fd;
    this.whole = whole;
    this.sum = sum;
    this.start = start;
    this.sections = sections;
  }

  /** The container at the path; null where there is none, or one that another build made or that is damaged. */
  static open(path: string, key: string): Container | null {
    let fd: number | null = null;
    try {
      fd = openSync(path, "r");
      const container = Container.read(fd, key);
      // A container that is read in parts keeps its file open until the process ends: it may be replaced meanwhile.
      if (container?.whole !== null) closeSync(fd);
      return container;
    } catch {
      if (fd !== null) closeSync(fd);
      return null;
    }
  }

  private static read(fd: number, key: string): Container | null {
    const { size } = fstatSync(fd);
    const beginning = readAt(fd, 0, Buffer.allocUnsafeSlow(Math.min(size, SMALL)));
    if (beginning.length < FRONT || beginning.toString("latin1", 0, MAGIC.length) !== MAGIC) return null;
    const end = FRONT + beginning.readUInt32LE(8);
    const isWhole = end <= beginning.length;
    const text = isWhole ? beginning.subarray(FRONT, end) : readAt(fd, FRONT, Buffer.allocUnsafeSlow(end - FRONT));
    const sum = beginning.readUInt32LE(12);
    if (sumOf(text) !== sum) return null;
    const header = parse(text, HEADER);
    if (header.key !== key) return null;
    const start = end + (-end & (ALIGNMENT - 1));
    return new Container(fd, size <= SMALL ? beginning : null, sum, start, header);
  }

  /** The bytes of a section, to be used at once (see `part`). */
  bytes(name: string): Buffer {
    const [, length, sum] = this.place(name);
    return this.part(name, 0, length, sum);
  }

  /** Bytes out of a section whose sum is known. They are to be used at once: the next part may be read over them. */
  part(name: string, from: number, length: number, sum: number): Buffer {
    const at = this.start + this.place(name)[0] + from;
    const bytes = this.whole === null ? this.window(at, length) : this.whole.subarray(at, at + length);
    if (bytes.length !== length || sumOf(bytes) !== sum) throw new CacheDamage();
    return bytes;
  }

  /** Bytes of a large file. Small parts that stand behind each other are read together. */
  private window(at: number, length: number): Buffer {
    if (length > WINDOW / 4) return readAt(this.fd, at, Buffer.allocUnsafeSlow(length));
    this.windowBytes ??= Buffer.allocUnsafeSlow(WINDOW);
    if (at < this.windowStart || at + length > this.windowStart + this.windowLength) {
      this.windowStart = at;
      this.windowLength = readAt(this.fd, at, this.windowBytes).length;
    }
    return this.windowBytes.subarray(
      at - this.windowStart,
      Math.min(at - this.windowStart + length, this.windowLength),
    );
  }

  /** A section of whole numbers. */
  ints(name: string): Int32Array {
    const bytes = this.aligned(name);
    return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
  }

  /** A section of numbers. */
  floats(name: string): Float64Array {
    const bytes = this.aligned(name);
    return new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / Float64Array.BYTES_PER_ELEMENT);
  }

  /** Bytes that stay, and begin at a multiple of eight, as sections do in the file; what was read together with others may not. */
  aligned(name: string): Buffer {
    const bytes = this.bytes(name);
    const stays = this.whole !== null || bytes.buffer !== this.windowBytes?.buffer;
    return stays && bytes.byteOffset % ALIGNMENT === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer);
  }

  /** A section that `jsonSection` made. */
  json<Value>(section: JsonSection<Value>): Value {
    return parse(this.bytes(section.name), section);
  }

  private place(name: string): readonly [number, number, number] {
    const place = this.sections[name];
    if (place === undefined) throw new CacheDamage();
    return place;
  }
}

/** A value as a section. */
export function jsonSection(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** What `jsonSection` wrote, once its sum is right: the same build wrote it (see the header's key). The section tells the type. */
export function parse<Value>(bytes: Buffer, _section: JsonSection<Value>): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(bytes.toString("utf8")) as Value;
}

function readAt(fd: number, position: number, bytes: Buffer): Buffer {
  let filled = 0;
  while (filled < bytes.length) {
    const read = readSync(fd, bytes, filled, bytes.length - filled, position + filled);
    if (read === 0) break;
    filled += read;
  }
  return bytes.subarray(0, filled);
}
