/**
 * Columns of numbers. Of a large plan most questions look at few places: they are read page by page, and whole only once
 * several pages were asked for.
 */
import { type Day, dayOfNumber } from "../../core/calendar.ts";
import type { Container } from "./container.ts";
import { missing } from "./damage.ts";

/** Numbers in a page. */
const PAGE_BITS = 11;
const PAGE = 1 << PAGE_BITS;
/** After so many pages all is read. */
const FEW = 8;

type Page = Int32Array | Float64Array;
type Kind = Int32ArrayConstructor | Float64ArrayConstructor;

/** The section of the container as whole numbers. */
export function integers(container: Container, name: string): Numbers {
  return new Numbers(container, name, Int32Array);
}

/** The section of the container as numbers. */
export function floats(container: Container, name: string): Numbers {
  return new Numbers(container, name, Float64Array);
}

export class Numbers {
  readonly length: number;
  private readonly container: Container;
  private readonly name: string;
  private readonly kind: Kind;
  private all: Page | null = null;
  private pages: (Page | undefined)[] = [];
  private read = 0;

  constructor(container: Container, name: string, kind: Kind) {
    this.container = container;
    this.name = name;
    this.kind = kind;
    this.length = container.lengthOf(name) / kind.BYTES_PER_ELEMENT;
    if (this.length <= PAGE) this.all = this.numbers(0, this.length);
  }

  /** The number there; there is one. */
  at(index: number): number {
    const { all } = this;
    return (all === null ? this.pageOf(index)[index & (PAGE - 1)] : all[index]) ?? missing();
  }

  /** Whether the number stands somewhere from one place up to another. */
  has(number: number, from: number, to: number): boolean {
    for (let index = from; index < to; index += 1) if (this.at(index) === number) return true;
    return false;
  }

  /** All of them. */
  get whole(): ArrayLike<number> {
    this.all ??= this.numbers(0, this.length);
    return this.all;
  }

  private pageOf(index: number): Page {
    const number = index >> PAGE_BITS;
    const known = this.pages[number];
    if (known !== undefined) return known;
    if (index < 0 || index >= this.length) missing();
    const page = this.numbers(number * PAGE, Math.min(PAGE, this.length - number * PAGE));
    this.pages[number] = page;
    this.read += 1;
    if (this.read > FEW) this.all = this.numbers(0, this.length);
    return page;
  }

  private numbers(from: number, count: number): Page {
    const { kind } = this;
    const size = kind.BYTES_PER_ELEMENT;
    const { buffer, byteOffset } = this.container.lasting(this.name, from * size, count * size);
    return kind === Int32Array
      ? new Int32Array(buffer, byteOffset, count)
      : new Float64Array(buffer, byteOffset, count);
  }
}

/** Days made from numbers, each once: a plan has many milestones and few days. */
const days = new Map<number, Day>();

/** The day whose number stands there. */
export function dayAt(numbers: Numbers, index: number): Day {
  return dayNumbered(numbers.at(index));
}

/** The day with the number. */
export function dayNumbered(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = dayOfNumber(number);
  days.set(number, day);
  return day;
}
