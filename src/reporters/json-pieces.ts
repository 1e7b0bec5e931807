/**
 * The same document as `renderJson` writes, in pieces. What a listing holds is made, written and forgotten one by one;
 * the bytes wait outside of JavaScript's memory until all is known to be sound.
 */
import { Listing } from "../core/views/listing.ts";
import { asJson } from "./json.ts";

const PIECE = 64 * 1024;
/** Bytes that a unit of UTF-16 takes at most. */
const MOST_BYTES = 3;

/** The pieces of the document, each to be used before the next one is asked for. */
export function jsonPieces(view: object): Iterable<Uint8Array> {
  const texts = new Texts();
  const order: number[] = [];
  const add = (text: string): void => {
    order.push(texts.add(text));
  };
  Object.entries(view).forEach(([key, value]: [string, unknown]) => {
    if (value === undefined) return;
    add(order.length === 0 ? "{\n" : ",\n");
    if (value instanceof Listing && value.length > 0) addListing(key, value, texts, order);
    else add(asJson({ [key]: value }).slice(2, -2));
  });
  add("\n}\n");
  return texts.inOrder(order);
}

/** What stands around the one item of a list in a list. */
const [BEFORE, AFTER] = ["[\n  [\n    ", "\n  ]\n]"];

function addListing(key: string, listing: Listing<unknown>, texts: Texts, order: number[]): void {
  order.push(texts.add(`  ${JSON.stringify(key)}: [\n    `));
  const between = texts.add(",\n    ");
  const numbers: number[] = [];
  for (const [item, place] of listing.each()) {
    numbers[place] = texts.add(asJson([[item]]).slice(BEFORE.length, -AFTER.length));
  }
  numbers.forEach((number, place) => {
    if (place > 0) order.push(between);
    order.push(number);
  });
  order.push(texts.add("\n  ]"));
}

/** Texts in UTF-8, one behind the other. */
class Texts {
  private readonly rooms: Buffer[] = [];
  /** Of each text: the room, and where in it the text begins and ends. */
  private readonly places: number[] = [];
  private end = PIECE;

  /** Keeps the text and returns its number. */
  add(text: string): number {
    const most = text.length * MOST_BYTES;
    if (this.end + most > (this.rooms.at(-1)?.length ?? 0)) {
      this.rooms.push(Buffer.allocUnsafeSlow(Math.max(PIECE, most)));
      this.end = 0;
    }
    const from = this.end;
    this.end += this.rooms.at(-1)?.write(text, from, "utf8") ?? 0;
    return this.places.push(this.rooms.length - 1, from, this.end) / 3 - 1;
  }

  /** The bytes of the texts in the order of their numbers, in pieces whose memory is used again. */
  *inOrder(numbers: readonly number[]): Generator<Uint8Array, void> {
    const piece = Buffer.allocUnsafeSlow(PIECE);
    let filled = 0;
    for (const number of numbers) {
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
