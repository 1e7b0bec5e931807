import { type Day, type Period, type Quarter, daysBetween, periodOfYear, quarterOf, yearOf } from "../calendar.ts";
import { type Counts, type Rates, countsOf, isDue, ratesOf } from "../counts.ts";
import { type PaceMethod, elapsedShare } from "../pace.ts";
import type { Plan } from "../plan.ts";
import { rate } from "../rounding.ts";
import {
  type Role,
  type SelectedTask,
  filterPeriods,
  isUnproven,
  select,
  selectedStandings,
  takesPart,
} from "../selection.ts";
import { LIGHTS, type Light, type LightReason, STATES, type Standing, type State } from "../standing.ts";
import { type Envelope, type Inquiry, divisionName, envelope } from "./envelope.ts";
import { type ListedMilestone, byDaysOverdue, listMilestones } from "./milestone.ts";
import { type ComingDueView, comingDue } from "./coming-due.ts";
import { type TaskView, viewTask } from "./task.ts";

/** One row of the table: a division, or a part (leading, assisting) of one division. */
export interface GroupView {
  readonly key: string;
  readonly name: string;
  readonly counts: Counts;
  readonly rates: Rates;
  /** Ids of those due in the period asked for (all of the plan without one) that are not done. */
  readonly open: readonly string[];
}

/** How many milestones of a state show a light, for what reason. */
export interface LightCount {
  readonly state: State;
  readonly light: Light;
  readonly reason: LightReason;
  readonly milestones: number;
}

/** The next day on which something is due. */
export interface NextDueView {
  readonly day: Day;
  readonly daysLeft: number;
  readonly milestones: number;
  readonly done: number;
}

export interface PeriodView {
  readonly start: Day;
  readonly end: Day;
  /** Milestones of the period that are due only after it, and the quarters in which they are. */
  readonly dueLater: number;
  readonly dueLaterQuarters: readonly Quarter[];
  /** Milestones that an extension moved out of the period. */
  readonly movedOut: readonly string[];
  /** Ids of those due in the period that are not done. */
  readonly open: readonly string[];
  /** How many of those are overdue. */
  readonly openOverdue: number;
  /** First and last due day of those that are open and not overdue; null where there is none. */
  readonly openDue: { readonly first: Day; readonly last: Day; readonly daysLeft: number } | null;
}

export interface StatusView extends Envelope<"status"> {
  readonly quarters: readonly Quarter[] | null;
  readonly groupBy: "division" | "role";
  /** How the groups count: each task once under its lead, or every participation. */
  readonly role: Role;
  readonly pace: { readonly method: PaceMethod; readonly percent: number };
  readonly period: PeriodView | null;
  readonly totals: Counts;
  readonly rates: Rates;
  readonly lights: readonly LightCount[];
  readonly accepted: number;
  /** Ids of those done without evidence. */
  readonly unproven: readonly string[];
  /** Ids of those whose due day was extended, and of those cancelled. */
  readonly extended: readonly string[];
  readonly cancelled: readonly string[];
  readonly groups: readonly GroupView[];
  /** What is overdue among the milestones selected, most days first. */
  readonly overdue: readonly ListedMilestone[];
  /** With a period: what is overdue from before it. */
  readonly arrears: readonly ListedMilestone[];
  readonly nextDue: NextDueView | null;
  /** With one division: its tasks, and what falls due next in them. */
  readonly tasks: readonly TaskView[];
  readonly comingDue: ComingDueView | null;
}

/** The numbers of `status`: leadership's screen, one quarter's, or one division head's. */
export function viewStatus(inquiry: Inquiry): StatusView {
  const { plan, asOf, filters } = inquiry;
  const periods = filterPeriods(plan, filters);
  const tasks = select(inquiry);
  const standings = selectedStandings(tasks);
  const period = viewPeriod(inquiry, periods, standings);
  const division = filters.divisions.length === 1 ? filters.divisions[0] : undefined;
  const overdue = byDaysOverdue(listMilestones(inquiry, tasks, (standing) => standing.state === "overdue"));
  return {
    ...envelope("status", inquiry),
    quarters: filters.quarters,
    groupBy: division === undefined ? "division" : "role",
    role: groupRole(inquiry),
    pace: viewPace(plan, asOf, period),
    period,
    totals: countsOf(tasks, asOf, periods),
    rates: ratesOf(tasks, asOf, periods),
    lights: countLights(standings),
    accepted: standings.filter((standing) => standing.state === "done" && standing.accepted).length,
    unproven: idsOf(standings, isUnproven),
    extended: idsOf(standings, ({ extension, state }) => extension !== null && state !== "cancelled"),
    cancelled: idsOf(standings, ({ state }) => state === "cancelled"),
    groups: division === undefined ? groupByDivision(inquiry, tasks, periods) : groupByPart(inquiry, tasks, division),
    overdue,
    arrears: period === null ? [] : arrearsBefore(inquiry, period.start, overdue),
    nextDue: nextDue(standings, asOf),
    tasks: division === undefined ? [] : tasks.map((task) => viewTask(inquiry, task)),
    comingDue: division === undefined ? null : comingDue(inquiry, tasks),
  };
}

function idsOf(standings: readonly Standing[], fits: (standing: Standing) => boolean): string[] {
  return standings.filter(fits).map(({ milestone }) => milestone.id);
}

