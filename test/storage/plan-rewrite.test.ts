import { describe, expect, it } from "vitest";
import { type YearMove, rewriteForYear } from "../../src/storage/plan-rewrite.ts";

const MOVE: YearMove = { from: 2017, to: 2018, carried: [], comment: () => "结转" };

function rewrite(text: string, more: Partial<YearMove> = {}): ReturnType<typeof rewriteForYear> {
  return rewriteForYear({ file: "x.yaml", bytes: Buffer.from(text) }, { ...MOVE, ...more });
}

const HEAD = `# yaml-language-server: $schema=../../schemas/plan.schema.json
# 2017 在注释里
title: "2017年计划"   # 标题
year: 2017
issued: 2017-03-01
timezone: Asia/Shanghai
x-due: 2017-01-01
x-own: { due: 2017-01-01, when: 2017-05 }
`;

const TASKS = `section: s1
tasks:
  - id: 1   # 2017 的第一项
    title: 2017年的事
    added: 2017-05-01
    indicators:
      - { id: a, name: 甲, min: 1, unit: 个, basis: flow, due: 2017-11-30 }
    milestones:
      # 上半年
      - id: 1-1
        when: [ '2017-08', 2017-11 ]  # 两次
        text: >
          2017-08 前办好
          一件事
      - id: 1-2
        when: Q2
        due: "2017-06-15"
        text: 二
  - id: 2
    title: 乙
    milestones: [{ id: 2-1, when: 2017-08, text: 丙 }]
`;

describe("a head for another year", () => {
  it("gets its year, title and schema changed and its day of issue commented out; nothing else", () => {
    expect(rewrite(HEAD).text).toBe(
      HEAD.replace("../../schemas/plan", "schemas/plan")
        .replace('"2017年计划"', '"2018年计划"')
        .replace("year: 2017", "year: 2018")
        .replace("issued:", "# issued:"),
    );
  });
});

describe("the day of issue", () => {
  it.each([
    ["issued:\n  2017-03-01\nyear: 2017\n", "# issued: 2017-03-01\nyear: 2018\n"],
    ["issued: # by the office\n  2017-03-01\nyear: 2017\n", "# issued: # by the office 2017-03-01\nyear: 2018\n"],
    ["{ issued: 2017-03-01, year: 2017 }\n", "{ year: 2018 }\n"],
    ["{ year: 2017, issued: 2017-03-01 }\n", "{ year: 2018 }\n"],
    ["{\n  year: 2017,\n  issued: 2017-03-01,\n}\n", "{\n  year: 2018,\n  }\n"],
  ])("is removed however it is written: %j", (head, expected) => {
    expect(rewrite(head).text).toBe(expected);
  });
});

describe("the schema of a file in a subfolder", () => {
  it.each([
    ["sub/x.yaml", "../schemas/tasks.schema.json"],
    ["sub/deep/x.yaml", "../../schemas/tasks.schema.json"],
  ])("is in a parent folder: %s", (file, schema) => {
    const text = (path: string): string => `# yaml-language-server: $schema=${path}\nsection: s1\ntasks: []\n`;
    const bytes = Buffer.from(text("../schemas/tasks.schema.json"));
    expect(rewriteForYear({ file, bytes }, MOVE).text).toBe(text(schema));
  });
});

describe("tasks for another year", () => {
  const moved = TASKS.replace("added: 2017-05-01", "added: 2018-01-01")
    .replace("due: 2017-11-30", "due: 2018-11-30")
    .replace("[ '2017-08', 2017-11 ]", "[ '2018-08', 2018-11 ]")
    .replace('due: "2017-06-15"', 'due: "2018-06-15"')
    .replace("when: 2017-08, text", "when: 2018-08, text");

  it("get their days moved; texts, comments and layout stay", () => {
    expect(rewrite(TASKS)).toEqual({ text: moved, left: [], dropped: [], kept: [] });
  });

  it("keep Windows line ends", () => {
    const windows = TASKS.replaceAll("\n", "\r\n");
    expect(rewrite(windows).text).toBe(moved.replaceAll("\n", "\r\n"));
  });

  const carried = [
    { id: "1-1-y2017", task: "1", when: "Q1", text: "一件事: #1\n二", remarks: "结转，原编号 1-1" },
    { id: "2-1-y2017", task: "2", when: "Q1", text: "丙", remarks: "r" },
  ];

  it("get carried milestones after their own, but not into brackets", () => {
    const entry = [
      "      # 结转",
      "      - id: 1-1-y2017",
      "        when: Q1",
      '        text: "一件事: #1\\n二"',
      '        remarks: "结转，原编号 1-1"',
      "",
    ].join("\n");
    const { text, left } = rewrite(TASKS, { carried });
    expect(text).toBe(moved.replace("        text: 二\n", `        text: 二\n${entry}`));
    expect(left).toEqual(["2-1-y2017"]);
  });

  it("get them at the end of a file without a line end, with the file's own line ends", () => {
    const short =
      "section: s1\r\ntasks:\r\n- id: 1\r\n  title: x\r\n  milestones:\r\n  - id: 1-1\r\n    when: Q1\r\n    text: y";
    const { text } = rewrite(short, { carried: carried.slice(0, 1) });
    const lines = [
      "  # 结转",
      "  - id: 1-1-y2017",
      "    when: Q1",
      '    text: "一件事: #1\\n二"',
      '    remarks: "结转，原编号 1-1"',
    ];
    expect(text).toBe(`${short}\r\n${lines.join("\r\n")}\r\n`);
  });

  it("lose milestones that had been carried over into the old plan, with the comment above", () => {
    const own =
      "section: s\ntasks:\n  - id: 1\n    milestones:\n      # 结转\n      - id: 1-1\n        when: 2017-08\n";
    const old =
      "      # 结转\n      - id: 1-1-y2016\n        when: 2017-02\n      -\n        id: 1-2-y2016\n        text: |\n          y\n";
    const behind = "      # 其他\n  - id: 2\n    milestones: [{ id: 2-1-y2016, text: z }]\n";
    const said = rewrite(own + old + behind, { carried: carried.slice(0, 1) });
    expect(said.text).toMatch(/^[^]* {8}when: 2018-08\n {6}# 结转\n {6}- id: 1-1-y2017\n[^]*1-1"\n {6}# 其他\n/);
    expect(said.text.match(/y2016/g)).toEqual(["y2016"]);
    expect([said.dropped, said.kept]).toEqual([["1-1-y2016", "1-2-y2016"], ["2-1-y2016"]]);
  });

  it.each(["\n", "\r\n"])("get an empty list if nothing else was in it", (end) => {
    const lines = [
      "section: s",
      "tasks:",
      "- id: 1",
      "  milestones:",
      "  - id: 1-1-y2016",
      "    when: Q1",
      "  - id: 1-2-y2016",
    ];
    const text = lines.join(end) + end;
    expect(rewrite(text).text).toBe([...lines.slice(0, 4), "   []", ""].join(end));
    expect(rewrite(text, { carried: carried.slice(0, 1) }).text).toContain(
      `milestones:${end}  # 结转${end}  - id: 1-1-y2017`,
    );
  });

  it("get carried milestones behind a block text", () => {
    const block =
      "section: s1\ntasks:\n  - id: 1\n    title: x\n    milestones:\n      - id: 1-1\n        when: Q1\n        text: |\n          y\n  - id: 3\n    title: z\n";
    const { text } = rewrite(block, { carried: carried.slice(0, 1) });
    expect(text).toContain("          y\n      # 结转\n      - id: 1-1-y2017\n");
    expect(text).toContain('结转，原编号 1-1"\n  - id: 3\n');
  });
});
