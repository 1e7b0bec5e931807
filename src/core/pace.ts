import { type Day, type Period, dayOfMonthOf, daysBetween, daysInMonth, monthOf, yearOf } from "./calendar.ts";
import { oneDecimal } from "./rounding.ts";

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
  const from = partsOf(period.start).before;
  return (partsOf(asOf).through - from) / (partsOf(period.end).through - from);
}

/** The same in percent as it is printed: gaps are differences of such numbers. */
export function elapsedPercent(period: Period, asOf: Day, method: PaceMethod): number {
  return oneDecimal(elapsedShare(period, asOf, method) * 100);
}

/** The least number that months of 28 to 31 days all divide: a month's parts, so that each of its days is a whole number of them. */
const MONTH = 377_580;

interface Parts {
  /** Parts of months from year 0 to the beginning of the day, the running month counted by its days. */
  readonly before: number;
  /** The same to the end of the day. Whole, so that no half is lost. */
  readonly through: number;
}

/** Days that were asked about before: many estimates are judged, of few days. */
const known = new Map<Day, Parts>();

function partsOf(day: Day): Parts {
  let parts = known.get(day);
  if (parts === undefined) {
    parts = countParts(day);
    known.set(day, parts);
  }
  return parts;
}

function countParts(day: Day): Parts {
  const aDay = MONTH / daysInMonth(yearOf(day), monthOf(day));
  const through = (yearOf(day) * 12 + monthOf(day) - 1) * MONTH + dayOfMonthOf(day) * aDay;
  return { before: through - aDay, through };
}

/** Calendar months from the end of one day to the end of a later one, running months counted by their days. */
export function monthsAfter(day: Day, last: Day): number {
  return Math.max(0, partsOf(last).through - partsOf(day).through) / MONTH;
}

/** Calendar months from the period's first day to the end of `day`, running months counted by their days. */
export function monthsInto(period: Period, day: Day): number {
  return Math.max(0, partsOf(day).through - partsOf(period.start).before) / MONTH;
}
