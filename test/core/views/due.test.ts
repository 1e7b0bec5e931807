import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { type DueView, viewDue } from "../../../src/core/views/due.ts";
import { day, inquiry, milestone, plan, task } from "../../support/builders.ts";
import { ask2017 } from "../../support/plan-2017.ts";

function ids(view: DueView): string[] {
  return view.groups.map(({ name, milestones }) => `${name}: ${milestones.map(({ id }) => id).join(" ")}`);
}

describe("what falls due next", () => {
  it("is up to the next due day, by division in the plan's order", () => {
    const view = viewDue(ask2017("2017-05-15"), null, "division");
    expect(view).toMatchObject({ from: "2017-06-30", until: "2017-06-30", daysLeft: 46, milestones: 16, done: 2 });
    expect(view.overdue).toBe(2);
    expect(ids(view)).toEqual([
      "专利管理处: 1-1 19-2 25-1",
      "规划发展处: 4-1 9-1 17-2",
      "法律事务处: 13-2 14-2 26-1",
      "保护协调处: 21-2 22-2",
      "专利代办处: 10-1 10-2@Q2 10-3@Q2 23-1 24-1",
    ]);
  });

  it("within so many days includes the first and last of these days", () => {
    expect(viewDue(ask2017("2017-05-15"), 45, "division")).toMatchObject({ until: "2017-06-29", milestones: 0 });
    expect(viewDue(ask2017("2017-05-15"), 46, "division")).toMatchObject({ from: "2017-05-15", milestones: 16 });
  });

  it("in a quarter is what its status shows as open, by due day", () => {
    const view = viewDue(ask2017("2017-07-03", { quarters: [3] }), null, "division");
    expect(view).toMatchObject({ from: "2017-07-01", until: "2017-09-30", daysLeft: 89, milestones: 16, done: 0 });
    expect(ids(view)[0]).toBe("专利管理处: 25-2@2017-08 5-3 11-2 12-2 19-3 25-3");
  });

  it("in a quarter that is over counts what fell due then and is not done", () => {
    const view = viewDue(ask2017("2017-07-03", { quarters: [2] }), null, "division");
    expect(view).toMatchObject({ milestones: 0, done: 13, overdueThen: 4, groups: [] });
    expect(viewDue(ask2017("2017-07-03"), 30, "division")).toMatchObject({ overdue: 5, overdueThen: 0 });
  });

  it("counts the targets that were not reached by their day, as their list does", () => {
    // With an empty journal: those of 18 by the end of Q1, that of 10 for Q1, and that of 24 by the end of Q2.
    const asked = { ...ask2017("2017-07-03"), journal: foldJournal([]) };
    expect(viewDue(asked, null, "division").targetsPast).toBe(4);
    expect(viewDue({ ...asked, asOf: day("2017-06-30") }, null, "division").targetsPast).toBe(3);
    expect(viewDue({ ...asked, asOf: day("2017-03-31") }, null, "division").targetsPast).toBe(0);
  });

  it("may be grouped otherwise", () => {
    const view = viewDue(ask2017("2017-07-03", { quarters: [3] }), null, "theme");
    expect(view.groups.map(({ key }) => key)).toEqual(["t1", "t2", "t3"]);
    expect(view.groupBy).toBe("theme");
  });

  it("is empty if nothing is left", () => {
    const empty = { from: null, until: null, daysLeft: null, milestones: 0, groups: [] };
    expect(viewDue(inquiry(plan([task("1", [])]), "2017-05-15"), null, "division")).toMatchObject(empty);
    const over = plan([task("10", [milestone()])]);
    expect(viewDue(inquiry(over, "2017-07-01"), null, "division")).toMatchObject({ ...empty, overdue: 1 });
  });
});
