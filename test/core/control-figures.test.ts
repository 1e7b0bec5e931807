/** The real plan of 2017: as issued, and with the invented journal whose figures are published with the screens. */
import { describe, expect, it } from "vitest";
import { addDays, periodOfQuarter } from "../../src/core/calendar.ts";
import { type Counts, figuresOf } from "../../src/core/counts.ts";
import { foldJournal, knownOn } from "../../src/core/journal/fold.ts";
import { milestonesOf } from "../../src/core/plan.ts";
import { type Filters, filterPeriods, select, selectedStandings } from "../../src/core/selection.ts";
import { standingOf } from "../../src/core/standing.ts";
import { day } from "../support/builders.ts";
import {
  JOURNAL_2017,
  JOURNAL_BEFORE_LAST,
  NO_JOURNAL,
  PLAN_2017,
  READING,
  RECORDS,
  ask2017,
} from "../support/plan-2017.ts";

const DIVISIONS = ["专利管理处", "规划发展处", "法律事务处", "保护协调处", "专利代办处", "信息中心"];

function counts(asOf: string, filters: Partial<Filters> = {}, journal = NO_JOURNAL): Counts {
  const asked = ask2017(asOf, { ...filters, journal });
  return figuresOf(select(asked), asked.asOf, filterPeriods(PLAN_2017, asked.filters)).counts;
}

/** Ids of the divisions with their names, in plan order. */
function divisions(): { id: string; name: string }[] {
  return PLAN_2017.divisions.map(({ id, name }) => ({ id, name }));
}

describe("the plan as issued", () => {
  it.each([
    ["2016-12-31", { active: 0, overdue: 0, upcoming: 80, due: 0 }],
    ["2017-03-31", { active: 27, overdue: 0, upcoming: 53, due: 16 }],
    ["2017-04-01", { active: 30, overdue: 16, upcoming: 34, due: 16 }],
    ["2017-12-31", { active: 30, overdue: 50, upcoming: 0, due: 80 }],
    ["2018-01-01", { active: 0, overdue: 80, upcoming: 0, due: 80 }],
  ])("on %s has %j of its 80 milestones", (asOf, expected) => {
    expect(counts(asOf)).toEqual({
      tasks: 26,
      milestones: 80,
      dueDone: 0,
      done: 0,
      doneLate: 0,
      cancelled: 0,
      ...expected,
    });
  });

  it("has 18 of the second quarter's 30 milestones due in it, and all 26 tasks in it", () => {
    const expected = { tasks: 26, milestones: 30, due: 18, active: 14 + 16, overdue: 0, upcoming: 0 };
    expect(counts("2017-05-15", { quarters: [2] })).toMatchObject(expected);
  });

  it("has 27 milestones of 25 tasks in the first quarter: task 8 has none", () => {
    expect(counts("2017-01-15", { quarters: [1] })).toMatchObject({ tasks: 25, milestones: 27 });
    const asked = ask2017("2017-01-15", { quarters: [1], journal: NO_JOURNAL });
    const tasks = new Set(select(asked).map(({ task }) => task.id));
    expect(PLAN_2017.tasks.map(({ id }) => id).filter((id) => !tasks.has(id))).toEqual(["8"]);
  });

  /**
   * The document's lines fall due 15, 16, 13 and 30 in the quarters. The exam adds one to Q2, the courses of every
   * quarter one to Q1, Q2 and Q3, and the line of two trips and a seminar stands for two in Q3 and one in Q4.
   */
  it("has 16, 18, 15 and 31 due by quarter, as the document has", () => {
    const dues = ([1, 2, 3, 4] as const).map((quarter) => counts("2017-01-01", { quarters: [quarter] }).due);
    expect(dues).toEqual([15 + 1, 16 + 2, 13 + 2, 30 + 1]);
  });

  it("has 9, 7, 6, 6, 5 and 3 tasks in which a division takes part", () => {
    const tasks = divisions().map(({ id, name }) => [name, counts("2017-05-15", { divisions: [id] }).tasks]);
    expect(tasks).toEqual(DIVISIONS.map((name, index) => [name, [7, 9, 6, 5, 6, 3][index]]));
  });

  it("has 7, 6, 5, 4, 3 and 1 tasks that a division leads, and 10 in which one assists", () => {
    const led = divisions().map(({ id }) => counts("2017-05-15", { divisions: [id], role: "lead" }).tasks);
    const assisted = divisions().map(({ id }) => counts("2017-05-15", { divisions: [id], role: "assist" }).tasks);
    expect(led).toEqual([6, 7, 5, 3, 4, 1]);
    expect(assisted).toEqual([1, 2, 1, 2, 2, 2]);
  });

  it("has the exam of task 10 due in Q2 and Q4, and never active in Q3", () => {
    const exams = milestonesOf(PLAN_2017).filter(({ entry }) => entry === "10-2");
    expect(exams.map(({ id, window }) => [id, window.end])).toEqual([
      ["10-2@Q2", "2017-06-30"],
      ["10-2@Q4", "2017-12-31"],
    ]);
    const { start, end } = periodOfQuarter(2017, 3);
    for (let asOf = start; asOf <= end; asOf = addDays(asOf, 1)) {
      const states = exams.map((exam) => standingOf(exam, { plan: PLAN_2017, journal: NO_JOURNAL, asOf }).state);
      expect(states).toEqual(["overdue", "upcoming"]);
    }
  });

  it("has the second trip of task 25 due at the end of November, though its line is that of Q3", () => {
    const trips = milestonesOf(PLAN_2017).filter(({ entry }) => entry === "25-2");
    expect(trips.map(({ id, window }) => [id, window.start, window.end])).toEqual([
      ["25-2@2017-08", "2017-08-01", "2017-08-31"],
      ["25-2@2017-11", "2017-11-01", "2017-11-30"],
    ]);
  });
});

