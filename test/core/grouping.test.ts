import { describe, expect, it } from "vitest";
import { GROUPINGS, addsUp, groupTasks } from "../../src/core/grouping.ts";
import { select } from "../../src/core/selection.ts";
import { inquiry, milestone, plan, task } from "../support/builders.ts";
import { ask2017 } from "../support/plan-2017.ts";

const PLAN = plan([
  task("1", [milestone({ id: "1-1", task: "1", window: "2017-01-01..2017-03-31" })], {
    divisions: ["a", "b"],
    districts: ["north"],
  }),
  task("2", [milestone({ id: "2-1", task: "2", window: "2017-01-01..2018-02-28" })], {
    section: "s2-1",
    theme: "t2",
    districts: ["all"],
  }),
  task(
    "3",
    [
      milestone({ id: "3-1", task: "3", window: "2016-11-01..2016-12-15" }),
      milestone({ id: "3-2", task: "3", window: "2017-07-01..2017-09-30" }),
    ],
    { section: "s1-2", divisions: ["c"], districts: ["south", "related"] },
  ),
  task("4", [], { divisions: ["b"] }),
]);

/** Each group as `key: ids of tasks and of their milestones`. */
function groups(by: (typeof GROUPINGS)[number], role: "lead" | "assist" | "any" = "lead"): string[] {
  const asked = inquiry(PLAN, "2017-05-15");
  return groupTasks(PLAN, select(asked), by, role).map(
    ({ key, tasks }) =>
      `${key}: ${tasks.map(({ task: own, selected }) => [own.id, ...selected.map(({ milestone: { id } }) => id)].join(" ")).join(", ")}`,
  );
}

describe("groups", () => {
  it("by division count a task under its lead, or under all that take part", () => {
    expect(groups("division")).toEqual(["a: 1 1-1, 2 2-1", "b: 4", "c: 3 3-1 3-2"]);
    expect(groups("division", "any")).toEqual(["a: 1 1-1, 2 2-1", "b: 1 1-1, 4", "c: 3 3-1 3-2"]);
    expect(groups("division", "assist")).toEqual(["a: ", "b: 1 1-1", "c: "]);
  });

  it("by theme and section follow the plan's order", () => {
    expect(groups("theme")).toEqual(["t1: 1 1-1, 3 3-1 3-2, 4", "t2: 2 2-1"]);
    expect(groups("section")).toEqual(["s1-1: 1 1-1, 4", "s1-2: 3 3-1 3-2", "s2-1: 2 2-1"]);
  });

  it("by district list a task under each that it names, under all if it names all, and apart if it names none", () => {
    expect(groups("district")).toEqual([
      "north: 1 1-1, 2 2-1",
      "south: 2 2-1, 3 3-1 3-2",
      "related: 3 3-1 3-2",
      "none: 4",
    ]);
  });

  it("by quarter list a milestone where it is due, or before or after the year", () => {
    expect(groups("quarter")).toEqual(["before: 3 3-1", "Q1: 1 1-1", "Q2: ", "Q3: 3 3-2", "Q4: ", "after: 2 2-1"]);
  });

  it("by quarter leave out before and after if nothing is due there", () => {
    const asked = ask2017("2017-05-15");
    const all = groupTasks(asked.plan, select(asked), "quarter", "lead");
    expect(all.map(({ key, tasks }) => [key, tasks.flatMap(({ selected }) => selected).length])).toEqual([
      ["Q1", 16],
      ["Q2", 18],
      ["Q3", 15],
      ["Q4", 31],
    ]);
  });

  it("add up to the whole unless something is in several", () => {
    expect(GROUPINGS.filter((by) => addsUp(by, "lead"))).toEqual(["division", "theme", "section", "quarter"]);
    expect(GROUPINGS.filter((by) => addsUp(by, "any"))).toEqual(["theme", "section", "quarter"]);
  });
});
