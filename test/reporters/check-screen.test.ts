/** The screen of `check`: place, message, the faulty line with carets below the fault, and advice. */
import { describe, expect, it } from "vitest";
import type { Place, Problem } from "../../src/core/problem.ts";
import type { CheckView } from "../../src/core/views/check.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { readFiles, withSlip } from "../storage/small-plan.ts";
import { columnsOf } from "./display-width.ts";

function viewOf(problems: readonly Problem[]): CheckView {
  const errors = problems.filter(({ code }) => code.startsWith("E-")).length;
  const view = {
    kind: "ipplan/check",
    version: 1,
    plan: null,
    asOf: null,
    asKnown: null,
    filters: null,
    journalDamaged: 0,
    ok: errors === 0,
    errors,
    warnings: problems.length - errors,
    files: 2,
    records: 0,
    problems,
  };
  return view as unknown as CheckView;
}

async function screenOf(problems: readonly Problem[], width = 78, language: "zh" | "en" = "zh"): Promise<string[]> {
  return (await renderScreen(viewOf(problems), { ...plainLook(catalogueOf(language)), width })).split("\n");
}

const at = (line: number, column: number, endColumn: number): Place => ({
  file: "plan/2-1.yaml",
  line,
  column,
  endLine: line,
  endColumn,
});

/** A misspelt key in this line, from one column to another. */
function misspelt(excerpt: string, column: number, endColumn: number): Problem {
  const details = { key: "k", known: ["id", "title"], guess: "title" };
  return { code: "E-UNKNOWN-KEY", details, at: at(31, column, endColumn), excerpt };
}

describe("the faulty line", () => {
  it("is shown as in the drawn screen", async () => {
    const details = { key: "title", found: "：", expected: "title: 大力提升专利代理质量" };
    const excerpt = "    title： 大力提升专利代理质量";
    expect((await screenOf([{ code: "E-FULLWIDTH", details, at: at(31, 10, 11), excerpt }])).slice(0, 5)).toEqual([
      "plan/2-1.yaml:31:10  错误 E-FULLWIDTH",
      "  title 后面是全角冒号“：”，这里要用半角冒号加一个空格。",
      "    31 |     title： 大力提升专利代理质量",
      "       |          ^^",
      "  应为   title: 大力提升专利代理质量",
    ]);
  });

  it("has carets by display width: exactly below the fault", async () => {
    const excerpt = "    divisions: [保护协调处, 专利代办出]";
    const [, , line = "", carets = ""] = await screenOf([misspelt(excerpt, 24, 29)]);
    expect(line).toBe(`    31 | ${excerpt}`);
    expect(columnsOf(carets.slice(0, carets.indexOf("^")))).toBe(columnsOf("    31 |     divisions: [保护协调处, "));
    expect(carets.slice(carets.indexOf("^"))).toBe("^".repeat(10));
  });

  it("has at least one caret, also after the end of the line", async () => {
    const carets = async (problem: Problem): Promise<string | undefined> => (await screenOf([problem]))[3];
    expect(await carets(misspelt("title:", 7, 7))).toBe("       |       ^");
    expect(await carets(misspelt("", 1, 2))).toBe("       | ^");
  });

  it("has carets to the end of the line if the fault spans several", async () => {
    const problem = misspelt("a: [甲", 4, 2);
    const over = { ...problem, at: { ...at(31, 4, 2), endLine: 33 } } as Problem;
    expect((await screenOf([over]))[3]).toBe("       |    ^^^");
  });

  it("spells out hidden characters, with carets below them", async () => {
    const details = { codePoint: "U+202E" };
    const lines = await screenOf([{ code: "E-CHAR", details, at: at(31, 4, 5), excerpt: "a: \u202eb\u001b" }]);
    expect(lines.slice(2, 4)).toEqual(["    31 | a: <U+202E>b<U+001B>", "       |    ^^^^^^^^"]);
  });

  it("has carets exactly below the fault also if the beginning of the line is cut", async () => {
    const long = `title: ${"一".repeat(100)}错处${"二".repeat(100)}`;
    const [, , line = "", carets = ""] = await screenOf([misspelt(long, 108, 110)]);
    expect(carets.slice(carets.indexOf("^"))).toBe("^^^^");
    expect(columnsOf(carets.slice(0, carets.indexOf("^")))).toBe(columnsOf(line.slice(0, line.indexOf("错处"))));
  });

  it("has an ellipsis where it is cut, and only there", async () => {
    const long = `题${"一".repeat(100)}尾`;
    const shown = async (column: number): Promise<string | undefined> =>
      /\| (.*)/.exec((await screenOf([misspelt(long, column, column + 1)]))[2] ?? "")?.[1];
    expect(await shown(1)).toMatch(/^题一+…$/);
    expect(await shown(50)).toMatch(/^…一+…$/);
    expect(await shown(102)).toMatch(/^…一+尾$/);
  });

  it("is cut between characters, never inside a surrogate pair", async () => {
    for (const front of ["", "a"]) {
      const long = front + "𠮷".repeat(100);
      for (const column of [1, 50, 51, 52, 53, 199]) {
        const [, , line = ""] = await screenOf([misspelt(long, column, column + 1)]);
        expect(line).toMatch(/\| …?a?𠮷+…?$/u);
      }
    }
  });

  it.each([80, 100])("fits a terminal of %s columns wherever the fault is in a long line", async (columns) => {
    const long = `    objective: ${"建立健全监管制度，".repeat(40)}`;
    for (const column of [5, 60, 200, 370]) {
      const lines = await screenOf([misspelt(long, column, column + 3)], columns - 2);
      for (const line of lines) expect(columnsOf(line), line).toBeLessThanOrEqual(columns - 2);
      const [, , line = "", carets = ""] = lines;
      const before = columnsOf(carets.slice(0, carets.indexOf("^")));
      expect(columnsOf(line)).toBeGreaterThan(before);
    }
  });
});

