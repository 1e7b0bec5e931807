/** From which day on readings count, and which quarters a target for each quarter covers. */
import { describe, expect, it } from "vitest";
import { type IndicatorStanding, indicatorStanding, isWithinLimit } from "../../src/core/indicators.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { Indicator } from "../../src/core/plan.ts";
import { day, indicator, record } from "../support/builders.ts";

const COURSES = { basis: "flow", min: 2, per: "quarter", unit: "期" } as const;

function stand(
  readings: readonly (readonly [on: string, value: number])[],
  asOf: string,
  more: Partial<Indicator> = COURSES,
): IndicatorStanding {
  const journal = foldJournal(readings.map(([on, value]) => record("reading", "10/x", on, { value })));
  const asked = { ref: "10/x", indicator: indicator("x", more), added: null, journal, asOf: day(asOf), year: 2017 };
  return indicatorStanding({ ...asked, pace: "month" });
}

describe("a reading of the year before", () => {
  const december = [["2016-12-31", 12]] as const;

  it.each([
    ["stock", 12],
    ["ratio", 12],
    ["rank", 12],
    ["flow", null],
  ] as const)("of a %s counts as %s: only flows start again", (basis, value) => {
    expect(stand(december, "2017-03-31", { basis }).value).toBe(value);
  });

  it("is the previous one for the first reading of this year, except for a flow", () => {
    const both = [...december, ["2017-03-31", 14]] as const;
    expect(stand(both, "2017-03-31", { basis: "stock" }).previous).toEqual({ value: 12, on: "2016-12-31" });
    expect(stand(both, "2017-03-31", { basis: "flow" }).previous).toBeNull();
  });

  it("does not count in the first quarter if the target is for each", () => {
    const { value, quarters } = stand(december, "2017-03-31", { basis: "stock", per: "quarter" });
    expect([value, quarters[0]?.value]).toEqual([null, null]);
  });
});

describe("a value below an upper limit", () => {
  const spring = [["2017-03-31", 5]] as const;

  it("is within the limit until its time is over; nothing else on pace is", () => {
    const complaints = { basis: "flow", min: null, max: 10, unit: "件" } as const;
    expect(isWithinLimit(stand(spring, "2017-03-31", complaints))).toBe(true);
    expect(isWithinLimit(stand(spring, "2017-03-31", { ...complaints, due: day("2017-03-31") }))).toBe(false);
    const applications = stand(spring, "2017-03-31", { basis: "flow", min: 20, unit: "件" });
    expect([applications.verdict, isWithinLimit(applications)]).toEqual(["on-pace", false]);
  });
});

describe("a quarter", () => {
  it.each([
    ["2016-12-31", []],
    ["2017-01-01", [1]],
    ["2017-03-31", [1]],
    ["2017-04-01", [1, 2]],
    ["2017-12-31", [1, 2, 3, 4]],
  ])("is covered from its first day on: on %s", (asOf, expected) => {
    expect(stand([], asOf).quarters.map(({ quarter }) => quarter)).toEqual(expected);
  });

  it("includes a reading on its first day", () => {
    const { quarters, value } = stand([["2017-04-01", 2]], "2017-04-01");
    expect(quarters.map((one) => [one.quarter, one.value])).toEqual([
      [1, null],
      [2, 2],
    ]);
    expect(value).toBe(2);
  });

  it("is covered if the due day is its first", () => {
    const { quarters } = stand([], "2017-12-31", { ...COURSES, due: day("2017-04-01") });
    expect(quarters.map((one) => [one.quarter, one.due])).toEqual([
      [1, "2017-03-31"],
      [2, "2017-04-01"],
    ]);
  });

  it("that is behind says so, though one before it has no reading", () => {
    const { verdict, verdictReason } = stand([["2017-05-31", 1]], "2017-05-31", { ...COURSES, min: 20 });
    expect([verdict, verdictReason]).toEqual(["behind", null]);
    expect(stand([["2017-05-31", 20]], "2017-05-31", { ...COURSES, min: 20 }).verdictReason).toBe("quarter-unread");
  });
});
