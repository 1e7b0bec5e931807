import { type Day, type Period, dayOfMonthOf, daysInMonth, makeDay, monthOf, yearOf } from "./calendar.ts";

/**
 * The same day so many years later (earlier if negative). The last day of February stays the last of February. A day
 * that would fall outside the calendar is returned as it is.
 */
export function shiftDay(day: Day, years: number): Day {
  const year = yearOf(day) + years;
  const [month, last] = [monthOf(day), daysInMonth(yearOf(day), monthOf(day))];
  const isLast = dayOfMonthOf(day) === last;
  return makeDay(year, month, isLast ? daysInMonth(year, month) : dayOfMonthOf(day)) ?? day;
}

/** The period with both days shifted (see `shiftDay`). */
export function shiftPeriod({ start, end }: Period, years: number): Period {
  return { start: shiftDay(start, years), end: shiftDay(end, years) };
}
