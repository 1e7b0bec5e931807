/** `overdue`: what is past its due day and not done, and what would be without an extension. */
import { daysBetween } from "../calendar.ts";
import { type Gate, type GateRequest, NO_GATES, checkGates } from "../gates.ts";
import { type Grouping, groupTasks } from "../grouping.ts";
import { liveUpTo } from "../journal/fold.ts";
import { isReport } from "../journal/live.ts";
import { laggingIn, laggingOf, sizeOf } from "../lagging.ts";
import { type Role, type SelectedTask, filterPeriods, select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { idsBehind } from "./indicators.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { Listing, placesByGreatest } from "./listing.ts";
import { type ListedMilestone, eachListed, listMilestones, moreDaysOverdue } from "./milestone.ts";
import { type PastTarget, pastTargets } from "./targets.ts";

export interface OverdueView extends Envelope<"overdue"> {
  /** Most days overdue first. */
  readonly milestones: Listing<ListedMilestone>;
  /** Open ones that would be overdue without an extension, in plan order. */
  readonly extended: Listing<ListedMilestone>;
  /** Targets that were not reached by their day, most days overdue first. */
  readonly indicators: readonly PastTarget[];
  /** If set, only milestones and targets about which nothing was recorded for this many days are listed. */
  readonly silent: number | null;
  readonly lightPolicy: LightPolicyView;
  /** How many of the listed milestones have been overdue for how long. */
  readonly aging: AgingView;
  readonly groupBy: Grouping;
  /** Whether groups of divisions list each milestone under its lead, or under every division that takes part. */
  readonly role: Role;
  /** Whether a grouping was asked for; if so, tables list milestones by group. */
  readonly grouped: boolean;
  /** Groups with listed milestones, in plan order. */
  readonly groups: readonly OverdueGroupView[];
  readonly gates: readonly Gate[];
}

export interface OverdueGroupView {
  readonly key: string;
  readonly name: string;
  readonly milestones: number;
  /** Its milestones, most days overdue first; made on demand, and not part of the JSON. */
  readonly listed: () => readonly ListedMilestone[];
}

/** Numbers of milestones by days overdue. */
export interface AgingView {
  readonly days1to7: number;
  readonly days8to30: number;
  readonly days31to90: number;
  readonly over90: number;
}

/** What `overdue` can be asked besides filters. */
export interface OverdueRequest {
  /** List only what nothing was recorded about for this many days; null for all. */
  readonly silent: number | null;
  /** Null if none was asked for: then by division. */
  readonly groupBy: Grouping | null;
  readonly gates: GateRequest;
}

const ALL_OVERDUE: OverdueRequest = { silent: null, groupBy: null, gates: NO_GATES };

/** The answer of `overdue`. */
export function viewOverdue(inquiry: Inquiry, request: OverdueRequest = ALL_OVERDUE): OverdueView {
  const { silent, gates } = request;
  const { plan, asOf, filters } = inquiry;
  const isAsked =
    silent === null
      ? null
      : (id: string, task: string): boolean => isSilent(inquiry, id, silent) && isSilent(inquiry, task, silent);
  // Only gates look at milestones that are not lagging.
  const tasks = gates.names.length === 0 ? [] : select(inquiry);
  const { overdue, days, rescued } =
    gates.names.length === 0 ? laggingIn(inquiry, isAsked) : laggingOf(tasks, inquiry, isAsked);
  const milestones = new Listing(() => eachListed(inquiry, overdue), placesByGreatest(days));
  return {
    ...envelope("overdue", inquiry),
    milestones,
    extended: new Listing(
      () => eachListed(inquiry, rescued),
      Array.from({ length: countOf(rescued) }, (_, place) => place),
    ),
    indicators: pastTargets(inquiry, isAsked),
    silent,
    lightPolicy: viewLightPolicy(plan.policy),
    aging: agingOf(days),
    ...groupsOf(inquiry, overdue, request.groupBy),
    gates: checkGates(gates, {
      asOf,
      periods: filterPeriods(plan, filters),
      tasks: isAsked === null ? tasks : tasks.map((task) => narrowed(task, isAsked)),
      overdue: gates.names.length === 0 ? [] : milestones.items.map(({ id }) => id),
      behind: () => idsBehind(inquiry, isAsked),
    }),
  };
}

/** The task with those of its selected milestones that are asked for. */
function narrowed(task: SelectedTask, isAsked: (id: string, task: string) => boolean): SelectedTask {
  return { ...task, selected: task.selected.filter(({ milestone }) => isAsked(milestone.id, task.task.id)) };
}

function groupsOf(
  inquiry: Inquiry,
  overdue: readonly SelectedTask[],
  asked: Grouping | null,
): Pick<OverdueView, "groupBy" | "role" | "grouped" | "groups"> {
  const groupBy = asked ?? "division";
  const role = inquiry.filters.role ?? "lead";
  const groups = groupTasks(inquiry.plan, overdue, groupBy, role, "due")
    .map(({ key, name, tasks }) => ({
      ...{ key, name, milestones: countOf(tasks) },
      listed: () => listMilestones(inquiry, tasks).toSorted(moreDaysOverdue),
    }))
    .filter(({ milestones }) => milestones > 0);
  return { groupBy, role, grouped: asked !== null, groups };
}

function countOf(tasks: readonly SelectedTask[]): number {
  return tasks.reduce((sum, task) => sum + sizeOf(task), 0);
}

/**
 * Whether the last live record that reports on exactly this reference is at least `days` days old, or there is none.
 */
function isSilent({ journal, asOf }: Inquiry, ref: string, days: number): boolean {
  const own = liveUpTo(journal, ref, asOf).filter(isReport);
  return own.every(({ on }) => daysBetween(on, asOf) >= days);
}

function agingOf(days: readonly number[]): AgingView {
  const aging = { days1to7: 0, days8to30: 0, days31to90: 0, over90: 0 };
  for (const count of days) aging[spanOf(count)] += 1;
  return aging;
}

/** The span for a number of days, at least 1. */
function spanOf(days: number): keyof AgingView {
  if (days <= 7) return "days1to7";
  if (days <= 30) return "days8to30";
  return days <= 90 ? "days31to90" : "over90";
}
