import { describe, expect, it } from "vitest";
import type { Place, Problem } from "../../src/core/problem.ts";
import { type Settlement, idleProblem, settle } from "../../src/core/settle.ts";

const place = (file: string, line: number, endLine = line): Place => ({ file, line, column: 3, endLine, endColumn: 1 });

/** Task one is in lines 3 to 9 of a.yaml, task two after it. */
const TASKS = [place("a.yaml", 3, 10), place("a.yaml", 10, 20)];
const [ONE, TWO] = TASKS;
if (ONE === undefined || TWO === undefined) throw new Error("two tasks");

const comment = (file: string, line: number): Problem => ({
  code: "W-COMMENT",
  details: { cut: "# x" },
  at: { file, line, column: 5, endLine: line, endColumn: 8 },
  excerpt: null,
});
const attributes: Problem = { code: "W-GITATTRIBUTES", details: { line: "x" }, at: null, excerpt: null };
const entry = (code: string, task: Place | null, id = "1"): Settlement => ({
  code,
  at: place("a.yaml", 8),
  excerpt: "x",
  task: task === null ? null : { id, at: task },
});
const changed = (ref: string): Problem => ({
  code: "W-JOURNAL-CHANGED",
  details: { id: "4518f647", ref, what: "text" },
  at: place("journal.jsonl", 4),
  excerpt: null,
});
/** `1-2` belongs to task 1. */
const tasksOf = ({ details }: Problem): string[] => ("ref" in details ? [details.ref.replace(/-.*/, "")] : []);

describe("an entry of settled:", () => {
  it("removes warnings of its code in its task, and no others", () => {
    const problems = [comment("a.yaml", 4), comment("a.yaml", 10), comment("b.yaml", 4), comment("a.yaml", 1)];
    const { problems: left, idle } = settle(problems, [entry("W-COMMENT", ONE)], TASKS);
    expect(left).toEqual(problems.slice(1));
    expect(idle).toEqual([]);
  });

  it("ends where its task ends, even within a line", () => {
    const within = { ...ONE, endLine: 4, endColumn: 6 };
    expect(settle([comment("a.yaml", 4)], [entry("W-COMMENT", within)], []).problems).toEqual([]);
    const before = { ...ONE, endLine: 4, endColumn: 5 };
    expect(settle([comment("a.yaml", 4)], [entry("W-COMMENT", before)], []).problems).toHaveLength(1);
  });

  it("in the head settles what is in no task", () => {
    const problems = [comment("a.yaml", 12), comment("plan.yaml", 4), attributes];
    const entries = [entry("W-COMMENT", null), entry("W-GITATTRIBUTES", null)];
    expect(settle(problems, entries, TASKS).problems).toEqual([problems[0]]);
  });

  it("of a task settles nothing that has no place", () => {
    expect(settle([attributes], [entry("W-GITATTRIBUTES", TWO)], TASKS).problems).toEqual([attributes]);
  });

  it("of a task settles warnings on journal records about its milestones, not about others", () => {
    const problems = [changed("1-2"), changed("11-2"), changed("2-1")];
    const { problems: left, idle } = settle(problems, [entry("W-JOURNAL-CHANGED", ONE)], [], tasksOf);
    expect([left, idle]).toEqual([problems.slice(1), []]);
    expect(settle(problems, [entry("W-JOURNAL-CHANGED", ONE, "3")], [], tasksOf).idle).toHaveLength(1);
    expect(settle(problems, [entry("W-JOURNAL-EARLY", ONE)], [], tasksOf).problems).toEqual(problems);
  });

  it("of a task comes before the head's, which is idle if nothing is left to settle", () => {
    const [head, own] = [entry("W-JOURNAL-CHANGED", null), entry("W-JOURNAL-CHANGED", ONE)];
    expect(settle([changed("1-2")], [head, own], [], tasksOf)).toEqual({ problems: [], idle: [head] });
    expect(settle([changed("1-2"), changed("2-1")], [head, own], [], tasksOf)).toEqual({ problems: [], idle: [] });
  });

  it("never settles an error", () => {
    const error: Problem = { ...comment("a.yaml", 4), code: "E-TARGET", details: { fault: "missing" } };
    const { problems, idle } = settle([error], [entry("E-TARGET", ONE)], TASKS);
    expect(problems).toEqual([error]);
    expect(idle).toHaveLength(1);
  });

  it("that settles nothing is reported at its place", () => {
    const { idle } = settle([], [entry("W-TITLE", ONE)], TASKS);
    expect(idle.map(idleProblem)).toEqual([
      { code: "W-SETTLED", details: { code: "W-TITLE" }, at: place("a.yaml", 8), excerpt: "x" },
    ]);
  });
});
