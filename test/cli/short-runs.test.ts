import { describe, expect, it, vi } from "vitest";
import { COUNTING, LISTING, expectShortReading, skipOptimizing } from "../../src/cli/short-runs.ts";
import type { PlanColumns } from "../../src/core/milestone-columns.ts";

/** Whether a command on a compiled plan with that many milestones announces that it will be over soon. */
function tells(count: number | null, most: number): boolean {
  const told = vi.fn();
  skipOptimizing(count === null ? {} : { columns: { count } as PlanColumns }, { expectShortRun: told }, most);
  return told.mock.calls.length > 0;
}

describe("a command", () => {
  it.each([
    [LISTING, 10_000],
    [COUNTING, 50_000],
  ])("is over soon if its plan is compiled and has from 500 to %i milestones", (most, last) => {
    expect([null, 80, 499, 500, last, last + 1].map((count) => tells(count, most))).toEqual([
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it.each([
    [[], true],
    [[200_000, 62_144], true],
    [[200_000, 62_145], false],
  ])("reads files of %j bytes soon: %s", (sizes, expected) => {
    const told = vi.fn();
    expectShortReading(sizes, { expectShortRun: told });
    expect(told.mock.calls).toEqual([[expected]]);
  });

  it("announces nothing if others follow in the same process", () => {
    expect(() => skipOptimizing({ columns: { count: 500 } as PlanColumns }, {}, LISTING)).not.toThrow();
  });
});
