/** Keys, types and values that a plan file must not have; each slip is one problem at its own place. */
import { describe, expect, it } from "vitest";
import { parseDay } from "../../src/core/calendar.ts";
import { PART, type Slip, SMALL_PLAN, cases, expectOneProblem, problemsOf, readFiles, withSlip } from "./small-plan.ts";

const DUE = "when: Q2\n        due: ";
const MIN = "min: 10\n";

const keys: Slip[] = [
  ["a misspelt key", "milestones:", "⟦milestone⟧:", "E-UNKNOWN-KEY", { key: "milestone", guess: "milestones" }],
  ["a misspelt key that was needed", "title: 提升质量", "⟦titel⟧: 提升质量", "E-UNKNOWN-KEY", { guess: "title" }],
  ["the prefix of a key", MIN, "min: 10\n        ⟦base⟧: 1\n", "E-UNKNOWN-KEY", { guess: "baseline" }],
  [
    "a key in Chinese",
    "title: 提升质量",
    "title: 提升质量\n    ⟦备注⟧: 无",
    "E-UNKNOWN-KEY",
    { key: "备注", guess: null },
  ],
  ["a key of another map", "when: Q2", "when: Q2\n        ⟦title⟧: 办法", "E-UNKNOWN-KEY", { key: "title" }],
  ["a key of the head misspelt", "timezone:", "⟦time-zone⟧:", "E-UNKNOWN-KEY", { guess: "timezone" }],
  ["a key of a division misspelt", "id: bhc\n    name:", "id: bhc\n    ⟦nmae⟧:", "E-UNKNOWN-KEY", { guess: "name" }],
  [
    "__proto__ as a key",
    "title: 提升质量",
    "title: 提升质量\n    ⟦__proto__⟧: {}",
    "E-UNKNOWN-KEY",
    { key: "__proto__" },
  ],
  [
    "constructor as a key",
    "title: 提升质量",
    "title: 提升质量\n    ⟦constructor⟧: 1",
    "E-UNKNOWN-KEY",
    { key: "constructor" },
  ],
  ["toString as a key of the head", "year: 2017", "year: 2017\n⟦toString⟧: 1", "E-UNKNOWN-KEY", { key: "toString" }],
  [
    "a key twice",
    "    title: 提升质量",
    "    ⟪title⟫: 提升质量\n    ⟦title⟧: 提高质量",
    "E-DUPLICATE-KEY",
    { key: "title" },
  ],
  ["a key twice in braces", "[all]", "[all]\n    x-a: {⟪b⟫: 1, ⟦b⟧: 2}", "E-DUPLICATE-KEY", { key: "b" }],
  ["a quoted key twice", "year: 2017", '⟪year⟫: 2017\n⟦"year"⟧: 2018', "E-DUPLICATE-KEY", { key: "year" }],
  [
    "__proto__ twice",
    "[all]",
    "[all]\n    x-a: {⟪__proto__⟫: 1, ⟦__proto__⟧: 2}",
    "E-DUPLICATE-KEY",
    { key: "__proto__" },
  ],
  ["no title", "- id: 10\n    title: 提升质量", "- ⟦i⟧d: 10", "E-MISSING-KEY", { key: "title" }],
  ["no year", "title: 小计划\nyear: 2017", "⟦t⟧itle: 小计划", "E-MISSING-KEY", { key: "year" }],
  ["a milestone without a window", "- id: 10-1\n        when: Q2", "- ⟦i⟧d: 10-1", "E-MISSING-KEY", { key: "when" }],
];

