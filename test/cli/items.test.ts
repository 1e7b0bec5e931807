/** The subject of a note: tasks and milestones share one space of ids, and each is found in every way of typing it. */
import { afterAll, describe, expect, it } from "vitest";
import { OWN_HEAD, makeOwnHome, removeHome, runIn } from "../reporters/run-main.ts";

const home = makeOwnHome({
  "plan/plan.yaml": OWN_HEAD,
  "plan/tasks.yaml": `section: s1
tasks:
  - { id: 10, title: 任务十, divisions: [a], milestones: [{ id: 10-1, when: Q1, text: 甲 }] }
  - { id: r-1, title: 任务二, divisions: [a], milestones: [{ id: start, when: Q2, text: 乙 }] }
`,
});
afterAll(() => {
  removeHome(home);
});

describe("a note", () => {
  it.each([
    ["10", "10"],
    ["任务10", "10"],
    ["10-1", "10-1"],
    ["１０－１", "10-1"],
    ["10。1", "10-1"],
    ["start", "start"],
    ["r-1", "r-1"],
  ])("on %s belongs to %s", async (typed, ref) => {
    const words = ["note", typed, "在办", "--by", "甲处", "--dry-run", "--format", "json"];
    const { code, stdout } = await runIn(home, words);
    expect([code, JSON.parse(stdout)]).toMatchObject([0, { records: [{ do: "note", ref }] }]);
  });
});

it("does not say that a past day is still to come this year if the plan is next year's", async () => {
  const next = makeOwnHome({
    "plan/plan.yaml": OWN_HEAD.replace("2017", "2018"),
    "plan/tasks.yaml": `section: s1
tasks:
  - { id: 1, title: 任务一, divisions: [a], milestones: [{ id: 1-1, when: Q1, text: 甲 }] }
`,
  });
  const { code, stderr } = await runIn(next, ["done", "1-1", "--on", "6-21", "--by", "甲处"]);
  removeHome(next);
  // Today is 3 July 2017.
  expect([code, stderr]).toEqual([2, "--on 6-21 在 2018 年还没有到；如果是 2017 年的，写全：2017-06-21\n"]);
});
