import { type Day, type Period, dayOfMonthOf, daysBetween, daysInMonth, monthOf, yearOf } from "./calendar.ts";

export const PACE_METHODS = ["month", "day"] as const;

/** How elapsed time is measured: whole months (official notices) or days. */
export type PaceMethod = (typeof PACE_METHODS)[number];

/**
 * The share of the period that has elapsed at the end of `asOf` (序时进度), from 0 to 1.
 *
 * By month, whole months count alike and the running month counts by its days: the first quarter's end is 25.0 %,
 * the end of November 91.7 % (= 11/12), as official notices print them. By day, elapsed days ÷ all days.
 */
export function elapsedShare(period: Period, asOf: Day, method: PaceMethod): number {
  if (asOf < period.start) return 0;
  if (asOf >= period.end) return 1;
  if (method === "day") return (daysBetween(period.start, asOf) + 1) / (daysBetween(period.start, period.end) + 1);
  const from = monthsBefore(period.start);
  return (monthsThrough(asOf) - from) / (monthsThrough(period.end) - from);
}

/** Months from year 0 to the end of the day, the running month counted by its days. */
function monthsThrough(day: Day): number {
  return yearOf(day) * 12 + monthOf(day) - 1 + dayOfMonthOf(day) / daysInMonth(yearOf(day), monthOf(day));
}

/** Months from year 0 to the beginning of the day. */
function monthsBefore(day: Day): number {
  const length = daysInMonth(yearOf(day), monthOf(day));
  return yearOf(day) * 12 + monthOf(day) - 1 + (dayOfMonthOf(day) - 1) / length;
}

/** Calendar months from the end of one day to the end of a later one, running months counted by their days. */
export function monthsAfter(day: Day, last: Day): number {
  return Math.max(0, monthsThrough(last) - monthsThrough(day));
}

/** Calendar months from the period's first day to the end of `day`, running months counted by their days. */
export function monthsInto(period: Period, day: Day): number {
  return Math.max(0, monthsThrough(day) - monthsBefore(period.start));
}
