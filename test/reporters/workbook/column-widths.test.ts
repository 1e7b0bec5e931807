/** How wide the columns of a workbook are, so that its printed page can be read. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { widthsOf } from "../../../src/reporters/workbook/column-widths.ts";
import { day as dayOf } from "../../support/builders.ts";
import { BLANK, type XlsxSheet, column, dayCell, textCell } from "../../../src/reporters/workbook/workbook.ts";

const sheetOf = (texts: readonly string[], columns = texts.map(() => column("h", 44))): XlsxSheet => ({
  ...{ name: "s", above: [], columns, hasTotal: false, hasFilter: true },
  rows: [texts.map((text) => textCell(text))],
});

it("a column is as wide as its longest text needs, up to what it may get", () => {
  // 10 digits need 11 and room beside them, 100 get the most.
  expect(widthsOf(sheetOf(["x".repeat(10), "x".repeat(100)]))).toEqual([13, 44]);
});

it("where a page has not room for all, full columns get more than others, and the page is filled", () => {
  const widths = widthsOf(sheetOf(["长".repeat(200), ...Array.from({ length: 7 }, () => "长".repeat(30))]));
  expect(widths[0]).toBeGreaterThan(widths[1] ?? 0);
  expect(new Set(widths.slice(1)).size).toBe(1);
  const whole = widths.reduce((a, b) => a + b, 0);
  // Rounding leaves less than one digit a column.
  expect(whole).toBeGreaterThan(226 - 8);
  expect(whole).toBeLessThanOrEqual(226);
});

it("days, and columns to be filled in, keep their width", () => {
  const days = Array.from({ length: 10 }, () => column("day", 44));
  const columns = [...days, { ...column("fill", 60), isFill: true }, column("text", 44), column("text", 44)];
  const sheet: XlsxSheet = {
    ...sheetOf([], columns),
    rows: [
      [...days.map(() => dayCell(dayOf("2017-05-15"))), BLANK, textCell("长".repeat(30)), textCell("长".repeat(30))],
    ],
  };
  // A day needs 13: 130 for ten, 60 to fill in, and 36 are left for two.
  expect(widthsOf(sheet)).toEqual([...days.map(() => 13), 60, 18, 18]);
});

it("no column is wider than it needs, and none of texts narrower than seven Chinese characters", () => {
  const texts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(texts, (lengths) => {
      const all = lengths.map((length) => "长".repeat(length));
      const widths = widthsOf(sheetOf(all));
      for (const [at, text] of all.entries()) {
        const needed = widthsOf(sheetOf([text]))[0] ?? 0;
        expect(widths[at]).toBeLessThanOrEqual(needed);
        expect(widths[at]).toBeGreaterThanOrEqual(Math.min(needed, 16));
      }
      const whole = widths.reduce((a, b) => a + b, 0);
      if (whole > 226) expect(widths.every((width) => width <= 16)).toBe(true);
    }),
    { seed: 20170515, numRuns: 300 },
  );
});
