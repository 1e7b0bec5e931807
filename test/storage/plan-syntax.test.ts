/** Characters and syntax that a plan file must not have; each slip is one problem at its own place. */
import { describe, expect, it } from "vitest";
import { problemTexts } from "../../src/i18n/problems.ts";
import {
  HEAD,
  PART,
  SMALL_PLAN,
  type Slip,
  briefly,
  cases,
  expectOneProblem,
  problemsOf,
  withSlip,
} from "./small-plan.ts";

const TITLE = "title: 提升质量";
const MILESTONE = "- id: 10-1\n        when: Q2\n        text: 出台办法。";

const hidden: Slip[] = [
  ["NUL", TITLE, "title: 提⟦\u0000⟧升", "E-CHAR", { codePoint: "U+0000" }],
  ["escape", TITLE, "title: 提⟦\u001b⟧[31m升", "E-CHAR", { codePoint: "U+001B" }],
  ["backspace", TITLE, "title: 提⟦\b⟧升", "E-CHAR", { codePoint: "U+0008" }],
  ["form feed", TITLE, "title: 提⟦\f⟧升", "E-CHAR", { codePoint: "U+000C" }],
  ["a carriage return inside a line", TITLE, "title: 提⟦\r⟧升", "E-CHAR", { codePoint: "U+000D" }],
  ["delete", TITLE, "title: 提⟦\u007f⟧升", "E-CHAR", { codePoint: "U+007F" }],
  ["a C1 line end", TITLE, "title: 提⟦\u0085⟧升", "E-CHAR", { codePoint: "U+0085" }],
  ["a C1 introducer", TITLE, "title: 提⟦\u009b⟧31m", "E-CHAR", { codePoint: "U+009B" }],
  ["an Arabic letter mark", TITLE, "title: 提⟦\u061c⟧升", "E-CHAR", { codePoint: "U+061C" }],
  ["a left-to-right mark", TITLE, "title: 提⟦\u200e⟧升", "E-CHAR", { codePoint: "U+200E" }],
  ["a line separator", TITLE, "title: 提⟦\u2028⟧升", "E-CHAR", { codePoint: "U+2028" }],
  ["a right-to-left override", TITLE, "title: 提⟦\u202e⟧升", "E-CHAR", { codePoint: "U+202E" }],
  ["an isolate", TITLE, "title: 提⟦\u2066⟧升", "E-CHAR", { codePoint: "U+2066" }],
  ["a byte order mark inside", TITLE, "title: 提⟦\ufeff⟧升", "E-CHAR", { codePoint: "U+FEFF" }],
  ["a tag character", TITLE, "title: 提⟦\u{e0041}⟧升", "E-CHAR", { codePoint: "U+E0041" }],
  ["one in a comment", TITLE, `${TITLE} # ⟦\u202e⟧`, "E-CHAR", { codePoint: "U+202E" }],
  ["an ideographic space as indent", `    ${TITLE}`, `   ⟦\u3000⟧${TITLE}`, "E-CHAR", { codePoint: "U+3000" }],
  ["a no-break space as indent", `    ${TITLE}`, `   ⟦\u00a0⟧${TITLE}`, "E-CHAR", { codePoint: "U+00A0" }],
];

