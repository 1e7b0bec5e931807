/** Which commands are over before it pays to optimize them (measured; see docs/speed.md). */
import type { Plan } from "../core/plan.ts";
import type { Io } from "./io.ts";

/** With fewer milestones V8 finds nothing to optimize. */
const FEWEST = 500;
/** The most milestones of a plan that a command lists before optimizing pays: with 4,000 it does not yet, with 40,000 it does. */
export const LISTING = 10_000;
/** The same for commands that count most of them and list few: with 40,000 it does not yet. */
export const COUNTING = 50_000;

/**
 * The most bytes of a plan or journal that are read before optimizing pays: with 200 kB it does not yet, with 400 kB it makes
 * no difference.
 */
const READING = 256 * 1024;

/** Tells whether files of these sizes, compiled by nobody yet, will have been read soon. */
export function hurryReading(sizes: readonly number[], io: Pick<Io, "hurry">): void {
  io.hurry?.(sizes.reduce((sum, bytes) => sum + bytes, 0) <= READING);
}

/** Tells that the command about the plan will be over soon, if it is a compiled one of at most so many milestones. */
export function hurry({ columns }: Pick<Plan, "columns">, io: Pick<Io, "hurry">, most: number): void {
  const count = columns?.count ?? 0;
  if (count >= FEWEST && count <= most) io.hurry?.(true);
}
