import { describe, expect, it } from "vitest";
import { viewDiff } from "../../../src/core/views/diff.ts";
import { indicator, milestone, plan, task } from "../../support/builders.ts";

const before = plan([task("10", [milestone()], { indicators: [indicator("a")] }), task("11", [])]);
const after = plan([task("10", [milestone(), milestone({ id: "10-2" })], { title: "new title" })], {
  title: "b",
  timezone: "UTC",
});

describe("the view of two plans", () => {
  it("names both sides with their sizes, and is headed by the later one", () => {
    const view = viewDiff({ name: "HEAD", plan: before }, { name: null, plan: after });
    expect(view.kind).toBe("ipplan/diff");
    expect(view.plan).toEqual({ title: "b", year: 2017, timezone: "UTC" });
    expect(view.before).toEqual({ name: "HEAD", title: "a plan", year: 2017, tasks: 2, milestones: 1, indicators: 1 });
    expect(view.after).toEqual({ name: null, title: "b", year: 2017, tasks: 1, milestones: 2, indicators: 0 });
  });

  it("counts each kind and gives each change its task's title, from the later plan if it has the task", () => {
    const { same, counts, changes } = viewDiff({ name: "HEAD", plan: before }, { name: null, plan: after });
    expect(same).toBe(false);
    expect(counts).toEqual({
      ...{ added: 1, removed: 2, moved: 0, reworded: 2 },
      ...{ retargeted: 0, reassigned: 0, regrouped: 0, changed: 1 },
    });
    expect(changes.map(({ subject, task: id, taskTitle }) => `${subject} ${id ?? "-"} ${taskTitle ?? "-"}`)).toEqual([
      "plan - -",
      "plan - -",
      "task 10 new title",
      "indicator 10 new title",
      "milestone 10 new title",
      "task 11 title of 11",
    ]);
  });

  it("says so if nothing differs", () => {
    expect(viewDiff({ name: "a", plan: before }, { name: "b", plan: before })).toMatchObject({
      same: true,
      changes: [],
    });
  });
});
