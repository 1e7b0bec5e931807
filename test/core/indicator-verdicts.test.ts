/** Judged readings: published examples, every basis, and the limits of each rule. */
import { describe, expect, it } from "vitest";
import { indicatorLamp, indicatorLight } from "../../src/core/indicator-lights.ts";
import { type IndicatorStanding, goalOf, indicatorStanding, quartersUnread } from "../../src/core/indicators.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { PaceMethod } from "../../src/core/pace.ts";
import { DEFAULT_POLICY, type Indicator } from "../../src/core/plan.ts";
import { day, indicator, record } from "../support/builders.ts";

const REF = "10/x";

function reading(on: string, value: number, mode: "total" | "add" = "total"): JournalRecord {
  return record("reading", REF, on, { value, mode });
}

/** How the indicator stands on the day, given readings as `[day, value]`. */
function stand(
  more: Partial<Indicator>,
  readings: readonly (readonly [on: string, value: number])[],
  asOf = "2017-12-31",
  pace: PaceMethod = "month",
  added: string | null = null,
): IndicatorStanding {
  const journal = foldJournal(readings.map(([on, value]) => reading(on, value)));
  const of = { ref: REF, indicator: indicator("x", more), added: added === null ? null : day(added) };
  return indicatorStanding({ ...of, journal, asOf: day(asOf), year: 2017, pace });
}

const FLOW = { basis: "flow", min: 200, unit: "件" } as const;
const GROWTH = { basis: "growth", min: 20, unit: "%" } as const;

it.each([
  [{ basis: "stock", min: 25_000.3, unit: "万元" }, 25_000.5, 0.2],
  [{ basis: "stock", min: null, max: 25_000.3, unit: "万元" }, 25_000.5, -0.2],
  [{ basis: "growth", min: 25_000.3, unit: "%" }, 25_000.1, -0.2],
] as const)("a margin has no more decimals than its numbers: %j at %d", (more, value, margin) => {
  expect(stand(more, [["2017-06-30", value]]).margin).toBe(margin);
});

describe("a flow", () => {
  it("of 53.3 % after nine months is 21.7 points below the pace, as in a city's notice", () => {
    expect(stand({ ...FLOW, min: 1000 }, [["2017-09-30", 533]], "2017-09-30")).toMatchObject({
      share: 53.3,
      expected: 75,
      gap: -21.7,
      verdict: "behind",
      verdictReason: null,
    });
  });

  it.each([
    ["2017-03-31", 25],
    ["2017-06-30", 50],
    ["2017-11-30", 91.7],
  ])("on %s is expected at %f %%, as in official notices", (on, expected) => {
    expect(stand(FLOW, [[on, 0]], on).expected).toBe(expected);
  });

  it("is expected at 181/365 by days half-way through the year", () => {
    expect(stand(FLOW, [["2017-06-30", 0]], "2017-06-30", "day").expected).toBe(49.6);
  });

  it("is on pace exactly at the pace, and behind just below it", () => {
    expect(stand(FLOW, [["2017-06-30", 100]], "2017-06-30")).toMatchObject({ gap: 0, verdict: "on-pace" });
    expect(stand(FLOW, [["2017-06-30", 99]], "2017-06-30")).toMatchObject({ gap: -0.5, verdict: "behind" });
  });

  it("is judged at the pace of the reading's day, however long ago that is", () => {
    expect(stand(FLOW, [["2017-06-30", 100]], "2017-11-15")).toMatchObject({
      on: "2017-06-30",
      expected: 50,
      verdict: "on-pace",
    });
  });

  it("is met at its target, even early, and exceeded above it", () => {
    expect(stand(FLOW, [["2017-06-30", 200]])).toMatchObject({ share: 100, verdict: "met", margin: 0 });
    expect(stand(FLOW, [["2017-06-30", 250]])).toMatchObject({ share: 125, verdict: "exceeded", margin: 50 });
  });

  it("short of its target never prints as 100.0", () => {
    expect(stand({ ...FLOW, min: 25000 }, [["2017-12-31", 24999]])).toMatchObject({
      share: 99.9,
      gap: -0.1,
      verdict: "behind",
    });
  });

  it("cannot be judged after its due day without a reading up to then, unless it was behind already", () => {
    expect(stand({ ...FLOW, due: day("2017-03-31") }, [["2017-02-28", 140]], "2017-03-31")).toMatchObject({
      verdict: "not-judged",
      verdictReason: "due-past",
    });
    expect(stand({ ...FLOW, due: day("2017-03-31") }, [["2017-02-28", 140]], "2017-03-30").verdict).toBe("on-pace");
    expect(stand({ ...FLOW, due: day("2017-03-31") }, [["2017-02-28", 100]], "2017-04-01").verdict).toBe("behind");
    expect(stand({ ...FLOW, due: day("2017-03-31") }, [["2017-03-31", 199]], "2017-04-01").verdict).toBe("behind");
    expect(stand(FLOW, [["2018-01-20", 190]], "2018-01-31")).toMatchObject({ expected: 100, verdict: "behind" });
  });

  it("with a target of 1 has a share too", () => {
    expect(stand({ ...FLOW, min: 1 }, [["2017-06-30", 1]])).toMatchObject({ share: 100, verdict: "met" });
  });

  it("adds up within the year: earlier readings do not count", () => {
    expect(stand(FLOW, [["2016-12-31", 900]]).verdict).toBe("no-reading");
  });

  it("may be negative, and is shown so", () => {
    expect(stand(FLOW, [["2017-06-30", -10]])).toMatchObject({ share: -5, gap: -55, verdict: "behind" });
  });

  it("without a target above 0 has no share", () => {
    expect(stand({ ...FLOW, min: 0 }, [["2017-06-30", 0]])).toMatchObject({ share: null, gap: null, verdict: "met" });
    expect(stand({ ...FLOW, min: 0 }, [["2017-06-30", -1]])).toMatchObject({ share: null, verdict: "behind" });
  });
});

