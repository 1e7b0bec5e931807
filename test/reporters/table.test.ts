import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../support/catalogues.ts";
import { type Look, plainLook } from "../../src/reporters/look.ts";
import { type Column, type TableRow, renderTable } from "../../src/reporters/table.ts";
import { columnsOf, slice } from "./display-width.ts";

const LAW = { seed: 20170101, numRuns: 60 };

function look(width: number, more: Partial<Look> = {}): Look {
  return { ...plainLook(catalogueOf("zh")), width, ...more };
}

const word = fc.constantFrom(
  "12-1",
  "10-2@Q2",
  "06-30",
  "专利管理处",
  "规划发展处",
  "94 天",
  "✗ 红 逾期",
  "保护",
  "7",
  "—",
  "“双创”处",
);
const text = fc
  .array(
    fc.constantFrom(
      "开展专利质押融资租赁调研工作，",
      "寻求合作机构。",
      "《重庆市》",
      "2017-06-30",
      "PCT",
      "（自治县）",
    ),
    {
      minLength: 1,
      maxLength: 16,
    },
  )
  .map((parts) => parts.join(""));
const align = fc.constantFrom<Column["align"][]>("left", "right");

interface Sample {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** A table of words with running text in the last column. */
const sample: fc.Arbitrary<Sample> = fc
  .tuple(fc.array(fc.record({ heading: word, align }), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 6 }))
  .chain(([columns, count]) => {
    const row = fc.tuple(fc.array(word, { minLength: columns.length, maxLength: columns.length }), text);
    return fc
      .array(
        row.map(([words, last]) => [...words, last]),
        { minLength: count, maxLength: count },
      )
      .map((rows) => ({
        columns: [...columns, { heading: "内容", align: "left", fill: true } as const],
        rows,
      }));
  });

/** Start and end of each column: as wide as its widest word, two columns apart. */
function edgesOf({ columns, rows }: Sample, width: number): { start: number; end: number }[] {
  let start = 0;
  return columns.map(({ heading }, index) => {
    const words = [heading, ...rows.map((row) => row[index] ?? "")];
    const isLast = index === columns.length - 1;
    const end = isLast && width < Infinity ? width : start + Math.max(...words.map(columnsOf));
    const edge = { start, end };
    start = end + 2;
    return edge;
  });
}

const WIDTHS = [78, 98, 158, Infinity];

describe("a table", () => {
  it.each(WIDTHS)("has no line wider than %s, and aligned columns", (width) => {
    fc.assert(
      fc.property(sample, (table) => {
        const edges = edgesOf(table, width);
        const lines = renderTable(table.columns, table.rows, look(width));
        for (const line of lines) {
          expect(columnsOf(line), line).toBeLessThanOrEqual(width);
          for (const { end } of edges.slice(0, -1)) expect(slice(line, end, end + 2).trim(), line).toBe("");
        }
        expect(lines[1]).toBe(edges.map(({ start, end }) => "-".repeat(end - start)).join("  "));
      }),
      LAW,
    );
  });

  it.each(WIDTHS)("has every word aligned in its column, and the whole text in the last (%s)", (width) => {
    fc.assert(
      fc.property(sample, (table) => {
        const edges = edgesOf(table, width);
        const [head = "", , ...body] = renderTable(table.columns, table.rows, look(width));
        const cell = (line: string, column: number): string =>
          slice(line, edges[column]?.start ?? 0, edges[column]?.end ?? 0);
        const last = edges.length - 1;
        const isFirst = body.map((line) => slice(line, 0, edges[last]?.start ?? 0).trim() !== "");
        const starts = body.flatMap((_, index) => (isFirst[index] === true ? [index] : []));
        expect(starts).toHaveLength(table.rows.length);
        table.rows.forEach((row, number) => {
          const lines = body.slice(starts[number], starts[number + 1]);
          row.slice(0, -1).forEach((value, column) => {
            const wide = (edges[column]?.end ?? 0) - (edges[column]?.start ?? 0) - columnsOf(value);
            const padded =
              table.columns[column]?.align === "right" ? " ".repeat(wide) + value : value + " ".repeat(wide);
            expect(cell(lines[0] ?? "", column)).toBe(padded);
          });
          expect(lines.map((line) => cell(line, last).trim()).join("")).toBe(row[last]);
          if (width === Infinity) expect(lines).toHaveLength(1);
        });
        table.columns.slice(0, -1).forEach(({ heading }, column) => expect(cell(head, column).trim()).toBe(heading));
      }),
      LAW,
    );
  });
});