const features: Slip[] = [
  ["an anchor", TITLE, "title: ⟦&c⟧ 质量", "E-YAML-FEATURE", { feature: "anchor" }],
  ["an anchor and nothing else", TITLE, "title: ⟦&c⟧", "E-YAML-FEATURE", { feature: "anchor" }],
  ["an alias", TITLE, "title: ⟦*a⟧", "E-YAML-FEATURE", { feature: "alias" }],
  ["a text between stars", TITLE, "title: ⟦*重要*⟧", "E-YAML-FEATURE", { feature: "alias" }],
  ["a tag", TITLE, "title: ⟦!!str⟧ 2017", "E-YAML-FEATURE", { feature: "tag" }],
  ["an exclamation", TITLE, "title: ⟦!important⟧", "E-YAML-FEATURE", { feature: "tag" }],
  ["a tag on a map", "  - id: 10\n", "  - ⟦!a⟧\n    id: 10\n", "E-YAML-FEATURE", { feature: "tag" }],
  ["an anchor in brackets", "[代办处]", "[⟦&a⟧ 代办处]", "E-YAML-FEATURE", { feature: "anchor" }],
  ["a directive", "section: s1-1", "⟦%YAML 1.1⟧\n---\nsection: s1-1", "E-YAML-FEATURE", { feature: "directive" }],
  ["a second document behind an opened one", "section: s1-1", "---\nsection: s1-1\n⟦---⟧", "E-YAML-FEATURE"],
  ["a second document", "        text: 出台办法。\n", "        text: 出台办法。\n⟦---⟧\nx-a: 1\n", "E-YAML-FEATURE"],
  ["an end with more behind it", "tasks:\n", "⟦...⟧\ntasks:\n", "E-YAML-FEATURE", { feature: "document" }],
  ["an end with comments and more", "tasks:\n", "⟦...⟧\n\n# 注\ntasks:\n", "E-YAML-FEATURE"],
  ["an end below a block text", `    ${TITLE}`, "    title: |\n      提升\n⟦...⟧", "E-YAML-FEATURE"],
  ["a question mark for a key", `    ${TITLE}`, "    ⟦?⟧ title\n    : 质量", "E-YAML-FEATURE", { feature: "key" }],
  ["a list as a key", `    ${TITLE}`, `    ${TITLE}\n    ⟦[a]⟧: b`, "E-YAML-FEATURE", { feature: "key" }],
  ["a map as a key", `    ${TITLE}`, `    ${TITLE}\n    ⟦{a: 1}⟧: b`, "E-YAML-FEATURE", { feature: "key" }],
  ["a merge key", `    ${TITLE}`, `    ${TITLE}\n    ⟦<<⟧: {remarks: 无}`, "E-YAML-FEATURE"],
];

const syntax: Slip[] = [
  ["a tab as indent", `    ${TITLE}`, `⟦\t⟧${TITLE}`, "E-SYNTAX", { fault: "tab" }],
  ["a tab behind spaces as indent", `    ${TITLE}`, `  ⟦\t⟧${TITLE}`, "E-SYNTAX", { fault: "tab" }],
  ["a text that begins with @", TITLE, "title: ⟦@⟧bob", "E-SYNTAX", { fault: "quote" }],
  ["a text that begins with a backtick", TITLE, "title: ⟦`⟧x`", "E-SYNTAX", { fault: "quote" }],
  ["a text that begins with a per cent sign", TITLE, "title: ⟦%⟧x", "E-SYNTAX", { fault: "quote" }],
  ["a colon and a space in a text", TITLE, "title: ⟦目⟧标: 提升", "E-SYNTAX", { fault: "colon" }],
  ["a hyphen without a space", "  - id: 10\n", "  ⟦-⟧id: 10\n", "E-SYNTAX", { fault: "item" }],
  ["a second hyphen without a space", "- id: 10-1", "-⟦-⟧ id: 10-1", "E-SYNTAX", { fault: "item", hides: "item" }],
  ["a second hyphen", "- id: 10-1", "- ⟦-⟧ id: 10-1", "E-SYNTAX", { fault: "item", hides: "item" }],
  ["a text behind its quotes", TITLE, 'title: "双创"⟦计划⟧', "E-SYNTAX", { fault: "quoted" }],
  ["a text behind single quotes", TITLE, "title: '双创' ⟦计划⟧", "E-SYNTAX", { fault: "quoted" }],
  ["an item behind its quotes", "[代办处]", '["代办"⟦处⟧, 保护处]', "E-SYNTAX", { fault: "quoted" }],
  ["an item's end in a comment", "[代办处]", "[代办处 ⟦#甲]⟧", "E-SYNTAX", { fault: "comment" }],
  ["the same in braces", MILESTONE, "- {id: 10-1, when: Q2, text: 培育 ⟦#家}⟧", "E-SYNTAX", { fault: "comment" }],
  ["a comma in braces", MILESTONE, "- {id: 10-1, when: Q2, text: 培育1,⟦000家⟧}", "E-SYNTAX", { fault: "comma" }],
  ["a text that begins with a hyphen", TITLE, "title: ⟦-⟧ 提升", "E-SYNTAX", { fault: "quote" }],
  ["a key two columns too deep", "        when: Q2", "          ⟦when⟧: Q2", "E-SYNTAX", { fault: "indent" }],
  ["a key beside the hyphens", "        when: Q2", "      ⟦when: Q2⟧", "E-SYNTAX", { fault: "indent" }],
  ["a quote that the next one ends", TITLE, 'title: ⟦"⟧提升\n    remarks: "无"', "E-SYNTAX", { fault: "quote" }],
  ["a quote that a further line ends", TITLE, 'title: ⟦"⟧提升\n    remarks: 无"', "E-SYNTAX", { fault: "quote" }],
  ["a quote that the next item ends", "[all]", '[all]\n    measures:\n      - ⟦"⟧甲\n      - 乙"', "E-SYNTAX"],
  ["a quote in brackets that a further line ends", "[代办处]", '[⟦"⟧代办处]\n    remarks: 无"', "E-SYNTAX"],
  ["a single quote that is not closed", TITLE, "title: ⟦'⟧提升", "E-SYNTAX", { fault: "quote" }],
  ["a bracket that is not closed", "[all]", "⟦[⟧all", "E-SYNTAX", { fault: "bracket" }],
  ["a block text's mark with a text", "text: 出台办法。", "text: ⟦|出台办法。⟧", "E-SYNTAX", { fault: "quote" }],
  ["a conflict", TITLE, "x-a: 1\n⟦<<<<<<< ours⟧", "E-SYNTAX", { fault: "conflict" }],
];

