/**
 * The same document as `renderJson` writes, in pieces. What a listing holds is made, written and forgotten one by one;
 * the bytes wait outside of JavaScript's memory until all is known to be sound.
 */
import { Listing } from "../core/views/listing.ts";
import { asJson, renderJson } from "./json.ts";

const PIECE = 64 * 1024;
/** Bytes that a unit of UTF-16 takes at most. */
const MOST_BYTES = 3;

/** So many items are written in one go: to do it in pieces takes longer. */
const FEW = 100;

/** The document, or its pieces, each to be used before the next one is asked for. */
export function jsonPieces(view: object): string | Iterable<Uint8Array> {
  const entries = Object.entries(view).filter(([, value]: [string, unknown]) => value !== undefined);
  const listed = entries.reduce((sum, [, value]) => sum + (value instanceof Listing ? value.length : 0), 0);
  return listed <= FEW ? renderJson(view) : inPieces(entries, listed);
}

function inPieces(entries: readonly (readonly [string, unknown])[], listed: number): Iterable<Uint8Array> {
  const texts = new Texts(listed + entries.length * MOST_TEXTS + 1);
  const order: number[] = [];
  entries.forEach(([key, value], index) => {
    order.push(texts.add(index === 0 ? "{\n" : ",\n"));
    if (value instanceof Listing && value.length > 0) addListing(key, value, texts, order);
    else order.push(texts.add(asJson({ [key]: value }).slice(2, -2)));
  });
  order.push(texts.add("\n}\n"));
  return texts.inOrder(order);
}

/** Texts for a key, besides those of a listing's items. */
const MOST_TEXTS = 3;

/** What stands around the one item of a list in a list. */
const [BEFORE, AFTER] = ["[\n  [\n    ", "\n  ]\n]"];

function addListing(key: string, listing: Listing<unknown>, texts: Texts, order: number[]): void {
  order.push(texts.add(`  ${JSON.stringify(key)}: [`));
  const numbers = new Int32Array(listing.length);
  for (const [item, place] of listing.each()) {
    const line = place === 0 ? "\n    " : ",\n    ";
    numbers[place] = texts.add(line + asJson([[item]]).slice(BEFORE.length, -AFTER.length));
  }
  for (const number of numbers) order.push(number);
  order.push(texts.add("\n  ]"));
}

/** Texts in UTF-8, one behind the other; so many at most. */
class Texts {
  private readonly rooms: Buffer[] = [];
  /** Of each text: the room, and where in it the text begins and ends. */
  private readonly places: Int32Array;
  private count = 0;
  private end = PIECE;

  constructor(most: number) {
    this.places = new Int32Array(most * 3);
  }

  /** Keeps the text and returns its number. */
  add(text: string): number {
    const most = text.length * MOST_BYTES;
    if (this.end + most > (this.rooms.at(-1)?.length ?? 0)) {
      this.rooms.push(Buffer.allocUnsafeSlow(Math.max(PIECE, most)));
      this.end = 0;
    }
    const from = this.end;
    this.end += this.rooms.at(-1)?.write(text, from, "utf8") ?? 0;
    this.places.set([this.rooms.length - 1, from, this.end], this.count * 3);
    this.count += 1;
    return this.count - 1;
  }

  /** The bytes of the texts in the order given, in pieces whose memory is used again. */
  *inOrder(order: readonly number[]): Generator<Uint8Array, void> {
    const piece = Buffer.allocUnsafeSlow(PIECE);
    let filled = 0;
    for (const number of order) {
      const at = number * 3;
      const room = this.rooms[this.places[at] ?? 0];
      const from = this.places[at + 1] ?? 0;
      const to = this.places[at + 2] ?? 0;
      if (filled + to - from > PIECE) {
        yield piece.subarray(0, filled);
        filled = 0;
      }
      if (room !== undefined && to - from > PIECE) yield room.subarray(from, to);
      else filled += room?.copy(piece, filled, from, to) ?? 0;
    }
    yield piece.subarray(0, filled);
  }
}
