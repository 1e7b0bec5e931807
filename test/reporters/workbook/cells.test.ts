/** Texts of cells, names of sheets and letters of columns, at their limits. */
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { cellText, sheetName } from "../../../src/reporters/workbook/cell-text.ts";
import { columnLetters, textCell } from "../../../src/reporters/workbook/workbook.ts";
import { renderWorkbook } from "../../../src/reporters/workbook/xlsx.ts";
import { uniqueNames } from "../../../src/reporters/workbook/xlsx-parts.ts";

describe("a cell's text", () => {
  it("ends at 32,767 characters, never inside a surrogate pair", () => {
    expect(cellText("a".repeat(32_767))).toHaveLength(32_767);
    expect(cellText("a".repeat(32_768))).toBe(`${"a".repeat(32_766)}…`);
    expect(cellText(`${"a".repeat(32_765)}😀😀`)).toBe(`${"a".repeat(32_765)}…`);
  });

  it("holds no character that XML or a reader would act on", () => {
    expect(cellText("a\u0000b\u202ec\ufffed")).toBe("a<U+0000>b<U+202E>c\ufffdd");
    expect(cellText("one\ntwo")).toBe("one\ntwo");
  });

  it("comes back unchanged if it looks like an escape", async () => {
    expect(cellText("a_x001B_b")).toBe("a_x005F_x001B_b");
    const text = "a_x001B_[31m _x000D_ _y_";
    const sheet = { name: "s", above: [], columns: [{ heading: "h", most: 20 }], hasTotal: false, hasFilter: true };
    const bytes = await renderWorkbook({
      ...{ title: "t", creator: "c", day: null, footer: "&P" },
      sheets: [{ ...sheet, rows: [[textCell(text)]] }],
    });
    const [read] = await readExcelFile(Buffer.from(bytes));
    expect(read?.data).toEqual([["h"], [text]]);
  });
});

describe("a sheet's name", () => {
  it("has at most 31 characters, and none that formulas use", () => {
    expect(sheetName("a:b\\c/d?e*f[g]h")).toBe("a b c d e f g h");
    expect(sheetName("'quoted'")).toBe("’quoted’");
    expect(sheetName("长".repeat(40))).toBe("长".repeat(31));
    expect(sheetName(" ?? ")).toBe("-");
  });

  it("is unique regardless of case", () => {
    expect(uniqueNames(["a", "A", "b", "a"])).toEqual(["a", "A 2", "b", "a 3"]);
  });
});

it("letters columns like spreadsheets", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
