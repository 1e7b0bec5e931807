import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderCsv } from "../../src/reporters/sheets/csv.ts";
import type { Value } from "../../src/reporters/sheets/sheet.ts";
import { FORMULAS, POISON, parseCsv, unspelled } from "./payloads.ts";

/** The rows below the headings, read by a parser of RFC 4180. */
function rowsOf(rows: readonly (readonly Value[])[], headings: readonly string[] = ["a", "b"]): string[][] {
  const text = renderCsv({ title: "t", headings, rows });
  expect(text.startsWith("\ufeff")).toBe(true);
  return parseCsv(text.slice(1)).slice(1);
}

/** A formula for a spreadsheet: spaces and quotes before its first character do not matter, an apostrophe does. */
const STARTS_FORMULA = /^(?!')[\s"']*[=+\-@＝＋－＠\0\t\r\n]/;

describe("CSV", () => {
  it("is RFC 4180: CRLF after each row, a byte order mark in front, quotes only where needed", () => {
    const rows = [
      ["甲", 'a "b"'],
      [1, null],
      ["x,y", "z\nw"],
    ];
    expect(renderCsv({ title: "t", headings: ["一", "二"], rows })).toBe(
      '\ufeff一,二\r\n甲,"a ""b"""\r\n1,\r\n"x,y","z\nw"\r\n',
    );
  });

  it("has headings even without rows", () => {
    expect(renderCsv({ title: "t", headings: ["一", "二"], rows: [] })).toBe("\ufeff一,二\r\n");
  });

  it("keeps numbers numbers", () => {
    expect(
      rowsOf([
        [-1.5, 0],
        [100, 87.5],
      ]),
    ).toEqual([
      ["-1.5", "0"],
      ["100", "87.5"],
    ]);
  });

  it.each(FORMULAS)("puts an apostrophe in front of %j", (text) => {
    const [[cell = ""] = []] = rowsOf([[text, "b"]]);
    expect(cell).not.toMatch(STARTS_FORMULA);
    expect(cell.endsWith("1") || cell.endsWith(text.slice(-3))).toBe(true);
  });

  it.each(["甲=1", "10-1", "a+b", "a@b.org", "2017-06-30", "“=1”", "（-1）", ""])("leaves %j as it is", (text) => {
    expect(rowsOf([[text, "b"]])).toEqual([[text, "b"]]);
  });

  it.each(POISON)("holds %j in one cell of one row", (text) => {
    const [row, ...others] = rowsOf([[text, "b"]]);
    expect(others).toEqual([]);
    expect(row).toHaveLength(2);
    expect(row?.[1]).toBe("b");
  });

  it("protects headings too", () => {
    const text = renderCsv({ title: "t", headings: ["=1", "b"], rows: [] });
    expect(parseCsv(text.slice(1))).toEqual([["'=1", "b"]]);
  });

  it("loses nothing of any table", () => {
    const payload = fc.oneof(
      fc.constantFrom("a", "甲", ",", '"', "'", "=", " ", "\n", "\r", "\r\n", "\t", "＝", "|"),
      fc.string(),
    );
    const value = fc.array(payload, { maxLength: 6 }).map((parts) => parts.join(""));
    const sheet = fc.integer({ min: 1, max: 4 }).chain((count) => {
      const row = fc.array(value, { minLength: count, maxLength: count });
      return fc.tuple(row, fc.array(row, { maxLength: 5 }));
    });
    fc.assert(
      fc.property(sheet, ([headings, rows]) => {
        fc.pre(headings.length > 1 || headings[0] !== "");
        const read = parseCsv(renderCsv({ title: "t", headings, rows }).slice(1));
        expect(read.map((row) => row.length)).toEqual([headings, ...rows].map((row) => row.length));
        const written = [headings, ...rows].flat();
        read.flat().forEach((cell, index) => {
          const text = written[index] ?? "";
          expect([text, `'${text}`]).toContain(unspelled(cell));
          expect(cell).not.toMatch(STARTS_FORMULA);
        });
      }),
      { seed: 20170101, numRuns: 2000 },
    );
  });
});
