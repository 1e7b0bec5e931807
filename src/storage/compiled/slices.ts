/** Columns of JSON values or texts in one section, of which each entry is read separately. */
import { textSections } from "./columns.ts";
import { type Container, type JsonSection, type Section, parse } from "./container.ts";
import { type Numbers, integers } from "./numbers.ts";

/** The sections of a column with one value for each thing; null takes no bytes. */
export function slicedSections<Thing, Value>(
  { name }: JsonSection<Value>,
  things: Iterable<Thing>,
  valueOf: (thing: Thing) => Value | null,
): Record<string, Section> {
  return textSections(name, jsonOf(things, valueOf));
}

function* jsonOf<Thing>(things: Iterable<Thing>, valueOf: (thing: Thing) => unknown): Generator<string, void> {
  for (const thing of things) {
    const value = valueOf(thing);
    yield value === null ? "" : JSON.stringify(value);
  }
}

/** A text column (see columns.ts), of which each text is read separately. */
export class TextSlices {
  private readonly container: Container;
  private readonly name: string;
  private places: Numbers | undefined;

  constructor(container: Container, name: string) {
    this.container = container;
    this.name = name;
  }

  /** The text at an index. Throws `CacheDamage` if there is none. */
  at(index: number): string {
    this.places ??= integers(this.container, `${this.name}.firsts`);
    const first = this.places.at(index);
    const length = this.places.at(index + 1) - first;
    return length === 0 ? "" : this.container.text(this.name, first, length);
  }
}

/** A column written by `slicedSections`. */
export class Slices<Value> {
  private readonly section: JsonSection<Value>;
  private readonly texts: TextSlices;
  // Queries go from one entry to the next, so remembering the last one is enough.
  private last: { readonly index: number; readonly value: Value } | undefined;

  constructor(container: Container, section: JsonSection<Value>) {
    this.section = section;
    this.texts = new TextSlices(container, section.name);
  }

  /** The value at the index; null if it has none. */
  at(index: number): Value | null {
    if (this.last?.index === index) return this.last.value;
    const text = this.texts.at(index);
    if (text === "") return null;
    const value = parse(text, this.section);
    this.last = { index, value };
    return value;
  }
}
