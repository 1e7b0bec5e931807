/**
 * The typed week, month or quarter from whose first day on something is asked about. Loaded only if a typed text is no
 * day.
 */
import { type Day, addDays, makeDay, monthOf, quarterOf, weekdayOf, yearOf } from "./calendar.ts";
import { foldTyped } from "./text.ts";
import { relativeOffset } from "./typed-periods.ts";

const UNITS = ["week", "month", "quarter"] as const;

/**
 * The first day of `this week`, `last month`, 本季, 上周 and the like, seen from today; weeks begin on Monday. Undefined
 * for anything else, and for periods still to come.
 */
export function parseTypedStart(typed: string, today: Day): Day | undefined {
  const text = foldTyped(typed);
  for (const unit of UNITS) {
    const offset = relativeOffset(text, unit);
    if (offset !== undefined && offset <= 0) return startOf(unit, today, -offset);
  }
  return undefined;
}

function startOf(unit: (typeof UNITS)[number], today: Day, back: number): Day | undefined {
  // Sunday is the last day of its week.
  if (unit === "week") return addDays(today, -((weekdayOf(today) + 6) % 7) - 7 * back);
  const first = unit === "month" ? monthOf(today) - back : (quarterOf(today) - back) * 3 - 2;
  return makeDay(yearOf(today) - (first < 1 ? 1 : 0), first < 1 ? first + 12 : first, 1);
}
