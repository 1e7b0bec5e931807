import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { leftovers, shiftTitle, shiftWhen } from "../../src/core/next-year.ts";
import { day, milestone, plan, record, task } from "../support/builders.ts";

describe("a window in another year", () => {
  it.each([
    ["Q1..Q2", "Q1..Q2"],
    ["every quarter", "every quarter"],
    ["year", "year"],
    ["2017-08", "2018-08"],
    ["2017-07..2017-09", "2018-07..2018-09"],
    ["2017-11-30", "2018-11-30"],
    ["2017-12-01..2018-01-31", "2018-12-01..2019-01-31"],
    ["2017-13", "2017-13"],
  ])("%s is %s", (when, next) => {
    expect(shiftWhen(when, 1)).toBe(next);
  });

  it("keeps the last day of February", () => {
    expect(shiftWhen("2020-02-29", 1)).toBe("2021-02-28");
    expect(shiftWhen("2019-02", 1)).toBe("2020-02");
  });
});

describe("a title in another year", () => {
  it.each([
    ["2017年知识产权工作计划", "2018年知识产权工作计划"],
    ["“十三五”2017、2017年", "“十三五”2018、2018年"],
    ["〔120170〕号", "〔120170〕号"],
    ["工作计划", "工作计划"],
  ])("%s is %s", (title, next) => {
    expect(shiftTitle(title, 2017, 2018)).toBe(next);
  });
});

describe("an unfinished milestone", () => {
  const asked = plan([
    task("1", [
      milestone({ id: "1-1" }),
      milestone({ id: "1-2@Q2" }),
      milestone({ id: "1-3" }),
      milestone({ id: "1-4", window: "2017-12-01..2018-02-28" }),
      milestone({ id: "1-5", window: "2017-10-01..2017-12-31" }),
    ]),
  ]);
  const journal = foldJournal([
    record("done", "1-1", "2017-06-20"),
    record("cancel", "1-3", "2017-06-20"),
    record("extend", "1-5", "2017-12-01", { to: "2018-03-31" }),
  ]);

  it("is for one day if it was put off to the first of the new year", () => {
    const own = task("2", [milestone({ id: "2-1", task: "2" })]);
    const extended = foldJournal([record("extend", "2-1", "2017-06-12", { to: "2018-01-01" })]);
    const [left] = leftovers(plan([own]), extended, day("2017-12-31"), 2018);
    expect(left?.when).toBe("2018-01-01..2018-01-01");
  });

  it("begins as planned if that is in the new year", () => {
    const own = task("2", [milestone({ id: "2-1", task: "2", window: "2018-02-01..2018-03-31" })]);
    const [left] = leftovers(plan([own]), foldJournal([]), day("2017-12-31"), 2018);
    expect(left?.when).toBe("2018-02-01..2018-03-31");
  });

  it("with a span has an id without the span's dots", () => {
    const spans = task("2", [
      milestone({ id: "2-1@Q1..Q2", task: "2" }),
      milestone({ id: "2-1@2017-08..2017-09", task: "2" }),
    ]);
    const left = leftovers(plan([spans]), foldJournal([]), day("2017-12-31"), 2018);
    expect(left.map(({ id }) => id)).toEqual(["2-1-Q1-Q2-y2017", "2-1-2017-08-2017-09-y2017"]);
  });

  it("is for the first quarter, or until its later due day, under a new id", () => {
    expect(leftovers(asked, journal, day("2017-12-31"), 2018)).toEqual([
      {
        id: "1-2-Q2-y2017",
        task: "1",
        when: "Q1",
        text: "text of 1-2@Q2",
        was: { id: "1-2@Q2", due: "2017-06-30", extendedTo: null },
      },
      {
        id: "1-4-y2017",
        task: "1",
        when: "2018-01-01..2018-02-28",
        text: "text of 1-4",
        was: { id: "1-4", due: "2018-02-28", extendedTo: null },
      },
      {
        id: "1-5-y2017",
        task: "1",
        when: "2018-01-01..2018-03-31",
        text: "text of 1-5",
        was: { id: "1-5", due: "2017-12-31", extendedTo: "2018-03-31" },
      },
    ]);
  });

  it("is one as of the as-of day", () => {
    expect(leftovers(asked, journal, day("2017-06-19"), 2018).map(({ was }) => was.id)).toEqual([
      ...["1-1", "1-2@Q2", "1-3", "1-4", "1-5"],
    ]);
  });
});
