/**
 * The views of many things. Each is made when it is asked for, in the order in which that costs least, and need not be
 * kept: of a large plan, a list of whole views takes more room and time than all else.
 */
export class Listing<Item> {
  private readonly make: () => Iterable<Item>;
  private readonly places: ArrayLike<number>;
  private made: readonly Item[] | undefined;

  /** `places` says where each of the items that are made belongs, from 0. */
  constructor(make: () => Iterable<Item>, places: ArrayLike<number>) {
    this.make = make;
    this.places = places;
  }

  get length(): number {
    return this.places.length;
  }

  /** All in their order, made once. */
  get items(): readonly Item[] {
    this.made ??= this.inOrder();
    return this.made;
  }

  /** Each with its place and its number, in the order in which they are made. */
  *each(): Generator<readonly [item: Item, place: number, index: number], void> {
    let index = 0;
    for (const item of this.make()) {
      yield [item, Number(this.places[index]), index];
      index += 1;
    }
  }

  /**
   * For each item, by its number, the number of its run, from 0: runs stand one behind the other, and the items of one are
   * made in their order.
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

/** Views of things at hand, each made when it is asked for: a screen shows few of those that a document holds. */
export interface Views<Item> {
  readonly length: number;
  /** So many of them, from the first one on. */
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

/** The places of things that are sorted by a number, greatest first; those with the same one stay in their order. */
export function placesByGreatest(numbers: readonly number[]): Int32Array {
  // How many have it, and then the next place for one of them: there are many things and few numbers.
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
