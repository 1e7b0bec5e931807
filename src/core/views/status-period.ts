/** The period of a `status`: what falls due in it, what only after it, and what is open. */
import { type Day, type Period, type Quarter, daysBetween, quarterOf, yearOf } from "../calendar.ts";
import { isLeftOpen, isMovedOut } from "../counts.ts";
import { isOverdue } from "../lights.ts";
import { idsOf } from "../selection.ts";
import type { Standing } from "../standing.ts";
import { dueDays } from "./coming-due.ts";
import type { Inquiry } from "./envelope.ts";

export interface PeriodView {
  readonly start: Day;
  readonly end: Day;
  /** How many milestones overlap the period but are due only after it, and in which quarters of the plan's year. */
  readonly dueLater: number;
  readonly dueLaterQuarters: readonly Quarter[];
  /** How many of them are due after the plan's year. */
  readonly dueAfterYear: number;
  /**
   * Ids of milestones that are in the period only by an extension that came too late, and are judged by a day before
   * it.
   */
  readonly judgedBefore: readonly string[];
  /** Ids of milestones that an extension moved out of the period. */
  readonly movedOut: readonly string[];
  /** Ids of those due in the period but not done. */
  readonly open: readonly string[];
  /** How many of those are overdue. */
  readonly openOverdue: number;
  /** First and last due day of those open and not overdue; null if there are none. */
  readonly openDue: { readonly first: Day; readonly last: Day; readonly daysLeft: number } | null;
}

/** The period from the first to the last of the periods asked about; null without any. */
export function viewPeriod(
  { plan, asOf }: Inquiry,
  periods: readonly Period[] | null,
  standings: readonly Standing[],
): PeriodView | null {
  const [first, last] = [periods?.[0], periods?.at(-1)];
  if (first === undefined || last === undefined) return null;
  const later = standings.filter((standing) => standing.assessmentDue > last.end && standing.state !== "cancelled");
  const inPlan = later.filter((standing) => yearOf(standing.assessmentDue) === plan.year);
  const quarters = new Set(inPlan.map((standing) => quarterOf(standing.assessmentDue)));
  const open = standings.filter((standing) => isLeftOpen(standing, asOf, periods));
  const span = { start: first.start, end: last.end };
  const movedOut = later.filter((standing) => isMovedOut(standing, span));
  return {
    ...span,
    dueLater: later.length,
    dueLaterQuarters: [...quarters].toSorted((a, b) => a - b),
    dueAfterYear: later.length - inPlan.length,
    judgedBefore: idsOf(standings.filter((one) => one.assessmentDue < first.start && one.state !== "cancelled")),
    movedOut: idsOf(movedOut),
    get open() {
      return idsOf(open);
    },
    openOverdue: open.filter(isOverdue).length,
    openDue: viewOpenDue(open, asOf),
  };
}

function viewOpenDue(open: readonly Standing[], asOf: Day): PeriodView["openDue"] {
  const dues = dueDays(open.filter((standing) => !isOverdue(standing)));
  const [first, last] = [dues[0], dues.at(-1)];
  return first === undefined || last === undefined ? null : { first, last, daysLeft: daysBetween(asOf, first) };
}
