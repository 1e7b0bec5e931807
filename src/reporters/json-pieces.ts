/**
 * Writes the same document as `renderJson`, but in pieces, to save memory: items of a listing are made, encoded and
 * dropped one by one. Their bytes wait in buffers outside the JavaScript heap until the whole document is known to be
 * sound.
 */
import { Listing } from "../core/views/listing.ts";
import { asJson, renderJson } from "./json.ts";

/**
 * Buffer sizes in bytes: from FIRST_ROOM, each GROWTH times the last, up to MOST_ROOM. Allocations are slow, but many
 * strands stay short.
 */
const [FIRST_ROOM, MOST_ROOM, GROWTH] = [4 * 1024, 1024 * 1024, 4];
/** Size in bytes of the pieces that short strands are joined to. */
const PIECE = 64 * 1024;
/** Most bytes in UTF-8 for one UTF-16 unit. */
const MOST_BYTES = 3;

/** Up to this many items the document is written in one go, which is faster. */
const FEW = 100;

/**
 * The document as text, or as pieces. Each piece must be used before the next is requested, which reuses its memory.
 */
export function jsonPieces(view: object): string | Iterable<Uint8Array> {
  const entries = Object.entries(view).filter(([, value]: [string, unknown]) => value !== undefined);
  const listed = entries.reduce((sum, [, value]) => sum + (value instanceof Listing ? value.length : 0), 0);
  return listed <= FEW ? renderJson(view) : oneAfterTheOther(strandsOf(entries));
}

/** The whole document, made before its first piece is used. */
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

/**
 * `asJson([[0, item]])` gives an item its place in a nested list: BEFORE and AFTER are the text around the comma and
 * the item.
 */
const [BEFORE, AFTER] = ["[\n  [\n    0", "\n  ]\n]"];
const COMMA = 1;

/**
 * One strand for each run of the listing. Items are made in the listing's order but belong to different runs, so each
 * is added to its run's strand instead of being inserted later.
 */
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

/** A growing sequence of texts in UTF-8. */
class Strand {
  /** The filled parts of earlier buffers. */
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

/** The bytes of the strands in order; short ones are joined. */
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
