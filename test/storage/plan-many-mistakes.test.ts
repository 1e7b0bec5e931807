/** One run reports every mistake in every file, in order, each cause once. */
import { describe, expect, it } from "vitest";
import { HEAD, PART, SMALL_PLAN, briefly, problemsOf, withSlip } from "./small-plan.ts";

describe("several mistakes at once", () => {
  it("are all reported, sorted by file, line and column", () => {
    const head = HEAD.replace("2017", '"2017"').replace("theme: t1", "theme: t3");
    const first = PART.replace("title:", "title：")
      .replace("[代办处]", "[代办出, 保户处]")
      .replace("when: Q2", "when: Q3..Q1");
    const second = PART.replace("id: 10\n", "id: 11\n")
      .replace("id: 10-1", "id: 11-1")
      .replace("出台办法", "修订办法")
      .replace("basis: stock", "basis: stok");
    const third = "section: s1-1\ntasks:\n  - id: *a\n";
    expect(problemsOf({ "b.yaml": second, "c.yaml": third, "plan.yaml": head, "a.yaml": first }).map(briefly)).toEqual([
      "a.yaml:4:10-4:11 E-FULLWIDTH",
      "a.yaml:5:17-5:20 E-DIVISION",
      "a.yaml:5:22-5:25 E-DIVISION",
      "a.yaml:15:15-15:21 E-WHEN",
      "b.yaml:12:16-12:20 E-VALUE",
      "c.yaml:3:5-3:6 E-MISSING-KEY",
      "c.yaml:3:5-3:6 E-MISSING-KEY",
      "c.yaml:3:9-3:11 E-YAML-FEATURE",
      "plan.yaml:2:7-2:13 E-TYPE",
      "plan.yaml:15:12-15:14 E-THEME",
    ]);
  });

  it("are all reported within one task", () => {
    const part = PART.replace("title:", "x-a: 1\n    titel: 甲\n    title:").replace("[代办处]", "[代办出]");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": part }).map(briefly)).toEqual([
      "1-1.yaml:5:5-5:10 E-UNKNOWN-KEY",
      "1-1.yaml:7:17-7:20 E-DIVISION",
    ]);
  });

  it("are all reported within one milestone", () => {
    const part = PART.replace("when: Q2", "when: Q3..Q1\n        note: 无");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": part }).map(briefly)).toEqual([
      "1-1.yaml:15:15-15:21 E-WHEN",
      "1-1.yaml:16:9-16:13 E-UNKNOWN-KEY",
    ]);
  });

  it("are reported for hidden characters and for the text around them", () => {
    const part = PART.replace("提升", "提\u202e升").replace("[代办处]", "[代办出]");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": part }).map(briefly)).toEqual([
      "1-1.yaml:4:13-4:14 E-CHAR",
      "1-1.yaml:5:17-5:20 E-DIVISION",
    ]);
  });
});

