/** Columns of texts: all in one, with the place where each begins (see columns.ts). */
import { textOf } from "./bytes.ts";
import type { Container } from "./container.ts";
import { type Numbers, integers } from "./numbers.ts";

/** Texts read at a time. */
const BITS = 9;
const COUNT = 1 << BITS;

/** Some texts that stand behind each other. */
interface Page {
  /** All as one text, where they are ASCII: then a place among the bytes is one in the text. */
  readonly text: string | null;
  readonly bytes: Uint8Array;
  /** The place of the first byte in the section. */
  readonly start: number;
}

/** A column that was stored so. */
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

  /** Whether the text stands there; no copy of it is made. */
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
    const bytes = this.container.lasting(this.name, start, length);
    const text = textOf(bytes, 0, length);
    // What has as many bytes as characters is ASCII.
    const page = { text: text.length === length ? text : null, bytes, start };
    this.pages[number] = page;
    return page;
  }
}