const values: Slip[] = [
  ["a division's id in capitals", "id: dbc", "id: ⟦DBC⟧", "E-ID", { value: "DBC", isSmall: true, guess: "dbc" }],
  ["a division's id in Chinese", "id: dbc", "id: ⟦代办⟧", "E-ID", { isSmall: true, guess: null }],
  ["a theme by its title", "theme: t1", "theme: ⟦主题一⟧", "E-THEME", { known: ["t1"], guess: "t1" }],
  ["a section by its title", "section: s1-1", "section: ⟦分项一⟧", "E-SECTION", { known: ["s1-1"], guess: "s1-1" }],
  ["something unlike any section's id", "section: s1-1", "section: ⟦第一节⟧", "E-SECTION", { guess: null }],
  ["an empty section", "section: s1-1", 'section: ⟦" "⟧', "E-EMPTY", { key: "section" }],
  ["a number for a text", "提升质量", "⟦2017⟧", "E-TYPE", { key: "title", expected: "text", found: "2017" }],
  ["a boolean for a text", "提升质量", "⟦true⟧", "E-TYPE", { expected: "text", found: "true" }],
  ["a text for a list", "[代办处]", "⟦代办处⟧", "E-TYPE", { expected: "list", found: "代办处", guess: "[代办处]" }],
  ["a text for a year", "2017", "⟦2017年⟧", "E-TYPE", { key: "year", expected: "whole number" }],
  ["a year in quotes", "2017", "⟦'2017'⟧", "E-TYPE", { expected: "whole number", found: "'2017'", guess: "2017" }],
  ["a target in quotes", MIN, 'min: ⟦"12.5"⟧\n', "E-TYPE", { found: '"12.5"', guess: "12.5" }],
  ["a word in quotes for a target", MIN, 'min: ⟦"十"⟧\n', "E-TYPE", { found: "十", guess: null }],
  ["a boolean in quotes", MIN, "min: 10\n        stretch: ⟦'true'⟧\n", "E-TYPE", { found: "'true'", guess: "true" }],
  ["names without brackets", "[代办处]", "⟦代办处、保护处⟧", "E-TYPE", { guess: "[代办处, 保护处]" }],
  ["a word for no districts in a list", "[all]", "[⟦无⟧]", "E-DISTRICT", { guess: "districts: []" }],
  ["a word for no districts", "[all]", "⟦无⟧", "E-TYPE", { guess: "[]" }],
  ["another word for no districts", "[all]", "⟦none⟧", "E-TYPE", { guess: "[]" }],
  ["a name and a closing bracket", "[代办处]", "⟦代办处]⟧", "E-TYPE", { guess: "[代办处]" }],
  ["a list of one word", "stock", "⟦[stock]⟧", "E-TYPE", { found: "[…]", guess: "stock" }],
  ["a list of one number", MIN, "min: ⟦[10]⟧\n", "E-TYPE", { found: "[…]", guess: "10" }],
  ["a list of one section", "section: s1-1", "section: ⟦[s1-1]⟧", "E-TYPE", { found: "[…]", guess: "s1-1" }],
  ["a list of texts", "提升质量", "⟦[甲, 乙]⟧", "E-TYPE", { found: "[…]", guess: null }],
  ["a text for measures", "[代办处]", "[代办处]\n    measures: ⟦甲，乙⟧", "E-TYPE", { guess: null }],
  ["a year with a fraction", "2017", "⟦2017.5⟧", "E-TYPE", { expected: "whole number" }],
  ["a unit in a number", MIN, "min: ⟦10家⟧\n", "E-TYPE", { key: "min", expected: "number", found: "10家" }],
  ["a comma in a number", MIN, "min: ⟦10,000⟧\n", "E-TYPE", { expected: "number", found: "10,000" }],
  ["yes for true", MIN, "min: 10\n        stretch: ⟦yes⟧\n", "E-TYPE", { expected: "yes or no", found: "yes" }],
  ["a number for a word of a fixed list", "stock", "⟦10⟧", "E-TYPE", { key: "basis", expected: "text", found: "10" }],
  ["a boolean for a language", "year: 2017", "year: 2017\nlanguage: ⟦true⟧", "E-TYPE", { key: "language" }],
  ["a map for a text", "提升质量", "⟦{a: b}⟧", "E-TYPE", { key: "title", expected: "text" }],
  ["a text for a map", "- id: dbc\n    name: 代办处", "- ⟦代办处⟧", "E-TYPE", { expected: "map" }],
  ["null for a text", "提升质量", "⟦null⟧", "E-EMPTY", { key: "title", what: "required" }],
  ["an empty text", "提升质量", '⟦""⟧', "E-EMPTY", { key: "title" }],
  ["a text of spaces", "提升质量", "⟦'  '⟧", "E-EMPTY", { key: "title" }],
  ["nothing after the key", "title: 提升质量", "title:⟦⟧", "E-EMPTY", { key: "title" }],
  ["no divisions", "[代办处]", "⟦[]⟧", "E-EMPTY", { key: "divisions", what: "required" }],
  ["no zone", "Asia/Shanghai", "⟦⟧", "E-EMPTY", { key: "timezone", what: "required" }],
  ["an empty optional objective", "[代办处]", "[代办处]\n    objective:⟦⟧", "E-EMPTY", { what: "optional" }],
  ["an empty item", "[代办处]", "[代办处]\n    measures:\n      - 甲\n      -⟦⟧", "E-EMPTY", { what: "item" }],
  ["no windows", "when: Q2", "when: ⟦[]⟧", "E-EMPTY", { key: "when" }],
  ["an unknown basis", "stock", "⟦stok⟧", "E-VALUE", { key: "basis", value: "stok", guess: "stock" }],
  ["a basis by its Chinese name", "stock", "⟦期末数⟧", "E-VALUE", { guess: "stock" }],
  ["a column by its Chinese name", "stock", "stock\n        from: [⟦工作目标⟧]", "E-VALUE", { guess: "objective" }],
  ["all districts in Chinese", "[all]", "⟦全部⟧", "E-TYPE", { guess: "[all]" }],
  ["an unknown column", "stock", "stock\n        from: [⟦objectives⟧]", "E-VALUE", { guess: "objective" }],
  ["an unknown language", "year: 2017", "year: 2017\nlanguage: ⟦fr⟧", "E-VALUE", { known: ["zh", "en"], guess: null }],
  ["an unknown kind of pace", "year: 2017", "year: 2017\npolicy: {pace: ⟦months⟧}", "E-VALUE", { guess: "month" }],
  ["a year before the calendar", "2017", "⟦1969⟧", "E-NUMBER", { key: "year", value: "1969", least: 1970 }],
  ["a year after the calendar", "2017", "⟦2200⟧", "E-NUMBER", { key: "year", value: "2200", most: 2199 }],
  ["a negative number of days", "year: 2017", "year: 2017\npolicy: {dueSoonDays: ⟦-1⟧}", "E-NUMBER", { least: 0 }],
];

