/** How far behind an indicator is, and which light that gives its task (docs/lights.md). */
import { describe, expect, it } from "vitest";
import { indicatorLamp } from "../../src/core/indicator-lights.ts";
import { indicatorStanding } from "../../src/core/indicators.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { LightPolicy } from "../../src/core/light-policies.ts";
import { DEFAULT_POLICY, type Indicator } from "../../src/core/plan.ts";
import { day, indicator, record } from "../support/builders.ts";

/** Light and reason for a reading at the end of June. */
function lampOf(more: Partial<Indicator>, value: number, lights: LightPolicy): string {
  const what = indicator("x", more);
  const journal = foldJournal([record("reading", "10/x", "2017-06-30", { value })]);
  const asked = { ref: "10/x", indicator: what, added: null, journal, asOf: day("2017-06-30"), year: 2017 };
  const lamp = indicatorLamp(what, indicatorStanding({ ...asked, pace: "month" }), { ...DEFAULT_POLICY, lights });
  return lamp === null ? "none" : `${lamp.light} ${lamp.lightReason}`;
}

describe("an indicator that is not a flow", () => {
  // 3.9 % of a growth of 6.5 % is 60.0 % of the target, 40 points short.
  const growth = { basis: "growth", min: 6.5, unit: "%" } as const;

  it.each([
    ["yinchuan", 3.9, "red far-behind"],
    ["yinchuan", 4.55, "yellow behind-pace"],
    ["yinchuan", 6, "blue slightly-behind"],
    ["yinchuan", 6.5, "none"],
    // More than half of it is missing, or less.
    ["sanya", 3.2, "red far-behind"],
    ["sanya", 3.9, "yellow behind-pace"],
    ["standard", 3.9, "yellow behind-pace"],
  ] as const)("is measured against its whole target: by %s at %d", (lights, value, expected) => {
    expect(lampOf(growth, value, lights)).toBe(expected);
  });
});

describe("a flow", () => {
  it.each([
    [39, "red far-behind"],
    [40, "yellow behind-pace"],
    [80, "yellow behind-pace"],
    [81, "blue slightly-behind"],
  ])("is measured against the pace, 100 of 200 half-way: at %d", (value, expected) => {
    expect(lampOf({ basis: "flow", min: 200, unit: "件" }, value, "yinchuan")).toBe(expected);
  });
});

describe("a target for each quarter of which one was missed", () => {
  // Of 100 a quarter; on 15 May half of the second quarter has passed (49.5 %).
  function lampOfQuarter(first: number, second: number, lights: LightPolicy): string {
    const what = indicator("x", { basis: "flow", min: 100, per: "quarter" });
    const journal = foldJournal([
      record("reading", "10/x", "2017-03-31", { value: first }),
      record("reading", "10/x", "2017-05-15", { value: second }),
    ]);
    const asked = { ref: "10/x", indicator: what, added: null, journal, asOf: day("2017-05-15"), year: 2017 };
    const lamp = indicatorLamp(what, indicatorStanding({ ...asked, pace: "month" }), { ...DEFAULT_POLICY, lights });
    return lamp === null ? "none" : `${lamp.light} ${lamp.lightReason}`;
  }

  it.each([
    // Far behind stays red, whether the quarter before reached 100 or 90.
    [100, 10, "red far-behind"],
    [90, 10, "red far-behind"],
    // Without the missed quarter, 4.5 points short would be blue and on pace would be green.
    [100, 45, "blue slightly-behind"],
    [90, 45, "yellow behind-pace"],
    [90, 60, "yellow behind-pace"],
    [100, 60, "none"],
  ])("is yellow at best, and red if the current quarter is far behind: %d, then %d", (first, second, expected) => {
    expect(lampOfQuarter(first, second, "yinchuan")).toBe(expected);
  });

  it("stays red when the quarter in which it was far behind is over", () => {
    const lamps = ["2017-03-30", "2017-03-31", "2017-04-01"].map((asOf) => {
      const what = indicator("x", { basis: "flow", min: 100, per: "quarter" });
      const journal = foldJournal([record("reading", "10/x", "2017-03-20", { value: 10 })]);
      const asked = { ref: "10/x", indicator: what, added: null, journal, asOf: day(asOf), year: 2017 };
      return indicatorLamp(what, indicatorStanding({ ...asked, pace: "month" }), {
        ...DEFAULT_POLICY,
        lights: "sanya",
      });
    });
    expect(lamps.map((lamp) => lamp?.light)).toEqual(["red", "red", "red"]);
  });
});
