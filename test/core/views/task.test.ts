import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import type { Task } from "../../../src/core/plan.ts";
import { type Filters, select } from "../../../src/core/selection.ts";
import { type TaskView, viewTask } from "../../../src/core/views/task.ts";
import { indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";

const TEN = task(
  "10",
  [
    milestone({ id: "10-1", remarks: "a doubt about 10-1" }),
    milestone({ id: "10-2", window: "2017-10-01..2017-12-31" }),
  ],
  {
    divisions: ["b", "a", "gone"],
    districts: ["north", "related"],
    objective: "制度,重点",
    measures: ["first", "second"],
    assessment: "完成工作任务",
    remarks: "a doubt",
    indicators: [indicator("agencies", { max: 20, from: ["objective"], remarks: "a doubt about agencies" })],
  },
);

function view(records: readonly JournalRecord[] = [], filters: Partial<Filters> = {}, what: Task = TEN): TaskView {
  const asked = inquiry(plan([what]), "2017-05-15", { journal: foldJournal(records), ...filters });
  const [selected] = select(asked);
  if (selected === undefined) throw new Error("the task does not pass");
  return viewTask(asked, selected);
}

describe("the view of a task", () => {
  it("has every field, divisions by name and texts unchanged", () => {
    const { milestones, indicators, ...rest } = view();
    expect(rest).toEqual({
      id: "10",
      title: "title of 10",
      theme: "t1",
      section: "s1-1",
      divisions: ["division b", "division a", "gone"],
      lead: "division b",
      districts: ["north", "related"],
      objective: "制度,重点",
      measures: ["first", "second"],
      assessment: "完成工作任务",
      remarks: "a doubt",
      state: "active",
      light: "blue",
      lightReason: "on-track",
      progress: { done: 0, milestones: 2 },
      lastWord: null,
      ...{ problem: null, problemOn: null, nextStep: null, nextStepOn: null },
    });
    expect(milestones.map(({ id }) => id)).toEqual(["10-1", "10-2"]);
    expect(milestones.map(({ remarks }) => remarks)).toEqual(["a doubt about 10-1", null]);
    expect(indicators.map(({ remarks }) => remarks)).toEqual(["a doubt about agencies"]);
  });

  it("has the milestones that pass, but is judged by all of them", () => {
    const done = record("done", "10-1", "2017-05-10");
    const shown = view([done], { quarters: [4] });
    expect(shown.milestones.map(({ id }) => id)).toEqual(["10-2"]);
    expect(shown).toMatchObject({ state: "active", progress: { done: 1, milestones: 2 } });
  });

  it("has the last word on itself, with its problem and next step", () => {
    const words = [
      record("note", "10", "2017-05-02", { problem: "no room", next: "ask for one" }),
      record("note", "10", "2017-05-04", { note: "under way" }),
      record("note", "10", "2017-05-16", { note: "later" }),
      record("note", "10-1", "2017-05-05", { note: "of a milestone" }),
    ];
    expect(view(words)).toMatchObject({
      lastWord: { do: "note", on: "2017-05-04", text: "under way" },
      ...{ problem: "no room", problemOn: "2017-05-02" },
      ...{ nextStep: "ask for one", nextStepOn: "2017-05-02" },
    });
    expect(view(words.slice(3))).toMatchObject({ lastWord: null, problem: null, nextStep: null });
  });

  it("leaves cancelled milestones out of its progress, but still lists them", () => {
    const cancelled = view([record("cancel", "10-1", "2017-05-10")]);
    expect(cancelled.progress).toEqual({ done: 0, milestones: 1 });
    expect(cancelled.milestones).toHaveLength(2);
  });

  it("without milestones is upcoming", () => {
    const bare = view([], {}, task("10", []));
    expect(bare).toMatchObject({ state: "upcoming", light: "grey", progress: { done: 0, milestones: 0 } });
  });

  it("with only targets has begun with the first reading", () => {
    const targets = task("10", [], { indicators: [indicator("agencies"), indicator("courses")] });
    const reading = record("reading", "10/courses", "2017-05-10", { value: 12 });
    expect(view([], {}, targets)).toMatchObject({ state: "upcoming", light: "grey" });
    expect(view([reading], {}, targets)).toMatchObject({ state: "active", light: "blue", lightReason: "on-track" });
    const later = record("reading", "10/courses", "2017-05-16", { value: 12 });
    expect(view([later], {}, targets)).toMatchObject({ state: "upcoming" });
    // A flow counts only readings of the year.
    const flow = task("10", [], { indicators: [indicator("loans", { basis: "flow" })] });
    const read = (on: string): JournalRecord => record("reading", "10/loans", on, { value: 0 });
    expect(view([read("2016-12-31")], {}, flow)).toMatchObject({ state: "upcoming", light: "grey" });
    expect(view([read("2017-01-01")], {}, flow)).toMatchObject({ state: "active" });
  });

  it("with milestones goes by these, whatever readings its targets have", () => {
    const reading = record("reading", "10/agencies", "2017-05-10", { value: 12 });
    const done = ["10-1", "10-2"].map((id) => record("done", id, "2017-05-10"));
    expect(view([reading, ...done])).toMatchObject({ state: "done", light: "green" });
    const later = task("10", [milestone({ window: "2017-07-01..2017-09-30" })], { indicators: TEN.indicators });
    expect(view([reading], {}, later)).toMatchObject({ state: "upcoming", light: "grey" });
  });
});

describe("the view of an indicator", () => {
  const bare = {
    id: "10/agencies",
    task: "10",
    name: "name of agencies",
    min: 10,
    max: 20,
    unit: "家",
    basis: "stock",
    stretch: false,
    per: null,
    due: "2017-12-31",
    from: ["objective"],
    baseline: null,
    remarks: "a doubt about agencies",
    value: null,
    on: null,
    share: null,
    expected: null,
    gap: null,
    margin: null,
    verdict: "no-reading",
    verdictReason: null,
    previous: null,
    pastDue: null,
    light: "grey",
    missedQuarters: [],
    unreadQuarters: [],
    quarters: [],
    forecast: {
      soFarPerMonth: null,
      requiredPerMonth: null,
      projected: null,
      projectedShare: null,
      reason: "not-flow",
    },
  };

  it("has every field, and no value before the first reading", () => {
    expect(view().indicators).toEqual([bare]);
  });

  it("has its latest reading up to the as-of day", () => {
    const readings = [
      record("reading", "10/agencies", "2017-05-10", { value: 12 }),
      record("reading", "10/agencies", "2017-05-16", { value: 13 }),
    ];
    expect(view(readings).indicators).toEqual([
      { ...bare, value: 12, on: "2017-05-10", share: 120, margin: 2, verdict: "met", light: "green" },
    ]);
  });

  it("that is behind makes its task yellow, and a missed quarter is listed", () => {
    const courses = indicator("agencies", { basis: "flow", min: 2, per: "quarter" });
    const readings = [record("reading", "10/agencies", "2017-03-31", { value: 1 })];
    const seen = view(readings, {}, task("10", [], { indicators: [courses] }));
    expect(seen).toMatchObject({ state: "active", light: "yellow", lightReason: "behind-pace" });
    expect(seen.indicators[0]).toMatchObject({ verdictReason: "quarter-missed", missedQuarters: [1], light: "yellow" });
  });
});
