import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import {
  indicatorsOf,
  matchIndicator,
  matchMilestone,
  matchRecord,
  matchTask,
  splitIds,
} from "../../src/core/resolve.ts";
import { hexId, indicator, milestone, plan, record, task } from "../support/builders.ts";
import { PLAN_2017 } from "../support/plan-2017.ts";

const EXAM = [milestone({ id: "10-2@Q2" }), milestone({ id: "10-2@Q4" })];
const TRIPS = [milestone({ id: "25-2@2017-08", task: "25" }), milestone({ id: "25-2@2017-11", task: "25" })];
const FIRST = milestone({ id: "10-1" });
const TEN = task("10", [FIRST, ...EXAM]);
const LETTERS = task("10a", [milestone({ id: "10a-1", task: "10a" })]);
const SMALL = plan([TEN, LETTERS, task("25", TRIPS)]);

describe("a typed milestone id", () => {
  it.each(["10-1", "10.1", "１０－１", "10—1", "10。1", " 10-1 "])("%j is 10-1", (typed) => {
    expect(matchMilestone(SMALL, typed)).toEqual({ kind: "milestone", milestone: FIRST });
  });

  it.each(["10-2@Q4", "10.2@q4", "１０．２＠Ｑ４"])("%j is one occurrence of 10-2", (typed) => {
    expect(matchMilestone(SMALL, typed)).toEqual({ kind: "milestone", milestone: EXAM[1] });
  });

  it.each([
    ["10-2@二季度", EXAM[0]],
    ["10-2@第二季度", EXAM[0]],
    ["10-2@4", EXAM[1]],
    ["25-2@8月", TRIPS[0]],
    ["25-2@08", TRIPS[0]],
    ["25-2@2017-11", TRIPS[1]],
  ])("%j gives the time in people's words", (typed, expected) => {
    expect(matchMilestone(SMALL, typed)).toEqual({ kind: "milestone", milestone: expected });
  });

  it.each(["10-2@Q3", "10-2@8月", "10-2@soon", "10-2@"])("%j leaves open which occurrence is meant", (typed) => {
    expect(matchMilestone(SMALL, typed)).toEqual({ kind: "repeating", occurrences: EXAM });
  });

  it("of a repeating entry leaves open which occurrence is meant", () => {
    expect(matchMilestone(SMALL, "10.2")).toEqual({ kind: "repeating", occurrences: EXAM });
  });

  it.each(["10", "任务10", " 任务10", "任务 10", "任务　１０"])("%j leaves open which milestone is meant", (typed) => {
    expect(matchMilestone(SMALL, typed)).toEqual({ kind: "task", task: TEN });
  });

  it("may be that of a task whose id has a letter", () => {
    expect(matchMilestone(SMALL, "10A")).toEqual({ kind: "task", task: LETTERS });
  });

  it.each(["2017/10/1", "2017-10-01", "10/1", "10月1日", "Oct-01", "1-Oct", "01-Oct-17", "2017/10/1 0:00:00"])(
    "of which a spreadsheet made a day is guessed: %s",
    (typed) => expect(matchMilestone(SMALL, typed)).toEqual({ kind: "unknown", guess: "10-1" }),
  );

  it.each(["10月2日", "Oct-02"])("also for a repeating entry: %s", (typed) => {
    expect(matchMilestone(SMALL, typed)).toEqual({ kind: "unknown", guess: "10-2" });
  });

  it("is guessed by its characters if no id was turned into that day", () => {
    expect(matchMilestone(SMALL, "3月14日")).toEqual({ kind: "unknown", guess: null });
    expect(matchMilestone(SMALL, "Okt-01")).toMatchObject({ kind: "unknown" });
  });

  it("that is unknown comes with the nearest one", () => {
    expect(matchMilestone(SMALL, "10-1x")).toEqual({ kind: "unknown", guess: "10-1" });
    // Asked again, as in a file with the same wrong id in many rows.
    expect(matchMilestone(SMALL, "10-1x")).toEqual({ kind: "unknown", guess: "10-1" });
    expect(matchMilestone(SMALL, "nothing like it")).toEqual({ kind: "unknown", guess: null });
  });

  it("is found for each of the 80 milestones of the real plan, also with dots for hyphens", () => {
    const ids = PLAN_2017.tasks.flatMap(({ milestones }) => milestones.map(({ id }) => id));
    const missed = ids.filter((id) => {
      const [entry = "", occurrence] = id.split("@");
      const typed = [entry.replace("-", "."), ...(occurrence === undefined ? [] : [occurrence])].join("@");
      const found = matchMilestone(PLAN_2017, typed);
      return found.kind !== "milestone" || found.milestone.id !== id;
    });
    expect(ids).toHaveLength(80);
    expect(missed).toEqual([]);
  });
});

