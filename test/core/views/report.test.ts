import { describe, expect, it } from "vitest";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { Filters } from "../../../src/core/selection.ts";
import { type ReportView, viewReport } from "../../../src/core/views/report.ts";
import { viewStatus } from "../../../src/core/views/status.ts";
import { indicator, inquiry, milestone, plan, record, revoke, task } from "../../support/builders.ts";
import { ask2017 } from "../../support/plan-2017.ts";

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);

/** Led by a, assisted by b; due at the ends of the four quarters and in the next year. */
const ONE = task(
  "1",
  [
    milestone({ id: "1-1", window: "2017-01-01..2017-03-31" }),
    milestone({ id: "1-2" }),
    milestone({ id: "1-3", window: "2017-04-01..2017-06-15" }),
    milestone({ id: "1-4", window: "2017-07-01..2017-09-30" }),
    milestone({ id: "1-5", window: "2017-04-01..2017-08-31" }),
    milestone({ id: "1-6", window: "2018-01-01..2018-02-28" }),
  ],
  { divisions: ["a", "b"] },
);
const TWO = task("2", [milestone({ id: "2-1" })], {
  divisions: ["b"],
  theme: "t2",
  section: "s2-1",
  indicators: [indicator("x")],
});
const OFFICE = plan([ONE, TWO]);

function report(asOf: string, records: readonly JournalRecord[], filters: Partial<Filters> = {}): ReportView {
  return viewReport(inquiry(OFFICE, asOf, { quarters: [2], ...filters, journal: foldJournal(records) }));
}

describe("the report of the second quarter of 2017, as of 05-15", () => {
  const view = viewReport(ask2017("2017-05-15", { quarters: [2] }));

  it("has the same numbers as status, for the plan and for the quarter", () => {
    const whole = viewStatus(ask2017("2017-05-15"));
    const quarter = viewStatus(ask2017("2017-05-15", { quarters: [2] }));
    expect(view.totals.counts).toEqual(whole.totals);
    expect(view.totals.rates).toEqual(whole.rates);
    expect(view.totals.inPeriod).toEqual({ counts: quarter.totals, rates: quarter.rates });
    expect(view.groups.map(({ key, counts }) => [key, counts])).toEqual(
      whole.groups.map(({ key, counts }) => [key, counts]),
    );
    const march = viewStatus(ask2017("2017-03-31"));
    expect(view.before).toEqual({ asOf: "2017-03-31", counts: march.totals, rates: march.rates });
  });

  it("has shares that add up to 100: 16, 28, 2, 34 and 0 of 80", () => {
    expect(view.shares).toEqual([
      { state: "done", milestones: 16, percent: 20 },
      { state: "active", milestones: 28, percent: 35 },
      { state: "overdue", milestones: 2, percent: 2.5 },
      { state: "upcoming", milestones: 34, percent: 42.5 },
      { state: "cancelled", milestones: 0, percent: 0 },
    ]);
  });

  it("measures the elapsed part of the year and of the quarter by month", () => {
    // 4 months and 15 of 31 days, of 12 months; 1 month and 15 of 31 days, of 3.
    expect(view.pace).toEqual({ method: "month", year: 37.4, period: 49.5 });
  });

  it("lists what is overdue with reasons, and every task and indicator of the plan", () => {
    expect(view.overdue.map(({ id, problem }) => [id, problem])).toEqual([
      ["12-1", "合作机构尚未落实"],
      ["16-1", null],
    ]);
    expect(view.tasks).toHaveLength(26);
    expect(view.tasks.flatMap(({ milestones }) => milestones)).toHaveLength(80);
    expect(view.indicators).toHaveLength(29);
    expect(view.verdicts.indicators).toBe(29);
  });

  it("lists as silent only the division of 16-1 in the first quarter: the other milestone overdue has a word", () => {
    const first = viewReport(ask2017("2017-05-15", { quarters: [1] }));
    expect(first.silent.map(({ name, milestones }) => [name, ids(milestones)])).toEqual([["规划发展处", ["16-1"]]]);
  });

  it("counts each theme once: 26 tasks and 80 milestones", () => {
    expect(view.themes.map(({ key }) => key)).toEqual(["t1", "t2", "t3"]);
    expect(view.themes.reduce((sum, { counts }) => sum + counts.tasks, 0)).toBe(26);
    expect(view.themes.reduce((sum, { counts }) => sum + counts.milestones, 0)).toBe(80);
  });
});

