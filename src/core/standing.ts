/** How a milestone stands at the end of a day: its days, its records, its state and its light. */
import type { Day } from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import type { Recorded } from "./journal/live.ts";
import type { Light, LightReason, PaceGap, State } from "./lights.ts";
import type { MilestoneDays } from "./milestone-days.ts";
import type { Milestone, Plan, Policy } from "./plan.ts";
import { LazyStanding } from "./lazy-standing.ts";
import { type MilestoneColumns, NOT_IN_COLUMNS } from "./milestone-columns.ts";

/** A milestone with all that the journal says of it up to a day. */
export interface Standing extends MilestoneDays, Recorded {
  readonly milestone: Milestone;
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
  /** Done after `assessmentDue`. */
  readonly late: boolean;
  readonly daysLate: number | null;
  readonly daysOverdue: number | null;
  /** Days from the as-of day to `due`; null if it is overdue, done or cancelled. */
  readonly daysLeft: number | null;
  readonly dueSoon: boolean;
  /**
   * The latest progress estimate and the pace of its day; null without one, and if the milestone is done or cancelled.
   */
  readonly pace: PaceGap | null;
}

/** What milestones are judged by: the records up to the end of a day, and the plan's policy. */
export interface Judging {
  readonly journal: Journal;
  readonly asOf: Day;
  readonly policy: Policy;
}

/** How the milestone stands at the end of the as-of day, by the plan's policy. */
export function standingOf(
  milestone: Milestone,
  { plan: { policy }, journal, asOf }: { readonly plan: Pick<Plan, "policy"> } & Omit<Judging, "policy">,
): Standing {
  return new LazyStanding(milestone, { journal, asOf, policy }, null, 0);
}

/** The same for the milestone at a place, read from the columns if they describe it. */
export function standingAt(columns: MilestoneColumns, place: number, milestone: Milestone, judging: Judging): Standing {
  return new LazyStanding(milestone, judging, columns.completed[place] === NOT_IN_COLUMNS ? null : columns, place);
}