const MEASURES = "[all]\n    measures:\n      ";
const joined = { fault: "joined" };

/** Lines that a parser joins to the text above. */
const taken: Slip[] = [
  ["an item one space too deep", "[all]", `${MEASURES}- 甲事\n       ⟦- 乙事⟧`, "E-SYNTAX", joined],
  ["a hyphen right before a word", "[all]", `${MEASURES}- 甲事\n       ⟦-乙事⟧`, "E-SYNTAX", joined],
  ["a bullet", "[all]", `${MEASURES}- 甲事\n        ⟦• 乙事⟧`, "E-SYNTAX", joined],
  ["a middle dot", "[all]", `${MEASURES}- 甲事\n        ⟦· 乙事⟧\n`, "E-SYNTAX", joined],
  ["an item below a line that is text", "[all]", `${MEASURES}- 甲\n        事\n       ⟦- 乙事⟧`, "E-SYNTAX", joined],
  ["an item in quotes", "[all]", `${MEASURES}- "甲事\n        ⟦- 乙事"⟧`, "E-SYNTAX", joined],
  ["an item in single quotes", "[all]", `${MEASURES}- '甲事\n        ⟦- 乙事'⟧`, "E-SYNTAX", joined],
  ["items without their key", TITLE, `${TITLE}\n      ⟦- 甲事⟧\n      - 乙事`, "E-SYNTAX", joined],
  ["an item between brackets", "[代办处]", "[代办处\n      ⟦- 保护处⟧]", "E-SYNTAX", joined],
  ["a window", "when: Q2", "when: Q2\n          ⟦- Q4⟧", "E-SYNTAX", joined],
  ["a window below a window", "when: Q2", "when:\n          - Q2\n            ⟦- Q4⟧", "E-SYNTAX", joined],
  ["a key without a space", TITLE, `${TITLE}\n      ⟦objective:目标⟧`, "E-SYNTAX", joined],
  ["a required key", TITLE, `${TITLE}\n      ⟦divisions:代办处⟧`, "E-SYNTAX", joined],
  ["a key inside quotes", TITLE, 'title: ⟦"⟧提升\n      objective:目标"', "E-SYNTAX", { fault: "quote" }],
];

