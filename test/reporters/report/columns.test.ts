/** Columns of the Word document: ids, days and numbers stay whole, and the table never exceeds the text area. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell, Column, Table } from "../../../src/reporters/report/document.ts";
import { cellLines, columnWidths } from "../../../src/reporters/report/docx-columns.ts";
import { makeReportContext } from "../../../src/reporters/report/report-context.ts";
import { indicatorTable } from "../../../src/reporters/report/tables.ts";
import { textWidth } from "../../../src/reporters/text-width.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { exampleView } from "../../support/example-report.ts";

const SETTING = { width: 9000, em: 200, margins: 160 };

function column(weight: number, breaks?: Column["breaks"], heading = "列"): Column {
  return { heading, align: "left", weight, ...(breaks === undefined ? {} : { breaks }) };
}

function table(columns: readonly Column[], ...rows: readonly (readonly (string | Cell)[])[]): Table {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : cell)));
  return { kind: "table", caption: "", columns, rows: cells, hasTotal: false, isRegister: false };
}

describe("widths", () => {
  it("follow the weights if all content is narrow enough", () => {
    expect(columnWidths(table([column(1), column(2)], ["a", "b"]), SETTING)).toEqual([3000, 6000]);
  });

  it("are never less than unbreakable content", () => {
    // Ten Chinese characters of 200 twips, and the margins.
    const name = "某市知识产权局专利处";
    const [first = 0, second = 0] = columnWidths(
      table([column(1, "words"), column(9)], [name, "长".repeat(99)]),
      SETTING,
    );
    expect(first).toBe(10 * 200 + 160);
    expect(second).toBe(9000 - first);
    // If the same text may be broken, the column only gets its share.
    expect(columnWidths(table([column(1), column(9)], [name, ""]), SETTING)[0]).toBe(900);
  });

  it("break names between words, and ids only between their pieces", () => {
    const long = columnWidths(
      table([column(1, "words"), column(99)], ["质量监督与标准计量科（知识产权科）", ""]),
      SETTING,
    );
    expect(long[0]).toBe(10 * 200 + 160);
    const three = columnWidths(table([column(1, "words"), column(99)], ["甲处、乙处、丙处", ""]), SETTING);
    expect(three[0]).toBe(3 * 200 + 160);
    const id = { text: "25-2@2017-08", pieces: ["25-2", "@2017-08"] };
    const inPieces = columnWidths(table([column(1, "never"), column(99)], [id, ""]), SETTING)[0] ?? 0;
    const whole = columnWidths(table([column(1, "never"), column(99)], [id.text, ""]), SETTING)[0] ?? 0;
    expect(inPieces).toBeLessThan(whole);
  });

  it("keep the numbers of targets and the days of values whole", () => {
    const { columns } = indicatorTable("", [], makeReportContext(exampleView(), catalogueOf("zh")));
    const own = columns.filter(({ heading }) => heading === "目标值" || heading === "填报值");
    const widths = columnWidths(table([...own, column(9999)], ["每季度 4-6 家", "2.8%\n（02-29）", ""]), SETTING);
    const [target = 0, value = 0] = widths;
    expect(target).toBeGreaterThanOrEqual(textWidth("每季度", 200) + 160);
    expect(value).toBeGreaterThanOrEqual(textWidth("（02-29）", 200) + 160 - 1);
  });

  it("leave headings of three characters and words of other scripts whole", () => {
    expect(columnWidths(table([column(0.01, undefined, "已完成"), column(99)]), SETTING)[0]).toBe(3 * 200 + 160);
    expect(columnWidths(table([column(0.01, undefined, "逾期天数"), column(99)]), SETTING)[0]).toBe(2 * 200 + 160);
    expect(columnWidths(table([column(0.01, undefined, "Milestones"), column(99)]), SETTING)[0]).toBeGreaterThan(
      10 * 100 + 160,
    );
  });

  it("exactly fill the table, whatever its content", () => {
    const one = fc.record({
      weight: fc.integer({ min: 1, max: 40 }),
      breaks: fc.constantFrom(undefined, "never" as const, "words" as const),
      text: fc.string({ unit: fc.constantFrom(..."知识产权处、10-2@Q %"), maxLength: 200 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), (all) => {
        const columns = all.map(({ weight, breaks }) => column(weight, breaks));
        const widths = columnWidths(
          table(
            columns,
            all.map(({ text }) => text),
          ),
          SETTING,
        );
        const sum = widths.reduce((total, width) => total + width, 0);
        expect(sum).toBeLessThanOrEqual(9000);
        expect(sum).toBeGreaterThan(9000 - all.length);
        for (const width of widths) expect(width).toBeGreaterThan(0);
      }),
      { seed: 6 },
    );
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
