/**
 * A file of named sections that checks itself: a header that names the program's build, and all of it twice. To compare
 * two copies is quicker than any sum that could be worked out here. What does not fit is as good as not there; what is
 * found damaged on the way throws `CacheDamage`. Behind the copies stands what was compiled, to be compared with.
 */
import { closeSync, fstatSync, openSync } from "node:fs";
import { asciiOf, numberAt, textOf } from "./bytes.ts";
import { WITHOUT_WAITING } from "./cache-folder.ts";
import { type Copies, compared, isFilled, isTwice, wholeOf } from "./copies.ts";
import { CacheDamage } from "./damage.ts";

const MAGIC = "ipplan-d";
/** Magic, length of the header, length of a copy. */
const FRONT = 16;
const AT_HEADER = MAGIC.length;
const AT_HALF = AT_HEADER + 4;
/** Small copies are read in one go; of large ones only the sections that are asked for. */
const SMALL = 256 * 1024;
/** How much of a large file is read at a time, into memory that is used again: to have more of it takes longer than to read. */
const WINDOW = 64 * 1024;
/** A part that is not asked for soon after the one before it is read with no more than this. */
const NEARBY = 4 * 1024;
/** Sections stand at multiples of it, so that numbers can be read in place. */
const ALIGNMENT = 8;

interface Header {
  /** The program's build and all else that the form of the sections depends on. */
  readonly key: string;
  /** Another one for every file that is made. */
  readonly id: string;
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

/** The name of a section of JSON, and what it holds. */
export interface JsonSection<Value> {
  readonly name: string;
  /** Never there: it ties the type to the name. */
  readonly holds?: Value;
}

const HEADER: JsonSection<Header> = { name: "" };

export type Section = Uint8Array | Int32Array | Float64Array;

/** One copy of the file's content, in pieces: joined they would take their room once more. */
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

export class Container {
  readonly id: string;
  private readonly copies: Copies;
  private readonly whole: Uint8Array | null;
  private readonly start: number;
  private readonly sections: Header["sections"];
  private windowStart = 0;
  private windowLength = 0;
  /** One for each copy. */
  private windows: readonly [Uint8Array, Uint8Array] | undefined;

  private constructor(copies: Copies, whole: Uint8Array | null, start: number, { id, sections }: Header) {
    this.copies = copies;
    this.whole = whole;
    this.id = id;
    this.start = start;
    this.sections = sections;
  }

  /**
   * The container at the path; null where there is none, or one that another build made or that is damaged. The file stays
   * open: it may be replaced meanwhile.
   */
  static open(path: string, key: string): Container | null {
    let fd: number | null = null;
    try {
      fd = openSync(path, WITHOUT_WAITING);
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
    if (!isFilled(fd, front, 0) || asciiOf(front, 0, AT_HEADER) !== MAGIC) return null;
    const length = numberAt(front, AT_HEADER);
    const half = numberAt(front, AT_HALF);
    if (half < FRONT + length || size < 2 * half) return null;
    const whole = half <= SMALL ? wholeOf(fd, half) : null;
    const beginning = whole ?? compared({ fd, half }, 0, new Uint8Array(FRONT + length));
    const header = parse(textOf(beginning, FRONT, FRONT + length), HEADER);
    if (header.key !== key) return null;
    return new Container({ fd, half }, whole, FRONT + length + paddingOf(FRONT + length), header);
  }

  /** Nothing that stands behind the copies will be asked for: what was read whole needs its file no more. */
  release(): void {
    if (this.whole !== null) closeSync(this.copies.fd);
  }

  /** How many bytes a section has. */
  lengthOf(name: string): number {
    return this.place(name)[1];
  }

  /** Whether all of it was read at once. */
  get isWhole(): boolean {
    return this.whole !== null;
  }

  /** Fills the numbers with those that stand from a place on, as far as there are some. */
  fill(name: string, from: number, numbers: Int32Array | Float64Array): void {
    const [offset, length] = this.place(name);
    const bytes = new Uint8Array(numbers.buffer, 0, Math.min(numbers.byteLength, length - from));
    compared(this.copies, this.start + offset + from, bytes);
  }

  /** Bytes out of a section that stay. Those whose place is a multiple of eight can be read as numbers. */
  lasting(name: string, from: number, length: number): Uint8Array {
    const at = this.start + this.place(name)[0] + from;
    return this.whole?.subarray(at, at + length) ?? compared(this.copies, at, new Uint8Array(length));
  }

  /** Bytes out of a section. They are to be used at once: the next part may be read over them. */
  part(name: string, from: number, length: number): Uint8Array {
    const at = this.start + this.place(name)[0] + from;
    if (this.whole !== null) return this.whole.subarray(at, at + length);
    if (length > WINDOW / 4) return compared(this.copies, at, new Uint8Array(length));
    const window = this.windowOn(at, length);
    return window.subarray(at - this.windowStart, at - this.windowStart + length);
  }

  /** The same as text. */
  text(name: string, from: number, length: number): string {
    if (this.whole === null && length > WINDOW / 4) return textOf(this.part(name, from, length), 0, length);
    const at = this.start + this.place(name)[0] + from;
    // The text is made out of the window itself: a buffer for each would take as long again.
    const held = this.whole ?? this.windowOn(at, length);
    const start = this.whole === null ? at - this.windowStart : at;
    return textOf(held, start, start + length);
  }

  /** The window, when it holds the bytes from the place on. Small parts that stand behind each other are read together. */
  private windowOn(at: number, length: number): Uint8Array {
    this.windows ??= [new Uint8Array(WINDOW), new Uint8Array(WINDOW)];
    const [window, other] = this.windows;
    const end = this.windowStart + this.windowLength;
    if (at < this.windowStart || at + length > end) {
      const isNext = at >= this.windowStart && at <= end + WINDOW;
      // What failed is read anew, if it is asked for again.
      this.windowLength = 0;
      const { fd, half } = this.copies;
      const wanted = Math.min(isNext ? WINDOW : Math.max(length, NEARBY), half - at);
      if (!isTwice(fd, window.subarray(0, wanted), at, other, half + at)) throw new CacheDamage();
      this.windowStart = at;
      this.windowLength = wanted;
    }
    return window;
  }

  /** A section that `jsonSection` made. */
  json<Value>(section: JsonSection<Value>): Value {
    return parse(this.text(section.name, 0, this.lengthOf(section.name)), section);
  }

  /** Fills the bytes from what stands behind the copies, and says whether there was enough; once only, so that it proves itself. */
  appended(bytes: Uint8Array, from: number): boolean {
    const { fd, half } = this.copies;
    return isFilled(fd, bytes, 2 * half + from);
  }

  private place(name: string): readonly [number, number] {
    const place = this.sections[name];
    if (place === undefined) throw new CacheDamage();
    return place;
  }
}

/** A value as a section. */
export function jsonSection(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}

/** What `jsonSection` wrote, and the same build (see the header's key). The section tells the type. */
export function parse<Value>(text: string, _section: JsonSection<Value>): Value {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return JSON.parse(text) as Value;
}