describe("a flow with a limit", () => {
  const limit = { ...FLOW, min: null, max: 10 };

  it("is on pace while below the limit, met once the time is over, and behind above it", () => {
    expect(stand(limit, [["2017-06-30", 10]], "2017-06-30")).toMatchObject({ verdict: "on-pace", expected: null });
    expect(stand(limit, [["2017-12-31", 10]])).toMatchObject({ verdict: "met", margin: 0 });
    expect(stand(limit, [["2017-02-01", 11]])).toMatchObject({
      verdict: "behind",
      verdictReason: "over-limit",
      margin: -1,
      share: 110,
    });
    expect(stand(limit, [["2017-11-30", 9]], "2018-01-01").verdictReason).toBe("due-past");
  });
});

describe("a range", () => {
  const range = { basis: "stock", min: 10, max: 20 } as const;

  it("is met from its minimum to its maximum, and exceeded above: 25 agencies for 10–20", () => {
    expect(stand(range, [["2017-06-30", 9]])).toMatchObject({ verdict: "behind", share: 90, margin: -1, gap: null });
    expect(stand(range, [["2017-06-30", 10]]).verdict).toBe("met");
    expect(stand(range, [["2017-06-30", 20]])).toMatchObject({ verdict: "met", verdictReason: null });
    expect(stand(range, [["2017-06-30", 25]])).toMatchObject({
      verdict: "exceeded",
      verdictReason: "over-maximum",
      share: 250,
    });
  });
});

describe("a growth", () => {
  it("of 6.1 % is 0.9 points below a target of 7, whatever the day", () => {
    expect(stand({ ...GROWTH, min: 7 }, [["2017-06-30", 6.1]])).toMatchObject({
      expected: null,
      gap: -0.9,
      verdict: "behind",
    });
  });

  it("needs no baseline, and may be negative", () => {
    expect(stand(GROWTH, [["2017-06-30", -3]])).toMatchObject({ share: -15, gap: -23, verdict: "behind" });
    expect(stand({ ...GROWTH, unit: "％" }, [["2017-06-30", 21.5]])).toMatchObject({ gap: 1.5, verdict: "exceeded" });
  });
});

describe("a rank", () => {
  const rank = { basis: "rank", min: null, max: 10, unit: "名" } as const;

  it("is better the lower it is, and has no share", () => {
    expect(stand(rank, [["2017-12-31", 10]])).toMatchObject({ verdict: "met", share: null, gap: null, margin: 0 });
    expect(stand(rank, [["2017-12-31", 3]])).toMatchObject({ verdict: "met", margin: 7 });
    expect(stand(rank, [["2017-12-31", 12]])).toMatchObject({ verdict: "behind", verdictReason: null, margin: -2 });
  });

  it("may be written as a minimum", () => {
    expect(goalOf({ basis: "rank", min: 5, max: null })).toBe(5);
    expect(goalOf({ basis: "stock", min: null, max: null })).toBe(0);
  });
});

