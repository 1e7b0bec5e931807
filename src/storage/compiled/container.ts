/**
 * A file of named sections that checks itself. It starts with a header that names the program's build, and all its content
 * is stored twice: comparing two copies is quicker than computing any checksum here. A file of another build, or one that
 * is obviously incomplete, counts as missing; damage found later throws `CacheDamage`. Behind the two copies follow the
 * source files that were compiled, byte for byte, for comparison with the files on disk.
 */
import { closeSync, fstatSync, openSync } from "node:fs";
import { asciiOf, numberAt, textOf } from "./bytes.ts";
import { NONBLOCKING_READ } from "./cache-folder.ts";
import { type Copies, fillFrom, readVerified, readWholeVerified, readsSameTwice } from "./copies.ts";
import { CacheDamage } from "./damage.ts";

const MAGIC = "ipplan-d";
/** Bytes before the header: the magic, the length of the header (uint32), the length of one copy (uint32). */
const FRONT = 16;
const AT_HEADER = MAGIC.length;
const AT_HALF = AT_HEADER + 4;
/** Copies up to this size (bytes) are read as a whole; of larger ones, only the sections that are asked for. */
const SMALL = 256 * 1024;
/** Bytes of a large file that are read at a time, into a reused buffer: allocating fresh memory takes longer than reading. */
const WINDOW = 64 * 1024;
/** A read that does not continue near the previous one reads only this many bytes (or its own length, if that is more). */
const NEARBY = 4 * 1024;
/** Sections start at multiples of this offset, so that their numbers can be read in place. */
const ALIGNMENT = 8;

interface Header {
  /** The program's build, and everything else that the format of the sections depends on. */
  readonly key: string;
  /** Unique for each compiled plan and journal; empty in the files kept beside one. */
  readonly id: string;
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

/** The name of a JSON section, with the type of its value. */
export interface JsonSection<Value> {
  readonly name: string;
  /** Never present: it only ties the type to the name. */
  readonly holds?: Value;
}

const HEADER: JsonSection<Header> = { name: "" };

export type Section = Uint8Array | Int32Array | Float64Array;

/** One copy of the file's content, in pieces: joining them would need the same memory again. */
export function encodeContainer(
  { key, id }: Pick<Header, "key" | "id">,
  sections: Readonly<Record<string, Section>>,
): Uint8Array[] {
  const places: Record<string, readonly [number, number]> = {};
  const pieces: Uint8Array[] = [];
  let offset = 0;
  for (const [name, section] of Object.entries(sections)) {
    const bytes = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    places[name] = [offset, bytes.length];
    const padding = paddingOf(bytes.length);
    pieces.push(bytes, new Uint8Array(padding));
    offset += bytes.length + padding;
  }
  const header = Buffer.from(JSON.stringify({ key, id, sections: places } satisfies Header));
  const front = Buffer.alloc(FRONT);
  const all = [front, header, new Uint8Array(paddingOf(FRONT + header.length)), ...pieces];
  front.write(MAGIC, "latin1");
  front.writeUInt32LE(header.length, AT_HEADER);
  front.writeUInt32LE(
    all.reduce((sum, { length }) => sum + length, 0),
    AT_HALF,
  );
  return all;
}

function paddingOf(length: number): number {
  return -length & (ALIGNMENT - 1);
}

/** A file of sections, open for reading. Reading one throws `CacheDamage` if it is missing or its copies differ. */
export class Container {
  readonly id: string;
  private readonly copies: Copies;
  private readonly whole: Uint8Array | null;
  private readonly start: number;
  private readonly sections: Header["sections"];
  private windowStart = 0;
  private windowLength = 0;
  /** One buffer for each copy. */
  private windows: readonly [Uint8Array, Uint8Array] | undefined;

  private constructor(copies: Copies, whole: Uint8Array | null, start: number, { id, sections }: Header) {
    this.copies = copies;
    this.whole = whole;
    this.id = id;
    this.start = start;
    this.sections = sections;
  }

  /**
   * Opens the container at the path; null if there is none, another build made it, or it is visibly damaged. The file stays
   * open, since another process may replace it meanwhile.
   */
  static open(path: string, key: string): Container | null {
    let fd: number | null = null;
    try {
      fd = openSync(path, NONBLOCKING_READ);
      const container = Container.read(fd, key);
      if (container === null) closeSync(fd);
      return container;
    } catch {
      if (fd !== null) closeSync(fd);
      return null;
    }
  }

