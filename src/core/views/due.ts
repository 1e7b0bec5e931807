/** `due`: what falls due next, by division or another grouping. */
import { type Day, type Period, addDays, contains, daysBetween } from "../calendar.ts";
import { type Grouping, groupTasks } from "../grouping.ts";
import { isOverdue, isPending } from "../lights.ts";
import { type Role, type SelectedTask, filterPeriods, select, selectedStandings } from "../selection.ts";
import type { Standing } from "../standing.ts";
import { dueDays } from "./coming-due.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { type ListedMilestone, earlierDue, listMilestones } from "./milestone.ts";
import { type ComingTarget, comingTargets, countTargets, nextTargetDay, pastTargets } from "./targets.ts";

export interface DueGroupView {
  readonly key: string;
  readonly name: string;
  /** By due day; in plan order on the same day. */
  readonly milestones: readonly ListedMilestone[];
}

export interface DueView extends Envelope<"due"> {
  /** First and last of the days asked about; null if nothing is left to fall due. */
  readonly from: Day | null;
  readonly until: Day | null;
  readonly daysLeft: number | null;
  readonly groupBy: Grouping;
  /** Whether groups of divisions list each milestone under its lead, or under every division that takes part. */
  readonly role: Role;
  readonly lightPolicy: LightPolicyView;
  /** How many pending milestones fall due in those days, each counted once. */
  readonly milestones: number;
  /** How many milestones due in those days are done already. */
  readonly done: number;
  /** How many overdue milestones pass the filters; groups do not list them. */
  readonly overdue: number;
  /** How many of these fell due in those days, which can be when a period has begun or is over. */
  readonly overdueThen: number;
  /** How many targets were not reached by their day; `overdue` lists them. */
  readonly targetsPast: number;
  /** Targets to reach from the as-of day (of a period: its first day, if later) to the last day, by day. */
  readonly indicators: readonly ComingTarget[];
  /** Groups with at least one milestone. */
  readonly groups: readonly DueGroupView[];
}

/** The answer of `due`: for the filters' period if they have one, else within `days`, else up to the next due day. */
export function viewDue(inquiry: Inquiry, days: number | null, groupBy: Grouping): DueView {
  const { plan, asOf, filters } = inquiry;
  const periods = filterPeriods(plan, filters);
  const tasks = select(inquiry);
  const standings = selectedStandings(tasks);
  const span = spanOf(inquiry, periods, days, standings);
  const isThen = ({ due }: Standing): boolean => span !== null && contains({ start: span.from, end: span.until }, due);
  const falls = (standing: Standing): boolean => isPending(standing) && isThen(standing);
  const overdue = standings.filter(isOverdue);
  return {
    ...envelope("due", inquiry),
    from: span?.from ?? null,
    until: span?.until ?? null,
    daysLeft: span === null ? null : daysBetween(asOf, span.until),
    groupBy,
    role: filters.role ?? "lead",
    lightPolicy: viewLightPolicy(plan.policy),
    milestones: standings.filter(falls).length,
    done: standings.filter((standing) => standing.state === "done" && isThen(standing)).length,
    overdue: overdue.length,
    overdueThen: overdue.filter(isThen).length,
    targetsPast: countTargets(pastTargets(inquiry, null)),
    indicators:
      span === null ? [] : comingTargets(inquiry, { start: periods === null ? asOf : span.from, end: span.until }),
    groups: groupsOf(inquiry, tasks, groupBy, falls),
  };
}

function groupsOf(
  inquiry: Inquiry,
  tasks: readonly SelectedTask[],
  by: Grouping,
  falls: (standing: Standing) => boolean,
): DueGroupView[] {
  const groups = groupTasks(inquiry.plan, tasks, by, inquiry.filters.role ?? "lead", "due").map(
    ({ key, name, tasks: own }) => ({
      key,
      name,
      milestones: listMilestones(inquiry, own, falls).toSorted(earlierDue),
    }),
  );
  return groups.filter(({ milestones }) => milestones.length > 0);
}

/** Without period and `days`: the next due day of a milestone; if none is left, of a target. */
function spanOf(
  inquiry: Inquiry,
  periods: readonly Period[] | null,
  days: number | null,
  standings: readonly Standing[],
): { from: Day; until: Day } | null {
  const { asOf } = inquiry;
  const [first, last] = [periods?.[0], periods?.at(-1)];
  if (first !== undefined && last !== undefined) return { from: first.start, until: last.end };
  if (days !== null) return { from: asOf, until: addDays(asOf, days) };
  const next = dueDays(standings.filter(isPending))[0] ?? nextTargetDay(inquiry);
  return next === null ? null : { from: next, until: next };
}