describe("a report", () => {
  it("lists what was completed in the period, by day", () => {
    const records = [
      record("done", "1-1", "2017-03-31"),
      record("done", "1-2", "2017-06-20"),
      record("done", "2-1", "2017-06-10"),
      record("done", "1-4", "2017-06-20"),
    ];
    expect(ids(report("2017-07-31", records).finished)).toEqual(["2-1", "1-2", "1-4"]);
    expect(ids(report("2017-06-15", records).finished)).toEqual(["2-1"]);
  });

  it("lists what is hindered apart from what is overdue, by due day", () => {
    const records = [
      record("block", "1-4", "2017-06-01", { reason: "no money" }),
      record("block", "1-5", "2017-06-01", { reason: "no staff" }),
      record("progress", "1-2", "2017-06-25", { percent: 10 }),
      record("progress", "2-1", "2017-06-25", { percent: 99 }),
      record("block", "1-3", "2017-06-01", { reason: "no room" }),
    ];
    const view = report("2017-06-26", records);
    expect(ids(view.hindered)).toEqual(["1-2", "1-5", "1-4"]);
    expect(ids(view.overdue)).toEqual(["1-1", "1-3"]);
  });

  it("lists what is due and not done though on pace: not overdue yet, or extended too late", () => {
    const records = [
      record("progress", "2-1", "2017-06-30", { percent: 100 }),
      record("extend", "1-3", "2017-06-16", { to: "2017-09-30" }),
      record("done", "1-1", "2017-05-31"),
    ];
    // 1-3 was due on 15 June; 1-2 and 2-1 are due on 30 June.
    expect(ids(report("2017-06-29", records).hindered)).toEqual(["1-3"]);
    expect(ids(report("2017-06-30", records).hindered)).toEqual(["1-2", "2-1", "1-3"]);
    // In the next period 1-3 is still unfinished, like what is overdue from before.
    expect(ids(report("2017-07-10", records, { quarters: [3] }).hindered)).toEqual(["1-3"]);
  });

  it("calls no division silent that said anything up to the day, on the milestone or its task", () => {
    const silent = (asOf: string, ...records: JournalRecord[]): unknown[] =>
      report(asOf, records).silent.map(({ name, due, milestones }) => [name, due, ids(milestones)]);
    expect(silent("2017-06-30")).toEqual([
      ["division a", 2, ["1-2", "1-3"]],
      ["division b", 1, ["2-1"]],
    ]);
    expect(silent("2017-06-20")).toEqual([["division a", 1, ["1-3"]]]);
    const done = record("done", "1-2", "2017-06-20");
    const word = record("note", "2", "2017-06-29", { note: "we are at it" });
    expect(silent("2017-06-30", done, word)).toEqual([["division a", 2, ["1-3"]]]);
    expect(silent("2017-06-30", done, revoke(done, "2017-06-21"), word)).toEqual([["division a", 2, ["1-2", "1-3"]]]);
    expect(silent("2017-06-30", { ...word, on: record("note", "2", "2017-07-01").on })).toHaveLength(2);
  });

  it("ends with what is due in the quarter after", () => {
    const done = record("done", "1-4", "2017-06-20");
    expect(report("2017-06-30", []).next).toMatchObject({ year: 2017, quarter: 3, done: 0 });
    expect(ids(report("2017-06-30", []).next.milestones)).toEqual(["1-5", "1-4"]);
    const { next } = report("2017-06-30", [done]);
    expect([ids(next.milestones), next.done]).toEqual([["1-5"], 1]);
    expect(ids(report("2017-12-31", [], { quarters: [4] }).next.milestones)).toEqual(["1-6"]);
  });

  it("includes what is overdue in that quarter, if the report is made again later", () => {
    expect(ids(report("2017-10-15", [record("done", "1-4", "2017-09-20")]).next.milestones)).toEqual(["1-5"]);
  });

  it("on the whole year has no separate period, and looks a quarter ahead of the as-of day", () => {
    const view = report("2017-05-15", [], { quarters: null });
    expect(view).toMatchObject({ quarter: null, before: null, period: { start: "2017-01-01", end: "2017-12-31" } });
    expect(view.totals.inPeriod).toBeNull();
    expect(view.next).toMatchObject({ year: 2017, quarter: 3, start: "2017-07-01", end: "2017-09-30" });
    expect(report("2016-08-01", [], { quarters: null }).next).toMatchObject({ year: 2017, quarter: 1 });
    expect(report("2017-12-31", [], { quarters: null }).next).toMatchObject({ year: 2018, quarter: 1 });
    expect(report("2018-02-01", [], { quarters: null }).next).toMatchObject({ year: 2018, quarter: 1 });
  });

  it("makes no comparison with days still to come", () => {
    expect(report("2017-03-31", []).before).toBeNull();
    expect(report("2017-04-01", []).before).toMatchObject({ asOf: "2017-03-31" });
  });

  it("takes the task's problem and next step if the milestone has none", () => {
    const said = record("note", "1", "2017-07-02", { problem: "no room", next: "ask for one" });
    const own = record("note", "1-3", "2017-07-02", { problem: "no money" });
    const step = record("note", "1-2", "2017-07-03", { next: "wait" });
    const words = report("2017-07-03", [said, own, step]).overdue.map(({ id, problem, nextStep }) => [
      id,
      problem,
      nextStep,
    ]);
    expect(words).toEqual([
      ["1-1", "no room", "ask for one"],
      ["1-3", "no money", null],
      ["1-2", "no room", "wait"],
      ["2-1", null, null],
    ]);
  });

  it("on the first quarter has nothing before it", () => {
    expect(report("2017-03-31", [], { quarters: [1] }).before).toBeNull();
  });

  it("on a half-year has both quarters as its period, and looks a quarter ahead of its end", () => {
    const half = report("2017-07-20", [record("done", "1-1", "2017-04-05"), record("done", "1-2", "2017-05-02")], {
      quarters: [1, 2],
    });
    expect(half.quarter).toBeNull();
    expect(half.period).toEqual({ start: "2017-01-01", end: "2017-06-30" });
    expect(half.before).toBeNull();
    expect(ids(half.finished)).toEqual(["1-1", "1-2"]);
    // Due by 06-30: 1-1, 1-2, 1-3 and 2-1.
    expect(half.totals.inPeriod?.rates.quarterCompletion).toMatchObject({ numerator: 2, denominator: 4 });
    expect(half.pace).toMatchObject({ period: 100 });
    expect(half.next).toMatchObject({ start: "2017-07-01", quarter: 3 });
    // In its first quarter too.
    expect(report("2017-02-15", [], { quarters: [1, 2] }).next).toMatchObject({ year: 2017, quarter: 3 });
    const later = report("2017-10-02", [], { quarters: [3, 4] });
    expect(later.before).toMatchObject({ asOf: "2017-06-30" });
    expect(later.next).toMatchObject({ year: 2018, quarter: 1 });
  });

  it("has every extension and cancellation, and what is done without evidence", () => {
    const view = report("2017-06-30", [
      record("extend", "1-4", "2017-05-01", { to: "2017-10-31", reason: "late", approver: "the board" }),
      record("cancel", "2-1", "2017-05-01", { reason: "merged", approver: "the board" }),
      record("extend", "2-1", "2017-04-01", { to: "2017-10-31", reason: "late", approver: "the board" }),
      record("done", "1-1", "2017-03-01", { evidence: [{ kind: "doc", value: "No. 1" }] }),
      record("done", "1-2", "2017-06-01"),
    ]);
    expect([ids(view.extended), ids(view.cancelled), ids(view.unproven)]).toEqual([["1-4"], ["2-1"], ["1-2"]]);
  });

  it("on one division separates what it leads from what it assists in", () => {
    const view = report("2017-06-30", [], { divisions: ["b"] });
    expect(view.groupBy).toBe("role");
    expect(view.groups.map(({ key, name, counts }) => [key, name, counts.milestones])).toEqual([
      ["lead", "division b", 1],
      ["assist", "division b", 6],
    ]);
  });

  it("on several divisions has those that lead any task", () => {
    const view = report("2017-06-30", [], { divisions: ["b", "c"] });
    expect(view.groupBy).toBe("division");
    expect(view.groups.map(({ key }) => key)).toEqual(["a", "b"]);
    expect(report("2017-06-30", []).groups.map(({ key }) => key)).toEqual(["a", "b", "c"]);
  });

  it("checks the gates asked for in the period, and on everything overdue", () => {
    const asked = inquiry(OFFICE, "2017-06-30", { quarters: [2] });
    const names = ["overdue", "unfinished"] as const;
    expect(viewReport(asked, { names, warnings: [] }).gates).toEqual([
      { name: "overdue", items: ["1-1", "1-3"] },
      { name: "unfinished", items: ["1-2", "1-3", "2-1"] },
    ]);
    const whole = inquiry(OFFICE, "2017-06-30");
    const [gate] = viewReport(whole, { names: ["unfinished"], warnings: [] }).gates;
    expect(gate?.items).toEqual(["1-1", "1-2", "1-3", "2-1"]);
    const behind = inquiry(OFFICE, "2017-06-30", {
      journal: foldJournal([record("reading", "2/x", "2017-06-01", { value: 3 })]),
    });
    expect(viewReport(behind, { names: ["behind"], warnings: [] }).gates).toEqual([{ name: "behind", items: ["2/x"] }]);
  });

  it.each([
    // The next month, with its own number and that of its quarter.
    [[6], 6, ["2017-06-01", "2017-06-30"], ["2017-07-01", "2017-07-31", 2017, 3, 7]],
    [[4, 5], null, ["2017-04-01", "2017-05-31"], ["2017-06-01", "2017-06-30", 2017, 2, 6]],
    [[12], 12, ["2017-12-01", "2017-12-31"], ["2018-01-01", "2018-01-31", 2018, 1, 1]],
  ])("on the months %j covers these, and then the next month", (months, month, [start, end], next) => {
    const view = report("2017-06-30", [], { quarters: null, months });
    expect([view.quarter, view.month, view.period]).toEqual([null, month, { start, end }]);
    expect([view.next.start, view.next.end, view.next.year, view.next.quarter, view.next.month]).toEqual(next);
  });

  it("on a month counts what is due in it among all that overlaps it", () => {
    const records = [record("done", "1-2", "2017-06-20"), record("done", "1-1", "2017-05-20")];
    const view = report("2017-06-30", records, { quarters: null, months: [6] });
    const status = viewStatus(inquiry(OFFICE, "2017-06-30", { months: [6], journal: foldJournal(records) }));
    expect(view.totals.inPeriod).toEqual({ counts: status.totals, rates: status.rates });
    expect(ids(view.finished)).toEqual(["1-2"]);
    expect(view.before?.asOf).toBe("2017-05-31");
    expect(report("2017-06-30", [], { quarters: null }).next).toMatchObject({ quarter: 3, month: null });
  });

  it("has no theme without tasks", () => {
    const view = viewReport(inquiry(plan([ONE]), "2017-06-30", { quarters: [2] }));
    expect(view.themes.map(({ key }) => key)).toEqual(["t1"]);
  });

  it("takes its template from the plan's policy", () => {
    const { policy } = OFFICE;
    const signed = plan([], { policy: { ...policy, report: { office: "Office", issue: "No. {quarter}" } } });
    const { template } = viewReport(inquiry(signed, "2017-06-30", { quarters: [2] }));
    expect(template).toMatchObject({ office: "Office", issue: "No. 2" });
  });
});