const ids: Slip[] = [
  ["an id with a dot", "id: 10\n", "id: ⟦10.10⟧\n", "E-ID"],
  ["an id with a dot and a zero", "id: 10\n", "id: ⟦1.10⟧\n", "E-ID"],
  ["a whole number with a dot", "id: 10\n", "id: ⟦10.0⟧\n", "E-ID", { value: "10.0", guess: "10" }],
  [
    "an id that is too long",
    "id: 10-1\n",
    `id: ⟦${"1".repeat(60)}-abcd⟧\n`,
    "E-ID",
    { guess: null, tooLong: { most: 64, length: 65 } },
  ],
  [
    "a division's id that is too long",
    "id: dbc",
    `id: ⟦${"d".repeat(33)}⟧`,
    "E-ID",
    { guess: null, tooLong: { most: 32, length: 33 } },
  ],
  ["true as an id", "id: 10\n", "id: ⟦true⟧\n", "E-ID", { value: "true" }],
  ["null as an id", "id: 10\n", "id: ⟦null⟧\n", "E-ID"],
  ["an id with a leading zero", "id: 10\n", "id: ⟦010⟧\n", "E-ID", { guess: "10" }],
  ["an id in full-width digits", "id: 10\n", "id: ⟦１０⟧\n", "E-ID", { value: "１０", guess: "10" }],
  ["an id with an exponent", "id: 10\n", "id: ⟦1e5⟧\n", "E-ID"],
  ["an id in hexadecimal", "id: 10\n", "id: ⟦0x1F⟧\n", "E-ID"],
  ["an id below one", "id: 10\n", "id: ⟦0⟧\n", "E-ID", { value: "0" }],
  ["an id of thirty digits", "id: 10\n", "id: ⟦123456789012345678901234567890⟧\n", "E-ID"],
  ["__proto__ as an id", "id: 10\n", "id: ⟦__proto__⟧\n", "E-ID", { value: "__proto__" }],
  ["a milestone's id with a dot", "id: 10-1", "id: ⟦10.10⟧", "E-ID", { value: "10.10", guess: "10-10" }],
  ["a milestone's id that is a number", "id: 10-1", "id: ⟦101⟧", "E-ID", { value: "101", guess: '"101"' }],
  ["a milestone's id as an occurrence's", "id: 10-1", "id: ⟦10-1@Q2⟧", "E-ID", { value: "10-1@Q2" }],
  ["an id in full width", "id: 10-1", "id: ⟦１０-1⟧", "E-ID", { value: "１０-1" }],
  ["an id of 65 characters", "id: 10-1", `id: ⟦${"a".repeat(65)}⟧`, "E-ID"],
  ["an indicator's id in capitals", "id: agencies", "id: ⟦Agencies⟧", "E-ID", { guess: "agencies" }],
  ["a Chinese language by its country", "year: 2017", "year: 2017\nlanguage: ⟦cn⟧", "E-VALUE", { guess: "zh" }],
  ["a list as an id", "id: 10\n", "id: ⟦[10]⟧\n", "E-ID"],
];