const fullWidth: Slip[] = [
  ["a colon", TITLE, "title⟦：⟧ 提升质量", "E-FULLWIDTH", { key: "title", found: "：", expected: TITLE }],
  ["a colon and no space", TITLE, "title⟦：⟧提升质量", "E-FULLWIDTH", { expected: TITLE }],
  [
    "a colon before a long text",
    TITLE,
    `title⟦：⟧ ${"质".repeat(192)}𠮷量`,
    "E-FULLWIDTH",
    // Cut to 200 code units without splitting a character, and an ellipsis for the rest.
    { expected: `title: ${"质".repeat(192)}…` },
  ],
  ["a colon before a map", "indicators:", "indicators⟦：⟧", "E-FULLWIDTH", { expected: "indicators:" }],
  ["a colon behind a hyphen", "- id: 10\n", "- id⟦：⟧10\n", "E-FULLWIDTH", { expected: "id: 10" }],
  ["a colon in the head", "timezone: ", "timezone⟦：⟧", "E-FULLWIDTH", { expected: "timezone: Asia/Shanghai" }],
];

describe("one slip makes one problem at its place", () => {
  describe("in characters", () => {
    it.each(cases(hidden))("$why", ({ slip }) => expectOneProblem(slip));
  });

  describe("in YAML constructs that plans do not use", () => {
    it.each(cases(features))("$why", ({ slip }) => expectOneProblem(slip));
  });

  describe("in syntax", () => {
    it.each(cases(syntax))("$why", ({ slip }) => expectOneProblem(slip));

    it.each([
      ["no bracket at the end of a list", "[代办处]", "[代办处", "bracket"],
      ["no quote at the end of a text", TITLE, 'title: "提升', "quote"],
      ["no colon", TITLE, "title 提升质量", "colon"],
      ["no space behind the colon", TITLE, "title:提升质量", "colon"],
      ["one space too many", `    ${TITLE}`, `     ${TITLE}`, "indent"],
      ["one space too few", `    ${TITLE}`, `   ${TITLE}`, "indent"],
    ])("%s", (_, write, instead, fault) => {
      const problems = problemsOf(withSlip(write, instead));
      expect(problems.map(({ code, details }) => ({ code, details }))).toEqual([
        { code: "E-SYNTAX", details: { fault } },
      ]);
    });
  });

  describe("in lines joined to the text above", () => {
    it.each(cases(taken.filter(([why]) => why !== "a required key")))("$why", ({ slip }) => expectOneProblem(slip));

    it("a required key among them is not reported as missing", () => {
      const [, write, instead] = taken.find(([why]) => why === "a required key") ?? ["", "", ""];
      const text = PART.replace("    divisions: [代办处]\n", "").replace(write, instead.replace(/[⟦⟧]/g, ""));
      expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(briefly)).toEqual(["1-1.yaml:5:7-5:20 E-SYNTAX"]);
    });

    it.each([
      ["an ordinary line", `${MEASURES}- 甲\n        事`],
      ["dashes of a text", `${MEASURES}- 甲事\n        ——其一`],
      ["a number below zero", `${MEASURES}- 甲事\n        -5度`],
      ["a word and a colon", `${MEASURES}- 甲事\n        note:乙`],
      ["a key further on in the line", `${MEASURES}- 甲事\n        见title:乙`],
      ["quotes", `${MEASURES}- "甲\n        事"`],
      ["quotes as far left as allowed, below a blank line", `${MEASURES}- "甲\n\n       事"`],
      ["escapes", `${MEASURES}- "甲\\n- 事"`],
      ["a block text", `${MEASURES}- |\n        甲\n        - 乙\n        title:丙`],
      ["a folded text", `${MEASURES}- >\n        甲\n        • 乙`],
      ["items in one line", `${MEASURES}- 甲 - 乙`],
    ])("but not in %s", (_, instead) => expect(problemsOf(withSlip("[all]", instead))).toEqual([]));
  });

  it("reports dots at a wrong column in their own line, even below a blank one", () => {
    const problems = problemsOf({
      ...SMALL_PLAN,
      "1-1.yaml": PART.replace("    milestones:", "\n  ...\n    milestones:"),
    });
    expect(problems.map(briefly)).toEqual(["1-1.yaml:14:3-14:4 E-SYNTAX"]);
  });

  it.each(["...\n", "...", "... # 完\n\n# 注\n", "...\n...\n"])("allows the file to end with %j", (end) => {
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": PART + end })).toEqual([]);
  });

  describe("in full width", () => {
    it.each(cases(fullWidth))("$why", ({ slip }) => expectOneProblem(slip));
  });
});