describe("a report on a part of the plan", () => {
  const parts = [{ themes: ["t2"] }, { sections: ["s1-2"] }, { districts: ["北碚区"] }, { districts: ["related"] }];

  it.each(parts)("counts the same as status with the same filter, each task once: %o", (filters) => {
    const view = viewReport(ask2017("2017-06-30", { quarters: [2], ...filters }));
    expect(view.totals.counts).toEqual(viewStatus(ask2017("2017-06-30", filters)).totals);
    expect(view.totals.inPeriod?.counts).toEqual(
      viewStatus(ask2017("2017-06-30", { quarters: [2], ...filters })).totals,
    );
    const tasks = view.groups.map(({ counts }) => counts.tasks);
    expect(Math.min(...tasks)).toBeGreaterThan(0);
    expect(tasks.reduce((sum, one) => sum + one, 0)).toBe(view.totals.counts.tasks);
    expect(view.tasks).toHaveLength(view.totals.counts.tasks);
  });

  it("has the divisions that lead in it: tasks 9 to 18 of the second theme", () => {
    const view = viewReport(ask2017("2017-06-30", { quarters: [2], themes: ["t2"] }));
    expect(view.groups.map(({ name, counts }) => [name, counts.tasks])).toEqual([
      ["专利管理处", 2],
      ["规划发展处", 3],
      ["法律事务处", 3],
      ["专利代办处", 1],
      ["信息中心", 1],
    ]);
  });

  it("has the titles of what was asked for, in plan order", () => {
    const { scope } = report("2017-06-30", [], { themes: ["t2", "t1"], sections: ["s1-2"] });
    expect(scope).toEqual({ themes: ["first theme", "second theme"], sections: ["second section"] });
    expect(report("2017-06-30", []).scope).toEqual({ themes: [], sections: [] });
  });
});

