/** The order of descent, whatever the order of lines. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byDescent } from "../../../src/core/journal/descent.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { inAnyOrder } from "../../support/descents.ts";
import { LAW } from "../../support/laws.ts";

describe("the order of descent", () => {
  it("has each record after those that its writer had seen", () => {
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
});
