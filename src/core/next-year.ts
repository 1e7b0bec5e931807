/** What a plan hands on to another year: its texts with their years shifted, and its unfinished milestones. */
import { type Day, laterOf, parseDay, periodOfYear } from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import { isOpen } from "./lights.ts";
import { type Plan, milestonesOf } from "./plan.ts";
import { shiftDay } from "./shift.ts";
import { standingOf } from "./standing.ts";

/**
 * A `when:` with its months and days shifted by so many years. Quarters and words stay as they are: they mean the
 * plan's own year.
 */
export function shiftWhen(when: string, years: number): string {
  return when.replace(/\d{4}-\d\d(?:-\d\d)?/g, (text) => {
    const day = parseDay(text.length === 7 ? `${text}-01` : text);
    return day === undefined ? text : shiftDay(day, years).slice(0, text.length);
  });
}

/** The title with the year `from` replaced by `to`, where it stands as a number of its own. */
export function shiftTitle(title: string, from: number, to: number): string {
  return title.replaceAll(new RegExp(`(?<!\\d)${from}(?!\\d)`, "g"), String(to));
}

/** An unfinished milestone as an entry of the next plan. */
export interface Leftover {
  /** The old id with `-y` and the old year, so that no other entry has it. */
  readonly id: string;
  readonly task: string;
  readonly when: string;
  readonly text: string;
  /** The old id, the original due day, and the due day to which it was extended; null if it was not. */
  readonly was: { readonly id: string; readonly due: Day; readonly extendedTo: Day | null };
}

/**
 * The milestones that are neither done nor cancelled at the end of `asOf`, in plan order, as entries of the plan for
 * `year`. Those due in the new year already keep their due day, and begin on the year's first day or when their window
 * does, whichever is later. All others are due in the first quarter.
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

/**
 * The id in the next plan of an unfinished milestone. Ids have no dots and no `@`, so these become hyphens:
 * `9-2-y2017`, `10-3-Q1-Q2-y2017`.
 */
function carriedOverId(id: string, year: number): string {
  return `${id.replaceAll(/@|\.\./g, "-")}-y${year}`;
}

/** The year from which the milestone was carried over, read from its id; undefined if it was not. */
export function carriedOverFrom(id: string): number | undefined {
  const [, year] = /-y(\d{4})$/.exec(id) ?? [];
  return year === undefined ? undefined : Number(year);
}
