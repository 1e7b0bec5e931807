import { describe, expect, it } from "vitest";
import { earlierRecords } from "../../../src/core/journal/copied.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { record } from "../../support/builders.ts";

/** How many records are reported beside a plan of 2018, given the number of records of each year. */
function told(...years: readonly (readonly [count: number, year: number])[]): number {
  const days = years.flatMap(([count, year]) => Array.from({ length: count }, () => `${year}-12-31`));
  const records = days.map((on, index) => record("note", "1-1", on, { note: `第${index + 1}次` }));
  return earlierRecords({ year: 2018 }, foldJournal(records));
}

describe("a journal of an earlier year", () => {
  it("is reported with the number of its records", () => {
    expect(told([10, 2017])).toBe(10);
    expect(told([12, 2016])).toBe(12);
    expect(told([1, 2018], [12, 2017])).toBe(12);
  });

  it("is reported until as many records are of the plan's own year", () => {
    expect(told([10, 2017], [9, 2018])).toBe(10);
    expect(told([10, 2017], [10, 2018])).toBe(0);
  });

  it("is not assumed if a few things were done before the year began", () => {
    expect(told([9, 2017])).toBe(0);
    expect(told([3, 2017], [20, 2018])).toBe(0);
  });

  it("is not assumed if all records are of the plan's year or later", () => {
    expect(told([12, 2018], [3, 2019])).toBe(0);
    expect(told()).toBe(0);
  });
});
