/**
 * Days of a plan compared with those of a plan for another year: what only moved with the year, or did not move at all,
 * is no change.
 */
import { type Day, type Period, periodOfQuarter, quarterOf, yearOf } from "../calendar.ts";
import { shiftDay, shiftPeriod } from "../shift.ts";

/** The old day moved by so many years; unmoved if the new day is the same. */
export function dayBeside(was: Day | null, is: Day | null, years: number): Day | null {
  return was === null || was === is ? was : shiftDay(was, years);
}

/**
 * The same for a window. A quarter moves with the plan's year, but a due day that is written with its year (`due:`)
 * does not.
 */
export function windowBeside(was: Period, is: Period, years: number): Period {
  const moved = shiftPeriod(was, years);
  if (was.end !== is.end) return moved;
  if (was.start === is.start) return was;
  return beginsQuarter(was.start) ? { start: moved.start, end: was.end } : moved;
}

function beginsQuarter(day: Day): boolean {
  return periodOfQuarter(yearOf(day), quarterOf(day)).start === day;
}