describe("full-width marks other than the colon in place of syntax", () => {
  it.each([
    ["a comma in a list", "[代办处]", "[代办处，保护处]"],
    ["brackets", "[代办处]", "【代办处】"],
    ["a hyphen before an item", "  - id: 10\n", "  － id: 10\n"],
    ["a digit in a window", "when: Q2", "when: Q２"],
    ["digits in a year", "year: 2017", "year: ２０１７"],
    ["digits in a target", "min: 10", "min: １０"],
    ["an enumeration comma in a list", "[代办处]", "[代办处、保护处]"],
    ["colon, brackets and comma in one line", "divisions: [代办处]", "divisions：【代办处，保护处】"],
    ["quotes around a name", "[代办处]", "[“代办处”]"],
    ["quotes around an id", "id: 10-1", "id: “10-1”"],
    ["a dash before an item", "  - id: 10\n", "  – id: 10\n"],
    ["a hyphen before an item without a key", "[代办处]", "\n      －代办处"],
    ["a space behind a colon", "title: 提升", "title:\u3000提升"],
    ["the sign of a comment", "    title: 提升质量", "    ＃ 注\n    title: 提升质量"],
    ["commas in braces", MILESTONE, "- {id: 10-1，when: Q2，text: 甲，乙}"],
    ["commas and colons in braces", MILESTONE, "- {id：10-1，when：Q2，text：甲，乙}"],
    ["colons in braces", "districts: [all]", "districts: [all]\n    x-a: {id：1, text：2}"],
  ])("%s", (_, write, instead) => {
    expect(problemsOf(withSlip(write, instead)).map(({ code }) => code)).toEqual(["E-FULLWIDTH"]);
  });
});

describe("a comma in a name", () => {
  const named = (name: string, list: string): ReturnType<typeof problemsOf> =>
    problemsOf({
      "1-1.yaml": PART.replace("[代办处]", list),
      "plan.yaml": HEAD.replace("name: 代办处", `name: ${name}`),
    });

  it.each([
    ["人事、老干处", "[人事、老干处]"],
    ["人事，老干处", "[保护处, 人事，老干处 ]"],
    ["人事（老干，离休）处", "[人事（老干，离休）处, 保护处]"],
  ])("separates nothing: %s in %s", (name, list) => expect(named(name, list)).toEqual([]));

  it("is distinguished from one between names", () => {
    expect(named("人事、老干处", "[人事、老干处、保护处]")).toMatchObject([
      { code: "E-FULLWIDTH", at: { column: 23 }, details: { expected: "divisions: [人事、老干处, 保护处]" } },
    ]);
    expect(named("人事、老干处", "[保护处、老干处]").map(({ code }) => code)).toEqual(["E-FULLWIDTH", "E-DIVISION"]);
  });

  it("separates nothing in the head's own list if it is in full-width brackets", () => {
    const head = HEAD.replace("[江北区, 北碚区]", "[北碚区（含两江，北部）, 江北区]");
    const part = PART.replace("[all]", "[北碚区（含两江，北部）]");
    expect(problemsOf({ "1-1.yaml": part, "plan.yaml": head })).toEqual([]);
    const bare = PART.replace("[all]", "北碚区（含两江，北部）、江北区");
    expect(problemsOf({ "1-1.yaml": bare, "plan.yaml": head })).toMatchObject([
      { code: "E-TYPE", details: { guess: '["北碚区（含两江，北部）", 江北区]' } },
    ]);
  });

  it("separates names if a bracket is not closed before the next name", () => {
    const problems = named("代办处", "[代办处（甲，保护处, 乙）]");
    expect(problems.map(({ code }) => code)).toContain("E-FULLWIDTH");
  });
});

