/**
 * Checks the named policies against the wording of their notices: which colour at which number.
 * Cases that a notice leaves open say so.
 */
import { describe, expect, it } from "vitest";
import { type LightChoice, gapLamp, thresholdsOf } from "../../src/core/light-policies.ts";
import { monthsElapsed, monthsMissed } from "../../src/core/lights.ts";
import type { Policy } from "../../src/core/plan.ts";
import { rollUp } from "../../src/core/roll-up.ts";
import { day, milestone, record, standing } from "../support/builders.ts";

/** The whole year, so that the pace on 06-30 is 50 percent. */
const YEAR = milestone({ window: "2017-01-01..2017-12-31" });
const HALF = "2017-06-30";

const estimate = (percent: number): ReturnType<typeof record>[] => [record("progress", "10-1", HALF, { percent })];

/** Light and reason half-way through the year, at the estimate. */
function at(percent: number, policy: Partial<Policy>): string {
  const { light, lightReason } = standing(YEAR, HALF, estimate(percent), policy);
  return `${light} ${lightReason}`;
}

/** Light and reason of a milestone with the window. */
function of(window: string, asOf: string, records: Parameters<typeof standing>[2], policy: Partial<Policy>): string {
  const { light, lightReason } = standing(milestone({ window }), asOf, records, policy);
  return `${light} ${lightReason}`;
}

const DONE = [record("done", "10-1", "2017-07-05")];
const CANCELLED = [record("cancel", "10-1", "2017-04-05")];
const BLOCKED = [record("block", "10-1", "2017-04-05", { reason: "x" })];
const Q2 = "2017-04-01..2017-06-30";

describe("Suqian 2025: blue near the deadline, yellow behind pace, red overdue until closed", () => {
  const policy = { lights: "suqian" } as const;

  it.each([
    ["red: overdue", "2017-07-01", [], "red overdue"],
    ["until closed", "2017-07-05", DONE, "green done-late"],
    ["blue: deadline near", "2017-06-20", [], "blue due-soon"],
    ["not near yet: smooth", "2017-05-15", [], "green on-track"],
    ["not begun (not in the notice)", "2017-03-01", [], "grey not-begun"],
    ["cancelled (not in the notice)", "2017-05-15", CANCELLED, "grey cancelled"],
    ["blocked (not in the notice)", "2017-05-15", BLOCKED, "yellow blocked"],
    ["blocked near the deadline", "2017-06-20", BLOCKED, "yellow blocked"],
  ])("%s", (_, asOf, records, expected) => {
    expect(of(Q2, asOf, records, policy)).toBe(expected);
  });

  it("yellow: behind pace, also near the deadline", () => {
    expect(at(49, policy)).toBe("yellow behind-pace");
    expect(at(50, policy)).toBe("green on-track");
    expect(of(Q2, "2017-06-20", [record("progress", "10-1", "2017-06-20", { percent: 10 })], policy)).toBe(
      "yellow behind-pace",
    );
  });

  it("shows a gap below the office's threshold in blue, unless a deadline is near", () => {
    expect(at(49, { ...policy, yellowGap: 5 })).toBe("blue slightly-behind");
    expect(at(45, { ...policy, yellowGap: 5 })).toBe("yellow behind-pace");
  });
});

