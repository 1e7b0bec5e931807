/** Warnings: what is odd in a plan but may be intended. */
import { describe, expect, it } from "vitest";
import type { DraftMilestone, DraftTask } from "../../../src/core/draft.ts";
import { HEAD, assemble, details, draftTask, mistakes } from "../../support/drafts.ts";

const oddOf = (...tasks: DraftTask[]): string[] => mistakes([{ tasks }]);
const milestone = (id: string, text: string, when: DraftMilestone["when"] = "Q2"): DraftMilestone => ({
  id,
  when,
  text,
});

describe("a plan with warnings", () => {
  it("is still a plan", () => {
    const { plan, findings } = assemble([{ tasks: [draftTask(1, { objective: "指导江北区申报" })] }]);
    expect(findings).toHaveLength(1);
    expect(plan?.tasks).toHaveLength(1);
  });

  it("has no warnings from parts with mistakes of form", () => {
    expect(mistakes([{ tasks: [null, { id: 1 } as DraftTask] }])).toEqual([]);
  });
});

describe("a district that a task's texts name", () => {
  it.each([
    ["title", { title: "指导江北区申报" }, "title"],
    ["objective", { objective: "指导江北区申报" }, "objective"],
    ["assessment", { assessment: "江北区通过验收" }, "assessment"],
    ["measures", { measures: ["贯标", "指导江北区申报"] }, "measures/1"],
    ["milestone", { milestones: [milestone("1-1", "指导江北区申报")] }, "milestones/0/text"],
  ])("is reported if its districts lack it: in the %s", (_, more, path) => {
    expect(oddOf(draftTask(1, { districts: ["北碚区"], ...more }))).toEqual([`1.yaml tasks/0/${path} W-DISTRICT`]);
  });

  it("is reported once, with task and name", () => {
    const parts = [{ tasks: [draftTask(1, { title: "江北区", objective: "江北区" })] }];
    expect(details(parts)).toEqual([{ name: "江北区", task: "1" }]);
  });

  it.each([[["all"]], [["江北区"]], [["江北区", "北碚区"]]])(
    "is not missed where the districts are %j",
    (districts) => {
      expect(oddOf(draftTask(1, { districts, title: "指导江北区申报" }))).toEqual([]);
    },
  );

  it("is reported if the task has only related besides", () => {
    expect(oddOf(draftTask(1, { districts: ["related"], title: "指导江北区申报" }))).toHaveLength(1);
  });

  it("is not looked for if the head's list cannot be read", () => {
    const { districts: _, ...head } = HEAD;
    expect(mistakes([{ tasks: [draftTask(1, { title: "江北区" })] }], head)).toEqual([]);
  });
});

describe("titles in 《》 of one task", () => {
  const with2 = (one: string, other: string): string[] =>
    oddOf(draftTask(1, { objective: `《${one}》`, assessment: `《${other}》` }));

  it.each([
    ["words in another order", "重庆市知识产权人才“十三五”规划", "重庆市知识产权“十三五”人才规划"],
    ["one character", "专利促进保护条例", "专利促进保户条例"],
    ["a word more", "企业发明专利促进方案", "企业发明专利促进实施方案"],
  ])("are reported if they differ by %s", (_, one, other) => {
    expect(with2(one, other)).toEqual(["1.yaml tasks/0/assessment W-TITLE"]);
  });

  it.each([
    ["are the same", "专利促进保护条例", "专利促进保护条例"],
    ["differ by their numbers", "2016年专利工作方案", "2017年专利工作方案"],
    ["differ by Chinese numbers", "第一批专利试点名单", "第二批专利试点名单"],
    ["are one within the other", "知识产权人才规划", "市知识产权人才规划"],
    ["are one around the other", "市知识产权人才规划", "知识产权人才规划"],
    ["are short", "条例", "条列"],
    ["differ by many", "重庆市企业购买知识产权服务补贴暂行办法", "重庆市企业发明专利促进方案"],
    ["are as long and differ by many", "专利促进保护条例", "商标注册管理办法"],
  ])("are fine if they %s", (_, one, other) => expect(with2(one, other)).toEqual([]));

  it("are not compared with those of other tasks", () => {
    const tasks = [
      draftTask(1, { objective: "《专利促进保护条例》" }),
      draftTask(2, { objective: "《专利促进保户条例》" }),
    ];
    expect(oddOf(...tasks)).toEqual([]);
  });

  it("are reported with the other title", () => {
    const parts = [{ tasks: [draftTask(1, { title: "《专利促进保护条例》与《专利促进保户条例》" })] }];
    expect(details(parts)).toMatchObject([{ title: "专利促进保户条例", other: "专利促进保护条例" }]);
  });
});

