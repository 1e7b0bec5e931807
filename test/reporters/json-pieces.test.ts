import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Listing, placesByGreatest } from "../../src/core/views/listing.ts";
import { jsonPieces } from "../../src/reporters/json-pieces.ts";
import { renderJson } from "../../src/reporters/json.ts";
import { LAW } from "../support/laws.ts";

/** The pieces joined; each is used before the next is requested. */
function joined(view: object): string {
  const parts: Buffer[] = [];
  const pieces = jsonPieces(view);
  if (typeof pieces === "string") return pieces;
  for (const piece of pieces) parts.push(Buffer.from(piece));
  return Buffer.concat(parts).toString("utf8");
}

const word = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("甲乙\u2028丙", "<tag>", "\u2029", '"'));
const item = fc.record({ id: word, days: fc.integer(), more: fc.option(fc.array(word)) });

describe("JSON in pieces", () => {
  it("equals the document written in one go, whatever its lists hold", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), fc.array(item), word, (some, others, text) => {
        const items = Array.from({ length: 40 }, () => some).flat();
        const listing = new Listing(() => items, placesByGreatest(items.map(({ days }) => days)));
        const view = { kind: text, absent: undefined, some: listing, between: [text, null], others };
        expect(joined(view)).toBe(renderJson({ ...view, some: listing.items }));
      }),
      LAW,
    );
  });

  it("is the same if a list, or one of its items, is longer than a piece", () => {
    const items = Array.from({ length: 900 }, (_, index) => ({ id: index, text: "节点".repeat(index % 70) }));
    const long = [{ id: 0, text: "长".repeat(100_000) }, ...items];
    const listing = new Listing(() => long, placesByGreatest(long.map(({ id }) => id % 7)));
    expect(joined({ kind: "long", listing })).toBe(renderJson({ kind: "long", listing: listing.items }));
  });
});
