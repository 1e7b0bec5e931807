import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Problem, formatPlace, severityOf, sortProblems, worstFirst } from "../../src/core/problem.ts";
import { LAW } from "../support/laws.ts";

function at(file: string, line: number, column: number): Problem {
  const place = { file, line, column, endLine: line, endColumn: column + 1 };
  return { code: "E-TARGET", details: { fault: "missing" }, at: place, excerpt: null };
}

const NOWHERE: Problem = { code: "E-EMPTY", details: { key: "title", what: "required" }, at: null, excerpt: null };

describe("the severity of a problem", () => {
  it("is a warning if its code begins with W, else an error", () => {
    expect(severityOf({ code: "W-JOURNAL-REF" })).toBe("warning");
    expect(severityOf({ code: "E-WHEN" })).toBe("error");
  });
});

describe("the worst of many", () => {
  const odd: Problem = { code: "W-TITLE", details: {} as never, at: null, excerpt: null };

  it("is all of them in their order if they fit", () => {
    expect(worstFirst([odd, NOWHERE], 2)).toEqual([odd, NOWHERE]);
  });

  it("is the errors, then as many warnings as fit", () => {
    const error = at("a.yaml", 1, 1);
    expect(worstFirst([odd, odd, error, odd, NOWHERE], 3)).toEqual([error, NOWHERE, odd]);
    expect(worstFirst([odd, error, NOWHERE], 1)).toEqual([error]);
  });
});

describe("the order of problems", () => {
  it("is by file, line and column, with those without a place first", () => {
    const sorted = [NOWHERE, at("a.yaml", 2, 9), at("a.yaml", 2, 10), at("a.yaml", 10, 1), at("b.yaml", 1, 1)];
    expect(sortProblems(sorted.toReversed())).toEqual(sorted);
  });

  it("puts a file before another whose name begins with its name", () => {
    const sorted = [at("plan", 9, 1), at("plan-2", 1, 1)];
    expect(sortProblems(sorted.toReversed())).toEqual(sorted);
  });

  it("keeps problems of one place as they were found", () => {
    const [first, second] = [at("a.yaml", 1, 1), { ...at("a.yaml", 1, 1), excerpt: "second" }];
    expect(sortProblems([first, second])).toEqual([first, second]);
    expect(sortProblems([second, first])).toEqual([second, first]);
  });

  it("loses none and is the same once sorted", () => {
    const places = fc
      .tuple(
        fc.constantFrom("a.yaml", "b.yaml", "a"),
        fc.integer({ min: 1, max: 1200 }),
        fc.integer({ min: 1, max: 200 }),
      )
      .map(([file, line, column]) => at(file, line, column));
    fc.assert(
      fc.property(fc.array(places, { maxLength: 10 }), (problems) => {
        const sorted = sortProblems(problems);
        expect(sorted).toHaveLength(problems.length);
        expect(sortProblems(sorted)).toEqual(sorted);
        const later = sorted.slice(1);
        const ordered = later.every((problem, index) => {
          const [before, after] = [sorted[index]?.at, problem.at];
          if (before === null || before === undefined || after === null) return false;
          if (before.file !== after.file) return before.file < after.file;
          return before.line < after.line || (before.line === after.line && before.column <= after.column);
        });
        expect(ordered).toBe(true);
      }),
      LAW,
    );
  });
});

describe("a place", () => {
  it("is written so that editors and terminals make it a link", () => {
    expect(formatPlace(at("plan/2-1.yaml", 31, 10).at)).toBe("plan/2-1.yaml:31:10");
  });

  it("that is none is empty", () => {
    expect(formatPlace(null)).toBe("");
  });
});
