/** Journals of an earlier year beside this year's plan, such as those that were copied along with a folder. */
import { type Plan, isBeforePlan } from "../plan.ts";
import type { Journal } from "./fold.ts";

/** Of fewer records some may well be of work that was done before its year began. */
const MANY = 10;

/**
 * How many records say what was done before the plan's year, where most of them do; 0 where no more do than may well be. What
 * they say counts, since the ids are often the same. That the first one met is of the plan's time is taken for all.
 */
export function earlierRecords(plan: Pick<Plan, "year">, journal: Pick<Journal, "each" | "count">): number {
  if (journal.count < MANY) return 0;
  let early = 0;
  for (const { on } of journal.each()) {
    if (isBeforePlan(plan, on)) early += 1;
    else if (early === 0) return 0;
  }
  return early * 2 > journal.count ? early : 0;
}
