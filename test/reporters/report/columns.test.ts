/** Columns of tables: they follow the texts, ids, days and numbers stay whole, and no table exceeds the text area. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, Column, Table } from "../../../src/reporters/report/document.ts";
import { cellLines, columnWidths, isTall } from "../../../src/reporters/report/columns.ts";
import { makeReportContext } from "../../../src/reporters/report/report-context.ts";
import { indicatorTable } from "../../../src/reporters/report/tables.ts";
import { textWidth } from "../../../src/reporters/text-width.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { exampleView } from "../../support/example-report.ts";

const SETTING = { width: 9000, em: 200, margins: 160 };

function column(breaks?: Column["breaks"], heading = "列"): Column {
  return { heading, align: "left", ...(breaks === undefined ? {} : { breaks }) };
}

function table(columns: readonly Column[], ...rows: readonly (readonly (string | Cell)[])[]): Table {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : cell)));
  return { kind: "table", caption: "", columns, rows: cells, hasTotal: false, isRegister: false };
}

/** A text far longer than a line. */
const LONG = "长".repeat(400);

describe("widths", () => {
  it("are in proportion to the longest lines if all have room", () => {
    // 2 and 6 characters of 200 twips; the 8680 twips beside the margins are shared as 1 to 3.
    expect(columnWidths(table([column(), column()], ["短文", "长三倍的文字"]), SETTING)).toEqual([2330, 6670]);
  });

  it("are greater for longer texts, but not in proportion, and the same whatever the order of rows", () => {
    const rows = [
      ["文".repeat(100), "文".repeat(25)],
      ["文".repeat(20), "文".repeat(10)],
    ] as const;
    const widths = columnWidths(table([column(), column()], ...rows), SETTING);
    const [more = 0, less = 0] = widths;
    expect(more - 160).toBeGreaterThan(1.5 * (less - 160));
    expect(more - 160).toBeLessThan(4 * (less - 160));
    expect(columnWidths(table([column(), column()], ...rows.toReversed()), SETTING)).toEqual(widths);
  });

  it("are not determined by the number of short texts alone: one long text among them counts", () => {
    const short = Array.from({ length: 20 }, () => ["文".repeat(30), ""]);
    const rows = [...short, ["文".repeat(30), "文".repeat(300)]];
    const [often = 0, once = 0] = columnWidths(table([column(), column()], ...rows), SETTING);
    expect(once).toBeGreaterThan(0.8 * often);
  });

  it("leave nothing empty beside a long text: a column gets no more than its longest line", () => {
    const [long = 0, short = 0] = columnWidths(table([column(), column()], [LONG, "很短的话"]), SETTING);
    expect(short).toBe(4 * 200 + 160);
    expect(long).toBe(9000 - short);
    const many = Array.from({ length: 20 }, () => ["许多八个字的短文", ""]);
    const widths = columnWidths(table([column(), column()], ...many, ["", "文".repeat(60)]), SETTING);
    expect(widths).toEqual([8 * 200 + 160, 9000 - 8 * 200 - 160]);
  });

  it("keep the words and numbers of texts whole where there is room, at most some 16 letters", () => {
    const beside = (text: string): number =>
      columnWidths(table([column(), column()], [LONG, text], [LONG, ""]), SETTING)[1] ?? 0;
    const word = "the documentation is missing";
    expect(beside(word)).toBeGreaterThanOrEqual(textWidth("documentation", 200) + 160 - 1);
    expect(beside("需960,000,000元，还要等待批复下达")).toBeGreaterThanOrEqual(textWidth("960,000,000", 200) + 160 - 1);
    expect(beside("x".repeat(300))).toBeLessThan(16 * 200);
    // Many columns of such words have no room for all; the ids keep theirs.
    const names = Array.from({ length: 9 }, () => column());
    const cells = names.map(() => "commercialization");
    const [id = 0] = columnWidths(table([column("never"), ...names], ["10-12", ...cells]), SETTING);
    expect(id).toBeGreaterThanOrEqual(textWidth("10-12", 200) + 160 - 1);
  });

  it("keep the parts of a verdict whole", () => {
    const cell = { text: "绿 03-22 完成，提前 9 天", pieces: ["绿 03-22 完成，", "提前 9 天"] };
    const [, verdict = 0] = columnWidths(table([column(), column()], [LONG, cell]), SETTING);
    expect(verdict).toBeGreaterThanOrEqual(Math.min(8 * 200, textWidth("绿 03-22 完成，", 200)) + 160 - 1);
  });

  it("are never less than unbreakable content", () => {
    // Ten Chinese characters of 200 twips, and the margins.
    const name = "某市知识产权局专利处";
    const [first = 0, second = 0] = columnWidths(table([column("words"), column()], [name, LONG]), SETTING);
    expect(first).toBe(10 * 200 + 160);
    expect(second).toBe(9000 - first);
    // If the same text may be broken, six characters beside each other are enough.
    expect(columnWidths(table([column(), column()], [name, LONG]), SETTING)[0]).toBe(6 * 200 + 160);
  });

  it("break names between words, and ids only between their pieces", () => {
    const first = (own: Column, cell: string | Cell): number =>
      columnWidths(table([own, column()], [cell, LONG]), SETTING)[0] ?? 0;
    expect(first(column("words"), "质量监督与标准计量科（知识产权科）")).toBe(10 * 200 + 160);
    expect(first(column("words"), "甲处、乙处、丙处")).toBe(3 * 200 + 160);
    const id = { text: "25-2@2017-08", pieces: ["25-2", "@2017-08"] };
    expect(first(column("never"), id)).toBeLessThan(first(column("never"), id.text));
  });

  it("keep the numbers of targets and the days of values whole", () => {
    const { columns } = indicatorTable("", [], makeReportContext(exampleView(), catalogueOf("zh")));
    const own = columns.filter(({ heading }) => heading === "目标值" || heading === "填报值");
    const widths = columnWidths(table([...own, column()], ["每季度 4-6 家", "2.8%\n（02-29）", LONG]), SETTING);
    const [target = 0, value = 0] = widths;
    expect(target).toBeGreaterThanOrEqual(textWidth("每季度", 200) + 160);
    expect(value).toBeGreaterThanOrEqual(textWidth("（02-29）", 200) + 160 - 1);
  });

  it("leave headings of three characters and words of other scripts whole", () => {
    const first = (heading: string): number =>
      columnWidths(table([column("never", heading), column()], ["", LONG]), SETTING)[0] ?? 0;
    expect(first("已完成")).toBe(3 * 200 + 160);
    expect(first("逾期天数")).toBe(2 * 200 + 160);
    expect(first("Milestones")).toBeGreaterThan(10 * 100 + 160);
  });

  it("exactly fill the table, whatever its content", () => {
    const one = fc.record({
      breaks: fc.constantFrom(undefined, "never" as const, "words" as const),
      text: fc.string({ unit: fc.constantFrom(..."知识产权处、10-2@Q %"), maxLength: 200 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (all) => {
        const columns = all.map(({ breaks }) => column(breaks));
        const widths = columnWidths(
          table(
            columns,
            all.map(({ text }) => text),
          ),
          SETTING,
        );
        const sum = widths.reduce((total, width) => total + width, 0);
        expect(sum).toBeLessThanOrEqual(9000);
        expect(sum).toBeGreaterThanOrEqual(9000 - all.length);
        for (const width of widths) expect(width).toBeGreaterThan(0);
      }),
      { seed: 6 },
    );
  });
});

describe("a row", () => {
  // Ten characters of 200 twips on a line.
  const widths = [10 * 200 + 160, 10 * 200 + 160];
  const ofLines = (lines: number): Cell[] => [{ text: "短" }, { text: "文".repeat(10 * lines) }];

  it("is tall if a cell has more than ten lines", () => {
    expect(isTall(ofLines(10), widths, SETTING)).toBe(false);
    expect(isTall(ofLines(11), widths, SETTING)).toBe(true);
  });

  it("is as high as the lines that its cells are broken into", () => {
    expect(isTall([{ text: "行\n".repeat(9) }, { text: "" }], widths, SETTING)).toBe(false);
    expect(isTall([{ text: "行\n".repeat(10) }, { text: "" }], widths, SETTING)).toBe(true);
  });
});

describe("lines of a cell", () => {
  const cell = { text: "绿 06-28 完成，提前 2 天（待销号）", pieces: ["绿 06-28 完成，", "提前 2 天", "（待销号）"] };

  it("are one if it fits", () => {
    expect(cellLines(cell, 9000, SETTING)).toEqual([cell.text]);
  });

  it("are broken between pieces if it does not, in as few lines as possible", () => {
    expect(cellLines(cell, 2400, SETTING)).toEqual(["绿 06-28 完成，", "提前 2 天（待销号）"]);
    expect(cellLines(cell, 1800, SETTING)).toEqual(["绿 06-28 完成，", "提前 2 天", "（待销号）"]);
  });

  it("are those of the text if it has no pieces", () => {
    expect(cellLines({ text: "12 家\n（06-30）" }, 100, SETTING)).toEqual(["12 家", "（06-30）"]);
  });
});
