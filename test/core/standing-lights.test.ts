import { describe, expect, it } from "vitest";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { Policy } from "../../src/core/plan.ts";
import { milestone, record, standing } from "../support/builders.ts";

/** Light and reason of a milestone from 2017-04-01 to 2017-06-30. */
function light(asOf: string, records: JournalRecord[] = [], policy: Partial<Policy> = {}): [string, string] {
  const { light: colour, lightReason } = standing(milestone(), asOf, records, policy);
  return [colour, lightReason];
}

const block = record("block", "10-1", "2017-03-01");

function progress(percent: number, on: string): JournalRecord {
  return record("progress", "10-1", on, { percent });
}

describe("the light of a milestone", () => {
  it("is grey before its window", () => {
    expect(light("2017-03-31")).toEqual(["grey", "not-begun"]);
  });

  it("is blue within it", () => {
    expect(light("2017-05-15")).toEqual(["blue", "on-track"]);
  });

  it("is yellow when it falls due soon", () => {
    expect(light("2017-06-16")).toEqual(["yellow", "due-soon"]);
  });

  it("is red once overdue, blocked or not", () => {
    expect(light("2017-07-01")).toEqual(["red", "overdue"]);
    expect(light("2017-07-01", [block])).toEqual(["red", "overdue"]);
  });

  it("is green when done in time, yellow when done late", () => {
    expect(light("2017-07-03", [record("done", "10-1", "2017-06-30")])).toEqual(["green", "done"]);
    expect(light("2017-07-03", [record("done", "10-1", "2017-07-01")])).toEqual(["yellow", "done-late"]);
  });

  it("is grey when cancelled", () => {
    expect(light("2017-07-03", [record("cancel", "10-1", "2017-05-01")])).toEqual(["grey", "cancelled"]);
  });

  it("is yellow while blocked, before its window too", () => {
    expect(light("2017-05-15", [block])).toEqual(["yellow", "blocked"]);
    expect(light("2017-03-15", [block])).toEqual(["yellow", "blocked"]);
  });

  it("gives blocked as the reason if it is due soon too", () => {
    expect(light("2017-06-20", [block])).toEqual(["yellow", "blocked"]);
  });
});

describe("behind pace", () => {
  it("is yellow if an estimate is below the pace of its day: 49.5 % on 05-15", () => {
    expect(light("2017-05-15", [progress(49, "2017-05-15")])).toEqual(["yellow", "behind-pace"]);
    expect(light("2017-05-15", [progress(50, "2017-05-15")])).toEqual(["blue", "on-track"]);
  });

  it("does not show without an estimate", () => {
    expect(light("2017-06-10")).toEqual(["blue", "on-track"]);
    expect(light("2017-06-10", [record("progress", "10-1", "2017-05-01")])).toEqual(["blue", "on-track"]);
  });

  it("is judged on the day of the estimate, not on the as-of day", () => {
    expect(light("2017-06-10", [progress(40, "2017-05-01")])).toEqual(["blue", "on-track"]);
  });

  it("is judged by days if the policy says so: 30 of 91 on 04-30 are 33.0 %, by month 33.3 %", () => {
    const estimate = [progress(33, "2017-04-30")];
    expect(light("2017-04-30", estimate, { pace: "month" })).toEqual(["yellow", "behind-pace"]);
    expect(light("2017-04-30", estimate, { pace: "day" })).toEqual(["blue", "on-track"]);
  });

  it("is judged at the pace as printed: 34 of 103 days are 33.0 %", () => {
    const { light: colour, pace } = standing(
      milestone({ window: "2017-01-01..2017-04-13" }),
      "2017-02-03",
      [progress(33, "2017-02-03")],
      { pace: "day" },
    );
    expect([colour, pace]).toEqual(["blue", { actual: 33, expected: 33 }]);
  });

  it("measures an extended milestone up to its new day", () => {
    const extend = record("extend", "10-1", "2017-05-01", { to: "2017-09-30" });
    expect(light("2017-05-15", [progress(30, "2017-05-15"), extend])).toEqual(["blue", "on-track"]);
    expect(light("2017-05-15", [progress(20, "2017-05-15"), extend])).toEqual(["yellow", "behind-pace"]);
  });

  it("never shows before the window, and always at 0 % within it", () => {
    expect(light("2017-03-31", [progress(0, "2017-03-31")])).toEqual(["grey", "not-begun"]);
    expect(light("2017-04-01", [progress(0, "2017-04-01")])).toEqual(["yellow", "behind-pace"]);
  });

  it("shows less urgently than due soon", () => {
    expect(light("2017-06-20", [progress(10, "2017-06-20")])).toEqual(["yellow", "due-soon"]);
  });

  it.each<[number, string, string, Policy["pace"]]>([
    [80, "2017-06-12", "2017-04-01..2017-06-30", "month"],
    [40, "2017-04-12", "2017-04-01..2017-04-30", "month"],
    [50, "2017-06-30", "2017-01-01..2017-12-31", "month"],
    [45, "2017-06-12", "2017-01-01..2017-12-31", "month"],
    [28, "2017-06-16", "2017-04-01..2017-12-31", "day"],
    [56, "2017-09-01", "2017-04-01..2017-12-31", "day"],
    [20, "2017-04-05", "2017-04-01..2017-04-25", "day"],
  ])(
    "is not said of an estimate exactly at the pace: %i percent on %s, window %s, by %s",
    (percent, on, window, pace) => {
      const policy = { pace, dueSoonDays: 0 };
      const lightWith = (estimate: number): string =>
        standing(milestone({ window }), on, [progress(estimate, on)], policy).lightReason;
      expect(lightWith(percent)).toBe("on-track");
      expect(lightWith(percent - 0.1)).toBe("behind-pace");
    },
  );
});
