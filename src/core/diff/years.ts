/** Days of a plan beside those of a plan for another year: what only moved with the year, or did not move at all, is no change. */
import { type Day, type Period, periodOfQuarter, quarterOf, yearOf } from "../calendar.ts";
import { shiftDay, shiftPeriod } from "../shift.ts";

/** The earlier day as it is compared: so many years later, unless it stands in the later plan as it did. */
export function dayBeside(was: Day | null, is: Day | null, years: number): Day | null {
  return was === null || was === is ? was : shiftDay(was, years);
}

/** The same of a window. A quarter moves with the plan's year; the due day that is written to it in full does not. */
export function windowBeside(was: Period, is: Period, years: number): Period {
  const moved = shiftPeriod(was, years);
  if (was.end !== is.end) return moved;
  if (was.start === is.start) return was;
  return beginsQuarter(was.start) ? { start: moved.start, end: was.end } : moved;
}

function beginsQuarter(day: Day): boolean {
  return periodOfQuarter(yearOf(day), quarterOf(day)).start === day;
}
