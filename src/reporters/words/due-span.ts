import type { DueView } from "../../core/views/due.ts";
import { type Look, shortDay } from "../look.ts";

/** The period that `due` covers, with the numbers of milestones due in it; empty if nothing is left to fall due. */
export function dueSpan(view: DueView, planYear: number, { catalogue }: Pick<Look, "catalogue">): string {
  const { asOf, from, until, daysLeft, milestones, done, overdueThen } = view;
  if (from === null || until === null || daysLeft === null) return "";
  const [first, last] = [shortDay(from, planYear), shortDay(until, planYear)];
  const { screens } = catalogue;
  // A span that starts on the as-of day is called the next so many days; for any other it says how long until its last
  // day.
  const left = screens.dueLeft(daysLeft, from === asOf && from !== until);
  return screens.dueSpan(first, last, left, milestones, done, overdueThen);
}
