/** docs/problems: a page for each code. Its wrong example causes exactly that problem, its right example causes none. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { DETAILS } from "../i18n/everything-said.ts";
import { runIn } from "../reporters/run-main.ts";
import { type Example, PAGES, fixtureOf } from "./page-fixtures.ts";

type Told = Readonly<Record<"code" | "file" | "line" | "column", unknown>> & {
  readonly expected: string | null;
  readonly suggestions: readonly string[];
};

/** Codes whose fix changes more than the marked line, or another file. */
const REPLACED: ReadonlySet<string> = new Set(["E-TARGET", "E-NO-HEAD", "E-TWO-HEADS", "W-EMPTY-SECTION", "W-SETTLED"]);

/** The problems that `check` finds in the example (`plan/1-1.yaml:8:15 E-WHEN`), and the texts that it proposes instead. */
async function problemsOf(example: Example): Promise<{ found: string[]; marked: string | null; proposed: string[] }> {
  const { files, marked, isRepository } = fixtureOf(example);
  const home = mkdtempSync(join(tmpdir(), "ipplan-page-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text);
    }
    if (isRepository) execFileSync("git", ["init", "-q", home]);
    const { stdout } = await runIn(home, ["check", "--format", "json"]);
    const { problems } = JSON.parse(stdout) as { problems: Told[] };
    const found = problems.map(({ code, file, line, column }) =>
      file === null ? `nowhere ${String(code)}` : `${String(file)}:${String(line)}:${String(column)} ${String(code)}`,
    );
    const proposed = problems.flatMap(({ expected, suggestions }) => [
      ...(expected === null ? [] : [expected]),
      ...suggestions.slice(0, 1),
    ]);
    return { found, marked, proposed };
  } finally {
    rmSync(home, { recursive: true });
  }
}

describe("the pages of docs/problems", () => {
  it("are exactly one for each code", () => {
    expect(PAGES.map(({ code }) => code).toSorted()).toEqual(Object.keys(DETAILS).toSorted());
  });

  it.each(PAGES)("$code begins with its code and is in both languages", ({ code, text }) => {
    expect(text.startsWith(`# ${code}\n`)).toBe(true);
    for (const part of ["\n## 中文\n", "\n是什么：", "\n为什么：", "\n怎么改："]) expect(text).toContain(part);
    for (const part of ["\n## English\n", "\nWhat: ", "\nWhy: ", "\nHow to fix it: "]) expect(text).toContain(part);
  });

  // Problems that only git history shows are tested in test/scenarios/journal-care.md.
  it.each(PAGES.filter(({ wrong }) => wrong.kind !== "session"))(
    "$code: the wrong example causes only this problem, at the mark; the right example causes none",
    async ({ code, wrong, right }) => {
      const { found, marked } = await problemsOf(wrong);
      expect(found).toEqual([`${marked ?? "nowhere"} ${code}`]);
      expect((await problemsOf(right)).found).toEqual([]);
    },
  );

  it.each(PAGES.filter(({ wrong }) => wrong.kind !== "session"))(
    "$code: the right example is the wrong one with the proposed fix",
    async ({ code, wrong, right }) => {
      const { proposed } = await problemsOf(wrong);
      expect(proposed.filter((text) => !right.text.includes(text))).toEqual([]);
      // Escapes and `x-` keys would hide a remaining mistake.
      expect(right.text).not.toMatch(/\\[ux]|\bx-(?!list)/);
      const kept = wrong.text.split("\n").filter((line) => !line.includes("⟦"));
      if (!REPLACED.has(code)) expect(kept.filter((line) => !right.text.split("\n").includes(line))).toEqual([]);
    },
  );

  it("are tested for all codes but two", () => {
    const sessions = PAGES.filter(({ wrong }) => wrong.kind === "session").map(({ code }) => code);
    expect(sessions.toSorted()).toEqual(["E-JOURNAL-GONE", "E-JOURNAL-LOST"]);
  });
});

describe("check --explain", () => {
  const home = tmpdir();

  it.each(PAGES)("prints the page of $code in both languages, without a plan", async ({ code }) => {
    for (const lang of ["zh", "en"]) {
      const { stdout, code: exit } = await runIn(home, ["check", "--explain", code, "--lang", lang], { columns: 80 });
      expect(exit).toBe(0);
      expect(stdout).toContain(code);
      expect(stdout).toContain(lang === "zh" ? "怎么改：" : "How to fix it: ");
      expect(stdout).toContain(lang === "zh" ? "\n错例\n" : "\nWrong\n");
      expect(stdout).not.toMatch(/[⟦⟧`]{2}|\*\*/);
    }
  });

  it("marks the mistake with carets aligned by display width", async () => {
    const { stdout } = await runIn(home, ["check", "--explain", "e-when", "--lang", "zh"]);
    expect(stdout).toContain("          when: 二季度\n                ^^^^^^\n");
  });

  it("suggests the nearest code for an unknown one, and lists all codes if none is near", async () => {
    const near = await runIn(home, ["check", "--explain", "E-WEN", "--lang", "en"]);
    expect(near).toMatchObject({ code: 2, stdout: "", stderr: "there is no code E-WEN; perhaps E-WHEN?\n" });
    const far = await runIn(home, ["check", "--explain", "什么", "--lang", "zh"]);
    expect(far.code).toBe(2);
    expect(far.stderr).toContain("E-WHEN");
  });
});