describe("the parts of one division", () => {
  const done = record("done", "1-1", "2017-03-20");
  const partsOf = (filters: Partial<Filters>): unknown =>
    report("2017-06-30", [done], filters).parts.map(({ key, before, themes }) => [
      key,
      before === null ? null : [before.counts.done, before.counts.milestones],
      themes.map((theme) => [theme.key, theme.counts.done, theme.counts.milestones, theme.inPeriod?.counts.due]),
    ]);

  it("are what it leads and what it assists in, before the period and by theme", () => {
    // In the second quarter 1-2, 1-3 and 2-1 are due.
    expect(partsOf({ divisions: ["b"] })).toEqual([
      ["lead", [0, 1], [["t2", 0, 1, 1]]],
      ["assist", [1, 6], [["t1", 1, 6, 2]]],
    ]);
  });

  it("before a month have all their milestones, not only those of the month", () => {
    // None of the four milestones of the third quarter and later overlaps June.
    expect(partsOf({ divisions: ["b"], quarters: null, months: [6] })).toEqual([
      ["lead", [0, 1], [["t2", 0, 1, 1]]],
      ["assist", [1, 6], [["t1", 1, 6, 2]]],
    ]);
  });

  it("have no numbers before the year", () => {
    expect(partsOf({ divisions: ["b"], quarters: null })).toEqual([
      ["lead", null, [["t2", 0, 1, undefined]]],
      ["assist", null, [["t1", 1, 6, undefined]]],
    ]);
  });

  it("are empty for several divisions, or all", () => {
    expect(partsOf({})).toEqual([]);
    expect(partsOf({ divisions: ["a", "b"] })).toEqual([]);
  });
});
