/**
 * Columns of numbers. Most queries on a large plan look at few entries, or go through them in order. So a few pages are
 * read at a time, into reused memory; after enough page reads the whole column is read.
 */
import { type Day, dayOfNumber } from "../../core/calendar.ts";
import type { Container } from "./container.ts";
import { missing } from "./damage.ts";

/** A page has 2¹² numbers. */
const PAGE_BITS = 12;
const PAGE = 1 << PAGE_BITS;
/** How many pages are held in memory. */
const HELD = 4;
/**
 * The whole column is read after as many page reads as `ROUNDS` passes through it need; a column that is read in random
 * order is read whole after `JUMPS` page reads already.
 */
const ROUNDS = 8;
const JUMPS = 16;

type Page = Int32Array | Float64Array;
type Kind = Int32ArrayConstructor | Float64ArrayConstructor;

/** A column of numbers. */
export interface Numbers {
  readonly length: number;
  /** The number at an index. Throws `CacheDamage` if there is none. */
  readonly at: (place: number) => number;
  /** The whole column. */
  readonly whole: ArrayLike<number>;
}

/** A section of 32-bit integers. */
export function integers(container: Container, name: string): Numbers {
  return numbersOf(container, name, Int32Array, Infinity);
}

/** The same, for a column that is read in random order. */
export function scattered(container: Container, name: string): Numbers {
  return numbersOf(container, name, Int32Array, JUMPS);
}

/** A section of 64-bit floats. */
export function floats(container: Container, name: string): Numbers {
  return numbersOf(container, name, Float64Array, Infinity);
}

/** Whether the number occurs at the indexes from `from` up to `to` (exclusive). */
export function isAmong(numbers: Numbers, number: number, from: number, to: number): boolean {
  for (let place = from; place < to; place += 1) if (numbers.at(place) === number) return true;
  return false;
}

function numbersOf(container: Container, name: string, kind: Kind, most: number): Numbers {
  return container.isWhole
    ? new All(allOf(container, name, kind))
    : new Pages({ container, name, kind }, container.lengthOf(name) / kind.BYTES_PER_ELEMENT, most);
}

function allOf(container: Container, name: string, kind: Kind): Page {
  const { buffer, byteOffset, length } = container.stableBytes(name, 0, container.lengthOf(name));
  const count = length / kind.BYTES_PER_ELEMENT;
  return kind === Int32Array ? new Int32Array(buffer, byteOffset, count) : new Float64Array(buffer, byteOffset, count);
}

/** A small column, or one that has been read whole. */
class All implements Numbers {
  readonly whole: Page;

  constructor(whole: Page) {
    this.whole = whole;
  }

  get length(): number {
    return this.whole.length;
  }

  at(place: number): number {
    return this.whole[place] ?? missing();
  }
}

interface Source {
  readonly container: Container;
  readonly name: string;
  readonly kind: Kind;
}

class Pages implements Numbers {
  readonly length: number;
  private readonly source: Source;
  private all: Page | null = null;
  /** The pages in memory by number, oldest read first. */
  private readonly pages = new Map<number, Page>();
  private last: Page | null = null;
  private lastNumber = -1;
  /** How many more pages may be read before the whole column is. */
  private left: number;

  constructor(source: Source, length: number, most: number) {
    this.source = source;
    this.length = length;
    this.left = Math.min(most, Math.ceil(length / PAGE) * ROUNDS);
  }

  at(place: number): number {
    const { all } = this;
    if (all !== null) return all[place] ?? missing();
    const number = place >> PAGE_BITS;
    const page = number === this.lastNumber ? this.last : this.pageOf(number);
    return page?.[place & (PAGE - 1)] ?? missing();
  }

  get whole(): ArrayLike<number> {
    const { container, name, kind } = this.source;
    this.all ??= allOf(container, name, kind);
    return this.all;
  }

  private pageOf(number: number): Page {
    const page = this.pages.get(number) ?? this.read(number);
    this.last = page;
    this.lastNumber = number;
    return page;
  }

  private read(number: number): Page {
    const { container, name, kind } = this.source;
    const from = number << PAGE_BITS;
    if (from < 0 || from >= this.length) missing();
    this.left -= 1;
    if (this.left === 0) this.all = allOf(container, name, kind);
    const page = this.freePage();
    // Its memory may be the last page's: if reading fails, that page must not look valid.
    this.lastNumber = -1;
    container.fill(name, from * kind.BYTES_PER_ELEMENT, page);
    this.pages.set(number, page);
    return page;
  }

  /** Memory for a page: that of the page read longest ago, once enough are held. */
  private freePage(): Page {
    const [oldest] = this.pages;
    if (oldest === undefined || this.pages.size < HELD) return new this.source.kind(PAGE);
    this.pages.delete(oldest[0]);
    return oldest[1];
  }
}

/** The day whose number (see `numberOfDay`) stands at the index. */
export function dayAt(numbers: Numbers, index: number): Day {
  return dayOfNumber(numbers.at(index));
}
