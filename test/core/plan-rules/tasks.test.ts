import { describe, expect, it } from "vitest";
import type { DraftIndicator, DraftTask } from "../../../src/core/draft.ts";
import { settledIn } from "../../../src/core/plan-rules/tasks.ts";
import { HEAD, assemble, assembleTasks, details, draftTask, mistakes } from "../../support/drafts.ts";

function taskOf(more: Partial<DraftTask>): unknown {
  return assembleTasks(draftTask(10, more)).tasks[0];
}

function mistakesOf(more: Partial<DraftTask>): string[] {
  return mistakes([{ tasks: [draftTask(10, more)] }]);
}

describe("a task", () => {
  it("has empty texts and lists by default", () => {
    expect(taskOf({})).toEqual({
      id: "10",
      title: "title of 10",
      theme: "t1",
      section: "s1",
      divisions: ["ghfzc"],
      districts: [],
      objective: "",
      measures: [],
      assessment: "",
      remarks: null,
      added: null,
      indicators: [],
      milestones: [],
      settled: [],
    });
  });

  it("has the warnings that it settles, except those with mistakes of form", () => {
    const whole = { code: "W-YEAR", reason: "as it was decided" };
    expect(taskOf({ settled: [whole] })).toMatchObject({ settled: [whole] });
    expect(settledIn([whole, undefined, { code: "W-YEAR" }, { reason: "x" }])).toEqual([whole]);
  });

  it("has its texts as written", () => {
    const texts = { objective: "制度,重点", measures: ["1", "2"], assessment: "完成工作任务", remarks: "a doubt" };
    expect(taskOf(texts)).toMatchObject(texts);
  });

  it("refuses a day of adding that does not exist", () => {
    expect(mistakesOf({ added: "2017-02-29" })).toEqual(["1.yaml tasks/0/added E-DATE"]);
    expect(details([{ tasks: [draftTask(10, { added: "2017-02-29" })] }])).toEqual([
      { value: "2017-02-29", guess: "2017-02-28" },
    ]);
  });
});

describe("the divisions of a task", () => {
  it("are named by name or id, the lead first, in the order written", () => {
    expect(taskOf({ divisions: ["专利代办处", "ghfzc"] })).toMatchObject({ divisions: ["zldbc", "ghfzc"] });
  });

  it("may differ in width and case, but must be whole names", () => {
    expect(taskOf({ divisions: ["ＺＬＤＢＣ"] })).toMatchObject({ divisions: ["zldbc"] });
    expect(mistakesOf({ divisions: ["代办"] })).toEqual(["1.yaml tasks/0/divisions/0 E-DIVISION"]);
  });

  it("that are unknown come with the known ones and the nearest", () => {
    const known = ["规划发展处", "专利代办处"];
    expect(details([{ tasks: [draftTask(10, { divisions: ["专利代办出", "人事教育司"] })] }])).toEqual([
      { name: "专利代办出", known, guess: "专利代办处" },
      { name: "人事教育司", known, guess: null },
    ]);
  });

  it("are each named once, by name or id", () => {
    expect(mistakesOf({ divisions: ["专利代办处", "规划发展处", "zldbc"] })).toEqual([
      "1.yaml tasks/0/divisions/2 E-REPEATED-NAME",
    ]);
  });

  it("are at least one", () => {
    expect(() => taskOf({ divisions: [] })).toThrow("no plan");
  });
});

