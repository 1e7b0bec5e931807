/** How a milestone stands at the end of a day, by its days, its records and its light. */
import type { Day } from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import type { Recorded } from "./journal/live.ts";
import type { Light, LightReason, PaceGap, State } from "./lights.ts";
import type { MilestoneDays } from "./milestone-days.ts";
import type { Milestone, Plan, Policy } from "./plan.ts";
import { Stood } from "./stood.ts";
import { type Told, UNTOLD } from "./told.ts";

/** One milestone with all that the journal says of it up to a day. */
export interface Standing extends MilestoneDays, Recorded {
  readonly milestone: Milestone;
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
  /** Done after `assessmentDue`. */
  readonly late: boolean;
  readonly daysLate: number | null;
  readonly daysOverdue: number | null;
  /** Days from the day asked about to `due`; null unless it is still open and not overdue. */
  readonly daysLeft: number | null;
  readonly dueSoon: boolean;
  /** The latest estimate and what the pace asked for on its day; null where there is none, or the milestone is closed. */
  readonly pace: PaceGap | null;
}

/** By what milestones are judged: what was recorded up to the end of a day, and the plan's policy. */
export interface Judging {
  readonly journal: Journal;
  readonly asOf: Day;
  readonly policy: Policy;
}

/** How the milestone stands at the end of the day asked about, judged by the plan's policy. */
export function standingOf(
  milestone: Milestone,
  { plan: { policy }, journal, asOf }: { readonly plan: Pick<Plan, "policy"> } & Omit<Judging, "policy">,
): Standing {
  return new Stood(milestone, { journal, asOf, policy }, null, 0);
}

/** The same of the milestone at the place, by what columns tell of it, where they do. */
export function standingAt(told: Told, place: number, milestone: Milestone, judging: Judging): Standing {
  return new Stood(milestone, judging, told.completed[place] === UNTOLD ? null : told, place);
}
