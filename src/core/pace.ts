import { type Day, type Period, dayOfMonthOf, daysBetween, daysInMonth, monthOf, yearOf } from "./calendar.ts";
import { oneDecimal } from "./rounding.ts";

export const PACE_METHODS = ["month", "day"] as const;

/** How elapsed time is measured: by whole months, as official notices do, or by days. */
export type PaceMethod = (typeof PACE_METHODS)[number];

/**
 * The share of the period that has elapsed at the end of `asOf` (序时进度), from 0 to 1.
 *
 * By month, all months count alike and the running month counts by its days: 25.0 % at the end of Q1, counted over the
 * year, and 91.7 % (= 11/12) at the end of November, as official notices print them. By day, it is elapsed days ÷ all
 * days.
 */
export function elapsedShare(period: Period, asOf: Day, method: PaceMethod): number {
  if (asOf < period.start) return 0;
  if (asOf >= period.end) return 1;
  if (method === "day") return (daysBetween(period.start, asOf) + 1) / (daysBetween(period.start, period.end) + 1);
  const from = partsOf(period.start).before;
  return (partsOf(asOf).through - from) / (partsOf(period.end).through - from);
}

/** The elapsed share in percent, rounded as it is printed. Gaps are differences of such printed numbers. */
export function elapsedPercent(period: Period, asOf: Day, method: PaceMethod): number {
  return oneDecimal(elapsedShare(period, asOf, method) * 100);
}

/**
 * The parts into which each month is divided: the least common multiple of 28, 29, 30 and 31, so that a day of any
 * month is a whole number of parts.
 */
const MONTH = 377_580;

interface Parts {
  /** Parts of months from year 0 to the beginning of the day; the running month counts by its days. */
  readonly before: number;
  /** Parts to the end of the day. Whole numbers, so that nothing is rounded. */
  readonly through: number;
}

/** A cache: many estimates are judged, but on few days. */
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

/**
 * Calendar months from the end of one day to the end of a later one; partial months count by their days. 0 if the
 * second day is not later.
 */
export function monthsAfter(day: Day, last: Day): number {
  return Math.max(0, partsOf(last).through - partsOf(day).through) / MONTH;
}

/**
 * Calendar months from the beginning of the period's first day to the end of `day`; partial months count by their days.
 */
export function monthsInto(period: Period, day: Day): number {
  return Math.max(0, partsOf(day).through - partsOf(period.start).before) / MONTH;
}