describe("Yinchuan 2025: green at the planned pace, yellow 10–30 points below (both included), red more than 30", () => {
  const policy = { lights: "yinchuan" } as const;

  it.each([
    [50, "green on-track"],
    [60, "green on-track"],
    [40, "yellow behind-pace"],
    [20, "yellow behind-pace"],
    [19, "red far-behind"],
    // The notice does not cover less than 10 points.
    [41, "blue slightly-behind"],
    [49, "blue slightly-behind"],
  ])("at 50 percent of the year and %i percent done", (percent, expected) => {
    expect(at(percent, policy)).toBe(expected);
  });

  it.each([
    // 26 of 261 days, 10.0 % as printed; 96 of 101, 95.0 %.
    ["10.0 points below", "2017-01-01..2017-09-18", "2017-01-26", 0, "yellow behind-pace"],
    ["30.0 points below", "2017-01-01..2017-04-11", "2017-04-06", 65, "yellow behind-pace"],
  ])("by the gap as printed: %s", (_, window, on, percent, expected) => {
    const records = [record("progress", "10-1", on, { percent })];
    expect(of(window, on, records, { ...policy, pace: "day" })).toBe(expected);
  });

  it("not started in the due month yellow, three months in a row red", () => {
    expect(of("2017-04-01..2017-12-31", "2017-04-29", [], policy)).toBe("blue no-estimate");
    expect(of("2017-04-01..2017-12-31", "2017-04-30", [], policy)).toBe("yellow not-started");
    expect(of("2017-04-01..2017-12-31", "2017-06-29", [], policy)).toBe("yellow not-started");
    expect(of("2017-04-01..2017-12-31", "2017-06-30", [], policy)).toBe("red not-started");
    expect(of("2017-04-01..2017-12-31", "2017-06-30", [], { ...policy, redMonths: 4 })).toBe("yellow not-started");
  });

  it("has started once there is any word on it", () => {
    expect(of("2017-04-01..2017-12-31", "2017-06-30", [record("note", "10-1", "2017-05-02")], policy)).toBe(
      "blue no-estimate",
    );
    const onTask = [record("note", "10", "2017-05-02")];
    expect(of("2017-04-01..2017-12-31", "2017-06-30", onTask, policy)).toBe("blue no-estimate");
    expect(of("2017-04-01..2017-12-31", "2017-05-01", onTask, policy)).toBe("yellow not-started");
  });

  it.each([
    ["done", "2017-07-05", DONE, "green done-late"],
    ["cancelled", "2017-05-15", CANCELLED, "grey cancelled"],
    ["blocked", "2017-05-15", BLOCKED, "yellow blocked"],
    ["not begun", "2017-03-01", [], "grey not-begun"],
    ["overdue with nothing done", "2017-07-01", [], "red overdue"],
    [
      "overdue, all but done",
      "2017-07-01",
      [record("progress", "10-1", "2017-06-30", { percent: 95 })],
      "yellow overdue",
    ],
    ["overdue by 31 points", "2017-07-01", [record("progress", "10-1", "2017-06-30", { percent: 69 })], "red overdue"],
    [
      "overdue by 30 points",
      "2017-07-01",
      [record("progress", "10-1", "2017-06-30", { percent: 70 })],
      "yellow overdue",
    ],
  ])("what is %s (not in the notice)", (_, asOf, records, expected) => {
    expect(of(Q2, asOf, records, policy)).toBe(expected);
  });

  it("counts as 0 % done if overdue without an estimate", () => {
    expect(of(Q2, "2017-07-01", [], { ...policy, redGap: 99 })).toBe("red overdue");
    expect(of(Q2, "2017-07-01", [], { ...policy, redGap: 100 })).toBe("yellow overdue");
  });
});

describe("Sanya 2022: green at the planned pace, yellow up to 50 % below it, red more than 50 %", () => {
  const policy = { lights: "sanya" } as const;

  it.each([
    [50, "green on-track"],
    [49, "yellow behind-pace"],
    [25, "yellow behind-pace"],
    [24, "red far-behind"],
  ])("at 50 percent of the year and %i percent done", (percent, expected) => {
    expect(at(percent, policy)).toBe(expected);
  });

  it("a missed month yellow, two in a row red", () => {
    expect(of(Q2, "2017-07-01", [], policy)).toBe("yellow overdue");
    expect(of(Q2, "2017-07-30", [], policy)).toBe("yellow overdue");
    expect(of(Q2, "2017-07-31", [], policy)).toBe("red overdue");
    expect(of(Q2, "2017-07-31", [], { ...policy, redMonths: 3 })).toBe("yellow overdue");
  });

  it("does not improve by falling overdue: more than 50 % below stays red", () => {
    const percent = (number: number): ReturnType<typeof record>[] => [
      record("progress", "10-1", "2017-06-20", { percent: number }),
    ];
    expect(of(Q2, "2017-06-30", percent(10), policy)).toBe("red far-behind");
    expect(of(Q2, "2017-07-01", percent(10), policy)).toBe("red overdue");
    expect(of(Q2, "2017-07-01", percent(50), policy)).toBe("yellow overdue");
  });

  it.each([
    ["done", "2017-07-05", DONE, "green done-late"],
    ["cancelled", "2017-05-15", CANCELLED, "grey cancelled"],
    ["blocked", "2017-05-15", BLOCKED, "yellow blocked"],
    ["not begun", "2017-03-01", [], "grey not-begun"],
    ["begun, with no word on how far", "2017-05-15", [], "blue no-estimate"],
  ])("what is %s (not in the notice)", (_, asOf, records, expected) => {
    expect(of(Q2, asOf, records, policy)).toBe(expected);
  });

  it("warns of a gap from its own threshold on", () => {
    expect(at(49, { ...policy, yellowGap: 10 })).toBe("blue slightly-behind");
    expect(at(45, { ...policy, yellowGap: 10 })).toBe("yellow behind-pace");
  });
});

