/** The week, month or quarter from whose first day on something is asked about: loaded where a typed text is no day. */
import { type Day, addDays, makeDay, monthOf, quarterOf, weekdayOf, yearOf } from "./calendar.ts";
import { foldTyped } from "./text.ts";

type Unit = "week" | "month" | "quarter";

const NAMES: Readonly<Record<string, Unit>> = {
  ...{ week: "week", 周: "week" },
  ...{ month: "month", 月: "month" },
  ...{ quarter: "quarter", 季: "quarter", 季度: "quarter" },
};

/** The first day of `this week`, `last month`, 本季, 上周 and their like, seen from today; weeks begin on Monday. Undefined for all else. */
export function parseTypedStart(typed: string, today: Day): Day | undefined {
  const [, which = "", name = ""] = /^(this |last |本|这个?|上个?)(\p{L}+)$/u.exec(foldTyped(typed)) ?? [];
  const unit = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  const isLast = which.startsWith("last") || which.startsWith("上");
  return unit === undefined ? undefined : startOf(unit, today, isLast ? 1 : 0);
}

function startOf(unit: Unit, today: Day, back: number): Day | undefined {
  // Sunday is the last day of its week.
  if (unit === "week") return addDays(today, -((weekdayOf(today) + 6) % 7) - 7 * back);
  const first = unit === "month" ? monthOf(today) - back : (quarterOf(today) - back) * 3 - 2;
  return makeDay(yearOf(today) - (first < 1 ? 1 : 0), first < 1 ? first + 12 : first, 1);
}
