import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { JOURNAL_BEFORE_LAST, PLAN_2017, READING, ask2017 } from "../../support/plan-2017.ts";
import { viewList } from "../../../src/core/views/list.ts";
import { viewOverdue } from "../../../src/core/views/overdue.ts";
import { viewShow } from "../../../src/core/views/show.ts";

const ONE = task("1", [milestone({ id: "1-1" })], { indicators: [indicator("agencies")] });
const TWO = task("2", [milestone({ id: "2-1@Q2" })], { theme: "t2", section: "s2-1" });
const SMALL = plan([ONE, TWO]);
const NO_ORIGINS = new Map<string, { file: string; line: number }>();

it("a list counts the tasks that are in the plan on the day", () => {
  const grown = plan([ONE, task("3", [milestone({ id: "3-1" })], { added: day("2017-06-01") })]);
  expect(viewList(inquiry(grown, "2017-05-31")).tasksInPlan).toBe(1);
  expect(viewList(inquiry(grown, "2017-06-01")).tasksInPlan).toBe(2);
});

describe("the list", () => {
  it("has the tasks that pass, and the number of tasks in the plan", () => {
    expect(viewList(inquiry(SMALL, "2017-05-15"))).toMatchObject({ kind: "ipplan/list", tasksInPlan: 2 });
    const view = viewList(inquiry(SMALL, "2017-05-15", { themes: ["t2"] }));
    expect(view.tasks.map(({ id }) => id)).toEqual(["2"]);
    expect(view.tasksInPlan).toBe(2);
  });

  it("may be empty", () => {
    expect(viewList(inquiry(SMALL, "2017-05-15", { text: "nowhere" })).tasks).toEqual([]);
  });
});

describe("one task, shown in full", () => {
  it("has its theme and section, with their numbers", () => {
    expect(viewShow(inquiry(SMALL, "2017-05-15", { tasks: ["2"] }), TWO, NO_ORIGINS)).toMatchObject({
      kind: "ipplan/show",
      task: { id: "2" },
      themeTitle: "second theme",
      sectionTitle: "third section",
      themeNumber: 2,
      sectionNumber: 1,
    });
  });

  it("numbers sections within their theme", () => {
    const second = task("3", [], { section: "s1-2" });
    const view = viewShow(inquiry(plan([second]), "2017-05-15", { tasks: ["3"] }), second, NO_ORIGINS);
    expect(view).toMatchObject({ themeNumber: 1, sectionNumber: 2, sectionTitle: "second section" });
  });

  it("shows ids if the plan has no such theme or section", () => {
    const stray = task("3", [], { theme: "t9", section: "s9" });
    const view = viewShow(inquiry(plan([stray]), "2017-05-15", { tasks: ["3"] }), stray, NO_ORIGINS);
    expect(view).toMatchObject({ themeTitle: "t9", sectionTitle: "s9", themeNumber: 0, sectionNumber: 0 });
  });

  it("has the records about it, its milestones and indicators, newest first", () => {
    const records = [
      record("note", "1", "2017-05-01"),
      record("block", "1-1", "2017-05-02"),
      record("reading", "1/agencies", "2017-05-03", { value: 3 }),
      record("note", "2", "2017-05-04"),
    ];
    const asked = inquiry(SMALL, "2017-05-15", { tasks: ["1"], journal: foldJournal(records) });
    expect(viewShow(asked, ONE, NO_ORIGINS).records.map(({ ref }) => ref)).toEqual(["1/agencies", "1-1", "1"]);
  });

  it("is shown even on a day before it was added to the plan", () => {
    const later = task("3", [milestone({ id: "3-1", added: "2017-06-01" })], { added: day("2017-06-01") });
    const view = viewShow(inquiry(plan([later]), "2017-05-15", { tasks: ["3"] }), later, NO_ORIGINS);
    expect(view.task.id).toBe("3");
  });

  it("of another plan throws", () => {
    expect(() => viewShow(inquiry(SMALL, "2017-05-15", { tasks: ["9"] }), task("9", []), NO_ORIGINS)).toThrow("task 9");
  });
});

