import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Listing, placesByGreatest, viewsOf } from "../../../src/core/views/listing.ts";
import { LAW } from "../../support/laws.ts";

describe("views", () => {
  it("are made on demand, each once and in order", () => {
    const made: string[] = [];
    const views = viewsOf(["a", "b", "c"], (thing) => {
      made.push(thing);
      return thing.toUpperCase();
    });
    expect([views.length, made]).toEqual([3, []]);
    expect([views.first(2), views.first(1), made]).toEqual([["A", "B"], ["A"], ["a", "b"]]);
    expect([views.items, views.first(9), made]).toEqual([
      ["A", "B", "C"],
      ["A", "B", "C"],
      ["a", "b", "c"],
    ]);
    expect(JSON.stringify({ views })).toBe('{"views":["A","B","C"]}');
  });
});

describe("a listing", () => {
  it("makes its items once for the whole list, but again for each walk one by one", () => {
    let made = 0;
    const listing = new Listing(() => {
      made += 1;
      return ["a", "b", "c"];
    }, [2, 0, 1]);
    expect([listing.length, made]).toEqual([3, 0]);
    expect([...listing.each()]).toEqual([
      ["a", 2, 0],
      ["b", 0, 1],
      ["c", 1, 2],
    ]);
    expect([...listing.runs]).toEqual([1, 0, 0]);
    expect([listing.items, listing.items, made]).toEqual([["b", "c", "a"], ["b", "c", "a"], 2]);
    expect(JSON.stringify({ listing })).toBe('{"listing":["b","c","a"]}');
  });

  it("sorted by number has the greatest first, and equal ones in the order of making", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), (numbers) => {
        const items = numbers.map((number, index) => ({ number, index }));
        const sorted = items.toSorted((a, b) => b.number - a.number || a.index - b.index);
        const listing = new Listing(() => items, placesByGreatest(numbers));
        expect(listing.items).toEqual(sorted);
        const { runs } = listing;
        const inRuns = items.toSorted((a, b) => Number(runs[a.index]) - Number(runs[b.index]));
        expect(inRuns).toEqual(sorted);
      }),
      LAW,
    );
  });
});
