/** What `overdue` and `due` list of targets. */
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import type { Plan } from "../../../src/core/plan.ts";
import { numberOfDay } from "../../../src/core/calendar.ts";
import type { Filters } from "../../../src/core/selection.ts";
import { NEVER, type PlanColumns } from "../../../src/core/milestone-columns.ts";
import { viewDue } from "../../../src/core/views/due.ts";
import { viewIndicators } from "../../../src/core/views/indicators.ts";
import { nextTargetDay, pastTargets } from "../../../src/core/views/targets.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { viewList } from "../../../src/core/views/list.ts";
import { viewOverdue } from "../../../src/core/views/overdue.ts";

/** A target due in Q1, one for each quarter, and one for the year in a task that b leads. */
const PLAN = plan([
  task("1", [milestone({ id: "1-1" })], {
    indicators: [
      indicator("year", { basis: "flow", min: 100 }),
      indicator("parks", { basis: "flow", min: 5, due: day("2017-03-31") }),
    ],
  }),
  task("2", [], {
    divisions: ["b", "a"],
    indicators: [indicator("courses", { basis: "flow", min: 2, per: "quarter" })],
  }),
]);

const BARE = task("3", []);

const PARKS = record("reading", "1/parks", "2017-03-20", { value: 3, mode: "total" });
const MET = record("reading", "1/parks", "2017-05-02", { value: 5, mode: "total" });
const COURSES = record("reading", "2/courses", "2017-02-20", { value: 2, mode: "total" });

function asked(
  asOf: string,
  records: readonly JournalRecord[],
  filters: Partial<Filters> = {},
): ReturnType<typeof inquiry> {
  return inquiry(PLAN, asOf, { journal: foldJournal(records), ...filters });
}

describe("overdue", () => {
  function past(asOf: string, records: readonly JournalRecord[], filters: Partial<Filters> = {}): unknown[][] {
    const { indicators } = viewOverdue(asked(asOf, records, filters));
    return indicators.map(({ id, pastDue, daysOverdue, leadPlace }) => [id, pastDue, daysOverdue, leadPlace]);
  }

  it("has the targets that were not reached by their day, from the day after it on", () => {
    expect(past("2017-03-31", [PARKS])).toEqual([]);
    expect(past("2017-04-01", [PARKS])).toEqual([
      ["1/parks", "2017-03-31", 1, 1],
      ["2/courses", "2017-03-31", 1, 2],
    ]);
    expect(past("2017-05-10", [PARKS, MET, COURSES])).toEqual([]);
    expect(past("2017-07-02", [PARKS, MET, COURSES])).toEqual([["2/courses", "2017-06-30", 2, 2]]);
  });

  it("lists those first that have been overdue longest", () => {
    expect(past("2017-07-02", [COURSES]).map(([id]) => id)).toEqual(["1/parks", "2/courses"]);
    expect(past("2018-01-02", [MET]).map(([id, , days]) => [id, days])).toEqual([
      ["2/courses", 277],
      ["2/courses", 186],
      ["2/courses", 94],
      ["1/year", 2],
      ["2/courses", 2],
    ]);
  });

  it("lists a target for each quarter once for each quarter missed, and counts it once", () => {
    const second = record("reading", "2/courses", "2017-06-20", { value: 1, mode: "total" });
    const records = [MET, COURSES, second];
    expect(past("2017-10-03", records)).toEqual([
      ["2/courses", "2017-06-30", 95, 2],
      ["2/courses", "2017-09-30", 3, 2],
    ]);
    expect(past("2017-10-03", records, { quarters: [1, 2] })).toEqual([["2/courses", "2017-06-30", 95, 2]]);
    expect(viewDue(asked("2017-10-03", records), null, "division").targetsPast).toBe(1);
  });

  it("has none of a task that was cancelled whole", () => {
    const cancelled = record("cancel", "1-1", "2017-05-20", { reason: "r", approver: "a" });
    expect(past("2017-07-02", [PARKS, cancelled]).map(([id]) => id)).toEqual(["2/courses", "2/courses"]);
    const counted = (records: readonly JournalRecord[]): number =>
      viewIndicators(asked("2017-07-02", records)).counts.pastDue;
    expect([counted([PARKS]), counted([PARKS, cancelled])]).toEqual([2, 1]);
    expect(viewDue(asked("2017-05-30", [cancelled], { quarters: [4] }), null, "division").indicators).toMatchObject([
      { id: "2/courses", reachBy: "2017-12-31" },
    ]);
  });

  it("treats a target as cancelled with its whole task, unless reached before: grey, and nothing to chase", () => {
    const cancelled = record("cancel", "1-1", "2017-05-20", { reason: "r", approver: "a" });
    const verdicts = (asOf: string, records: readonly JournalRecord[]): unknown[] =>
      viewIndicators(asked(asOf, records)).indicators.map(({ verdict, light }) => [verdict, light]);
    expect(verdicts("2017-05-19", [PARKS, cancelled])).toEqual([
      ["no-reading", "grey"],
      ["behind", "yellow"],
      ["no-reading", "grey"],
    ]);
    expect(verdicts("2017-05-20", [PARKS, cancelled])).toEqual([
      ["cancelled", "grey"],
      ["cancelled", "grey"],
      ["no-reading", "grey"],
    ]);
    expect(verdicts("2017-05-20", [MET, cancelled])[1]).toEqual(["met", "green"]);
    const inquired = asked("2017-05-20", [PARKS, cancelled]);
    expect(viewList(inquired).tasks[0]).toMatchObject({ state: "cancelled", light: "grey", lightReason: "cancelled" });
    expect(viewIndicators(inquired).indicators[0]?.forecast.reason).toBe("cancelled");
    expect(viewIndicators(inquired).counts).toMatchObject({ indicators: 3, behind: 0, noReading: 1, cancelled: 2 });
  });

  it("treats a target for each quarter as cancelled with its whole task, though one quarter's was reached", () => {
    const own = plan([
      task("1", [milestone({ id: "1-1" })], { indicators: [indicator("courses", { min: 2, per: "quarter" })] }),
    ]);
    const reading = record("reading", "1/courses", "2017-05-10", { value: 2, mode: "total" });
    const first = record("reading", "1/courses", "2017-03-10", { value: 2, mode: "total" });
    const cancelled = record("cancel", "1-1", "2017-05-20", { reason: "r", approver: "a" });
    const verdict = (...records: JournalRecord[]): string | undefined =>
      viewIndicators(inquiry(own, "2017-05-20", { journal: foldJournal(records) })).indicators[0]?.verdict;
    expect(verdict(first, reading)).toBe("met");
    expect(verdict(first, reading, cancelled)).toBe("cancelled");
  });

  it("follows the filters: with a quarter those whose day is in it, with a state none", () => {
    expect(past("2017-10-01", [], { quarters: [2] })).toEqual([["2/courses", "2017-06-30", 93, 2]]);
    expect(past("2017-10-01", [], { months: [3] }).map(([id]) => id)).toEqual(["1/parks", "2/courses"]);
    expect(past("2017-10-01", [], { divisions: ["a"], role: "assist" }).map(([, date]) => date)).toEqual([
      ...["2017-03-31", "2017-06-30", "2017-09-30"],
    ]);
    expect(past("2017-10-01", [], { states: ["overdue"] })).toEqual([]);
  });

  it("if asked for silent ones has those without any record for so long", () => {
    const request = { silent: 30, groupBy: "division", gates: { names: [], warnings: [] } } as const;
    const ids = (records: readonly JournalRecord[]): string[] =>
      viewOverdue(asked("2017-04-18", records), request).indicators.map(({ id }) => id);
    expect(ids([PARKS])).toEqual(["2/courses"]);
    expect(ids([record("note", "2", "2017-04-10", { note: "x" })])).toEqual(["1/parks"]);
  });
});

