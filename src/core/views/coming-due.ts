/** What falls due next: in all that was asked about, and in what one division leads. */
import { type Day, type Quarter, contains, daysBetween, quarterOf, yearOf } from "../calendar.ts";
import { isPending } from "../lights.ts";
import { leadOf } from "../plan.ts";
import { type SelectedTask, filterPeriods, select, selectedStandings } from "../selection.ts";
import type { Standing } from "../standing.ts";
import type { Inquiry } from "./envelope.ts";
import { type ListedViews, viewListed } from "./milestone-lines.ts";
import { earlierDue, standingsWhere } from "./milestone.ts";

/** The next day on which something is due. */
export interface NextDueView {
  readonly day: Day;
  readonly daysLeft: number;
  readonly milestones: number;
  readonly done: number;
}

/** What a division leads that is due in the quarter of its next due day. */
export interface ComingDueView {
  readonly quarter: Quarter;
  readonly year: number;
  readonly done: number;
  /** Those still to finish, by due day. */
  readonly open: ListedViews;
}

/** The days on which they fall due, each once, in order. */
export function dueDays(standings: readonly Standing[]): Day[] {
  return [...new Set(standings.map(({ due }) => due))].toSorted();
}

/** Null where nothing is still to come. */
export function nextDue(standings: readonly Standing[], asOf: Day): NextDueView | null {
  const [day] = dueDays(standings.filter(isPending));
  if (day === undefined) return null;
  const due = standings.filter((standing) => standing.due === day && standing.state !== "cancelled");
  const done = due.filter((standing) => standing.state === "done").length;
  return { day, daysLeft: daysBetween(asOf, day), milestones: due.length, done };
}

/**
 * What the divisions asked for lead, due in the quarter of the next due day; null where nothing is still to come. With
 * periods, the next due day in them; the quarter's number is of all that is due in it all the same.
 */
export function comingDue(inquiry: Inquiry, tasks: readonly SelectedTask[]): ComingDueView | null {
  const { filters, plan } = inquiry;
  const periods = filterPeriods(plan, filters);
  // What is due in a quarter touches it; in a month that was asked for, not all of that does.
  const all = filters.months === null ? tasks : select({ ...inquiry, filters: { ...filters, months: null } });
  const led = all.filter(({ task }) => filters.divisions.includes(leadOf(task)));
  const standings = selectedStandings(led);
  const isAsked = (day: Day): boolean => periods === null || periods.some((period) => contains(period, day));
  const first = dueDays(standings.filter(isPending)).find(isAsked);
  if (first === undefined) return null;
  const [year, quarter] = [yearOf(first), quarterOf(first)];
  const isDueThen = ({ due }: Standing): boolean => yearOf(due) === year && quarterOf(due) === quarter;
  const open = standingsWhere(led, (standing) => isPending(standing) && isDueThen(standing));
  const byDue = open.toSorted((a, b) => earlierDue(a.standing, b.standing));
  const done = standings.filter((standing) => standing.state === "done" && isDueThen(standing)).length;
  return { quarter, year, done, open: viewListed(inquiry, byDue) };
}