describe("the districts of a task", () => {
  it("are names, `all` or `related`", () => {
    expect(taskOf({ districts: ["all"] })).toMatchObject({ districts: ["all"] });
    expect(taskOf({ districts: ["北碚区", "related"] })).toMatchObject({ districts: ["北碚区", "related"] });
  });

  it("are spelled as in the head, so that filters find them", () => {
    expect(taskOf({ districts: ["ALL"] })).toMatchObject({ districts: ["all"] });
  });

  it("that are unknown come with the known ones and the nearest", () => {
    const parts = [{ tasks: [draftTask(10, { districts: ["江北", "somewhere else"] })] }];
    expect(mistakes(parts)).toEqual(["1.yaml tasks/0/districts/0 E-DISTRICT", "1.yaml tasks/0/districts/1 E-DISTRICT"]);
    const known = ["all", "related", "江北区", "北碚区"];
    expect(details(parts)).toEqual([
      { name: "江北", known, guess: "江北区" },
      { name: "somewhere else", known, guess: null },
    ]);
  });

  it("are each named once", () => {
    expect(mistakesOf({ districts: ["江北区", "北碚区", "江北区"] })).toEqual([
      "1.yaml tasks/0/districts/2 E-REPEATED-NAME",
    ]);
  });

  it("are not checked if the head's list has a mistake of form", () => {
    const { districts: _, ...head } = HEAD;
    expect(mistakes([{ tasks: [draftTask(10, { districts: ["江北区"] })] }], head)).toEqual([]);
  });

  it("are only `all` and `related` if the head has none", () => {
    const parts = [{ tasks: [draftTask(10, { districts: ["all", "related", "江北区"] })] }];
    expect(mistakes(parts, { ...HEAD, districts: [] })).toEqual(["1.yaml tasks/0/districts/2 E-DISTRICT"]);
  });
});

describe("the indicators of a task", () => {
  const agencies: DraftIndicator = { id: "agencies", name: "机构", min: 10, max: 20, unit: "家", basis: "stock" };

  it("are due at the year's end by default", () => {
    expect(taskOf({ indicators: [agencies] })).toMatchObject({
      indicators: [
        { ...agencies, baseline: null, stretch: false, per: null, due: "2017-12-31", from: [], remarks: null },
      ],
    });
  });

  it("keep what their file says", () => {
    const full: DraftIndicator = {
      ...agencies,
      basis: "rank",
      baseline: 12,
      stretch: true,
      per: "quarter",
      due: "2018-01-31",
      from: ["objective"],
      remarks: "a doubt",
    };
    expect(taskOf({ indicators: [full] })).toMatchObject({ indicators: [full] });
  });

  it("may lack a minimum or a maximum", () => {
    const { min: _min, ...most } = agencies;
    const { max: _max, ...least } = agencies;
    expect(taskOf({ indicators: [most] })).toMatchObject({ indicators: [{ min: null, max: 20 }] });
    expect(taskOf({ indicators: [least] })).toMatchObject({ indicators: [{ min: 10, max: null }] });
  });

  it("must not have a minimum above the maximum", () => {
    expect(mistakesOf({ indicators: [{ ...agencies, min: 20 }] })).toEqual([]);
    expect(mistakesOf({ indicators: [{ ...agencies, min: 21 }] })).toEqual([
      "1.yaml tasks/0/indicators/0/max E-TARGET",
    ]);
    expect(details([{ tasks: [draftTask(10, { indicators: [{ ...agencies, min: 21 }] })] }])).toEqual([
      { fault: "reversed" },
    ]);
  });

  it.each(["id", "name", "unit", "basis"] as const)("prevent a plan if their %s cannot be read", (key) => {
    const torn = Object.fromEntries(Object.entries(agencies).filter(([name]) => name !== key));
    const draft = draftTask(10, { indicators: [torn as unknown as DraftIndicator] });
    expect(assemble([{ tasks: [draft] }])).toEqual({ plan: null, findings: [] });
  });

  it("must have ids that are unique within the task", () => {
    expect(mistakesOf({ indicators: [agencies, agencies] })).toEqual(["1.yaml tasks/0/indicators/1/id E-DUPLICATE-ID"]);
    const others = draftTask(11, { indicators: [agencies] });
    expect(mistakes([{ tasks: [draftTask(10, { indicators: [agencies] }), others] }])).toEqual([]);
  });

  it("must be due on a day that exists", () => {
    expect(mistakesOf({ indicators: [{ ...agencies, due: "2017-11-31" }] })).toEqual([
      "1.yaml tasks/0/indicators/0/due E-DATE",
    ]);
  });

  it("are checked even if the plan's year is unknown", () => {
    const parts = [{ tasks: [draftTask(10, { indicators: [{ ...agencies, min: 30 }] })] }];
    expect(mistakes(parts, { title: "a plan" })).toEqual(["1.yaml tasks/0/indicators/0/max E-TARGET"]);
  });
});
