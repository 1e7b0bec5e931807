import { type Period, dayOfMonthOf, daysInMonth, monthOf, yearOf } from "../core/calendar.ts";

/** Whether the period consists of whole months. */
export function isWholeMonths({ start, end }: Period): boolean {
  return dayOfMonthOf(start) === 1 && dayOfMonthOf(end) === daysInMonth(yearOf(end), monthOf(end));
}

/** Whether the period consists of whole quarters. */
export function isWholeQuarters(period: Period): boolean {
  return isWholeMonths(period) && monthOf(period.start) % 3 === 1 && monthOf(period.end) % 3 === 0;
}
