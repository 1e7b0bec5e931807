/** What falls due next: among all that was asked about, and among what a division leads. */
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

/** What a division leads and is due in the quarter of its next due day. */
export interface ComingDueView {
  readonly quarter: Quarter;
  readonly year: number;
  readonly done: number;
  /** Those still to finish and not overdue, by due day. */
  readonly open: ListedViews;
}

/** Their different due days, in order. */
export function dueDays(standings: readonly Standing[]): Day[] {
  return [...new Set(standings.map(({ due }) => due))].toSorted();
}

/**
 * The next due day of anything pending, and how many milestones that are not cancelled are due on it; null if nothing
 * is pending.
 */
export function nextDue(standings: readonly Standing[], asOf: Day): NextDueView | null {
  const [day] = dueDays(standings.filter(isPending));
  if (day === undefined) return null;
  const due = standings.filter((standing) => standing.due === day && standing.state !== "cancelled");
  const done = due.filter((standing) => standing.state === "done").length;
  return { day, daysLeft: daysBetween(asOf, day), milestones: due.length, done };
}

/**
 * What the divisions asked for lead and is due in the quarter of the next due day; null if nothing is pending. With
 * periods, the next due day is one within them, but the quarter's numbers include everything due in that quarter.
 */
export function comingDue(inquiry: Inquiry, tasks: readonly SelectedTask[]): ComingDueView | null {
  const { filters, plan } = inquiry;
  const periods = filterPeriods(plan, filters);
  // Everything due in a quarter overlaps it and so was selected. A month may have selected only part of the quarter.
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
