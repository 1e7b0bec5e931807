/**
 * A list of many views that are made on demand, in the order in which making them is cheapest, and need not be kept:
 * for a large plan, a list of all views takes more memory and time than anything else.
 */
export class Listing<Item> {
  private readonly make: () => Iterable<Item>;
  private readonly places: ArrayLike<number>;
  private made: readonly Item[] | undefined;

  /** `places` gives the position, from 0, of each item in the order in which `make` makes them. */
  constructor(make: () => Iterable<Item>, places: ArrayLike<number>) {
    this.make = make;
    this.places = places;
  }

  get length(): number {
    return this.places.length;
  }

  /** All items in order; made once and kept. */
  get items(): readonly Item[] {
    this.made ??= this.inOrder();
    return this.made;
  }

  /** Each item with its position, and its number in the order of making. */
  *each(): Generator<readonly [item: Item, place: number, index: number], void> {
    let index = 0;
    for (const item of this.make()) {
      yield [item, Number(this.places[index]), index];
      index += 1;
    }
  }

  /**
   * For each item, by its number in the order of making: the number of its run, from 0. A run is a stretch of positions
   * whose items are made in that same order; runs follow one another.
   */
  get runs(): Int32Array {
    const indices = new Int32Array(this.length);
    for (let index = 0; index < this.length; index += 1) indices[Number(this.places[index])] = index;
    const runs = new Int32Array(this.length);
    let run = 0;
    indices.forEach((index, place) => {
      if (place > 0 && index < Number(indices[place - 1])) run += 1;
      runs[index] = run;
    });
    return runs;
  }

  toJSON(): readonly Item[] {
    return this.items;
  }

  private inOrder(): readonly Item[] {
    const items = Array.from<Item>({ length: this.length });
    for (const [item, place] of this.each()) items[place] = item;
    return items;
  }
}

/** Views that are made on demand and kept: a screen shows only some of those that a document has. */
export interface Views<Item> {
  readonly length: number;
  /** The first `count` of them. */
  readonly first: (count: number) => readonly Item[];
  /** All of them. */
  readonly items: readonly Item[];
  readonly toJSON: () => readonly Item[];
}

/** The views of the things, in the same order. */
export function viewsOf<Thing, Item>(things: readonly Thing[], view: (thing: Thing) => Item): Views<Item> {
  return new MadeViews(things, view);
}

class MadeViews<Thing, Item> implements Views<Item> {
  private readonly things: readonly Thing[];
  private readonly view: (thing: Thing) => Item;
  private readonly made: Item[] = [];

  constructor(things: readonly Thing[], view: (thing: Thing) => Item) {
    this.things = things;
    this.view = view;
  }

  get length(): number {
    return this.things.length;
  }

  get items(): readonly Item[] {
    return this.first(this.length);
  }

  first(count: number): readonly Item[] {
    for (const thing of this.things.slice(this.made.length, count)) this.made.push(this.view(thing));
    return this.made.slice(0, count);
  }

  toJSON(): readonly Item[] {
    return this.items;
  }
}

/** The position of each thing when sorted by number, greatest first; equal ones keep their order. */
export function placesByGreatest(numbers: readonly number[]): Int32Array {
  // For each number, first how many things have it, then the next free position. There are many things but few numbers.
  const next = new Map<number, number>();
  for (const number of numbers) next.set(number, (next.get(number) ?? 0) + 1);
  let first = 0;
  for (const [number, count] of [...next].toSorted(([a], [b]) => b - a)) {
    next.set(number, first);
    first += count;
  }
  return Int32Array.from(numbers, (number) => {
    const place = Number(next.get(number));
    next.set(number, place + 1);
    return place;
  });
}
