/** How far an indicator lies behind, and what light that gives its task (docs/lights.md). */
import { describe, expect, it } from "vitest";
import { indicatorLamp } from "../../src/core/indicator-lights.ts";
import { indicatorStanding } from "../../src/core/indicators.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { LightPolicy } from "../../src/core/light-policies.ts";
import { DEFAULT_POLICY, type Indicator } from "../../src/core/plan.ts";
import { day, indicator, record } from "../support/builders.ts";

/** The lamp of a reading of the end of June, as light and reason. */
function lampOf(more: Partial<Indicator>, value: number, lights: LightPolicy): string {
  const what = indicator("x", more);
  const journal = foldJournal([record("reading", "10/x", "2017-06-30", { value })]);
  const asked = { ref: "10/x", indicator: what, added: null, journal, asOf: day("2017-06-30"), year: 2017 };
  const lamp = indicatorLamp(what, indicatorStanding({ ...asked, pace: "month" }), { ...DEFAULT_POLICY, lights });
  return lamp === null ? "none" : `${lamp.light} ${lamp.lightReason}`;
}

describe("an indicator that is no flow", () => {
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
  ] as const)("is measured against all of its target: by %s at %d", (lights, value, expected) => {
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
