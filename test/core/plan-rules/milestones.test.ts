import { describe, expect, it } from "vitest";
import type { DraftMilestone } from "../../../src/core/draft.ts";
import { figuresOf } from "../../../src/core/counts.ts";
import { select } from "../../../src/core/selection.ts";
import { inquiry, period } from "../../support/builders.ts";
import { assembleTasks, details, draftTask, mistakes, taskWith } from "../../support/drafts.ts";

function milestonesWith(more: Partial<DraftMilestone>): unknown {
  return assembleTasks(taskWith(more)).tasks[0]?.milestones;
}

function mistakesWith(more: Partial<DraftMilestone>): string[] {
  return mistakes([{ tasks: [taskWith(more)] }]);
}

describe("an entry of a plan file", () => {
  it("that does not repeat is one milestone under its own id", () => {
    expect(milestonesWith({ when: "Q1..Q2" })).toEqual([
      {
        id: "10-1",
        entry: "10-1",
        occurrence: null,
        task: "10",
        text: "a text",
        window: period("2017-01-01..2017-06-30"),
        added: null,
        remarks: null,
      },
    ]);
  });

  it("passes its remarks to each occurrence", () => {
    expect(milestonesWith({ when: ["Q2", "Q4"], remarks: "a doubt" })).toMatchObject([
      { id: "10-1@Q2", remarks: "a doubt" },
      { id: "10-1@Q4", remarks: "a doubt" },
    ]);
  });

  it("that repeats is a milestone for each occurrence", () => {
    const entry = { entry: "10-1", task: "10", text: "a text", added: null, remarks: null };
    expect(milestonesWith({ when: ["Q2", "Q4"] })).toEqual([
      { ...entry, id: "10-1@Q2", occurrence: "Q2", window: period("2017-04-01..2017-06-30") },
      { ...entry, id: "10-1@Q4", occurrence: "Q4", window: period("2017-10-01..2017-12-31") },
    ]);
  });

  it("may be due before or after the end of its window, even past the plan's year", () => {
    expect(milestonesWith({ due: "2017-04-01" })).toMatchObject([{ window: period("2017-04-01..2017-04-01") }]);
    expect(milestonesWith({ due: "2018-01-31" })).toMatchObject([{ window: period("2017-04-01..2018-01-31") }]);
  });

  it("must not be due before its window begins", () => {
    expect(mistakesWith({ due: "2017-03-31" })).toEqual(["1.yaml tasks/0/milestones/0/due E-DUE"]);
    expect(details([{ tasks: [taskWith({ due: "2017-03-31" })] }])).toEqual([
      { fault: "before start", day: "2017-03-31" },
    ]);
  });

  it("that repeats must not have a due day of its own", () => {
    const repeating = { when: "every quarter", due: "2017-12-31" };
    expect(mistakesWith(repeating)).toEqual(["1.yaml tasks/0/milestones/0/due E-DUE"]);
    expect(details([{ tasks: [taskWith(repeating)] }])).toEqual([{ fault: "repeating", day: "2017-12-31" }]);
  });

  it("refuses a when that cannot be read, and names the part", () => {
    expect(mistakesWith({ when: ["Q2", "Q5"] })).toEqual(["1.yaml tasks/0/milestones/0/when/1 E-WHEN"]);
    expect(details([{ tasks: [taskWith({ when: ["Q2", "Q5"] })] }])).toEqual([
      { value: "Q5", fault: "grammar", guess: null },
    ]);
  });

  it.each([
    ["2017-04-31..2017-05-31", "when", "2017-04-30..2017-05-31"],
    [["Q1", "2017-05-01..2017-06-31"], "when/1", "2017-05-01..2017-06-30"],
  ])("gives a guess at the whole window, not at one day of it: %s", (when, at, guess) => {
    expect(mistakesWith({ when })).toEqual([`1.yaml tasks/0/milestones/0/${at} E-WHEN`]);
    expect(details([{ tasks: [taskWith({ when })] }])).toMatchObject([{ fault: "no-such-day", guess }]);
  });

  it("refuses days that do not exist", () => {
    expect(mistakesWith({ due: "2017-06-31", added: "2017-02-30" })).toEqual([
      "1.yaml tasks/0/milestones/0/due E-DATE",
      "1.yaml tasks/0/milestones/0/added E-DATE",
    ]);
  });

  it("is checked even if the plan's year is unknown", () => {
    expect(mistakes([{ tasks: [taskWith({ when: "Q5" })] }], { title: "a plan" })).toEqual([
      "1.yaml tasks/0/milestones/0/when E-WHEN",
    ]);
  });
});

describe("an addition", () => {
  const milestones = [
    { id: "11-1", when: "Q2", text: "a" },
    { id: "11-2", when: "Q2", text: "b", added: "2017-06-15" },
  ];

  it("of a task applies to its milestones, unless they have their own", () => {
    const [task] = assembleTasks(draftTask(11, { added: "2017-05-15", milestones })).tasks;
    expect(task?.milestones.map(({ added }) => added)).toEqual(["2017-05-15", "2017-06-15"]);
  });

  it("of a milestone is never earlier than that of its task", () => {
    const early = [{ id: "11-1", when: "Q2", text: "a", added: "2017-04-15" }];
    const [task] = assembleTasks(draftTask(11, { added: "2017-05-15", milestones: early })).tasks;
    expect(task?.milestones.map(({ added }) => added)).toEqual(["2017-05-15"]);
  });

  it("keeps a task and its milestones out of the counts of earlier days", () => {
    const plan = assembleTasks(draftTask(10), draftTask(11, { added: "2017-05-15", milestones }));
    const counted = ["2017-05-14", "2017-05-15", "2017-06-15"].map((asOf) => {
      const asked = inquiry(plan, asOf);
      const counts = figuresOf(select(asked), asked.asOf, null).counts;
      return [counts.tasks, counts.milestones];
    });
    expect(counted).toEqual([
      [1, 0],
      [2, 1],
      [2, 2],
    ]);
  });
});
