import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/reporters/sheets/markdown.ts";
import type { Value } from "../../src/reporters/sheets/sheet.ts";
import { FORMULAS, POISON, cellsOf, seenOf } from "./payloads.ts";

function linesOf(rows: readonly (readonly Value[])[], title = "t"): string[] {
  const text = renderMarkdown([{ title, headings: ["a", "b"], rows }]);
  expect(text.endsWith("\n")).toBe(true);
  return text.slice(0, -1).split("\n");
}

/** The row of a table with the text and a `b`. */
function rowOf(text: string): string {
  const lines = linesOf([[text, "b"]]);
  expect(lines).toHaveLength(5);
  return lines[4] ?? "";
}

/** The text as GitHub sees it when looking for names: without code spans, escapes and entities resolved. */
function outsideCode(cell: string): string {
  return cell
    .replace(/(`+)(?!`).+?(?<!`)\1(?!`)/g, "")
    .replace(/\\([!-/:-@[-`{-~])/g, "$1")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]|\p{Cs}|[\u{e0000}-\u{e007f}]/u;

describe("a Markdown table", () => {
  it("has a title, headings, a rule and all rows; columns of numbers are aligned right", () => {
    expect(
      linesOf(
        [
          ["甲", 1],
          ["乙", null],
        ],
        "标题",
      ),
    ).toEqual(["# 标题", "", "| a | b |", "| --- | ---: |", "| 甲 | 1 |", "| 乙 |  |"]);
  });

  it("follows the one before, under a second-level title", () => {
    const sheet = { headings: ["a"], rows: [["1"]] };
    const text = renderMarkdown([
      { title: "甲", ...sheet },
      { title: "乙", ...sheet },
    ]);
    expect(text).toBe("# 甲\n\n| a |\n| --- |\n| 1 |\n\n## 乙\n\n| a |\n| --- |\n| 1 |\n");
  });

  it.each([...POISON, ...FORMULAS])("holds %j in one cell of one row", (text) => {
    const cells = cellsOf(rowOf(text));
    expect(cells).toHaveLength(2);
    expect(cells[1]).toBe("b");
  });

  it.each([...POISON, ...FORMULAS].filter((text) => !INVISIBLE.test(text)))("shows %j as it is", (text) => {
    expect(seenOf(cellsOf(rowOf(text))[0] ?? "")).toBe(text.trim());
  });

  it.each(["a\nb", "a\r\nb"])("shows the line break of %j", (text) => {
    expect(cellsOf(rowOf(text))[0]).toBe("a<br>b");
  });

  it.each([
    ["tags", "<script>alert(1)</script><b>"],
    ["a link", "[x](javascript:1)"],
    ["an image", "![x](http://a/b.png)"],
    ["an address in angles", "<javascript:1>"],
    ["emphasis", "*a* _b_ ~~c~~ `d`"],
    ["a heading", "# a"],
    ["an entity", "&#60;b&#62; &copy;"],
  ])("disarms %s", (_, text) => {
    const [cell = ""] = cellsOf(rowOf(text));
    const unescaped = cell.replace(/\\.|[@#]\u2060|&(?:lt|gt|amp);|<br>/g, "");
    expect(unescaped).not.toMatch(/[<>[\]*_`~&#]/);
  });

  it.each(["@name", "a @name b", "@org/team", "（@name）", "#12", "见#12，", "a #12 b", "org/repo#12"])(
    "calls nobody: %j",
    (text) => {
      expect(outsideCode(cellsOf(rowOf(text))[0] ?? "")).not.toMatch(/@[A-Za-z0-9]|#\d/);
    },
  );

  it("keeps titles on one line and disarms them", () => {
    const [heading, empty] = linesOf([], "a\r\nb | <b> # @name [x](y)");
    expect(empty).toBe("");
    expect(heading?.startsWith("# a<br>b ")).toBe(true);
    expect(heading).not.toMatch(/<b>|(?<!\\)\[|@name/);
  });

  it("keeps the number and content of cells for any row", () => {
    const part = fc.constantFrom(..."a甲|\\`<>&[]()*_~#@!-=.:1 ", "\n", "\r\n", "&lt;", "&amp;");
    const text = fc.array(part, { maxLength: 12 }).map((parts) => parts.join("").trim());
    fc.assert(
      fc.property(text, (given) => {
        const cells = cellsOf(rowOf(given));
        expect(cells).toHaveLength(2);
        const lines = given.replaceAll("\r\n", "\n");
        expect(seenOf(cells[0] ?? "").replace(/\s+/g, " ")).toBe(lines.replace(/\s+/g, " "));
      }),
      { seed: 20170101, numRuns: 2000 },
    );
  });
});
