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

/** Of the last of the readings; those before it stood in the journal already, but for `beside`. */
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

describe("a total of what adds up", () => {
  it("that is less than what was said before is doubtful", () => {
    expect(doubts([said("2017-05-31", 268), said("2017-06-30", 26)])).toEqual([
      { doubt: "lower", than: 268, of: "2017-05-31" },
    ]);
  });

  it("that is less than what was added up till then is, too", () => {
    const added = [said("2017-04-30", 5, "add"), said("2017-05-31", 7, "add")];
    expect(doubts([...added, said("2017-06-30", 11)])).toEqual([{ doubt: "lower", than: 12, of: "2017-05-31" }]);
  });

  it("that corrects the day's own downwards is, and is told once", () => {
    const [first, second] = [said("2017-05-31", 300), said("2017-06-30", 268)];
    expect(doubts([first, second, said("2017-06-30", 26)])).toEqual([{ doubt: "lower", than: 268, of: "2017-06-30" }]);
  });

  it("is compared with what the same command records of an earlier day", () => {
    expect(doubts([said("2017-06-30", 26)], FLOW, [said("2017-05-31", 268)])).toEqual([
      { doubt: "lower", than: 268, of: "2017-05-31" },
    ]);
  });

  it.each([
    ["more", [said("2017-05-31", 268), said("2017-06-30", 268)]],
    ["the first", [said("2017-06-30", 26)]],
    ["another year's", [said("2016-12-31", 268), said("2017-03-31", 26)]],
    ["an addition", [said("2017-05-31", 268), said("2017-06-30", 26, "add")]],
  ])("is not where it is %s", (_, readings) => expect(doubts(readings)).toEqual([]));

  it("that is older than the one that stands changes nothing of it; each quarter's own stands in it", () => {
    const later = [{ doubt: "later stands", of: "2017-06-30" }];
    expect(doubts([said("2017-06-30", 268), said("2017-05-31", 26)])).toEqual(later);
    expect(doubts([said("2017-06-30", 268), said("2017-03-31", 26)])).toEqual(later);
    expect(doubts([said("2017-06-30", 268), said("2017-05-31", 26)], { ...FLOW, per: "quarter" })).toEqual(later);
    expect(doubts([said("2017-06-30", 268), said("2017-03-31", 26)], { ...FLOW, per: "quarter" })).toEqual([]);
    expect(doubts([said("2017-06-30", 268), said("2017-06-30", 268)])).toEqual([]);
    // Values of several days that are recorded together need no word.
    expect(doubts([said("2017-05-31", 26)], FLOW, [said("2017-06-30", 268)])).toEqual([]);
  });

  it("begins anew in each quarter where the target is of one", () => {
    const readings = [said("2017-03-31", 3), said("2017-06-30", 2)];
    expect(doubts(readings, { ...FLOW, per: "quarter" })).toEqual([]);
    expect(doubts([said("2017-04-30", 3), said("2017-06-30", 2)], { ...FLOW, per: "quarter" })).toHaveLength(1);
  });

  it("has nothing of another quarter's additions where the target is of one", () => {
    const late = [said("2017-05-31", 2), said("2017-03-15", 2, "add")];
    expect(doubts(late)).toEqual([{ doubt: "added before", of: "2017-05-31" }]);
    expect(doubts(late, { ...FLOW, per: "quarter" })).toEqual([]);
    const within = [said("2017-03-31", 2), said("2017-03-15", 2, "add")];
    expect(doubts(within, { ...FLOW, per: "quarter" })).toEqual([{ doubt: "added before", of: "2017-03-31" }]);
  });

  it("may fall where it does not add up", () => {
    expect(doubts([said("2017-05-31", 268), said("2017-06-30", 26)], { basis: "stock", unit: "家" })).toEqual([]);
  });
});

describe("a value", () => {
  it.each(["flow", "stock", "density"] as const)("below 0 is doubtful: %s", (basis) => {
    expect(doubts([said("2017-06-30", -3)], { basis, unit: "件" })).toEqual([{ doubt: "negative" }]);
  });

  it.each(["growth", "ratio"] as const)("below 0 is none: %s", (basis) => {
    expect(doubts([said("2017-06-30", -3)], { basis, unit: "%" })).toEqual([]);
  });

  it("with a fraction is doubtful where single things are counted", () => {
    expect(doubts([said("2017-06-30", 3.7)])).toEqual([{ doubt: "fraction" }]);
    expect(doubts([said("2017-06-30", 3.7)], { basis: "flow", unit: "亿元" })).toEqual([]);
    expect(doubts([said("2017-06-30", 3.7)], { basis: "density", unit: "件" })).toEqual([]);
  });

  it("that adds to what a total has already is told", () => {
    expect(doubts([said("2017-06-30", 100), said("2017-06-30", 5, "add")])).toEqual([
      { doubt: "added before", of: "2017-06-30" },
    ]);
  });
});
