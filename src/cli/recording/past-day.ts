import { type Day, yearOf } from "../../core/calendar.ts";
import { isWithoutYear, parseTypedDay } from "../../core/typed.ts";
import { usage } from "../failure.ts";
import { badDay } from "../typed-text.ts";

/**
 * The typed day, which must not lie ahead, or null where none was typed. Without its year one still to come would be that of
 * the year before: where the plan has not begun by then, it is a slip.
 */
export function pastDay(flag: string, typed: string | undefined, today: Day, planYear: number): Day | null {
  if (typed === undefined) return null;
  const day = parseTypedDay(typed, today);
  if (day === undefined) throw badDay(flag, typed);
  if (day > today) throw usage((texts) => texts.future(flag, day, today));
  const isYearBefore = yearOf(day) < planYear && isWithoutYear(typed);
  if (isYearBefore) throw usage((texts) => texts.yearBefore(flag, typed, day, planYear));
  return day;
}
