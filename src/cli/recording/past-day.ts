import { type Day, yearOf } from "../../core/calendar.ts";
import { isWithoutYear, parseTypedDay } from "../../core/typed-days.ts";
import { usage } from "../failure.ts";
import { badDay } from "../typed-text.ts";

/**
 * The typed day, or null if none was typed. Fails if the day is in the future. Without a year, a day still to come is
 * taken from the year before; if that is before the plan's year, it is refused as a slip.
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