  private static read(fd: number, key: string): Container | null {
    const size = Number(fstatSync(fd, { bigint: true }).size);
    const front = new Uint8Array(FRONT);
    if (!fillFrom(fd, front, 0) || asciiOf(front, 0, AT_HEADER) !== MAGIC) return null;
    const length = numberAt(front, AT_HEADER);
    const half = numberAt(front, AT_HALF);
    if (half < FRONT + length || size < 2 * half) return null;
    const whole = half <= SMALL ? readWholeVerified(fd, half) : null;
    const beginning = whole ?? readVerified({ fd, half }, 0, new Uint8Array(FRONT + length));
    const header = parse(textOf(beginning, FRONT, FRONT + length), HEADER);
    if (header.key !== key) return null;
    return new Container({ fd, half }, whole, FRONT + length + paddingOf(FRONT + length), header);
  }

  /** Declares that `readSource` will not be called any more, so that the file of a container read as a whole can be closed. */
  release(): void {
    if (this.whole !== null) closeSync(this.copies.fd);
  }

  /** The length of a section in bytes. */
  lengthOf(name: string): number {
    return this.place(name)[1];
  }

  /** Whether the file was read as a whole when it was opened. */
  get isWhole(): boolean {
    return this.whole !== null;
  }

  /** Fills `numbers` from byte offset `from` of the section, up to the section's end. */
  fill(name: string, from: number, numbers: Int32Array | Float64Array): void {
    const [offset, length] = this.place(name);
    const bytes = new Uint8Array(numbers.buffer, 0, Math.min(numbers.byteLength, length - from));
    readVerified(this.copies, this.start + offset + from, bytes);
  }

  /** Bytes of a section that stay valid. If they start at a multiple of eight, they can be read as numbers in place. */
  stableBytes(name: string, from: number, length: number): Uint8Array {
    const at = this.start + this.place(name)[0] + from;
    return this.whole?.subarray(at, at + length) ?? readVerified(this.copies, at, new Uint8Array(length));
  }

  /** Bytes of a section, valid only until the next read, which may overwrite them. */
  bytesView(name: string, from: number, length: number): Uint8Array {
    const at = this.start + this.place(name)[0] + from;
    if (this.whole !== null) return this.whole.subarray(at, at + length);
    if (length > WINDOW / 4) return readVerified(this.copies, at, new Uint8Array(length));
    const window = this.windowOn(at, length);
    return window.subarray(at - this.windowStart, at - this.windowStart + length);
  }

  /** Bytes of a section, decoded as UTF-8. */
  text(name: string, from: number, length: number): string {
    if (this.whole === null && length > WINDOW / 4) return textOf(this.bytesView(name, from, length), 0, length);
    const at = this.start + this.place(name)[0] + from;
    // Decoded straight from the window: a buffer for each text would double the time.
    const held = this.whole ?? this.windowOn(at, length);
    const start = this.whole === null ? at - this.windowStart : at;
    return textOf(held, start, start + length);
  }

  /** The window, filled so that it holds the bytes from offset `at`. Small reads close together share one fill. */
  private windowOn(at: number, length: number): Uint8Array {
    this.windows ??= [new Uint8Array(WINDOW), new Uint8Array(WINDOW)];
    const [window, other] = this.windows;
    const end = this.windowStart + this.windowLength;
    if (at < this.windowStart || at + length > end) {
      const isNext = at >= this.windowStart && at <= end + WINDOW;
      // If reading fails, the window must not look filled to the next call.
      this.windowLength = 0;
      const { fd, half } = this.copies;
      const wanted = Math.min(isNext ? WINDOW : Math.max(length, NEARBY), half - at);
      if (!readsSameTwice(fd, window.subarray(0, wanted), at, other, half + at)) throw new CacheDamage();
      this.windowStart = at;
      this.windowLength = wanted;
    }
    return window;
  }

  /** The value of a section written by `jsonSection`. */
  json<Value>(section: JsonSection<Value>): Value {
    return parse(this.text(section.name, 0, this.lengthOf(section.name)), section);
  }

  /**
   * Fills `bytes` from offset `from` behind the copies; false if the file ends before. These bytes are stored only once,
   * because they are themselves compared with the source files.
   */
  readSource(bytes: Uint8Array, from: number): boolean {
    const { fd, half } = this.copies;
    return fillFrom(fd, bytes, 2 * half + from);
  }

  private place(name: string): readonly [number, number] {
    const place = this.sections[name];
    if (place === undefined) throw new CacheDamage();
    return place;
  }
}

/** Encodes a value as a JSON section. */
export function jsonSection(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** Parses what `jsonSection` wrote. The header's key ensures that the same build wrote it; the section gives the type. */
export function parse<Value>(text: string, _section: JsonSection<Value>): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(text) as Value;
}