describe("task 10 on 2017-07-03, as the screen shows it", () => {
  const ten = PLAN_2017.tasks.find(({ id }) => id === "10") ?? task("10", []);
  const view = viewShow(ask2017("2017-07-03", { tasks: ["10"] }), ten, READING.origins);

  it("has 4 of 7 done and is on track", () => {
    expect(view.task).toMatchObject({ light: "blue", lightReason: "on-track", progress: { done: 4, milestones: 7 } });
    expect(view).toMatchObject({ themeNumber: 2, sectionNumber: 1, sectionTitle: "全面提升专利质量" });
    expect(view.records).toHaveLength(5);
  });

  it("has its seven milestones in order, each with its state, due day and acceptance", () => {
    const rows = view.task.milestones.map((one) => [
      one.id,
      one.due,
      one.state,
      one.completedOn,
      one.accepted,
      one.daysLeft,
    ]);
    expect(rows).toEqual([
      ["10-1", "2017-06-30", "done", "2017-06-21", false, null],
      ["10-2@Q2", "2017-06-30", "done", "2017-06-28", false, null],
      ["10-2@Q4", "2017-12-31", "upcoming", null, false, 181],
      ["10-3@Q1", "2017-03-31", "done", "2017-03-24", true, null],
      ["10-3@Q2", "2017-06-30", "done", "2017-06-16", false, null],
      ["10-3@Q3", "2017-09-30", "active", null, false, 89],
      ["10-3@Q4", "2017-12-31", "upcoming", null, false, 181],
    ]);
  });

  it("has two indicators without a reading", () => {
    const rows = view.task.indicators.map(({ id, min, max, per, value }) => [id, min, max, per, value]);
    expect(rows).toEqual([
      ["10/agencies", 10, 20, null, null],
      ["10/courses", 2, 3, "quarter", null],
    ]);
  });
});

describe("what is overdue on 2017-07-03, as the screen shows it", () => {
  const view = viewOverdue(ask2017("2017-07-03", { journal: JOURNAL_BEFORE_LAST }));

  it("is six milestones, most days first, in plan order if equal", () => {
    expect(view.milestones.items.map(({ id, daysOverdue, lead }) => [id, daysOverdue, lead])).toEqual([
      ["12-1", 94, "专利管理处"],
      ["1-1", 3, "专利管理处"],
      ["10-2@Q2", 3, "专利代办处"],
      ["14-2", 3, "法律事务处"],
      ["22-2", 3, "保护协调处"],
      ["23-1", 3, "专利代办处"],
    ]);
  });

  it("has the last word on each", () => {
    const words = view.milestones.items.map(
      ({ lastWord }) => lastWord && [lastWord.do, lastWord.on, lastWord.percent, lastWord.text],
    );
    expect(words).toEqual([
      ["block", "2017-04-28", null, "合作机构尚未落实"],
      ["note", "2017-06-29", null, "送市经信委会签"],
      null,
      ["progress", "2017-06-30", 80, "已检查32个区县"],
      ["progress", "2017-06-30", 60, "办法已出台，导师待聘"],
      ["progress", "2017-06-30", 90, "平台已试运行，待验收"],
    ]);
  });

  it("leaves out extended milestones, but lists them apart", () => {
    const extended = view.extended.items.map(({ id, originalDue, due, extension }) => [
      id,
      originalDue,
      due,
      extension?.approver,
    ]);
    expect(extended).toEqual([["17-2", "2017-06-30", "2017-09-30", "局长办公会"]]);
  });
});

describe("extended milestones", () => {
  const extend = record("extend", "1-1", "2017-06-12", { to: "2017-09-30" });
  const extendedOn = (asOf: string, ...more: ReturnType<typeof record>[]): string[] =>
    viewOverdue(inquiry(SMALL, asOf, { journal: foldJournal([extend, ...more]) })).extended.items.map(({ id }) => id);

  it("are listed if open and past the plan's day, from the day after it on", () => {
    expect(extendedOn("2017-06-30")).toEqual([]);
    expect(extendedOn("2017-07-01")).toEqual(["1-1"]);
    expect(extendedOn("2017-09-30")).toEqual(["1-1"]);
  });

  it("are not listed if overdue all the same, done or cancelled", () => {
    expect(extendedOn("2017-10-01")).toEqual([]);
    expect(extendedOn("2017-07-03", record("done", "1-1", "2017-07-02"))).toEqual([]);
    expect(extendedOn("2017-07-03", record("cancel", "1-1", "2017-07-02"))).toEqual([]);
  });
});