describe("the rest", () => {
  it("is empty if nothing is wrong", async () => {
    expect(await screenOf([])).toEqual([""]);
  });

  it.each(["zh", "en"] as const)("fits 78 columns for every error of a plan (%s)", async (language) => {
    const slips: (readonly [string, string])[] = [
      ["title: 提升质量", "titel: 提升质量"],
      ["[代办处]", "[代办出, 保户处, 信息中心]"],
      ["when: Q2", "when: Q3..Q1"],
      ["timezone: Asia/Shanghai", "timezone: CST"],
      ["id: 10\n", "id: 10.10\n"],
      ["title: 提升质量", "title: &a 提升质量"],
      ["title: 提升质量", "\ttitle: 提升质量"],
      ["basis: stock", "basis: stok"],
    ];
    for (const [write, instead] of slips) {
      const { problems } = readFiles(withSlip(write, instead));
      expect(problems.length).toBeGreaterThan(0);
      for (const line of await screenOf(problems, 78, language)) expect(columnsOf(line), line).toBeLessThanOrEqual(78);
    }
  });

  it("spells out hidden characters in a file's name", async () => {
    const problem: Problem = { ...misspelt("k: 1", 1, 2), at: { ...at(1, 1, 2), file: "plan/\u001b[31m\u202e.yaml" } };
    expect((await screenOf([problem])).join("\n")).not.toMatch(/[\u001b\u202e]/);
  });

  it("paints errors red and warnings yellow", async () => {
    const look = plainLook(catalogueOf("en"));
    const paint = { ...look.paint, red: (text: string) => `<${text}>`, yellow: (text: string) => `(${text})` };
    const slip = misspelt("k: 1", 1, 2);
    const odd: Problem = { code: "W-DISTRICT", details: { name: "North", task: "1" }, at: slip.at, excerpt: "k: 1" };
    const screen = await renderScreen(viewOf([slip, odd]), { ...look, paint });
    expect(screen).toContain("<error E-UNKNOWN-KEY>");
    expect(screen).toContain("(warning W-DISTRICT)");
  });

  it("prefers errors if there are many problems, in order, and says how many of each kind are left out", async () => {
    const odd: Problem = { code: "W-DISTRICT", details: { name: "北", task: "1" }, at: at(1, 1, 2), excerpt: "k: 1" };
    const flood = [...Array.from({ length: 58 }, () => odd), misspelt("k: 1", 1, 2), odd];
    const lines = await screenOf(flood);
    expect(lines[0]).toContain("错误 E-UNKNOWN-KEY");
    expect(lines.filter((line) => line.includes("警告 W-DISTRICT"))).toHaveLength(49);
    expect(lines.join("\n")).toContain("还有 10 个问题未列出（错误 0、警告 10）");
    expect(lines.join("\n")).toContain("--explain E-UNKNOWN-KEY");
    const few = await screenOf([odd, misspelt("k: 1", 1, 2), odd]);
    expect(few[0]).toContain("警告 W-DISTRICT");
    expect(few.join("\n")).toContain("--explain E-UNKNOWN-KEY");
  });

  it("shows the first fifty problems and how many more there are", async () => {
    const many = Array.from({ length: 120 }, (_, n) => misspelt(`k${n}: 1`, 1, 2));
    const screen = (await screenOf(many)).join("\n");
    expect(screen.match(/错误 E-UNKNOWN-KEY/g)).toHaveLength(50);
    expect(screen).toContain("还有 70 个问题未列出（错误 70、警告 0）");
    expect(screen).toContain("120 个错误");
  });
});
