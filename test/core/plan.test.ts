import { describe, expect, it } from "vitest";
import { isPlanned, leadOf, milestoneAt, milestonesOf, taskOf } from "../../src/core/plan.ts";
import { day, milestone, plan, task } from "../support/builders.ts";

describe("a plan", () => {
  it("has the milestones of its tasks, in its order", () => {
    const tasks = [
      task("2", [milestone({ id: "2-1" }), milestone({ id: "2-2" })]),
      task("1", [milestone({ id: "1-1" })]),
    ];
    expect(milestonesOf(plan(tasks)).map(({ id }) => id)).toEqual(["2-1", "2-2", "1-1"]);
  });

  it("throws for a milestone that is not its own", () => {
    const own = plan([task("2", [milestone({ id: "2-1" })])]);
    expect(() => taskOf(own, milestone({ id: "3-1" }))).toThrow("the plan has no milestone 3-1");
    const columns = { firsts: [0, 1], taskAt: (number: number) => own.tasks[number] };
    expect(milestoneAt(columns, 0).id).toBe("2-1");
    expect(() => milestoneAt(columns, 1)).toThrow("the plan has no milestone 1");
    expect(() => milestoneAt(columns, -1)).toThrow("the plan has no milestone -1");
  });
});

describe("the lead of a task", () => {
  it("is the first division", () => {
    expect(leadOf(task("1", [], { divisions: ["b", "a"] }))).toBe("b");
  });
});

describe("being part of the plan", () => {
  it("holds on every day, unless it was added later", () => {
    expect(isPlanned(milestone(), day("1999-01-01"))).toBe(true);
    const added = milestone({ added: "2017-05-15" });
    const asked = ["2017-05-14", "2017-05-15", "2017-12-31"].map((asOf) => isPlanned(added, day(asOf)));
    expect(asked).toEqual([false, true, true]);
  });
});