const days: Slip[] = [
  ["no leap day in 2017", "when: Q2", `${DUE}⟦2017-02-29⟧`, "E-DATE", { value: "2017-02-29" }],
  ["a thirteenth month", "when: Q2", `${DUE}⟦2017-13-01⟧`, "E-DATE", { value: "2017-13-01" }],
  ["slashes", "when: Q2", `${DUE}⟦2017/6/30⟧`, "E-DATE", { value: "2017/6/30", guess: "2017-06-30" }],
  ["no leading zero", "when: Q2", `${DUE}⟦2017-6-30⟧`, "E-DATE", { guess: "2017-06-30" }],
  ["Chinese", "when: Q2", `${DUE}⟦2017年6月30日⟧`, "E-DATE", { guess: "2017-06-30" }],
  ["full-width digits", "when: Q2", `${DUE}⟦２０１７-06-30⟧`, "E-DATE", { guess: "2017-06-30" }],
  ["no hyphens", "when: Q2", `${DUE}⟦20170630⟧`, "E-DATE", { guess: "2017-06-30" }],
  ["a quarter", "when: Q2", `${DUE}⟦Q2⟧`, "E-DATE", { value: "Q2", guess: null }],
  ["a time of day", "when: Q2", `${DUE}⟦2017-06-30T00:00:00⟧`, "E-DATE"],
  ["a day of issue with slashes", "year: 2017", "year: 2017\nissued: ⟦2017/3/1⟧", "E-DATE", { guess: "2017-03-01" }],
  ["a day of issue that does not exist", "year: 2017", "year: 2017\nissued: ⟦2017-02-30⟧", "E-DATE"],
  ["an indicator's day that does not exist", MIN, "min: 10\n        due: ⟦2017-09-31⟧\n", "E-DATE"],
];

const numbers: Slip[] = [
  ["infinity", MIN, "min: ⟦.inf⟧\n", "E-NUMBER", { key: "min" }],
  ["a number too large to count", MIN, "min: ⟦1e999⟧\n", "E-NUMBER", { key: "min" }],
  ["thirty digits", MIN, "min: ⟦123456789012345678901234567890⟧\n", "E-NUMBER", { key: "min" }],
];

describe("one slip makes one problem at its place", () => {
  describe("in keys", () => {
    it.each(cases(keys))("$why", ({ slip }) => expectOneProblem(slip));

    it("report a missing section at the beginning of the file", () => {
      const [problem, ...others] = problemsOf(withSlip("section: s1-1\n", ""));
      expect(problem).toMatchObject({ code: "E-MISSING-KEY", at: { file: "1-1.yaml", line: 1, column: 1 } });
      expect(others).toEqual([]);
    });
  });

  describe("in values", () => {
    it.each(cases(values))("$why", ({ slip }) => expectOneProblem(slip));

    it("report a missing target at the indicator", () => {
      const [problem, ...others] = problemsOf(withSlip("        min: 10\n", ""));
      expect(problem).toMatchObject({ code: "E-TARGET", details: { fault: "missing" }, at: { line: 8, column: 9 } });
      expect(others).toEqual([]);
    });
  });

  describe("in ids", () => {
    it.each(cases(ids))("$why", ({ slip }) => expectOneProblem(slip));
  });

  describe("in days", () => {
    it.each(cases(days))("$why", ({ slip }) => expectOneProblem(slip));
  });

  describe("in numbers", () => {
    it.each(cases(numbers))("$why", ({ slip }) => expectOneProblem(slip));
  });
});

