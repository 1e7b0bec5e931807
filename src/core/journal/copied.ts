/** Journals of an earlier year beside this year's plan, such as those that were copied along with a folder. */
import type { Plan } from "../plan.ts";
import type { Journal } from "./fold.ts";

/** Of fewer records some may well be of work that was done before its year began. */
const MANY = 10;

/**
 * How many records say what was done before the plan's year, where most of them do; 0 where no more do than may well be. What
 * they say counts, since the ids are often the same.
 */
export function earlierRecords({ year }: Pick<Plan, "year">, journal: Pick<Journal, "count" | "countBefore">): number {
  const { count } = journal;
  if (count < MANY) return 0;
  const early = journal.countBefore(year);
  return early * 2 > count ? early : 0;
}
