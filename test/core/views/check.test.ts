import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/core/problem.ts";
import { viewCheck } from "../../../src/core/views/check.ts";

const ERROR: Problem = { code: "E-EMPTY", details: { key: "title", what: "required" }, at: null, excerpt: null };
const WARNING: Problem = {
  code: "W-JOURNAL-UNKNOWN",
  details: { id: "4518f647", what: "record", name: "" },
  at: null,
  excerpt: null,
};
const READ = { files: 12, records: 48, journalDamaged: 0, plan: null };

describe("the view of a check", () => {
  it("is ok without problems", () => {
    expect(viewCheck({ ...READ, problems: [] })).toMatchObject({
      kind: "ipplan/check",
      ok: true,
      problems: [],
      errors: 0,
      warnings: 0,
      files: 12,
      records: 48,
    });
  });

  it("is ok with only warnings", () => {
    expect(viewCheck({ ...READ, problems: [WARNING] })).toMatchObject({ ok: true, errors: 0, warnings: 1 });
  });

  it("is not ok with errors, and counts errors and warnings apart", () => {
    const problems = [ERROR, WARNING, ERROR];
    expect(viewCheck({ ...READ, problems })).toMatchObject({ ok: false, problems, errors: 2, warnings: 1 });
  });

  it("is not ok with a warning if strict", () => {
    expect(viewCheck({ ...READ, problems: [WARNING], strict: true }).ok).toBe(false);
    expect(viewCheck({ ...READ, problems: [], strict: true }).ok).toBe(true);
  });

  it("has at most a thousand problems, and counts all", () => {
    const view = viewCheck({ ...READ, problems: Array.from({ length: 1001 }, () => ({ ...ERROR })) });
    expect([view.problems.length, view.errors]).toEqual([1000, 1001]);
    const warnings = Array.from({ length: 1000 }, () => ({ ...WARNING }));
    const last = viewCheck({ ...READ, problems: [...warnings, ERROR] });
    expect([last.problems.length, last.problems.at(-1)?.code, last.warnings]).toEqual([1000, "E-EMPTY", 1000]);
  });

  it("names the plan if it could be read, and counts damaged lines of the journal", () => {
    const plan = { title: "a plan", year: 2017, timezone: "Asia/Shanghai" };
    expect(viewCheck({ ...READ, problems: [], plan, journalDamaged: 3 })).toMatchObject({ plan, journalDamaged: 3 });
  });
});
