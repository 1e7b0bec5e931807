import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { Indicator } from "../../src/core/plan.ts";
import { type ReadingDoubt, readingDoubts } from "../../src/core/reading-doubts.ts";
import { day, indicator, record } from "../support/builders.ts";

const REF = "5/firms";
const FLOW = { basis: "flow", unit: "家" } as const;

function said(on: string, value: number, mode: "total" | "add" = "total"): JournalRecord {
  return record("reading", REF, on, { value, mode });
}

/** The doubts about the last of the readings; the earlier ones are in the journal already, `beside` is written with it. */
function doubts(
  readings: readonly JournalRecord[],
  more: Partial<Indicator> = FLOW,
  beside: readonly JournalRecord[] = [],
): ReadingDoubt[] {
  const [last] = readings.slice(-1);
  if (last === undefined) throw new Error("no reading");
  const { on, value = 0, mode = "total" } = last;
  return readingDoubts({ ref: REF, on, value, mode }, indicator("firms", more), {
    before: foldJournal(readings.slice(0, -1)),
    after: foldJournal([...readings, ...beside]),
    today: day("2017-12-31"),
  });
}

describe("a total of a flow", () => {
  it("below an earlier total is doubtful", () => {
    expect(doubts([said("2017-05-31", 268), said("2017-06-30", 26)])).toEqual([
      { doubt: "lower", than: 268, of: "2017-05-31" },
    ]);
  });

  it("below that of an earlier quarter is doubtful, unless each quarter counts for itself", () => {
    const readings = [said("2017-03-31", 268), said("2017-06-30", 26)];
    expect(doubts(readings)).toEqual([{ doubt: "lower", than: 268, of: "2017-03-31" }]);
    expect(doubts(readings, { ...FLOW, per: "quarter" })).toEqual([]);
  });

  it("of nothing is not negative", () => {
    expect(doubts([said("2017-06-30", 0)])).toEqual([]);
    expect(doubts([said("2017-06-30", -1)])).toEqual([{ doubt: "negative" }]);
  });

  it("below the sum of earlier additions is doubtful too", () => {
    const added = [said("2017-04-30", 5, "add"), said("2017-05-31", 7, "add")];
    expect(doubts([...added, said("2017-06-30", 11)])).toEqual([{ doubt: "lower", than: 12, of: "2017-05-31" }]);
  });

  it("that corrects the day's total downwards is doubtful, and reported once", () => {
    const [first, second] = [said("2017-05-31", 300), said("2017-06-30", 268)];
    expect(doubts([first, second, said("2017-06-30", 26)])).toEqual([{ doubt: "lower", than: 268, of: "2017-06-30" }]);
  });

  it("is compared with an earlier reading of the same command", () => {
    expect(doubts([said("2017-06-30", 26)], FLOW, [said("2017-05-31", 268)])).toEqual([
      { doubt: "lower", than: 268, of: "2017-05-31" },
    ]);
  });

  it.each([
    ["more", [said("2017-05-31", 268), said("2017-06-30", 268)]],
    ["the first", [said("2017-06-30", 26)]],
    ["another year's", [said("2016-12-31", 268), said("2017-03-31", 26)]],
    ["an addition", [said("2017-05-31", 268), said("2017-06-30", 26, "add")]],
  ])("is not doubtful if it is %s", (_, readings) => expect(doubts(readings)).toEqual([]));

  it("older than a later total does not change it; with a target for each quarter, only within its quarter", () => {
    const later = [{ doubt: "later stands", of: "2017-06-30" }];
    expect(doubts([said("2017-06-30", 268), said("2017-05-31", 26)])).toEqual(later);
    expect(doubts([said("2017-06-30", 268), said("2017-03-31", 26)])).toEqual(later);
    expect(doubts([said("2017-06-30", 268), said("2017-05-31", 26)], { ...FLOW, per: "quarter" })).toEqual(later);
    expect(doubts([said("2017-06-30", 268), said("2017-03-31", 26)], { ...FLOW, per: "quarter" })).toEqual([]);
    expect(doubts([said("2017-06-30", 268), said("2017-06-30", 268)])).toEqual([]);
    // Values of several days recorded together are not doubtful.
    expect(doubts([said("2017-05-31", 26)], FLOW, [said("2017-06-30", 268)])).toEqual([]);
  });

  it("starts again in each quarter if the target is for each", () => {
    const readings = [said("2017-03-31", 3), said("2017-06-30", 2)];
    expect(doubts(readings, { ...FLOW, per: "quarter" })).toEqual([]);
    expect(doubts([said("2017-04-30", 3), said("2017-06-30", 2)], { ...FLOW, per: "quarter" })).toHaveLength(1);
  });

  it("does not include another quarter's additions if the target is for each", () => {
    const late = [said("2017-05-31", 2), said("2017-03-15", 2, "add")];
    expect(doubts(late)).toEqual([{ doubt: "added before", of: "2017-05-31" }]);
    expect(doubts(late, { ...FLOW, per: "quarter" })).toEqual([]);
    const within = [said("2017-03-31", 2), said("2017-03-15", 2, "add")];
    expect(doubts(within, { ...FLOW, per: "quarter" })).toEqual([{ doubt: "added before", of: "2017-03-31" }]);
  });

  it("may fall if the indicator is no flow", () => {
    expect(doubts([said("2017-05-31", 268), said("2017-06-30", 26)], { basis: "stock", unit: "家" })).toEqual([]);
  });
});

describe("a value", () => {
  it.each(["flow", "stock", "density"] as const)("below 0 is doubtful: %s", (basis) => {
    expect(doubts([said("2017-06-30", -3)], { basis, unit: "件" })).toEqual([{ doubt: "negative" }]);
  });

  it.each(["growth", "ratio"] as const)("below 0 is not doubtful: %s", (basis) => {
    expect(doubts([said("2017-06-30", -3)], { basis, unit: "%" })).toEqual([]);
  });

  it("with a fraction is doubtful if things are counted one by one", () => {
    expect(doubts([said("2017-06-30", 3.7)])).toEqual([{ doubt: "fraction" }]);
    expect(doubts([said("2017-06-30", 3.7)], { basis: "flow", unit: "亿元" })).toEqual([]);
    expect(doubts([said("2017-06-30", 3.7)], { basis: "density", unit: "件" })).toEqual([]);
  });

  it("that adds to what a total already includes is doubtful", () => {
    expect(doubts([said("2017-06-30", 100), said("2017-06-30", 5, "add")])).toEqual([
      { doubt: "added before", of: "2017-06-30" },
    ]);
  });
});