describe("the standard policy", () => {
  it("has no red for a gap unless the office sets one; that goes before anything yellow", () => {
    expect(at(1, {})).toBe("yellow behind-pace");
    expect(at(1, { redGap: 40 })).toBe("red far-behind");
    expect(at(10, { redGap: 40 })).toBe("yellow behind-pace");
    const both = [record("progress", "10-1", "2017-06-20", { percent: 1 })];
    expect(of(Q2, "2017-06-20", both, { redGap: 40 })).toBe("red far-behind");
  });

  it("may ignore small gaps", () => {
    expect(at(46, { yellowGap: 5 })).toBe("blue slightly-behind");
    expect(at(45, { yellowGap: 5 })).toBe("yellow behind-pace");
  });
});

describe("a block", () => {
  it.each(["standard", "suqian", "yinchuan", "sanya"] as const)(
    "weighs more than a gap that the office does not mind, and less than one that it does: %s",
    (lights) => {
      const blockedAt = (percent: number): string =>
        of("2017-01-01..2017-12-31", HALF, [...BLOCKED, ...estimate(percent)], { lights, yellowGap: 20, redGap: 45 });
      expect(blockedAt(45)).toBe("yellow blocked");
      expect(blockedAt(1)).toBe("red far-behind");
    },
  );
});

describe("a lamp for a gap", () => {
  it.each<[LightChoice["lights"], number, string | null]>([
    ["standard", 49, "yellow behind-pace"],
    ["standard", 50, null],
    ["suqian", 49, "yellow behind-pace"],
    ["yinchuan", 45, "blue slightly-behind"],
    ["yinchuan", 19, "red far-behind"],
    ["sanya", 24, "red far-behind"],
    ["sanya", 51, null],
  ])("by %s at %i of 50 percent", (lights, actual, expected) => {
    const lamp = gapLamp({ actual, expected: 50 }, { lights });
    expect(lamp === null ? null : `${lamp.light} ${lamp.lightReason}`).toBe(expected);
  });
});

describe("thresholds", () => {
  it("are the policy's own except those that the office sets", () => {
    expect(thresholdsOf({ lights: "yinchuan" })).toEqual({ yellowGap: 10, redGap: 30, redMonths: 3 });
    expect(thresholdsOf({ lights: "yinchuan", redGap: 40 })).toEqual({ yellowGap: 10, redGap: 40, redMonths: 3 });
    expect(thresholdsOf({ lights: "standard" })).toEqual({ yellowGap: 0, redGap: null, redMonths: null });
    expect(thresholdsOf({ lights: "suqian" })).toEqual({ yellowGap: 0, redGap: null, redMonths: null });
    expect(thresholdsOf({ lights: "sanya" })).toEqual({ yellowGap: 0, redGap: 50, redMonths: 2 });
  });
});

describe("a task", () => {
  it("whose parts are well but not all done is on track, in the policy's colour", () => {
    const policy = { lights: "sanya" } as const;
    const parts = [
      standing(YEAR, HALF, estimate(60), policy),
      standing(YEAR, HALF, [record("done", "10-1", HALF)], policy),
    ];
    expect(rollUp(parts, [], "green")).toMatchObject({ light: "green", lightReason: "on-track" });
    expect(rollUp(parts.slice(1), [], "green")).toMatchObject({ light: "green", lightReason: "done" });
  });

  it("takes the lamp of an indicator that is behind, whatever its milestones show", () => {
    const lamp = { light: "yellow", lightReason: "behind-pace" } as const;
    const done = standing(YEAR, HALF, [record("done", "10-1", HALF)]);
    expect(rollUp([done], [lamp])).toMatchObject({ state: "done", light: "yellow", lightReason: "behind-pace" });
    expect(rollUp([], [lamp])).toMatchObject({ state: "upcoming", light: "yellow", lightReason: "behind-pace" });
    const overdue = standing(milestone({ window: "2017-01-01..2017-03-31" }), HALF);
    expect(rollUp([overdue], [lamp])).toMatchObject({ light: "red", lightReason: "overdue" });
  });
});

describe("months", () => {
  it.each([
    ["2017-06-30", "2017-06-30", 0],
    ["2017-06-30", "2017-07-01", 1],
    ["2017-06-15", "2017-06-30", 1],
    ["2017-06-15", "2017-07-31", 2],
    ["2017-12-31", "2018-01-31", 2],
  ])("missed by a milestone due on %s: on %s, %i", (due, asOf, expected) => {
    expect(monthsMissed(day(due), day(asOf))).toBe(expected);
  });

  it.each([
    ["2017-04-01", "2017-04-29", 0],
    ["2017-04-15", "2017-04-30", 1],
    ["2016-02-01", "2016-02-28", 0],
    ["2016-02-01", "2016-02-29", 1],
    ["2017-11-01", "2018-01-31", 3],
    ["2017-07-01", "2017-03-31", 0],
  ])("over in a window that begins on %s: on %s, %i", (start, asOf, expected) => {
    expect(monthsElapsed(day(start), day(asOf))).toBe(expected);
  });
});
