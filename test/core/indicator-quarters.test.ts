/** Targets that hold for each quarter: which quarters are asked about, and from which day on. */
import { describe, expect, it } from "vitest";
import { type IndicatorStanding, indicatorStanding } from "../../src/core/indicators.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { day, indicator, record } from "../support/builders.ts";

function stand(readings: readonly (readonly [on: string, value: number])[], asOf: string): IndicatorStanding {
  const journal = foldJournal(readings.map(([on, value]) => record("reading", "10/x", on, { value })));
  const courses = indicator("x", { basis: "flow", min: 2, per: "quarter", unit: "期" });
  const asked = { ref: "10/x", indicator: courses, added: null, journal, asOf: day(asOf), year: 2017 };
  return indicatorStanding({ ...asked, pace: "month" });
}

describe("a quarter", () => {
  it.each([
    ["2016-12-31", []],
    ["2017-01-01", [1]],
    ["2017-03-31", [1]],
    ["2017-04-01", [1, 2]],
    ["2017-12-31", [1, 2, 3, 4]],
  ])("is asked about from its first day on: on %s", (asOf, expected) => {
    expect(stand([], asOf).quarters.map(({ quarter }) => quarter)).toEqual(expected);
  });

  it("has what was read on its first day", () => {
    const { quarters, value } = stand([["2017-04-01", 2]], "2017-04-01");
    expect(quarters.map((one) => [one.quarter, one.value])).toEqual([
      [1, null],
      [2, 2],
    ]);
    expect(value).toBe(2);
  });
});