describe("a slip that is mended in memory", () => {
  const WRONG = PART.replace("basis: stock", "basis: stok").replace("when: Q2", "when: [Q2, Q9]");
  const MISTAKES = ["1-1.yaml:12:16-12:20 E-VALUE", "1-1.yaml:15:20-15:22 E-WHEN"];
  const MILESTONE = "        text: 出台办法。";
  const TITLE = "    title: 提升质量";

  it.each([
    ["an open bracket", "[代办处]", "[代办处", "5:16-5:17 E-SYNTAX"],
    ["an open quote", TITLE, '    title: "提升质量', "4:12-4:13 E-SYNTAX"],
    ["an open single quote", TITLE, "    title: '提升质量", "4:12-4:13 E-SYNTAX"],
    ["no colon", TITLE, "    title 提升质量", "4:5-4:15 E-SYNTAX"],
    ["no space behind the colon", TITLE, "    title:提升质量", "4:5-4:15 E-SYNTAX"],
    ["a second colon", TITLE, "    title: 目标: 提升质量", "4:12-4:13 E-SYNTAX"],
    ["a second colon in the last milestone", MILESTONE, "        text: 出台: 办法。", "16:15-16:16 E-SYNTAX"],
    ["one space too many", TITLE, "     title: 提升质量", "4:6-4:11 E-SYNTAX"],
    ["one space too few", TITLE, "   title: 提升质量", "4:4-4:15 E-SYNTAX"],
    ["a key two columns too deep", MILESTONE, "          text: 出台办法。", "16:11-16:15 E-SYNTAX"],
    ["a key beside the hyphens", MILESTONE, "      text: 出台办法。", "16:7-16:18 E-SYNTAX"],
    ["a hyphen without a space", "  - id: 10\n", "  -id: 10\n", "3:3-3:4 E-SYNTAX"],
    ["a text that begins with @", TITLE, "    title: @提升", "4:12-4:13 E-SYNTAX"],
    ["a block text's mark followed by a text", "text: 出台办法。", "text: |出台办法。", "16:15-16:21 E-SYNTAX"],
    ["a text that continues at the beginning of a line", MILESTONE, `${MILESTONE}\n印发通知。`, "17:1-17:6 E-SYNTAX"],
    ["a tab, 8 columns wide", MILESTONE, "\ttext: 出台办法。", "16:1-16:2 E-SYNTAX"],
    ["tabs, 4 columns wide", MILESTONE, "\t\ttext: 出台办法。", "16:1-16:2 E-SYNTAX"],
    ["tabs, 2 columns wide", MILESTONE, "\t\t\t\ttext: 出台办法。", "16:1-16:2 E-SYNTAX"],
    ["a tab behind spaces", MILESTONE, "      \ttext: 出台办法。", "16:7-16:8 E-SYNTAX"],
    ["an anchor", "    title: 提升质量", "    title: &a 提升质量", "4:12-4:14 E-YAML-FEATURE"],
    ["an anchor alone", "    title: 提升质量", "    title: &a", "4:12-4:14 E-YAML-FEATURE"],
    ["an anchor of a list", "[代办处]", "&a [代办处]", "5:16-5:18 E-YAML-FEATURE"],
    ["an anchor of items", "    milestones:", "    milestones: &a", "13:17-13:19 E-YAML-FEATURE"],
    ["an alias", "[代办处]", "[*a]", "5:17-5:19 E-YAML-FEATURE"],
    ["an alias for a number", "min: 10", "min: *a", "10:14-10:16 E-YAML-FEATURE"],
    ["an alias for an id", "id: 10-1", "id: *a", "14:13-14:15 E-YAML-FEATURE"],
    ["a tag", "min: 10", "min: !!str 10", "10:14-10:19 E-YAML-FEATURE"],
    ["a tag of a list", "[代办处]", "!!seq [代办处]", "5:16-5:21 E-YAML-FEATURE"],
    ["a tag in a list", "[代办处]", "[!a , 代办处]", "5:17-5:19 E-YAML-FEATURE"],
  ])("hides none of the others: %s", (_, write, instead, told) => {
    const text = WRONG.replace(write, instead);
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(briefly);
    expect(problems.toSorted()).toEqual([`1-1.yaml:${told}`, ...MISTAKES].toSorted());
  });

  it.each([
    ["a second document", "tasks:", "---\ntasks:", "2:1-2:4 E-YAML-FEATURE"],
    ["words that belong nowhere", "    title:", "    以下待定\n    title:", "4:5-4:9 E-SYNTAX"],
  ])("hides none of the others, a line further down: %s", (_, write, instead, told) => {
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": WRONG.replace(write, instead) }).map(briefly);
    expect(problems).toEqual([`1-1.yaml:${told}`, "1-1.yaml:13:16-13:20 E-VALUE", "1-1.yaml:16:20-16:22 E-WHEN"]);
  });

  it("is reported together with others of its kind", () => {
    const text = WRONG.replace("[代办处]", "[代办处").replace(TITLE, "   title: 提升质量").replace("text: ", "text: @");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(briefly)).toEqual([
      "1-1.yaml:4:4-4:15 E-SYNTAX",
      "1-1.yaml:5:16-5:17 E-SYNTAX",
      "1-1.yaml:12:16-12:20 E-VALUE",
      "1-1.yaml:15:20-15:22 E-WHEN",
      "1-1.yaml:16:15-16:16 E-SYNTAX",
    ]);
  });

  it("is reported if another slip behind it is found first", () => {
    const text = WRONG.replace("title: ", "title: 目标: ").replace("[all]", "[all");
    expect(problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(briefly)).toEqual([
      "1-1.yaml:4:12-4:13 E-SYNTAX",
      "1-1.yaml:6:16-6:17 E-SYNTAX",
      ...MISTAKES,
    ]);
  });

  it("is reported as wrong indentation if an item is deeper than the others", () => {
    const deeper =
      "    milestones:\n    - id: 10-1\n      when: Q2\n      text: 出台办法。\n      - id: 10-2\n        when: Q9\n";
    const text = PART.slice(0, PART.indexOf("    milestones:")) + deeper;
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": text });
    expect(problems.map(briefly)).toEqual(["1-1.yaml:17:7-17:17 E-SYNTAX"]);
    expect(problems[0]?.details).toEqual({ fault: "indent", hides: "item" });
  });

  it("hides other mistakes in its own task, but leaves the other tasks to the rules", () => {
    const other = PART.replace("section: s1-1\ntasks:\n", "")
      .replace(/\b10\b/g, "11")
      .replace("[代办处]", "[代办出]");
    const text = `${PART.replace("    milestones:", "   milestones:").replace("stock", "stok")}${other}`;
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": text });
    expect(problems.map(briefly)).toEqual(["1-1.yaml:13:4-13:15 E-SYNTAX", "1-1.yaml:19:17-19:20 E-DIVISION"]);
    expect(problems[0]?.details).toEqual({ fault: "indent", hides: "item" });
  });

  it("hides none of the others if the whole file has tabs", () => {
    const tabbed = WRONG.replace(/^ +/gm, (spaces) => "\t".repeat(spaces.length / 2));
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": tabbed.replaceAll("\n", "\r\n") });
    expect(problems.filter(({ code }) => code !== "E-SYNTAX").map(briefly)).toEqual([
      "1-1.yaml:12:12-12:16 E-VALUE",
      "1-1.yaml:15:16-15:18 E-WHEN",
    ]);
  });

  it.each([
    ["a column each", "\u3000".repeat(8)],
    ["two columns each", "\u3000".repeat(4)],
    ["both kinds", "    \u3000\u3000"],
  ])("hides none of the others if ideographic spaces indent it: %s", (_, indent) => {
    const text = WRONG.replace(MILESTONE, `${indent}text：出台办法。`);
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(briefly);
    const at = indent.indexOf("\u3000") + 1;
    const told = [
      `1-1.yaml:16:${at}-16:${at + 1} E-CHAR`,
      `1-1.yaml:16:${indent.length + 5}-16:${indent.length + 6} E-FULLWIDTH`,
    ];
    expect(problems.toSorted()).toEqual([...MISTAKES, ...told].toSorted());
  });

  it("leaves places right in lines indented with ideographic spaces", () => {
    const wide = WRONG.replace(/^ +/gm, (spaces) => "\u3000".repeat(spaces.length / 2));
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": wide }).filter(({ code }) => code !== "E-CHAR");
    expect(problems.map(briefly)).toEqual(["1-1.yaml:12:12-12:16 E-VALUE", "1-1.yaml:15:16-15:18 E-WHEN"]);
  });

  it("leaves tabs in texts alone", () => {
    const text = WRONG.replace(MILESTONE, "\t\ttext: |\n          一\t二\n           \t三");
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": text }).map(briefly);
    expect(problems).toEqual([...MISTAKES, "1-1.yaml:16:1-16:2 E-SYNTAX", "1-1.yaml:17:12-17:13 E-CHAR"]);
  });
});

