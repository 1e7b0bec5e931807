import type { DueView } from "../../core/views/due.ts";
import { type Look, shortDay } from "../look.ts";

/** Of `due`: the days that are asked about, with what falls due in them; empty where nothing is left to fall due. */
export function dueSpan(view: DueView, planYear: number, { catalogue }: Pick<Look, "catalogue">): string {
  const { asOf, from, until, daysLeft, milestones, done, overdueThen } = view;
  if (from === null || until === null || daysLeft === null) return "";
  const [first, last] = [shortDay(from, planYear), shortDay(until, planYear)];
  const { screens } = catalogue;
  // From today on they are the days asked about; else how long there is until the last one.
  const left = screens.dueLeft(daysLeft, from === asOf && from !== until);
  return screens.dueSpan(first, last, left, milestones, done, overdueThen);
}