describe("what looks odd but is right", () => {
  it.each([
    ["a user-defined key", "year: 2017", "year: 2017\nx-source: {any: [thing]}"],
    ["constructor as a task's id", "id: 10\n", "id: constructor\n"],
    ["constructor as a milestone's id", "id: 10-1", "id: constructor"],
    ["a task's id as a text", "id: 10\n", 'id: "010"\n'],
    ["a per cent sign in a text", "提升质量", "50%以上"],
    ["a word that is a boolean in YAML 1.1", "提升质量", "yes"],
    ["a colon without a space", "提升质量", "比例1:2"],
    ["a document start", "section: s1-1", "---\nsection: s1-1"],
    ["a comment line", "section: s1-1", "# 注：说明\nsection: s1-1"],
    ["curly quotes around a text", "提升质量", "“双创”工程"],
    ["a full-width colon inside a text", "提升质量", "目标：提升质量"],
    ["a full-width colon inside a block text", "title: 提升质量", "title: |\n      一句。\n      PCT：国际申请。"],
    [
      "a full-width colon behind a Latin word in a list",
      "divisions: [",
      "measures:\n      - PCT：国际申请。\n    divisions: [",
    ],
    ["a Latin word with a full-width colon in a plain text's next line", "提升质量", "提升\n      PCT：申请"],
    ["a division by its id", "[代办处]", "[dbc]"],
    ["a division's id in capitals", "[代办处]", "[DBC]"],
    ["days past the plan's year", "when: Q2", "when: 2017-11..2018-03"],
    ["no districts", "[all]", "[]"],
  ])("%s", (_, write, instead) => {
    expect(problemsOf(withSlip(write, instead))).toEqual([]);
  });

  it("includes the small plan itself", () => {
    expect(readFiles(SMALL_PLAN)).toMatchObject({ problems: [], files: ["1-1.yaml", "plan.yaml"] });
  });
});

describe("a text cut off by a comment", () => {
  it.each([
    ["a title", "title: 提升质量", "title: 提升 ⟦# 质量⟧"],
    ["a measure", "    divisions: [", "    measures:\n      - 检查10家 ⟦# 重点⟧\n    divisions: ["],
    ["a milestone", "text: 出台办法。", "text: 出台 ⟦#1 号办法。⟧"],
    ["a text's next line", "text: 出台办法。", "text: 出台办法，\n          并印发 ⟦# 含附件⟧"],
    [
      "a measure's next line",
      "    divisions: [",
      "    measures:\n      - 检查\n        10家 ⟦# 重点⟧\n    divisions: [",
    ],
  ])("is reported: %s", (_, write, instead) => {
    const slip = withSlip(write, instead.replace(/[⟦⟧]/g, ""));
    const [problem, ...others] = problemsOf(slip);
    const line = instead.split("\n").find((one) => one.includes("⟦")) ?? "";
    expect(problem?.code).toBe("W-COMMENT");
    expect(problem?.excerpt?.slice((problem.at?.column ?? 0) - 1)).toBe(/⟦(.*)⟧/.exec(line)?.[1]);
    expect(others).toEqual([]);
    expect(readFiles(slip).plan).not.toBeNull();
  });

  it.each([
    ["behind a name", "[代办处]", "[代办处] # 牵头"],
    ["behind a quoted text", "title: 提升质量", 'title: "提升" # 注'],
    ["without a space", "title: 提升质量", "title: 提升#质量"],
    ["below a text", "title: 提升质量", "title: 提升质量\n      # 注"],
    ["in a line of its own", "title: 提升质量", "# 注\n    title: 提升质量"],
    ["in a block text", "title: 提升质量", "title: |\n      提升 # 质量"],
    ["without words", "title: 提升质量", "title: 提升质量 # ---"],
    ["behind a number", "min: 10\n", "min: 10 # 家\n"],
  ])("is no such text: %s", (_, write, instead) => expect(problemsOf(withSlip(write, instead))).toEqual([]));
});

