import { type Day, type Period, dayOfMonthOf, daysInMonth, makeDay, monthOf, yearOf } from "./calendar.ts";

/**
 * The same day so many years later (earlier where negative). The last day of February stays that; a day past the end of
 * the calendar stays where it is.
 */
export function shiftDay(day: Day, years: number): Day {
  const year = yearOf(day) + years;
  const [month, last] = [monthOf(day), daysInMonth(yearOf(day), monthOf(day))];
  const isLast = dayOfMonthOf(day) === last;
  return makeDay(year, month, isLast ? daysInMonth(year, month) : dayOfMonthOf(day)) ?? day;
}

/** The period with both its days shifted. */
export function shiftPeriod({ start, end }: Period, years: number): Period {
  return { start: shiftDay(start, years), end: shiftDay(end, years) };
}