describe("the same deliverable", () => {
  const two = (one: string, other: string): string[] =>
    oddOf(draftTask(1, { milestones: [milestone("1-1", one), milestone("1-2", other, "Q4")] }));

  it.each([
    ["the same text", "召开推进会。", "召开推进会。"],
    ["the same text but for marks and width", "召开推进会（年会）。", "召开推进会(年会)"],
    ["a document that is completed twice", "出台《管理办法》。", "会同区县出台《管理办法》并宣讲。"],
    ["one of several documents", "制定实施《方案》、《办法》，召开会议。", "制定《办法》。"],
  ])("is reported if it is scheduled twice: %s", (_, one, other) => {
    expect(two(one, other)).toEqual(["1.yaml tasks/0/milestones/1/text W-TWICE"]);
  });

  it.each([
    ["a document in two steps", "起草《管理办法》。", "出台《管理办法》。"],
    ["two verbs", "制定《管理办法》。", "印发《管理办法》。"],
    ["two documents", "出台《管理办法》。", "出台《实施细则》。"],
    ["a document that is only named", "落实《管理办法》，培训20人。", "落实《管理办法》，检查10家。"],
  ])("is not assumed for %s", (_, one, other) => expect(two(one, other)).toEqual([]));

  it("is reported across tasks, at the later one", () => {
    const tasks = [1, 2].map((id) => draftTask(id, { milestones: [milestone(`${id}-1`, "召开推进会。")] }));
    expect(oddOf(...tasks)).toEqual(["1.yaml tasks/1/milestones/0/text W-TWICE"]);
  });

  it("is not reported beside what was carried over from an earlier year", () => {
    const twice = [milestone("1-1", "召开推进会。"), milestone("1-1-y2016", "召开推进会。")];
    expect(oddOf(draftTask(1, { milestones: twice }))).toEqual([]);
  });

  it("is not reported too if a milestone was copied with its id", () => {
    const copies = [milestone("1-1", "召开推进会。"), milestone("1-1", "召开推进会。")];
    expect(oddOf(draftTask(1, { milestones: copies }))).toEqual(["1.yaml tasks/0/milestones/1/id E-DUPLICATE-ID"]);
  });

  it("is reported beside another mistake", () => {
    const twice = [milestone("1-1", "召开推进会。"), { ...milestone("1-2", "召开推进会。"), due: "2017-02-30" }];
    expect(oddOf(draftTask(1, { milestones: twice }))).toEqual([
      "1.yaml tasks/0/milestones/1/due E-DATE",
      "1.yaml tasks/0/milestones/1/text W-TWICE",
    ]);
  });
});

describe("parts with mistakes of form", () => {
  it("prevent a plan, but other parts of their task are checked", () => {
    const milestones = [
      { when: "Q3..Q1", text: "甲" },
      { id: "1-2", when: ["Q2", undefined, "Q9"], text: "乙" },
    ];
    const indicators = [{ id: "a", min: 2, max: 1, basis: "flow" }];
    const task = { ...draftTask(1), milestones, indicators } as unknown as DraftTask;
    expect(oddOf(task)).toEqual([
      "1.yaml tasks/0/milestones/0/when E-WHEN",
      "1.yaml tasks/0/milestones/1/when/2 E-WHEN",
      "1.yaml tasks/0/indicators/0/max E-TARGET",
    ]);
    const nameless = {
      ...task,
      id: undefined,
      indicators: undefined,
      milestones: [{ id: "1-3", text: "甲", when: "Q5" }],
    };
    expect(oddOf(nameless as unknown as DraftTask)).toEqual(["1.yaml tasks/0/milestones/0/when E-WHEN"]);
    const unfinished = { ...draftTask(2), indicators: [{ id: "a" }] } as unknown as DraftTask;
    expect(assemble([{ tasks: [unfinished] }])).toEqual({ plan: null, findings: [] });
  });

  it("in a window are reported at the window alone", () => {
    expect(details([{ tasks: [draftTask(1, { milestones: [milestone("1-1", "甲", ["Q1", "Q1"])] })] }])).toEqual([
      { value: "Q1", fault: "twice", guess: null },
    ]);
    const from = ["2017-02-30..2017-03-01"];
    expect(oddOf(draftTask(1, { milestones: [milestone("1-1", "甲", from)] }))).toEqual([
      "1.yaml tasks/0/milestones/0/when/0 E-WHEN",
    ]);
  });

  it("are skipped, and what is around them is judged", () => {
    const task = {
      ...draftTask(1),
      title: undefined,
      districts: ["北碚区", undefined],
      measures: [undefined, "指导江北区申报"],
      milestones: [undefined, { id: "1-1", when: ["Q2", undefined], text: undefined }, { id: "1-2", text: "江北区" }],
    };
    const draft = task as unknown as DraftTask;
    // A district that cannot be read may be any district.
    expect(oddOf(draft)).toEqual([]);
    expect(oddOf({ ...draft, districts: ["北碚区"] })).toEqual(["1.yaml tasks/0/measures/1 W-DISTRICT"]);
  });
});
