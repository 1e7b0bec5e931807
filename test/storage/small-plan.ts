/** A small valid plan in which tests make mistakes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import type { Place, Problem, ProblemCode } from "../../src/core/problem.ts";
import { type PlanReading, readPlan } from "../../src/storage/plan-files.ts";

export const HEAD = `title: 小计划
year: 2017
timezone: Asia/Shanghai
divisions:
  - id: dbc
    name: 代办处
  - id: bhc
    name: 保护处
districts: [江北区, 北碚区]
themes:
  - id: t1
    title: 主题一
sections:
  - id: s1-1
    theme: t1
    title: 分项一
`;

export const PART = `section: s1-1
tasks:
  - id: 10
    title: 提升质量
    divisions: [代办处]
    districts: [all]
    indicators:
      - id: agencies
        name: 机构
        min: 10
        unit: 家
        basis: stock
    milestones:
      - id: 10-1
        when: Q2
        text: 出台办法。
`;

/** The content of files, by path below the plan folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export const SMALL_PLAN = { "1-1.yaml": PART, "plan.yaml": HEAD } as const;

/** Reads the files as a plan folder. Problems name files relative to it. */
export function readFiles(files: Files): PlanReading {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-plan-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
    }
    return readPlan(folder, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function problemsOf(files: Files): readonly Problem[] {
  return readFiles(files).problems;
}

/** The small plan with one part of its text replaced, in whichever file contains it. */
export function withSlip(write: string, instead: string): Record<"1-1.yaml" | "plan.yaml", string> {
  const found = [HEAD, PART].filter((text) => text.split(write).length === 2);
  if (found.length !== 1) throw new Error(`"${write}" does not stand exactly once in the small plan`);
  const replaced = (text: string): string => text.split(write).join(instead);
  return { "1-1.yaml": replaced(PART), "plan.yaml": replaced(HEAD) };
}

/** `1-1.yaml:4:12-4:14`. */
export function placeText(at: Place | null): string {
  return at === null ? "nowhere" : `${at.file}:${at.line}:${at.column}-${at.endLine}:${at.endColumn}`;
}

/** `1-1.yaml:4:12-4:14 E-YAML-FEATURE`. */
export function briefly(problem: Problem): string {
  return `${placeText(problem.at)} ${problem.code}`;
}

/** Removes the marks from a text and returns their places: ⟦ ⟧ around the mistake, ⟪ ⟫ around its earlier double. */
function unmark(file: string, marked: string): { text: string; fault: string | null; double: string | null } {
  const text = marked.replace(/[⟦⟧⟪⟫]/g, "");
  return { text, fault: between(file, marked, "⟦", "⟧"), double: between(file, marked, "⟪", "⟫") };
}

function between(file: string, marked: string, open: string, close: string): string | null {
  if (!marked.includes(open)) return null;
  const position = (mark: string): string => {
    const lines = marked
      .slice(0, marked.indexOf(mark))
      .replace(/[⟦⟧⟪⟫]/g, "")
      .split("\n");
    return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
  };
  return `${file}:${position(open)}-${position(close)}`;
}

/**
 * A slip: what it is; the text of the small plan that it replaces; the replacement, with ⟦ ⟧ around the mistake; the code
 * of the one problem that it causes, and some of its details.
 */
export type Slip = readonly [
  why: string,
  write: string,
  instead: string,
  code: ProblemCode,
  details?: Readonly<Record<string, unknown>>,
];

/** Slips as test cases, named by what they are. */
export function cases(slips: readonly Slip[]): { readonly why: string; readonly slip: Slip }[] {
  return slips.map((slip) => ({ why: slip[0], slip }));
}

/** The place of the first of two equal things. */
function firstPlace({ details }: Problem): string {
  return placeText("first" in details ? details.first : null);
}

/** Expects the slip to cause exactly one problem, at the marks. */
export function expectOneProblem([, write, instead, code, details = {}]: Slip): void {
  const marked = withSlip(write, instead);
  const [part, head] = [unmark("1-1.yaml", marked["1-1.yaml"]), unmark("plan.yaml", marked["plan.yaml"])];
  const { problems, plan } = readFiles({ "1-1.yaml": part.text, "plan.yaml": head.text });
  expect(problems.map(briefly)).toEqual([`${part.fault ?? head.fault} ${code}`]);
  expect(problems[0]?.details).toMatchObject(details);
  expect(plan).toBeNull();
  const double = part.double ?? head.double;
  if (double !== null) expect(problems.map(firstPlace)).toEqual([double]);
}