/** Groups count each task once under its lead; by participation where that, or certain divisions, were asked for. */
function groupRole({ filters }: Inquiry): Role {
  return filters.role ?? (filters.divisions.length === 0 ? "lead" : "any");
}

function groupByDivision(
  inquiry: Inquiry,
  tasks: readonly SelectedTask[],
  periods: readonly Period[] | null,
): GroupView[] {
  const { plan, filters } = inquiry;
  const role = groupRole(inquiry);
  const shown = plan.divisions.filter(({ id }) => filters.divisions.length === 0 || filters.divisions.includes(id));
  return shown.map(({ id, name }) => {
    const own = tasks.filter(({ task }) => takesPart(task, id, role));
    return viewGroup(inquiry, { key: id, name }, own, periods);
  });
}

function groupByPart(inquiry: Inquiry, tasks: readonly SelectedTask[], division: string): GroupView[] {
  const periods = filterPeriods(inquiry.plan, inquiry.filters);
  return (["lead", "assist"] as const).map((part) => {
    const own = tasks.filter(({ task }) => takesPart(task, division, part));
    return viewGroup(inquiry, { key: part, name: divisionName(inquiry.plan, division) }, own, periods);
  });
}

function viewGroup(
  { asOf }: Inquiry,
  label: { readonly key: string; readonly name: string },
  tasks: readonly SelectedTask[],
  periods: readonly Period[] | null,
): GroupView {
  const due = selectedStandings(tasks).filter((standing) => isDue(standing, asOf, periods));
  const open = due.filter((standing) => standing.state !== "done").map((standing) => standing.milestone.id);
  return { ...label, counts: countsOf(tasks, asOf, periods), rates: ratesOf(tasks, asOf, periods), open };
}

function viewPace(plan: Plan, asOf: Day, period: PeriodView | null): StatusView["pace"] {
  const method = plan.policy.pace;
  const whole = period ?? periodOfYear(plan.year);
  const tenths = Math.round(elapsedShare(whole, asOf, method) * 1000);
  return { method, percent: tenths / 10 };
}

function viewPeriod(
  { plan, asOf }: Inquiry,
  periods: readonly Period[] | null,
  standings: readonly Standing[],
): PeriodView | null {
  const [first, last] = [periods?.[0], periods?.at(-1)];
  if (first === undefined || last === undefined) return null;
  const later = standings.filter((standing) => standing.assessmentDue > last.end && standing.state !== "cancelled");
  const inPlan = later.filter((standing) => yearOf(standing.assessmentDue) === plan.year);
  const quarters = new Set(inPlan.map((standing) => quarterOf(standing.assessmentDue)));
  const movedOut = later.filter((standing) => standing.originalDue >= first.start && standing.originalDue <= last.end);
  return {
    start: first.start,
    end: last.end,
    dueLater: later.length,
    dueLaterQuarters: [...quarters].toSorted((a, b) => a - b),
    movedOut: movedOut.map((standing) => standing.milestone.id),
    ...viewOpen(
      standings.filter((standing) => isDue(standing, asOf, periods) && standing.state !== "done"),
      asOf,
    ),
  };
}

function viewOpen(open: readonly Standing[], asOf: Day): Pick<PeriodView, "open" | "openOverdue" | "openDue"> {
  const overdue = open.filter((standing) => standing.state === "overdue");
  const dues = open
    .filter((standing) => standing.state !== "overdue")
    .map((standing) => standing.due)
    .toSorted();
  const [first, last] = [dues[0], dues.at(-1)];
  return {
    open: open.map((standing) => standing.milestone.id),
    openOverdue: overdue.length,
    openDue: first === undefined || last === undefined ? null : { first, last, daysLeft: daysBetween(asOf, first) },
  };
}

function countLights(standings: readonly Standing[]): LightCount[] {
  const counts = new Map<string, LightCount>();
  for (const { state, light, lightReason: reason } of standings) {
    const key = `${state} ${reason}`;
    const milestones = (counts.get(key)?.milestones ?? 0) + 1;
    counts.set(key, { state, light, reason, milestones });
  }
  const place = (count: LightCount): number => STATES.indexOf(count.state) * 10 - LIGHTS.indexOf(count.light);
  return [...counts.values()].toSorted((a, b) => place(a) - place(b) || (a.reason < b.reason ? -1 : 1));
}

/** Overdue milestones that the period does not show because they lie before it. */
function arrearsBefore(inquiry: Inquiry, start: Day, shown: readonly ListedMilestone[]): ListedMilestone[] {
  const everything = select({ ...inquiry, filters: { ...inquiry.filters, quarters: null, months: null } });
  const known = new Set(shown.map((milestone) => milestone.id));
  const before = (standing: Standing): boolean =>
    standing.state === "overdue" && standing.reach.end < start && !known.has(standing.milestone.id);
  return byDaysOverdue(listMilestones(inquiry, everything, before));
}

function nextDue(standings: readonly Standing[], asOf: Day): NextDueView | null {
  const open = standings.filter((standing) => standing.state === "active" || standing.state === "upcoming");
  const day = open.map((standing) => standing.due).toSorted()[0];
  if (day === undefined) return null;
  const due = standings.filter((standing) => standing.due === day && standing.state !== "cancelled");
  const { denominator, numerator } = rate(due.filter((standing) => standing.state === "done").length, due.length);
  return { day, daysLeft: daysBetween(asOf, day), milestones: denominator, done: numerator };
}
