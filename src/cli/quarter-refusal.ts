/** Why a typed quarter is none of the plan's: loaded where one is refused. */
import { type Day, yearOf } from "../core/calendar.ts";
import { parseTypedQuarters } from "../core/typed.ts";
import { foldTyped } from "../core/text.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";

/** `last` and its like are quarters, if of another year than the plan's; all else cannot be read. */
export function quarterRefusal(typed: string, asOf: Day, planYear: number, texts: UsageTexts): string {
  const typedYear = Number(/^\d{4}/.exec(foldTyped(typed))?.[0] ?? planYear);
  for (const year of [typedYear, ...[-1, 0, 1].map((away) => yearOf(asOf) + away)]) {
    const [quarter] = parseTypedQuarters(typed, asOf, year) ?? [];
    if (quarter !== undefined) return texts.quarterOutside(typed, year, quarter, planYear);
  }
  return texts.badQuarter(typed);
}
