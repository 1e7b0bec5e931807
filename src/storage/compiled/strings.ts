/** Columns of texts: all in one, with the place where each begins. */
import type { Container, Section } from "./container.ts";
import { firstsOf } from "./columns.ts";

/** The sections of a column. */
export function stringSections(name: string, values: readonly string[]): Record<string, Section> {
  return { [name]: Buffer.from(values.join("")), [`${name}.firsts`]: firstsOf(values.map(({ length }) => length)) };
}

/** A column that was stored so. */
export class Strings {
  readonly count: number;
  private readonly text: string;
  private readonly firsts: Int32Array;

  constructor(container: Container, name: string) {
    this.firsts = container.ints(`${name}.firsts`);
    this.count = this.firsts.length - 1;
    const bytes = container.bytes(name);
    // What has as many bytes as characters is ASCII, which is quicker to read so.
    this.text = bytes.toString(bytes.length === this.firsts[this.count] ? "latin1" : "utf8");
  }

  /** Whether the text stands there; no copy of it is made. */
  is(index: number, text: string): boolean {
    const first = this.firsts[index] ?? 0;
    return this.firsts[index + 1] === first + text.length && this.text.startsWith(text, first);
  }

  at(index: number): string {
    return this.text.slice(this.firsts[index], this.firsts[index + 1]);
  }
}