describe("rows of other kinds", () => {
  const columns: Column[] = [
    { heading: "编号", align: "left" },
    { heading: "时限", align: "left" },
    { heading: "内容", align: "left", fill: true },
  ];

  it("start a spanning text at its first column and wrap it at the edge", () => {
    const long = "开展专利质押融资租赁调研工作，寻求合作机构。";
    const rows: TableRow[] = [["10-1", "06-30", "甲"], { across: long, from: 1 }, { across: long, from: 0, first: "" }];
    expect(renderTable(columns, rows, look(30))).toEqual([
      "编号  时限   内容",
      "----  -----  -----------------",
      "10-1  06-30  甲",
      "      开展专利质押融资租赁调研",
      "      工作，寻求合作机构。",
      "开展专利质押融资租赁调研工作，",
      "寻求合作机构。",
    ]);
  });

  it("may have a word before a spanning text", () => {
    const rows: TableRow[] = [["10-1", "06-30", "甲"], "blank", { across: "完成考试工作。", from: 1, first: "10-2" }];
    expect(renderTable(columns, rows, look(30)).slice(2)).toEqual(["10-1  06-30  甲", "", "10-2  完成考试工作。"]);
  });

  it("draw a rule as wide as each column", () => {
    expect(renderTable(columns, [["10-1", "06-30", "甲"], "rule", ["合计", "", "2"]], look(30)).slice(2)).toEqual([
      "10-1  06-30  甲",
      "----  -----  -----------------",
      "合计         2",
    ]);
  });

  it("keep pieces whole in the last column", () => {
    const own = [columns[0], { heading: "节点", align: "left" }] as Column[];
    const rows: TableRow[] = [["10", { pieces: ["10-1", "10-2@Q2", "10-3@Q2", "23-1"] }]];
    expect(renderTable(own, rows, look(26)).slice(2)).toEqual(["10    10-1  10-2@Q2", "      10-3@Q2  23-1"]);
  });

  it("keep line breaks of a cell, with the other cells on its first line", () => {
    expect(renderTable(columns, [["10-1", "06-30", "甲\n乙"]], look(30)).slice(2)).toEqual([
      "10-1  06-30  甲",
      "             乙",
    ]);
  });

  it("have no head without headings", () => {
    const bare = columns.map((column) => ({ ...column, heading: "" }));
    expect(renderTable(bare, [["10-1", "06-30", "甲"]], look(30))).toEqual(["10-1  06-30  甲"]);
  });

  it("wrap words of the widest columns if the table would be too wide", () => {
    const wide: Column[] = [
      { heading: "逾期", align: "right" },
      { heading: "编号", align: "left" },
      { heading: "牵头处室", align: "left" },
      { heading: "内容", align: "left", fill: true },
    ];
    const rows: TableRow[] = [["94 天", "12-1", "Intellectual Property Promotion Division", "会议"]];
    expect(renderTable(wide, rows, look(48))).toEqual(
      [
        " 逾期  编号  牵头处室                       内容",
        "-----  ----  -----------------------------  ----",
        "94 天  12-1  Intellectual Property          会议",
        "             Promotion Division",
      ].map((line) => line.trimEnd()),
    );
  });

  it("stay whole beside a last column that needs little room", () => {
    const short: Column[] = [
      { heading: "编号", align: "left" },
      { heading: "相差", align: "left", fill: true },
    ];
    const rows: TableRow[] = [["8/transfer-institutions", "+2.0"], { across: "高校院所成立的机构", from: 1 }];
    expect(renderTable(short, rows.slice(0, 1), look(29))[2]).toBe("8/transfer-institutions  +2.0");
    // Here the last column has room for the text below the number.
    expect(renderTable(short, rows, look(29)).slice(2)).toEqual([
      "8/transfer-inst  +2.0",
      "itutions",
      "                 高校院所成",
      "                 立的机构",
    ]);
  });

  it("keep room for six characters of text on the narrowest terminal", () => {
    const lines = renderTable(columns, [["10-1", "06-30", "开展专利质押融资"]], look(10));
    expect(lines.slice(2)).toEqual(["10-1  06-30  开展专利", "             质押融资"]);
  });
});

describe("paint", () => {
  const brush = (content: string): string => `\u001b[31m${content}\u001b[39m`;

  it("is applied to each line of a cell, and takes no room", () => {
    const columns: Column[] = [
      { heading: "", align: "right" },
      { heading: "", align: "left", fill: true },
    ];
    const rows: TableRow[] = [
      [
        { text: "3 天", brush },
        { text: "开展专利质押融资租赁调研工作", brush },
      ],
    ];
    const painted = renderTable(columns, rows, look(26));
    expect(painted).toEqual([
      "\u001b[31m3 天\u001b[39m  \u001b[31m开展专利质押融资租赁\u001b[39m",
      "      \u001b[31m调研工作\u001b[39m",
    ]);
  });
});

describe("hidden characters in a cell", () => {
  it.each([60, Infinity])("are spelled out in one piece if there is room (%s)", (width) => {
    const columns: Column[] = [
      { heading: "登记人", align: "left" },
      { heading: "内容", align: "left", fill: true },
    ];
    const lines = renderTable(columns, [["甲\u202e乙", "丙\u001b丁"]], look(width));
    expect(lines.at(-1)).toBe("甲<U+202E>乙  丙<U+001B>丁");
  });
});

describe("a heading with a broken form", () => {
  const columns: Column[] = [
    { heading: "Lead", align: "left" },
    { heading: "Milestones", align: "right", broken: "Mile-\nstones" },
    { heading: "Done", align: "right" },
  ];
  const rows: TableRow[] = [["a", "21", "3"]];

  it("stays on one line if there is room", () => {
    expect(renderTable(columns, rows, look(22))).toEqual([
      "Lead  Milestones  Done",
      "----  ----------  ----",
      "a             21     3",
    ]);
  });

  it("is broken if there is not, with its last line above the rule", () => {
    expect(renderTable(columns, rows, look(21))).toEqual([
      "       Mile-",
      "Lead  stones  Done",
      "----  ------  ----",
      "a         21     3",
    ]);
  });

  it("lets the names of the first column wrap if that is not enough", () => {
    const named: TableRow[] = [["an office of many words", "21", "3"]];
    expect(renderTable(columns, named, look(26))).toEqual([
      "               Mile-",
      "Lead          stones  Done",
      "------------  ------  ----",
      "an office of      21     3",
      "many words",
    ]);
  });
});
