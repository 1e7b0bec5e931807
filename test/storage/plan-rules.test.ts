/** Mistakes that a schema cannot see, reported at their places in the files. */
import { describe, expect, it } from "vitest";
import {
  type Slip,
  HEAD,
  PART,
  SMALL_PLAN,
  briefly,
  cases,
  expectOneProblem,
  placeText,
  problemsOf,
  withSlip,
} from "./small-plan.ts";

const names: Slip[] = [
  [
    "an unknown division",
    "[代办处]",
    "[⟦代办出⟧]",
    "E-DIVISION",
    { name: "代办出", guess: "代办处", known: ["代办处", "保护处"] },
  ],
  ["a part of a division's name", "[代办处]", "[⟦代办⟧]", "E-DIVISION", { guess: "代办处" }],
  ["a division near no other", "[代办处]", "[⟦信息中心⟧]", "E-DIVISION", { name: "信息中心", guess: null }],
  [
    "a division equally close to two others",
    "[代办处]",
    "[⟦代护处⟧]",
    "E-DIVISION",
    { guess: "代办处", alike: ["保护处"] },
  ],
  ["an unknown division behind a known one", "[代办处]", "[代办处, ⟦保户处⟧]", "E-DIVISION", { guess: "保护处" }],
  [
    "an unknown division in a block",
    "[代办处]",
    "\n      - 代办处\n      - ⟦保户处⟧",
    "E-DIVISION",
    { guess: "保护处" },
  ],
  ["a division twice", "[代办处]", "[保护处, 代办处, ⟦dbc⟧]", "E-REPEATED-NAME", { name: "dbc" }],
  ["all districts in Chinese", "[all]", "[⟦各区县⟧]", "E-DISTRICT", { name: "各区县", guess: "all" }],
  ["an unknown district", "[all]", "[江北区, ⟦北倍区⟧]", "E-DISTRICT", { name: "北倍区", guess: "北碚区" }],
  ["a district twice", "[all]", "[江北区, related, ⟦江北区⟧]", "E-REPEATED-NAME", { name: "江北区" }],
  [
    "an unknown section",
    "section: s1-1",
    "section: ⟦s1-2⟧",
    "E-SECTION",
    { name: "s1-2", known: ["s1-1"], guess: "s1-1" },
  ],
  ["an unknown theme", "theme: t1", "theme: ⟦t2⟧", "E-THEME", { name: "t2", known: ["t1"] }],
  ["an unknown zone", "Asia/Shanghai", "⟦Asia/Beijing⟧", "E-TIMEZONE", { value: "Asia/Beijing" }],
  ["a zone that means Chicago", "Asia/Shanghai", "⟦CST⟧", "E-TIMEZONE", { value: "CST" }],
  ["a zone by its offset", "Asia/Shanghai", "⟦GMT+8⟧", "E-TIMEZONE", { value: "GMT+8" }],
];

const doubles: Slip[] = [
  [
    "a milestone's id",
    "- id: 10-1",
    "- id: ⟪10-1⟫\n        when: Q1\n        text: 甲\n      - id: ⟦10-1⟧",
    "E-DUPLICATE-ID",
  ],
  [
    "an id in another case",
    "- id: 10-1",
    "- id: ⟪A-1⟫\n        when: Q1\n        text: 甲\n      - id: ⟦a-1⟧",
    "E-DUPLICATE-ID",
    { id: "a-1" },
  ],
  ["a task's id as a milestone's", "- id: 10-1", '- id: ⟦"10"⟧', "E-DUPLICATE-ID", { id: "10" }],
  ["a division's id", "- id: dbc", "- id: ⟪dbc⟫\n    name: 三处\n  - id: ⟦dbc⟧", "E-DUPLICATE-ID", { id: "dbc" }],
  ["a division's name", "name: 保护处", "name: ⟦代办处⟧", "E-DUPLICATE-ID", { id: "代办处" }],
  ["a theme's id", "- id: t1", "- id: ⟪t1⟫\n    title: 主题\n  - id: ⟦t1⟧", "E-DUPLICATE-ID", { id: "t1" }],
  ["a section's id", "- id: s1-1", "- id: ⟪s1-1⟫\n    theme: t1\n    title: 分项\n  - id: ⟦s1-1⟧", "E-DUPLICATE-ID"],
  [
    "an indicator's id",
    "- id: agencies",
    "- {id: ⟪agencies⟫, name: 甲, unit: 家, basis: flow, min: 1}\n      - id: ⟦agencies⟧",
    "E-DUPLICATE-ID",
  ],
];

