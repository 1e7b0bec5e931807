/** Detects the journal of an earlier year beside this year's plan, such as one copied along with the folder. */
import type { Plan } from "../plan.ts";
import type { Journal } from "./fold.ts";

/** With fewer records nothing is assumed: some may well be about work done before the year began. */
const MANY = 10;

/**
 * How many records are of a day before the plan's year, if those are more than half of at least `MANY`; else 0. This
 * matters because such records count: ids are often the same from year to year.
 */
export function earlierRecords({ year }: Pick<Plan, "year">, journal: Pick<Journal, "count" | "countBefore">): number {
  const { count } = journal;
  if (count < MANY) return 0;
  const early = journal.countBefore(year);
  return early * 2 > count ? early : 0;
}
