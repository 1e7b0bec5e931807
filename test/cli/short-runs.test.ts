import { describe, expect, it, vi } from "vitest";
import { COUNTING, LISTING, expectReading, skipOptimizing } from "../../src/cli/short-runs.ts";
import type { PlanColumns } from "../../src/core/milestone-columns.ts";

/** The length of run that a command on a compiled plan with that many milestones announces, if any. */
function toldBy(count: number | null, most: number): unknown {
  const told = vi.fn();
  skipOptimizing(count === null ? {} : { columns: { count } as PlanColumns }, { expectRun: told }, most);
  return told.mock.calls.flat()[0] ?? null;
}

describe("a command", () => {
  it.each([
    [null, null, null],
    [499, null, null],
    [500, "short", "short"],
    [10_000, "short", "short"],
    [10_001, null, "middling"],
    [50_000, null, "middling"],
    [50_001, null, null],
  ])("on a compiled plan of %s milestones is %s if it lists them, %s if it counts them", (count, listing, counting) => {
    expect([toldBy(count, LISTING), toldBy(count, COUNTING)]).toEqual([listing, counting]);
  });

  it.each([
    [[], "short"],
    [[200_000, 62_144], "short"],
    [[200_000, 62_145], "long"],
  ])("that reads files of %j bytes is %s", (sizes, expected) => {
    const told = vi.fn();
    expectReading(sizes, { expectRun: told });
    expect(told.mock.calls).toEqual([[expected]]);
  });

  it("announces nothing if others follow in the same process", () => {
    expect(() => skipOptimizing({ columns: { count: 500 } as PlanColumns }, {}, LISTING)).not.toThrow();
  });
});
