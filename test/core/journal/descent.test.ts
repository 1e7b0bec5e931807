/** The order of descent, whatever the order of lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byDescent, lastWhere } from "../../../src/core/journal/descent.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { inAnyOrder } from "../../support/descents.ts";
import { LAW } from "../../support/laws.ts";

describe("the order of descent", () => {
  it("has each record behind those that its writer had seen", () => {
    fc.assert(
      fc.property(inAnyOrder(1, 30), (records) => {
        const places = new Map(byDescent(foldJournal(records)).map(({ id }, place) => [id, place]));
        expect(places.size).toBe(records.length);
        for (const { id, prev } of records) {
          for (const seen of prev) expect(places.get(seen) ?? -1).toBeLessThan(places.get(id) ?? -1);
        }
      }),
      LAW,
    );
  });

  it("ends with the last record that is as wanted, without being made whole", () => {
    fc.assert(
      fc.property(inAnyOrder(1, 30), fc.integer({ min: 1, max: 5 }), (records, each) => {
        const wanted = new Set(records.filter((_, index) => index % each === each - 1).map(({ id }) => id));
        const journal = foldJournal(records);
        const last = byDescent(journal).findLast(({ id }) => wanted.has(id));
        expect(lastWhere(journal, ({ id }) => wanted.has(id))?.id).toBe(last?.id);
      }),
      LAW,
    );
  });
});
