/** 1,000 generated plans, journals and days; 10,000 in test/long. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LAW } from "../support/laws.ts";
import { milestone, plan, task } from "../support/builders.ts";
import { expectAgreement } from "./agreement.ts";
import { naivePace } from "./naive.ts";
import { worlds } from "./worlds.ts";

describe("states, counts, rates, lights and verdicts", () => {
  it("are the same in a second computation that follows the definitions literally", () => {
    fc.assert(fc.property(worlds, expectAgreement), LAW);
  });

  it.each([
    ["no tasks", []],
    ["a task without milestones", [task("1", [])]],
    ["one task", [task("10", [milestone()])]],
  ])("are the same for %s, on days in and around the year", (_, tasks) => {
    for (const asOf of ["2016-12-31", "2017-01-01", "2017-06-30", "2017-12-31", "2018-03-01", "1970-01-01"]) {
      for (const quarter of [null, 2] as const) expectAgreement({ plan: plan(tasks), records: [], asOf, quarter });
    }
  });
});

describe("the second computation", () => {
  it("gives the known paces", () => {
    const year = ["2017-01-01", "2017-12-31"] as const;
    expect(naivePace(...year, "2017-03-31", "month")).toBeCloseTo(25, 9);
    expect(naivePace(...year, "2017-11-30", "month").toFixed(1)).toBe("91.7");
    expect(naivePace(...year, "2017-06-30", "day")).toBeCloseTo(18_100 / 365, 9);
  });
});