describe("a ratio, a density", () => {
  it("are compared with the target itself, including decimals", () => {
    expect(stand({ basis: "ratio", min: 50, unit: "%" }, [["2017-03-31", 30]])).toMatchObject({
      expected: null,
      gap: -20,
      verdict: "behind",
    });
    expect(stand({ basis: "density", min: 6.5 }, [["2017-06-30", 6.5]])).toMatchObject({ share: 100, verdict: "met" });
    expect(stand({ basis: "density", min: 6.5 }, [["2017-06-30", 6.2]])).toMatchObject({ share: 95.4, margin: -0.3 });
  });

  it("with a limit meet or break it on any day", () => {
    expect(stand({ basis: "ratio", min: null, max: 12, unit: "%" }, [["2017-03-31", 12]]).verdict).toBe("met");
    expect(stand({ basis: "ratio", min: null, max: 12, unit: "%" }, [["2017-03-31", 13]])).toMatchObject({
      verdict: "behind",
      gap: -1,
    });
  });
});

describe("a target for each quarter", () => {
  const courses = { basis: "flow", min: 2, max: 3, per: "quarter", unit: "期" } as const;

  it("is judged quarter by quarter, at the pace of the quarter", () => {
    const standing = stand(courses, [["2017-03-24", 2]], "2017-05-15");
    expect(standing).toMatchObject({ value: 2, on: "2017-03-24", share: 100, verdict: "met" });
    expect(standing.quarters.map(({ quarter, value, verdict }) => [quarter, value, verdict])).toEqual([
      [1, 2, "met"],
      [2, null, "no-reading"],
    ]);
    expect(stand(courses, [["2017-02-14", 1]], "2017-02-14")).toMatchObject({ expected: 50, verdict: "on-pace" });
  });

  it("counts each quarter by itself", () => {
    const standing = stand(
      courses,
      [
        ["2017-03-31", 3],
        ["2017-06-30", 2],
      ],
      "2017-07-03",
    );
    expect(standing).toMatchObject({ value: 2, verdict: "met", previous: null });
    expect(standing.quarters.map(({ value }) => value)).toEqual([3, 2, null]);
  });

  it("counts readings after a due day within the quarter, as a target for the year does", () => {
    const { quarters } = stand({ ...courses, due: day("2017-05-15") }, [["2017-05-20", 3]], "2017-07-01");
    expect(quarters.map(({ quarter, due, value }) => [quarter, due, value])).toEqual([
      [1, "2017-03-31", null],
      [2, "2017-05-15", 3],
    ]);
  });

  it("with a quarter missed stays behind: a later one does not make up for it", () => {
    const readings = ["03", "06", "09", "12"].map((month) => [`2017-${month}-28`, month === "06" ? 1 : 2] as const);
    expect(stand(courses, readings)).toMatchObject({ value: 2, verdict: "behind", verdictReason: "quarter-missed" });
    expect(stand(courses, readings, "2017-06-29")).toMatchObject({ value: 1, verdict: "behind", verdictReason: null });
    expect(stand(courses, readings, "2017-06-30").verdictReason).toBe("quarter-missed");
  });

  it("cannot be judged once a quarter without a reading is over", () => {
    const unread = { verdict: "not-judged", verdictReason: "quarter-unread" };
    const second = [["2017-06-16", 3]] as const;
    expect(stand(courses, second, "2017-06-30")).toMatchObject({ value: 3, share: 150, ...unread });
    const both = [["2017-03-16", 2], ...second] as const;
    expect(stand(courses, both, "2017-09-29")).toMatchObject({ verdict: "met", verdictReason: null });
    expect(stand(courses, both, "2017-09-30")).toMatchObject({ value: 3, ...unread });
    const missed = [["2017-03-16", 1], ...second] as const;
    expect(stand(courses, missed, "2017-10-01")).toMatchObject({ verdict: "behind", verdictReason: "quarter-missed" });
    expect(stand(courses, [["2017-06-16", 1]], "2017-06-30").verdict).toBe("behind");
  });

  it("cannot be judged either if its readings do not tell how a quarter ended", () => {
    const total = indicator("courses", { basis: "flow", min: 10, per: "quarter" });
    const readings = [
      ["2017-01-15", 6],
      ["2017-05-15", 10],
    ] as const;
    const seen = stand(total, readings, "2017-06-30");
    expect(seen.quarters[0]).toMatchObject({ verdict: "not-judged" });
    expect(seen).toMatchObject({ verdict: "not-judged", verdictReason: "quarter-unread" });
    expect(quartersUnread(seen.quarters, day("2017-06-30"))).toEqual([1]);
  });

  it("covers no quarter before the task was added, and none after the due day", () => {
    const quartersOf = ({ quarters }: IndicatorStanding): number[] => quarters.map(({ quarter }) => quarter);
    const third = [["2017-09-30", 2]] as const;
    const late = stand(courses, third, "2017-10-10", "month", "2017-07-01");
    expect([quartersOf(late), late.verdict, late.verdictReason]).toEqual([[3, 4], "met", null]);
    // If it was added in mid-quarter, that quarter counts.
    expect(quartersOf(stand(courses, third, "2017-10-10", "month", "2017-06-30"))).toEqual([2, 3, 4]);
    const both = [
      ["2017-03-31", 2],
      ["2017-05-15", 2],
    ] as const;
    const over = stand({ ...courses, due: day("2017-05-15") }, both, "2017-10-10");
    expect([quartersOf(over), over.verdict]).toEqual([[1, 2], "met"]);
    expect(over.quarters.map(({ due }) => due)).toEqual(["2017-03-31", "2017-05-15"]);
    expect(stand({ ...courses, due: day("2017-05-15") }, both.slice(0, 1), "2017-05-15")).toMatchObject({
      verdict: "not-judged",
      verdictReason: "quarter-unread",
    });
  });

  it("that was missed is judged like one without a gap, however the current quarter goes", () => {
    const total = indicator("courses", { basis: "flow", min: 10, per: "quarter" });
    const policy = { ...DEFAULT_POLICY, yellowGap: 20, redGap: 50 };
    for (const value of [0, 3, 10]) {
      const seen = stand(
        total,
        [
          ["2017-03-31", 1],
          ["2017-05-15", value],
        ] as const,
        "2017-05-20",
      );
      expect(seen.verdictReason).toBe("quarter-missed");
      expect(indicatorLight(total, seen, policy)).toBe("yellow");
    }
  });

  it("has no reading before the year begins, or if there is none", () => {
    expect(stand(courses, [["2017-03-24", 2]], "2016-12-31")).toMatchObject({ verdict: "no-reading", quarters: [] });
    expect(stand(courses, [], "2017-12-31").verdict).toBe("no-reading");
  });
});