describe("a slip that cannot be mended in memory", () => {
  it.each([
    ["a merge key", "    title: 提升质量", "    title: 提升质量\n    <<: *a"],
    ["an alias for a key", "    title: 提升质量", "    *a : 提升质量"],
    ["an anchor before a key", "- id: 10-1", "- &a id: 10-1"],
    ["a tag before a key", "min: 10", "!a min: 10"],
    ["a tab that fits a plan at no width", "    title: 提升质量", "      \t  title: 提升质量"],
    ["a milestone too far to the left", "      - id: 10-1", "   - id: 10-1"],
    ["a list's key too far to the left", "    milestones:", "   milestones:"],
    ["a question mark for a key", "    title: 提升质量", "    ? title\n    : 提升质量"],
  ])("says once that the file may hold more: %s", (_, write, instead) => {
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": PART.replace(write, instead) });
    expect(problems.filter(({ details }) => "hides" in details)).toHaveLength(1);
  });

  it("does not say so if all mistakes are reported", () => {
    const problems = problemsOf({ ...SMALL_PLAN, "1-1.yaml": PART.replace("title: ", "title: &a ") });
    expect(problems.map(({ details }) => details)).toEqual([{ feature: "anchor" }]);
  });
});

describe("columns", () => {
  it("count UTF-16 code units: a character outside the basic plane counts two", () => {
    const [problem] = problemsOf(withSlip("[代办处]", "[𠮷代办处]"));
    expect(problem?.at).toMatchObject({ line: 5, column: 17, endColumn: 22 });
  });

  it("count one for each Chinese character before them", () => {
    const [problem] = problemsOf(
      withSlip("min: 10\n        unit: 家", "unit: 家\n        x-注：甲: {乙丙: {丁: 1}, 戊: 2}\n        min: 十"),
    );
    expect(problem).toMatchObject({ code: "E-TYPE", at: { line: 12, column: 14, endColumn: 15 } });
  });

  it("count in the line as written, even behind a mended full-width colon", () => {
    expect(problemsOf(withSlip("divisions: [代办处]", "divisions：[代办出]")).map(briefly)).toEqual([
      "1-1.yaml:5:14-5:15 E-FULLWIDTH",
      "1-1.yaml:5:16-5:19 E-DIVISION",
    ]);
  });

  it("come with the line as written", () => {
    const part = PART.replace("[代办处]", "[代办出]").replaceAll("\n", "\r\n");
    const [problem] = problemsOf({ ...SMALL_PLAN, "1-1.yaml": part });
    expect(problem?.excerpt).toBe("    divisions: [代办出]");
  });
});
