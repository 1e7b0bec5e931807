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
  const entries = Object.entries(view).filter(([, value]: [string, unknown]) => value !== undefined);
  const listed = entries.reduce((sum, [, value]) => sum + (value instanceof Listing ? value.length : 0), 0);
  const texts = new Texts(listed + entries.length * MOST_TEXTS + 1);
  const parts: Part[] = [];
  entries.forEach(([key, value]: [string, unknown], index) => {
    parts.push(texts.add(index === 0 ? "{\n" : ",\n"));
    if (value instanceof Listing && value.length > 0) addListing(key, value, texts, parts);
    else parts.push(texts.add(asJson({ [key]: value }).slice(2, -2)));
  });
  parts.push(texts.add("\n}\n"));
  return texts.inOrder(parts);
}

/** The number of a text, or of many with a text between them. */
type Part = number | { readonly texts: Int32Array; readonly between: number };

/** Texts for a key, besides those of a listing's items. */
const MOST_TEXTS = 4;

/** What stands around the one item of a list in a list. */
const [BEFORE, AFTER] = ["[\n  [\n    ", "\n  ]\n]"];

function addListing(key: string, listing: Listing<unknown>, texts: Texts, parts: Part[]): void {
  parts.push(texts.add(`  ${JSON.stringify(key)}: [\n    `));
  const numbers = new Int32Array(listing.length);
  for (const [item, place] of listing.each()) {
    numbers[place] = texts.add(asJson([[item]]).slice(BEFORE.length, -AFTER.length));
  }
  parts.push({ texts: numbers, between: texts.add(",\n    ") }, texts.add("\n  ]"));
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

  /** The bytes of the texts in the order of the parts, in pieces whose memory is used again. */
  *inOrder(parts: readonly Part[]): Generator<Uint8Array, void> {
    const piece = Buffer.allocUnsafeSlow(PIECE);
    let filled = 0;
    for (const number of numbersIn(parts)) {
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

function* numbersIn(parts: readonly Part[]): Generator<number, void> {
  for (const part of parts) {
    if (typeof part === "number") yield part;
    else {
      for (const [index, number] of part.texts.entries()) {
        if (index > 0) yield part.between;
        yield number;
      }
    }
  }
}
