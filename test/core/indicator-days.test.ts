/** The days by which a target has to be reached, and those of them by which it was not. */
import { expect, it } from "vitest";
import { dueDaysOf, daysToReach, missedDays } from "../../src/core/indicator-days.ts";
import { indicatorStanding } from "../../src/core/indicators.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { Indicator } from "../../src/core/plan.ts";
import { day, indicator, record } from "../support/builders.ts";

type Readings = readonly (readonly [on: string, value: number])[];

const FLOW = { basis: "flow", min: 10, unit: "个", due: day("2017-06-30") } as const;
const COURSES = { basis: "flow", min: 2, max: 3, unit: "期", per: "quarter" } as const;

/** The days missed up to `asOf`, and those still to come. */
function days(more: Partial<Indicator>, readings: Readings, asOf: string, added: string | null = null): string[][] {
  const own = indicator("x", more);
  const journal = foldJournal(readings.map(([on, value]) => record("reading", "10/x", on, { value, mode: "total" })));
  const facts = { asOf: day(asOf), year: 2017, added: added === null ? null : day(added) };
  const standing = indicatorStanding({ ref: "10/x", indicator: own, journal, pace: "month", ...facts });
  return [missedDays(own, standing, day(asOf)), daysToReach(own, standing, facts)];
}

it.each<[what: string, more: Partial<Indicator>, readings: Readings, asOf: string, missed: string[], left: string[]]>([
  ["has its due day before it", FLOW, [], "2017-06-29", [], ["2017-06-30"]],
  // The as-of day counts on both sides: it is over at its end, and can still be used.
  ["misses its due day without a reading", FLOW, [], "2017-06-30", ["2017-06-30"], ["2017-06-30"]],
  ["misses it with too little", FLOW, [["2017-06-30", 9]], "2017-07-01", ["2017-06-30"], []],
  ["misses it where nothing is known of its last days", FLOW, [["2017-05-31", 9]], "2017-07-01", ["2017-06-30"], []],
  ["is reached at its minimum", FLOW, [["2017-06-30", 10]], "2017-07-01", [], []],
  ["is reached before", FLOW, [["2017-05-31", 10]], "2017-06-01", [], []],
  ["makes up for it later", FLOW, [["2017-09-30", 11]], "2017-10-01", [], []],
  ["keeps within its limit", { ...FLOW, min: null, max: 10 }, [["2017-06-30", 10]], "2017-07-01", [], []],
  [
    "of each quarter has four days",
    COURSES,
    [],
    "2017-01-01",
    [],
    ["2017-03-31", "2017-06-30", "2017-09-30", "2017-12-31"],
  ],
  [
    "of each quarter does not make up for one that is over",
    COURSES,
    [
      ["2017-03-20", 1],
      ["2017-06-20", 3],
    ],
    "2017-07-01",
    ["2017-03-31"],
    ["2017-09-30", "2017-12-31"],
  ],
  [
    "of each quarter ends with its due day",
    { ...COURSES, due: day("2017-08-31") },
    [["2017-08-20", 2]],
    "2017-08-31",
    ["2017-03-31", "2017-06-30"],
    [],
  ],
])("a target %s", (_, more, readings, asOf, missed, left) => {
  expect(days(more, readings, asOf)).toEqual([missed, left]);
});

it("a target for each quarter skips quarters before its task was added", () => {
  expect(days(COURSES, [], "2017-10-01", "2017-05-20")).toEqual([["2017-06-30", "2017-09-30"], ["2017-12-31"]]);
  expect(dueDaysOf(indicator("x", COURSES), day("2017-05-20"), 2017)[0]).toBe("2017-06-30");
});
