import { describe, expect, it } from "vitest";
import type { Problem } from "../../../src/core/problem.ts";
import { viewJournalCheck } from "../../../src/core/views/journal-check.ts";

const ERROR: Problem = {
  code: "E-JOURNAL-LINE",
  details: { fault: "torn", lines: 1, kept: 0, readable: "" },
  at: null,
  excerpt: null,
};
const WARNING: Problem = {
  code: "W-JOURNAL-UNKNOWN",
  details: { id: "4518f647", what: "record", name: "" },
  at: null,
  excerpt: null,
};
const CHECKED = {
  problems: [],
  files: ["journal.jsonl"],
  records: 48,
  lines: 50,
  damaged: 0,
  uncommitted: null,
  versions: null,
  strict: false,
};

describe("the view of a verified journal", () => {
  it("counts what was read, and lines that say nothing new", () => {
    expect(viewJournalCheck({ ...CHECKED, damaged: 1, uncommitted: 3 })).toMatchObject({
      kind: "ipplan/journal-verify",
      ok: true,
      files: ["journal.jsonl"],
      records: 48,
      duplicates: 2,
      uncommitted: 3,
      versions: null,
      journalDamaged: 1,
    });
  });

  it.each([
    ["nothing", [], false, true],
    ["warnings", [WARNING], false, true],
    ["warnings, strictly", [WARNING], true, false],
    ["nothing, strictly", [], true, true],
    ["errors", [ERROR, WARNING], false, false],
  ])("is ok without errors, and if strict without warnings: %s", (_, problems, strict, ok) => {
    const view = viewJournalCheck({ ...CHECKED, problems, strict });
    expect(view.ok).toBe(ok);
    expect([view.errors, view.warnings]).toEqual([
      problems.filter((problem) => problem === ERROR).length,
      problems.filter((problem) => problem === WARNING).length,
    ]);
  });
});
