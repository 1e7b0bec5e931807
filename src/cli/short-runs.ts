/** Decides which commands finish before V8's optimizing compilers pay off (measured; see docs/speed.md). */
import type { Plan } from "../core/plan.ts";
import type { Io } from "./io.ts";

/** With fewer milestones V8 finds nothing hot enough to optimize. */
const FEWEST = 500;
/**
 * Most milestones of a plan for which a listing command does without optimization: with 4,000 it does not pay yet, with
 * 40,000 it does.
 */
export const LISTING = 10_000;
/** The same for commands that count most milestones and list few: with 40,000 only the quick compiler pays. */
export const COUNTING = 50_000;

/**
 * Most bytes of plan or journal to read without optimization: with 200 kB it does not pay yet, with 400 kB it makes no
 * difference.
 */
const READING = 256 * 1024;

/** Tells `io` how long reading uncompiled files of these sizes (in bytes) will take. */
export function expectReading(sizes: readonly number[], io: Pick<Io, "expectRun">): void {
  io.expectRun?.(sizes.reduce((sum, bytes) => sum + bytes, 0) <= READING ? "short" : "long");
}

/**
 * Tells `io` that the command will be over soon, if the plan comes from the cache and has from FEWEST to `most`
 * milestones.
 */
export function skipOptimizing({ columns }: Pick<Plan, "columns">, io: Pick<Io, "expectRun">, most: number): void {
  const count = columns?.count ?? 0;
  if (count >= FEWEST && count <= most) io.expectRun?.(count <= LISTING ? "short" : "middling");
}