describe("the trend", () => {
  it("compares with the previous reading", () => {
    const readings = [
      ["2017-03-31", 50],
      ["2017-06-30", 120],
    ] as const;
    expect(stand(FLOW, readings).previous).toEqual({ value: 50, on: "2017-03-31" });
    expect(stand(FLOW, readings.slice(0, 1)).previous).toBeNull();
  });
});

describe("the light of an indicator", () => {
  const lightOf = (
    more: Partial<Indicator>,
    readings: Parameters<typeof stand>[1],
    lights = "standard" as const,
  ): string[] => {
    const [what, policy] = [indicator("x", more), { ...DEFAULT_POLICY, lights }];
    const standing = stand(more, readings);
    return [indicatorLight(what, standing, policy), indicatorLamp(what, standing, policy)?.lightReason ?? "none"];
  };

  it.each<[string, Partial<Indicator>, Parameters<typeof stand>[1], string[]]>([
    ["met", FLOW, [["2017-12-31", 200]], ["green", "none"]],
    ["exceeded", FLOW, [["2017-12-31", 201]], ["green", "none"]],
    ["without a reading", FLOW, [], ["grey", "none"]],
    ["behind", FLOW, [["2017-06-30", 99]], ["yellow", "behind-pace"]],
    ["a rank too low", { basis: "rank", min: null, max: 10 }, [["2017-06-30", 12]], ["yellow", "behind-pace"]],
    ["short of a growth", GROWTH, [["2017-06-30", 1]], ["yellow", "behind-pace"]],
    ["on pace in its time", { ...FLOW, due: day("2018-12-31") }, [["2017-12-31", 100]], ["blue", "none"]],
    ["not to be judged", { ...FLOW, due: day("2017-03-31") }, [["2017-02-28", 140]], ["grey", "none"]],
  ])("%s", (_, more, readings, expected) => {
    expect(lightOf(more, readings)).toEqual(expected);
  });

  it("follows the plan's policy", () => {
    const policy = { ...DEFAULT_POLICY, lights: "yinchuan" as const };
    const light = (value: number): unknown =>
      indicatorLight(indicator("x", FLOW), stand(FLOW, [["2017-06-30", value]], "2017-06-30"), policy);
    expect([100, 90, 80, 39].map(light)).toEqual(["green", "blue", "yellow", "red"]);
    // Below a target of 0 there is no gap to measure.
    const nought = { ...FLOW, min: 0 };
    expect(indicatorLight(indicator("x", nought), stand(nought, [["2017-06-30", -1]]), policy)).toBe("yellow");
  });

  it("is yellow for a missed quarter although the latest one is met", () => {
    const courses = { basis: "flow", min: 2, per: "quarter", unit: "期" } as const;
    const readings = [
      ["2017-03-31", 1],
      ["2017-06-30", 2],
    ] as const;
    expect(lightOf(courses, readings)).toEqual(["yellow", "behind-pace"]);
  });
});
