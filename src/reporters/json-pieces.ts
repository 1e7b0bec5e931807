/**
 * The same document as `renderJson` writes, in pieces. What a listing holds is made, written and forgotten one by one;
 * the bytes wait outside of JavaScript's memory until all is known to be sound.
 */
import { Listing } from "../core/views/listing.ts";
import { asJson, renderJson } from "./json.ts";

/** Bytes asked for at a time: each time takes a while, and a strand may stay short. */
const [FIRST_ROOM, MOST_ROOM, GROWTH] = [4 * 1024, 1024 * 1024, 4];
/** Bytes that are printed at a time, where they are put together from short strands. */
const PIECE = 64 * 1024;
/** Bytes that a unit of UTF-16 takes at most. */
const MOST_BYTES = 3;

/** So many items are written in one go: to do it in pieces takes longer. */
const FEW = 100;

/** The document, or its pieces, each to be used before the next one is asked for. */
export function jsonPieces(view: object): string | Iterable<Uint8Array> {
  const entries = Object.entries(view).filter(([, value]: [string, unknown]) => value !== undefined);
  const listed = entries.reduce((sum, [, value]) => sum + (value instanceof Listing ? value.length : 0), 0);
  return listed <= FEW ? renderJson(view) : oneAfterTheOther(strandsOf(entries));
}

/** All of the document, made before the first piece of it is used. */
function strandsOf(entries: readonly (readonly [string, unknown])[]): Strand[] {
  const strands = [new Strand()];
  const add = (text: string): void => strands.at(-1)?.add(text);
  entries.forEach(([key, value], index) => {
    add(index === 0 ? "{\n" : ",\n");
    if (value instanceof Listing && value.length > 0) {
      add(`  ${JSON.stringify(key)}: [`);
      strands.push(...strandsOfItems(value), new Strand());
      add("\n  ]");
    } else {
      add(asJson({ [key]: value }).slice(2, -2));
    }
  });
  add("\n}\n");
  return strands;
}

/** What stands around the second item of a list in a list, and the comma in front of it. */
const [BEFORE, AFTER] = ["[\n  [\n    0", "\n  ]\n]"];
const COMMA = 1;

/** One strand for each run: its items are made in their order, so that none is moved later. */
function strandsOfItems(listing: Listing<unknown>): Strand[] {
  const { runs } = listing;
  const strands: Strand[] = [];
  for (const [item, place, index] of listing.each()) {
    const run = Number(runs[index]);
    strands[run] ??= new Strand();
    strands[run].add(asJson([[0, item]]).slice(BEFORE.length + (place === 0 ? COMMA : 0), -AFTER.length));
  }
  return strands;
}

/** Texts in UTF-8, one behind the other. */
class Strand {
  /** What is filled of the rooms before the last one. */
  private readonly full: Buffer[] = [];
  private room: Buffer | undefined;
  private end = 0;

  add(text: string): void {
    const room = this.roomFor(text.length * MOST_BYTES);
    this.end += room.write(text, this.end, "utf8");
  }

  get bytes(): readonly Buffer[] {
    return this.room === undefined ? this.full : [...this.full, this.room.subarray(0, this.end)];
  }

  private roomFor(most: number): Buffer {
    if (this.room !== undefined && this.end + most <= this.room.length) return this.room;
    if (this.room !== undefined) this.full.push(this.room.subarray(0, this.end));
    const wanted = this.room === undefined ? FIRST_ROOM : Math.min(this.room.length * GROWTH, MOST_ROOM);
    this.room = Buffer.allocUnsafeSlow(Math.max(most, wanted));
    this.end = 0;
    return this.room;
  }
}

/** The bytes of the strands; what is short is put together. */
function* oneAfterTheOther(strands: readonly Strand[]): Generator<Uint8Array, void> {
  const piece = Buffer.allocUnsafeSlow(PIECE);
  let filled = 0;
  for (const bytes of strands.flatMap((strand) => strand.bytes)) {
    const isLong = bytes.length > PIECE / 2;
    if (isLong || filled + bytes.length > PIECE) {
      yield piece.subarray(0, filled);
      filled = 0;
    }
    if (isLong) yield bytes;
    else filled += bytes.copy(piece, filled);
  }
  yield piece.subarray(0, filled);
}