describe("a typed task id", () => {
  it.each(["10", "１０", "任务10", " 任务10", "任务 10", "10-1", "10.1", "10-2", "10-2@Q4"])(
    "%j is task 10",
    (typed) => {
      expect(matchTask(SMALL, typed)).toBe(TEN);
    },
  );

  it.each(["1", "100", "10-3", "10-2@Q3", "task ten", ""])("%j is none", (typed) => {
    expect(matchTask(SMALL, typed)).toBeUndefined();
  });
});

describe("the task of a typed indicator", () => {
  const ten = task("10", [], { indicators: [indicator("agencies")] });

  it.each(["10/agencies", "１０／AGENCIES"])("%j is the task that has it", (typed) => {
    expect(matchTask(plan([ten]), typed)).toBe(ten);
  });

  it.each(["agencies", "10/", "1/agencies"])("%j is none", (typed) => {
    expect(matchTask(plan([ten]), typed)).toBeUndefined();
  });
});

describe("a typed indicator", () => {
  const agencies = indicator("agencies", { name: "代理机构" });
  const courses = indicator("courses", { name: "培训" });
  const training = indicator("training", { name: "培训普及率" });
  const known = plan([
    task("10", [], { indicators: [agencies, courses] }),
    task("5", [milestone({ id: "5-1" })], { indicators: [training] }),
    task("6", []),
  ]);
  const found = { ref: "10/agencies", indicator: agencies };

  it.each([
    ...["10/agencies", "１０／ＡＧＥＮＣＩＥＳ", "10/代理", "agencies", "代理机构", "agenc"],
    ...["任务10/代理机构", " 任务10/代理机构", "任务 10/agencies"],
  ])("%j is 10/agencies", (typed) => {
    expect(matchIndicator(known, typed)).toEqual({ kind: "indicator", found });
  });

  it("may be just the task if it has only one", () => {
    expect(matchIndicator(known, "5")).toMatchObject({ kind: "indicator", found: { ref: "5/training" } });
    expect(matchIndicator(known, "5/")).toMatchObject({ kind: "indicator", found: { ref: "5/training" } });
  });

  it("that fits several names them", () => {
    expect(matchIndicator(known, "10")).toEqual({ kind: "several", candidates: indicatorsOf(known).slice(0, 2) });
    expect(matchIndicator(known, "训")).toEqual({ kind: "several", candidates: indicatorsOf(known).slice(1) });
    const alike = plan([task("10", [], { indicators: [courses, training] })]);
    expect(matchIndicator(alike, "10/训")).toEqual({ kind: "several", candidates: indicatorsOf(alike) });
  });

  it.each([
    ["6", null],
    ["99/agencies", "10/agencies"],
    ["98/xxxxxxxxxxxxxxxxxxxx", null],
    ["10/agencis", "10/agencies"],
    ["agencis", "10/agencies"],
    ["zzzzzzzzzzzzzzz", null],
    ["5-1", null],
  ])("%j is unknown; perhaps %j", (typed, guess) => {
    expect(matchIndicator(known, typed)).toEqual({ kind: "unknown", guess });
  });
});

describe("a typed record id", () => {
  const one = record("note", "10-1", "2017-05-01", { id: hexId("4518f647") });
  const other = record("note", "10-1", "2017-05-02", { id: hexId("4518aaaa") });
  const JOURNAL = foldJournal([one, other]);

  it.each(["4518f6", "4518F647", "４５１８ｆ", one.id])("%s begins the id of one record", (typed) => {
    expect(matchRecord(JOURNAL, typed)).toEqual({ kind: "record", record: one });
  });

  it("that begins several ids gives their records", () => {
    expect(matchRecord(JOURNAL, "4518")).toEqual({ kind: "ambiguous", records: [other, one] });
  });

  it("needs at least four digits", () => {
    expect(matchRecord(JOURNAL, "451")).toEqual({ kind: "too short" });
  });

  it.each(["beef", "10-1", "4518z", ""])("%j is no record's id", (typed) => {
    expect(matchRecord(JOURNAL, typed)).toEqual({ kind: "unknown" });
  });
});

describe("typed ids", () => {
  it("may be separate or joined by any kind of comma", () => {
    expect(splitIds(["10-1,10-2@Q2", "1-1、2-1，3-1"])).toEqual(["10-1", "10-2@Q2", "1-1", "2-1", "3-1"]);
  });

  it("may be pasted as a list with semicolons or line ends", () => {
    expect(splitIds(["10-1；10-2\n1-1;2-1"])).toEqual(["10-1", "10-2", "1-1", "2-1"]);
  });

  it("lose white space and empty items", () => {
    expect(splitIds([" 10-1 , ", "", ",,", "2-1，"])).toEqual(["10-1", "2-1"]);
  });
});