const times: Slip[] = [
  ["a window that runs backwards", "when: Q2", "when: ⟦Q3..Q1⟧", "E-WHEN", { value: "Q3..Q1", fault: "backwards" }],
  ["months that run backwards", "when: Q2", "when: ⟦2017-07..2017-05⟧", "E-WHEN", { fault: "backwards" }],
  ["a fifth quarter", "when: Q2", "when: ⟦Q5⟧", "E-WHEN", { value: "Q5", fault: "grammar" }],
  ["an unknown quarter in a list", "when: Q2", "when: [Q2, ⟦Q9⟧]", "E-WHEN", { value: "Q9", fault: "grammar" }],
  ["the year in a list", "when: Q2", "when: [Q2, ⟦year⟧]", "E-WHEN", { value: "year", fault: "alone" }],
  ["a repeating window in a list", "when: Q2", "when: [⟦every month⟧]", "E-WHEN", { fault: "alone" }],
  ["a quarter with a hyphen", "when: Q2", "when: ⟦Q2-Q3⟧", "E-WHEN", { fault: "grammar" }],
  ["a quarter in Chinese", "when: Q2", "when: ⟦二季度⟧", "E-WHEN", { value: "二季度", fault: "grammar" }],
  ["a thirteenth month", "when: Q2", "when: ⟦2017-13⟧", "E-WHEN", { fault: "grammar" }],
  ["no leap day in 2017", "when: Q2", "when: ⟦2017-02-29⟧", "E-WHEN", { value: "2017-02-29", fault: "no-such-day" }],
  [
    "a window that ends on a missing day",
    "when: Q2",
    "when: ⟦2017-06-01..2017-06-31⟧",
    "E-WHEN",
    { fault: "no-such-day" },
  ],
  ["a quarter twice", "when: Q2", "when: [Q2, ⟦Q2⟧]", "E-REPEATED-NAME", { name: "Q2" }],
  ["a due day before the start", "when: Q2", "when: Q2\n        due: ⟦2017-03-31⟧", "E-DUE", { fault: "before start" }],
  [
    "a due day of many occurrences",
    "when: Q2",
    "when: [Q2, Q4]\n        due: ⟦2017-12-31⟧",
    "E-DUE",
    { fault: "repeating" },
  ],
  ["a target that runs backwards", "min: 10", "min: 10\n        max: ⟦9⟧", "E-TARGET", { fault: "reversed" }],
];

describe("one slip makes one problem at its place", () => {
  describe("in names", () => {
    it.each(cases(names))("$why", ({ slip }) => expectOneProblem(slip));
  });

  describe("in things that occur twice, with both places", () => {
    it.each(cases(doubles))("$why", ({ slip }) => expectOneProblem(slip));
  });

  describe("in times", () => {
    it.each(cases(times))("$why", ({ slip }) => expectOneProblem(slip));
  });
});

describe("the same id in several files", () => {
  it("is reported in the later file, with the place in the earlier one", () => {
    const problems = problemsOf({ ...SMALL_PLAN, "2-1.yaml": PART.replace("id: 10\n", "id: 11\n") });
    expect(problems.map(briefly)).toEqual(["2-1.yaml:14:13-14:17 E-DUPLICATE-ID"]);
    expect(problems[0]?.details).toMatchObject({ id: "10-1", first: { file: "1-1.yaml", line: 14, column: 13 } });
  });
});