describe("the example journal", () => {
  it("has 48 records, none of them damaged", () => {
    expect(RECORDS).toHaveLength(48);
    expect([READING.damaged, READING.unknown]).toEqual([[], []]);
    expect(JOURNAL_2017.records).toHaveLength(48);
  });

  const Q2: Partial<Filters> = { quarters: [2] };
  it.each([
    ["2017-05-15", "all", {}, JOURNAL_2017, [80, 16, 2, 28, 2, 34, 16, 14]],
    ["2017-05-15", "--quarter 2", Q2, JOURNAL_2017, [30, 2, 0, 28, 0, 0, 18, 2]],
    ["2017-07-03", "all, before the last record", {}, JOURNAL_BEFORE_LAST, [80, 27, 3, 31, 6, 16, 33, 27]],
    ["2017-07-03", "--quarter 2, before the last record", Q2, JOURNAL_BEFORE_LAST, [30, 12, 0, 13, 5, 0, 17, 12]],
    ["2017-07-03", "all", {}, JOURNAL_2017, [80, 28, 3, 31, 5, 16, 33, 28]],
    ["2017-07-03", "--quarter 2", Q2, JOURNAL_2017, [30, 13, 0, 13, 4, 0, 17, 13]],
  ])("gives the published figures for %s, %s", (asOf, _, filters, journal, expected) => {
    const { milestones, done, doneLate, active, overdue, upcoming, due, dueDone } = counts(asOf, filters, journal);
    expect([milestones, done, doneLate, active, overdue, upcoming, due, dueDone]).toEqual(expected);
  });

  it("gives the rates of 2017-05-15: 20.0, 87.5 and 75.0 percent", () => {
    const asked = ask2017("2017-05-15");
    expect(figuresOf(select(asked), asked.asOf, null).rates).toEqual({
      completion: { numerator: 16, denominator: 80, percent: 20 },
      dueCompletion: { numerator: 14, denominator: 16, percent: 87.5 },
      onTime: { numerator: 12, denominator: 16, percent: 75 },
      quarterCompletion: null,
    });
  });

  it("as known on 2017-07-02 lacks the last record", () => {
    const known = foldJournal(knownOn(RECORDS, day("2017-07-02"), PLAN_2017.timezone));
    expect(counts("2017-07-03", {}, known)).toEqual(counts("2017-07-03", {}, JOURNAL_BEFORE_LAST));
    expect(counts("2017-07-03", {}, known)).toMatchObject({ done: 27, overdue: 6 });
  });

  it("moves 17-2 out of what is due in Q2, but not out of its view", () => {
    const asked = ask2017("2017-07-03", { quarters: [2], tasks: ["17"] });
    const moved = selectedStandings(select(asked)).find(({ milestone }) => milestone.id === "17-2");
    expect(moved).toMatchObject({
      originalDue: "2017-06-30",
      assessmentDue: "2017-09-30",
      due: "2017-09-30",
      state: "active",
    });
  });

  it("has five states that add up to 80 milestones, week by week", () => {
    for (let asOf = day("2017-01-01"); asOf <= "2018-01-31"; asOf = addDays(asOf, 7)) {
      const { done, active, overdue, upcoming, cancelled } = counts(asOf, {}, JOURNAL_2017);
      expect(done + active + overdue + upcoming + cancelled).toBe(80);
    }
  });
});