describe("user-defined keys", () => {
  it.each([
    ["may contain lists in lists", "x-a:\n      - - id: 1\n        - id: 2"],
    ["may contain words in braces", "x-a: {甲, 乙}"],
    ["may contain commas and quoted words in braces", 'x-a: {b: "甲，when: 乙", id: 2}'],
    ["may contain comments in brackets", "x-a: [甲, # 一]\n      乙]"],
  ])("%s", (_, instead) => expect(problemsOf(withSlip(TITLE, `${TITLE}\n    ${instead}`))).toEqual([]));
});

describe("the proposed line", () => {
  it.each([
    ["keeps the hyphen that was mended", "- id: 10-1", "－ id: 10-1", "- id: 10-1"],
    ["keeps the hyphen that was mended beside the key", "- id: 10-1", "－id：10-1", "- id: 10-1"],
    ["leaves out a hyphen that was right", "- id: 10-1", "- id： 10-1", "id: 10-1"],
    ["has the marks of a list of windows", "when: Q2", "when: 【Q2，Ｑ4】 # 两次", "when: [Q2, Q4] # 两次"],
    ["has the quotes of a window", "when: Q2", "when: “Q2”", 'when: "Q2"'],
  ])("%s", (_, write, instead, expected) => {
    const problems = problemsOf(withSlip(write, instead));
    expect(problems.map(({ code, details }) => ({ code, details }))).toMatchObject([
      { code: "E-FULLWIDTH", details: { expected } },
    ]);
  });
});

describe("a window in words", () => {
  it.each([
    ["第一、二季度", "when: 第一、二季度", "第一、二季度", "Q1..Q2"],
    ["第二、四季度", "when: 第二、四季度", "第二、四季度", "[Q2, Q4]"],
    ["digits in full width", "when: 第１、２季度", "第１、２季度", "Q1..Q2"],
    ["windows without brackets", "when: Q2，Q4", "Q2，Q4", "[Q2, Q4]"],
    ["in brackets", "when: [第二、四季度]", "第二、四季度", "Q2, Q4"],
    ["in full-width brackets", "when: 【一、二季度】", "【一、二季度】", "Q1..Q2"],
    ["an item of its own", "when:\n          - 一、二季度", "一、二季度", "Q1..Q2"],
    ["the plan's year", "when: 2017", "2017", "year"],
    ["another year", "when: 2018", "2018", "2018-01..2018-12"],
    ["an item that repeats", "when: [每季度]", "每季度", null],
    ["an item that is two", "when:\n          - 二、四季度", "二、四季度", null],
  ])("is one mistake, quoted as written, with its meaning: %s", (_, instead, value, guess) => {
    const problems = problemsOf(withSlip("when: Q2", instead));
    expect(problems.map(({ code, details }) => ({ code, details }))).toMatchObject([
      { code: "E-WHEN", details: { value, guess } },
    ]);
  });
});

describe("years in a list of windows", () => {
  it("are each proposed as months, since a list has no word for a whole year", () => {
    const problems = problemsOf(withSlip("when: Q2", "when: [2017, 2018]"));
    expect(problems.map(({ code, details }) => ({ code, details }))).toMatchObject([
      { code: "E-WHEN", details: { value: "2017", guess: "2017-01..2017-12" } },
      { code: "E-WHEN", details: { value: "2018", guess: "2018-01..2018-12" } },
    ]);
  });
});