describe("an item whose beginning was lost", () => {
  const NEXT = "      - id: 10-2\n        when: Q4\n        text: 总结经验。\n";
  const told = (text: string): unknown[] =>
    problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(({ code, at, details }) => {
      const { key, lost, count } = { lost: undefined, count: undefined, key: "", ...details };
      return [code, at?.line, key, lost, count];
    });

  it("is one mistake, at its first key", () => {
    expect(told(PART + NEXT.replace("- id", "  id"))).toEqual([["E-DUPLICATE-KEY", 17, "id", "- ", 3]]);
    expect(told(PART + NEXT.replace(/ +- id.*\n/, ""))).toEqual([["E-DUPLICATE-KEY", 17, "when", "- id: …", 2]]);
    expect(told(`${PART}        id: 10-2\n`)).toEqual([["E-DUPLICATE-KEY", 17, "id", "- ", 1]]);
  });

  it("is one mistake for each of several, even if one has further keys", () => {
    const lost = NEXT.replace("- id", "  id").replace("        text", "        due: 2017-12-20\n        text");
    expect(told(PART + lost + NEXT.replace("- id", "  id"))).toEqual([
      ["E-DUPLICATE-KEY", 17, "id", "- ", 3],
      ["E-DUPLICATE-KEY", 21, "id", "- ", 3],
    ]);
  });

  it("is not assumed if single keys occur twice, nor in a map that is not an item", () => {
    expect(told(`${PART}        text: 甲\n        remarks: 乙\n        remarks: 丙\n`)).toEqual([
      ["E-DUPLICATE-KEY", 17, "text", undefined, undefined],
      ["E-DUPLICATE-KEY", 19, "remarks", undefined, undefined],
    ]);
    expect(told(`${PART}section: s1-1\ntasks: []\n`)).toEqual([
      ["E-DUPLICATE-KEY", 17, "section", undefined, undefined],
      ["E-DUPLICATE-KEY", 18, "tasks", undefined, undefined],
    ]);
    expect(told(PART.replace("[all]", "[all]\n    x-a: [{b: 1, c: 2, b: 3, c: 4}]"))).toHaveLength(2);
  });
});

describe("a settled warning", () => {
  const titles = "title: 提升质量\n    objective: 《专利人才规划》与《专利人材规划》";
  const settled = (code: string): string => `${titles}\n    settled:\n      - code: ${code}\n        reason: 原文如此`;

  it("is reported unless it is settled", () => {
    expect(problemsOf(withSlip("title: 提升质量", titles)).map(({ code }) => code)).toEqual(["W-TITLE"]);
    expect(problemsOf(withSlip("title: 提升质量", settled("W-TITLE")))).toEqual([]);
  });

  it("needs a known code and a reason", () => {
    const codes = (text: string): string[] => problemsOf(withSlip("title: 提升质量", text)).map(({ code }) => code);
    expect(codes(settled("W-TITEL"))).toEqual(["W-TITLE", "E-VALUE"]);
    expect(codes(settled("W-TITLE").replace("        reason: 原文如此", ""))).toEqual(["W-TITLE", "E-MISSING-KEY"]);
  });

  it("in the head applies outside of tasks", () => {
    const own = "title: 小计划 # 一\nsettled:\n  - code: W-COMMENT\n    reason: 是注释";
    expect(problemsOf(withSlip("title: 小计划", own))).toEqual([]);
    const idle = problemsOf(withSlip("title: 小计划", own.replace(" # 一", "")));
    expect(idle).toMatchObject([{ code: "W-SETTLED", at: { file: "plan.yaml", line: 3, column: 11 } }]);
  });

  it("about git is passed on to the code that checks it", () => {
    const own = "title: 小计划\nsettled:\n  - code: W-GITATTRIBUTES\n    reason: 不用 git 合并";
    expect(readFiles(withSlip("title: 小计划", own))).toMatchObject({
      problems: [],
      settlements: [{ code: "W-GITATTRIBUTES" }],
    });
  });
});

describe("a guessed day", () => {
  it.each(["2017-13-01", "2017/2/30", "2017-02-29", "1969/12/31", "2017/13/1", "2017-00-10"])(
    "is a day that exists, or null: %s",
    (typed) => {
      const problems = problemsOf(withSlip("when: Q2", DUE + typed));
      expect(problems.map(({ code }) => code)).toEqual(["E-DATE"]);
      for (const { details } of problems) {
        const guess = "guess" in details ? details.guess : null;
        expect(guess === null || parseDay(guess) !== undefined, `guessed ${guess}`).toBe(true);
      }
    },
  );
});
