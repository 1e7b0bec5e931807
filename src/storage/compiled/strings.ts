/** Text columns: all texts in one section, with the offset of each (see columns.ts). */
import { textOf } from "./bytes.ts";
import type { Container } from "./container.ts";
import { type Numbers, integers } from "./numbers.ts";

/** 2⁹ texts are read at a time. */
const BITS = 9;
const COUNT = 1 << BITS;

/** A run of consecutive texts. */
interface Page {
  /** All of them as one text if they are ASCII (byte offsets are then text offsets), else null. */
  readonly text: string | null;
  readonly bytes: Uint8Array;
  /** The offset of the first byte in the section. */
  readonly start: number;
}

/** A column written by `textSections`. */
export class Strings {
  readonly count: number;
  private readonly container: Container;
  private readonly name: string;
  private readonly firsts: Numbers;
  private readonly pages: (Page | undefined)[] = [];

  constructor(container: Container, name: string) {
    this.container = container;
    this.name = name;
    this.firsts = integers(container, `${name}.firsts`);
    this.count = this.firsts.length - 1;
  }

  /** Whether this is the text at the index, usually without making a copy. */
  is(index: number, text: string): boolean {
    const page = this.pages[index >> BITS] ?? this.read(index >> BITS);
    if (page.text === null) return this.at(index) === text;
    const first = this.firsts.at(index);
    return this.firsts.at(index + 1) === first + text.length && page.text.startsWith(text, first - page.start);
  }

  at(index: number): string {
    const { text, bytes, start } = this.pages[index >> BITS] ?? this.read(index >> BITS);
    const first = this.firsts.at(index) - start;
    const end = this.firsts.at(index + 1) - start;
    return text === null ? textOf(bytes, first, end) : text.slice(first, end);
  }

  private read(number: number): Page {
    const from = number * COUNT;
    const start = this.firsts.at(from);
    const length = this.firsts.at(Math.min(from + COUNT, this.count)) - start;
    const bytes = this.container.stableBytes(this.name, start, length);
    const text = textOf(bytes, 0, length);
    // As many characters as bytes means ASCII.
    const page = { text: text.length === length ? text : null, bytes, start };
    this.pages[number] = page;
    return page;
  }
}