it("a plan with a column of first target days is searched only in tasks with a target by the day", () => {
  const looked: string[] = [];
  const columns = {
    targetDays: [numberOfDay(day("2017-03-31")), numberOfDay(day("2017-06-30")), NEVER],
    divisions: [0, 0, 0],
    divisionKinds: [["a"]],
    taskAt: (number: number) => {
      const found = [...PLAN.tasks, BARE][number];
      if (found !== undefined) looked.push(found.id);
      return found;
    },
  };
  const compiled: Plan = { ...PLAN, columns: columns as unknown as PlanColumns };
  const question = (of: Plan): ReturnType<typeof inquiry> => inquiry(of, "2017-05-02", { journal: foldJournal([]) });
  expect(pastTargets(question(compiled), null)).toEqual([
    // The column has no earlier day for the second task, as if it had been added later.
    ...pastTargets(question(PLAN), null).filter(({ id }) => id.startsWith("1/")),
  ]);
  expect(looked).toEqual(["1"]);
  expect(nextTargetDay(question(compiled))).toBe("2017-06-30");
  expect(looked).toEqual(["1", "1", "2"]);
});

it("the next day of a target is the earliest, in whatever order the plan has them", () => {
  const due = (by: string): ReturnType<typeof indicator> => indicator(`t${by}`, { due: day(by) });
  const [june, march] = [due("2017-06-30"), due("2017-03-31")];
  for (const indicators of [
    [june, march],
    [march, june],
  ]) {
    const own = plan([task("1", [milestone({ id: "1-1" })], { indicators })]);
    expect(nextTargetDay(inquiry(own, "2017-01-01"))).toBe("2017-03-31");
  }
});

describe("due", () => {
  function coming(
    asOf: string,
    records: readonly JournalRecord[],
    days: number | null,
    filters: Partial<Filters> = {},
  ): unknown {
    const { from, until, indicators } = viewDue(asked(asOf, records, filters), days, "division");
    return [from, until, indicators.map(({ id, reachBy, daysLeft }) => `${id} ${reachBy} ${daysLeft}`)];
  }

  it("has the targets to reach up to the next due day", () => {
    expect(coming("2017-03-21", [COURSES], null)).toEqual([
      "2017-06-30",
      "2017-06-30",
      ["1/parks 2017-03-31 10", "2/courses 2017-06-30 101"],
    ]);
  });

  it("goes up to the next target's day if no milestone is left", () => {
    const done = record("done", "1-1", "2017-05-02");
    expect(coming("2017-05-02", [done, MET], null)).toEqual(["2017-06-30", "2017-06-30", ["2/courses 2017-06-30 59"]]);
    const last = record("reading", "2/courses", "2017-12-01", { value: 2, mode: "total" });
    const year = record("reading", "1/year", "2017-12-01", { value: 120, mode: "total" });
    expect(coming("2017-12-02", [done, MET, last, year], null)).toEqual([null, null, []]);
  });

  it("within days, or in a period, has those of these days, the as-of day included", () => {
    expect(coming("2017-03-31", [], 0)).toEqual([
      "2017-03-31",
      "2017-03-31",
      ["1/parks 2017-03-31 0", "2/courses 2017-03-31 0"],
    ]);
    expect(coming("2017-03-21", [], null, { quarters: [3, 4] })).toEqual([
      "2017-07-01",
      "2017-12-31",
      ["2/courses 2017-09-30 193", "1/year 2017-12-31 285", "2/courses 2017-12-31 285"],
    ]);
    expect(coming("2017-03-21", [], 30, { states: ["active"] })).toEqual(["2017-03-21", "2017-04-20", []]);
  });
});
