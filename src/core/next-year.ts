/** A plan's texts, and what of it is left undone, moved to another year. */
import { type Day, laterOf, parseDay, periodOfYear } from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import { isOpen } from "./lights.ts";
import { type Plan, milestonesOf } from "./plan.ts";
import { shiftDay } from "./shift.ts";
import { standingOf } from "./standing.ts";

/** A window as `when:` has it, its months and days so many years later; quarters and words mean the plan's year anyway. */
export function shiftWhen(when: string, years: number): string {
  return when.replace(/\d{4}-\d\d(?:-\d\d)?/g, (text) => {
    const day = parseDay(text.length === 7 ? `${text}-01` : text);
    return day === undefined ? text : shiftDay(day, years).slice(0, text.length);
  });
}

/** A title with the year in it put forward; any other title as it is. */
export function shiftTitle(title: string, from: number, to: number): string {
  return title.replaceAll(new RegExp(`(?<!\\d)${from}(?!\\d)`, "g"), String(to));
}

/** A milestone that was not done, as an entry of the next plan. */
export interface Leftover {
  /** The old id with `-y` and the old year, which no other entry has. */
  readonly id: string;
  readonly task: string;
  readonly when: string;
  readonly text: string;
  /** The id and due day that it had, and the day to which it was extended; null where it was not. */
  readonly was: { readonly id: string; readonly due: Day; readonly extendedTo: Day | null };
}

/**
 * The milestones that are neither done nor cancelled at the end of `asOf`, in plan order. They are for the first
 * quarter; where the due day lies in the new year already, up to that one, from the year's first day or the later one from which
 * its window began.
 */
export function leftovers(plan: Plan, journal: Journal, asOf: Day, year: number): Leftover[] {
  const standings = milestonesOf(plan).map((milestone) => standingOf(milestone, { plan, journal, asOf }));
  const open = standings.filter(isOpen);
  const first = periodOfYear(year).start;
  return open.map(({ milestone, originalDue, due, extended }) => ({
    id: carriedOverId(milestone.id, plan.year),
    task: milestone.task,
    when: due >= first ? `${laterOf(first, milestone.window.start)}..${due}` : "Q1",
    text: milestone.text,
    was: { id: milestone.id, due: originalDue, extendedTo: extended ? due : null },
  }));
}

/** The id in the next plan of a milestone that was not done in this year, without the dots that no id may have: `9-2-y2017`, `10-3-Q1-Q2-y2017`. */
function carriedOverId(id: string, year: number): string {
  return `${id.replaceAll(/@|\.\./g, "-")}-y${year}`;
}

/** The year from which the milestone was carried over, as its id says. */
export function carriedOverFrom(id: string): number | undefined {
  const [, year] = /-y(\d{4})$/.exec(id) ?? [];
  return year === undefined ? undefined : Number(year);
}
