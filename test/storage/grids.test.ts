import { describe, expect, it } from "vitest";
import { readMarkdownTables } from "../../src/storage/grids.ts";

describe("tables of a Markdown file", () => {
  it("are found by their bars, with the heading and the line of each row", () => {
    const text =
      "# Title\n\ntext\n\n## One\n\n| a | b |\n| --- | :-: |\n| 1 |  |\n\n## Two\n| c |\n|---|\n| d |\ntext\n\n| e |\n";
    expect(readMarkdownTables(text)).toEqual([
      {
        name: "One",
        rows: [
          { line: 7, cells: ["a", "b"] },
          { line: 9, cells: ["1", null] },
        ],
      },
      {
        name: "Two",
        rows: [
          { line: 12, cells: ["c"] },
          { line: 14, cells: ["d"] },
          { line: 17, cells: ["e"] },
        ],
      },
    ]);
  });

  it("end where another one begins, even if its heading was lost", () => {
    expect(readMarkdownTables("## One\n| a |\n|---|\n|  |\n\n| b |\n\n| c | d |\n|---|---|\n| e | - |\n")).toEqual([
      { name: "One", rows: [2, 6].map((line) => ({ line, cells: [line === 2 ? "a" : "b"] })) },
      { name: "One", rows: [8, 10].map((line) => ({ line, cells: line === 8 ? ["c", "d"] : ["e", "-"] })) },
    ]);
  });

  it("are unescaped, and keep what people typed without escaping", () => {
    const text = "| a \\| b \\\\ | x&lt;y&gt; &amp;lt; | 10-2@\u2060Q2 | one<br>two | \\*\\_\\# | 6月28日\r\n";
    expect(readMarkdownTables(text)).toEqual([
      { name: "", rows: [{ line: 1, cells: ["a | b \\", "x<y> &lt;", "10-2@Q2", "one\ntwo", "*_#", "6月28日"] }] },
    ]);
  });

  it("may have ten million characters in a cell", () => {
    const long = "x".repeat(10_000_000);
    expect(readMarkdownTables(`| a | ${long} |\n`)[0]?.rows).toEqual([{ line: 1, cells: ["a", long] }]);
  });

  it("are not found in a text without any", () => {
    expect(readMarkdownTables("text\n\n- a | b\n")).toEqual([]);
  });
});