describe("a large number", () => {
  const flood = (line: string): string => PART.replace("    milestones:", `${line.repeat(30)}    milestones:`);

  it.each([
    ["hidden characters", flood("    # \u202e\n"), "E-CHAR"],
    ["full-width marks", flood("    divisions：[代办处]\n").replaceAll("divisions：", "title："), "E-FULLWIDTH"],
  ])("of %s is one message with its count", (_, text, code) => {
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).filter((problem) => problem.code === code);
    expect(problems.map(({ details }) => "count" in details && details.count)).toEqual([30]);
  });

  it("of tabs is reported at the first", () => {
    const text = PART.replaceAll("    ", "\t");
    const more = Array.from({ length: 30 }, (_, index) => `\tx-${index}: 1\n`).join("");
    const [problem, ...others] = problemsOf({ ...SMALL_PLAN, "1-1.yaml": text + more });
    expect(problem).toMatchObject({ code: "E-SYNTAX", details: { fault: "tab" }, at: { line: 4, column: 1 } });
    expect(others).toEqual([]);
  });
});

describe("a text that needs quotes", () => {
  it.each(["&c", "!important", "*x*", ">5", "|x", "@bob", "`x`"])("%s", (text) => {
    const [problem, ...others] = problemsOf(withSlip(TITLE, `title: ${text}`));
    expect(problem?.at).toMatchObject({ file: "1-1.yaml", line: 4 });
    expect(others).toEqual([]);
    if (problem === undefined) throw new Error("no problem");
    expect(problemTexts(problem, "zh").hint).toContain("双引号");
    expect(problemTexts(problem, "en").hint).toContain("double quotes");
  });
});

describe("hidden characters written as escapes", () => {
  it.each(["\\u202E", "\\x1b", "\\0", "\\e", "\\x9b", "\\u2028", "\\uFEFF", "\\U000E0041", "\\r"])("%s", (escape) => {
    const problems = problemsOf(withSlip(TITLE, `title: "提${escape}升"`));
    expect(problems.map(({ code, at }) => [code, at?.line])).toEqual([["E-CHAR", 4]]);
  });

  it("leaves a line break and a quote alone", () => {
    expect(problemsOf(withSlip(TITLE, 'title: "提\\n升\\"\\u91cd\\""'))).toEqual([]);
  });
});

describe("a git merge conflict", () => {
  const conflict = ["<<<<<<< ours", "    title: 甲", "=======", "    title: 乙", ">>>>>>> theirs"].join("\n");

  it.each(["\n", "\r\n"])("is reported at its markers, and nothing else in the file is (line end %j)", (end) => {
    const text = PART.replace(`    ${TITLE}`, conflict).replaceAll("\n", end);
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(briefly)).toEqual([
      "1-1.yaml:4:1-4:13 E-SYNTAX",
      "1-1.yaml:6:1-6:8 E-SYNTAX",
      "1-1.yaml:8:1-8:15 E-SYNTAX",
    ]);
  });
});

describe("line ends", () => {
  it.each([
    ["CRLF", PART.replaceAll("\n", "\r\n")],
    ["both kinds", PART.replace("\n", "\r\n")],
    ["none at the end", PART.trimEnd()],
    ["a byte order mark", `\ufeff${PART}`],
    ["a byte order mark and CRLF", `\ufeff${PART.replaceAll("\n", "\r\n")}`],
  ])("%s changes nothing", (_, text) => {
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": text })).toEqual([]);
    const slip = text.replace("[代办处]", "[代办出]");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": slip }).map(briefly)).toEqual(["1-1.yaml:5:17-5:20 E-DIVISION"]);
  });

  it("that are all CR alone are one mistake", () => {
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": PART.replaceAll("\n", "\r") });
    expect(problems.map(({ code }) => code)).toEqual(["E-SYNTAX"]);
  });

  it("do not excuse a second byte order mark", () => {
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": `\ufeff\ufeff${PART}` });
    expect(problems.map(briefly)).toEqual(["1-1.yaml:1:1-1:2 E-CHAR"]);
  });
});