describe("the head", () => {
  it("is missing: one problem without a place", () => {
    expect(problemsOf({ "1-1.yaml": PART }).map(briefly)).toEqual(["nowhere E-NO-HEAD"]);
  });

  it("exists twice: reported in the second file, with the place of the first", () => {
    const problems = problemsOf({ ...SMALL_PLAN, "z.yaml": HEAD });
    expect(problems.map(({ code, at }) => [code, at?.file, at?.line, at?.column])).toEqual([
      ["E-TWO-HEADS", "z.yaml", 1, 1],
    ]);
    expect(problems[0]?.details).toMatchObject({ first: { file: "plan.yaml", line: 1, column: 1 } });
  });

  it("is plan.yaml if there are two heads, whichever comes first", () => {
    const problems = problemsOf({ ...SMALL_PLAN, "a.yaml": HEAD.replace("divisions:", "divisions: # 另一份") });
    expect(problems.map(briefly)).toEqual(["a.yaml:1:1-17:1 E-TWO-HEADS"]);
  });

  it("may have any file name, be in a subfolder, and have its ending in capitals", () => {
    expect(problemsOf({ "b/c.YML": HEAD, "a/1.yaml": PART, "notes.txt": "title： x" })).toEqual([]);
  });

  it.each([
    ["is broken", HEAD.replace("title: 主题一", 'title: "主题一'), "E-SYNTAX"],
    ["is in another encoding", Buffer.concat([Buffer.from(HEAD), Buffer.from([0xd6, 0xd0])]), "E-ENCODING"],
    ["has a misspelt list of divisions", HEAD.replace("divisions:", "division:"), "E-UNKNOWN-KEY"],
    ["has a misspelt name of a division", HEAD.replace("name: 代办处", "nmae: 代办处"), "E-UNKNOWN-KEY"],
    ["has one district for a list", HEAD.replace("[江北区, 北碚区]", "江北区"), "E-TYPE"],
    ["has a misspelt list of districts", HEAD.replace("districts:", "district:"), "E-UNKNOWN-KEY"],
    ["has a misspelt list of themes", HEAD.replace("themes:", "theme:"), "E-UNKNOWN-KEY"],
    ["has a misspelt list of sections", HEAD.replace("sections:", "section s:"), "E-UNKNOWN-KEY"],
  ])("%s: its names are not missed elsewhere", (_, head, code) => {
    const part = PART.replace("[all]", "[江北区]");
    const problems = problemsOf({ "1-1.yaml": part, "plan.yaml": head });
    expect(problems.map((problem) => [problem.at?.file, problem.code])).toEqual([["plan.yaml", code]]);
  });
});

it("a name that occurs twice is reported with the place of the first", () => {
  const [problem] = problemsOf(withSlip("[代办处]", "[代办处, 保护处, 代办处]"));
  const first = problem?.code === "E-REPEATED-NAME" ? problem.details.first : undefined;
  expect([problem?.at, first].map((at) => [at?.file, at?.line, at?.column, at?.endColumn])).toEqual([
    ["1-1.yaml", 5, 27, 30],
    ["1-1.yaml", 5, 17, 20],
  ]);
});

describe("a file without a plan", () => {
  it.each([
    ["nothing at all", "", "empty"],
    ["a comment", "# 说明\n", "empty"],
    ["null", "~\n", "empty"],
    ["blank lines", "\n\n", "empty"],
    ["a word", "hello\n", "not a map"],
    ["a list", "- a\n", "not a map"],
  ])("%s", (_, text, fault) => {
    const problems = problemsOf({ ...SMALL_PLAN, "x.yaml": text });
    expect(problems.map(({ code, at }) => [code, placeText(at).split("-")[0]])).toEqual([["E-FILE", "x.yaml:1:1"]]);
    expect(problems[0]?.details).toEqual({ fault });
  });

  it("and no head beside it", () => {
    expect(problemsOf({ "a.yaml": "", "b.yaml": PART }).map(({ code }) => code)).toEqual(["E-NO-HEAD", "E-FILE"]);
  });
});
