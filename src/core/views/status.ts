import { type Day, type Period, type Quarter, periodOfYear } from "../calendar.ts";
import { type Counts, type Rates, figuresOf } from "../counts.ts";
import { type Gate, type GateFacts, type GateRequest, NO_GATES, checkGates } from "../gates.ts";
import type { Grouping } from "../grouping.ts";
import { LIGHTS, type Light, type LightReason, STATES, type State, isOverdue } from "../lights.ts";
import { type PaceMethod, elapsedPercent } from "../pace.ts";
import { once } from "../once.ts";
import { compareText } from "../order.ts";
import type { Plan } from "../plan.ts";
import {
  type SelectedTask,
  eachSelected,
  filterPeriods,
  idsOf,
  isUnproven,
  narrow,
  select,
  selectedStandings,
  withoutPeriod,
} from "../selection.ts";
import type { Standing } from "../standing.ts";
import { type ChangesView, viewChanges } from "./changes.ts";
import { type NextDueView, nextDue } from "./coming-due.ts";
import { type CountingEnvelope, type Inquiry, countingEnvelope } from "./envelope.ts";
import { type GroupsView, viewGroups } from "./groups.ts";
import { type VerdictCounts, countVerdicts, idsBehind, verdictsIn } from "./indicators.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { Listing, placesByGreatest } from "./listing.ts";
import { type ListedViews, viewListed } from "./milestone-lines.ts";
import { type StandingInTask, isExtendedLate, standingsWhere } from "./milestone.ts";
import { type OwnView, viewOwn } from "./own-tasks.ts";
import { type PeriodView, viewPeriod } from "./status-period.ts";

/** How many milestones in a state show a light for a reason. */
export interface LightCount {
  readonly state: State;
  readonly light: Light;
  readonly reason: LightReason;
  readonly milestones: number;
}

export interface StatusView extends CountingEnvelope<"status">, GroupsView, OwnView {
  readonly quarters: readonly Quarter[] | null;
  readonly pace: { readonly method: PaceMethod; readonly percent: number };
  readonly period: PeriodView | null;
  readonly totals: Counts;
  readonly rates: Rates;
  /** Cancelled milestones, which are in no rate; each with its reason and who approved it. */
  readonly excluded: ListedViews;
  readonly lights: readonly LightCount[];
  /** The light policy and its numbers. */
  readonly lightPolicy: LightPolicyView;
  /** Verdicts on the indicators of the tasks that pass. */
  readonly indicators: VerdictCounts;
  readonly accepted: number;
  /** Ids of those done without evidence. */
  readonly unproven: readonly string[];
  /** Ids of those whose due day was extended, without cancelled ones. */
  readonly extended: readonly string[];
  /** Those of them whose extension was written down only after the due day that it moves (补登). */
  readonly extendedLate: readonly string[];
  /** Those of them whose `assessmentDue` is not their `due`: extended after the due day. */
  readonly extendedAfterDue: readonly string[];
  /** The overdue ones among the selected milestones, most days first. */
  readonly overdue: ListedViews;
  /** With a period: what is overdue since before it. */
  readonly arrears: ListedViews;
  readonly nextDue: NextDueView | null;
  /** What changed since a day; null if none was asked about. */
  readonly changes: ChangesView | null;
  /** The gates asked for, and what tripped them. */
  readonly gates: readonly Gate[];
}

/** What `status` can be asked besides filters. */
export interface StatusRequest {
  readonly groupBy: Grouping | null;
  readonly since: Day | null;
  readonly gates: GateRequest;
}

const PLAIN: StatusRequest = { groupBy: null, since: null, gates: NO_GATES };

/** The answer of `status`: the leadership's screen, that of a quarter, or that of a division head. */
export function viewStatus(inquiry: Inquiry, request: StatusRequest = PLAIN): StatusView {
  const { plan, asOf, filters } = inquiry;
  const periods = filterPeriods(plan, filters);
  const { tasks, before } = selectWithArrears(inquiry, periods);
  const standings = selectedStandings(tasks);
  const period = viewPeriod(inquiry, periods, standings);
  const [overdue, arrears] = [longestFirst(standingsWhere(tasks, isOverdue)), longestFirst(before)];
  // Lazy: not every screen shows it.
  const judged = once(() => tasks.flatMap((task) => verdictsIn(inquiry, task)));
  return {
    ...countingEnvelope("status", inquiry),
    quarters: filters.quarters,
    ...viewGroups(inquiry, tasks, request.groupBy, oneDivision(inquiry, request)),
    pace: viewPace(plan, asOf, period),
    period,
    ...viewTotals(tasks, asOf, periods),
    excluded: viewListed(inquiry, standingsWhere(tasks, isCancelled)),
    get lights() {
      return countLights(standings);
    },
    lightPolicy: viewLightPolicy(plan.policy),
    get indicators() {
      return countVerdicts(judged());
    },
    get accepted() {
      return standings.filter((standing) => standing.state === "done" && standing.accepted).length;
    },
    unproven: idsOf(standings.filter(isUnproven)),
    ...viewExtended(inquiry, standings),
    overdue: viewListed(inquiry, overdue),
    arrears: viewListed(inquiry, arrears),
    get nextDue() {
      return nextDue(standings, asOf);
    },
    ...viewOwn(inquiry, tasks, oneDivision(inquiry, request) !== undefined),
    changes: request.since === null ? null : viewChanges(inquiry, tasks, request.since),
    gates: viewGates(inquiry, request.gates, { asOf, periods, tasks }, [...overdue, ...arrears]),
  };
}

function viewGates(
  inquiry: Inquiry,
  request: GateRequest,
  about: Pick<GateFacts, "asOf" | "periods" | "tasks">,
  overdue: readonly StandingInTask[],
): Gate[] {
  return checkGates(request, {
    ...about,
    get overdue() {
      return overdue.map(({ standing }) => standing.milestone.id);
    },
    behind: () => idsBehind(inquiry),
  });
}

function viewTotals(
  tasks: readonly SelectedTask[],
  asOf: Day,
  periods: readonly Period[] | null,
): Pick<StatusView, "totals" | "rates"> {
  const { counts: totals, rates } = figuresOf(tasks, asOf, periods);
  return { totals, rates };
}

/** What passes all filters; and what is overdue since before the first of the periods, which is in none of them. */
function selectWithArrears(
  inquiry: Inquiry,
  periods: readonly Period[] | null,
): { readonly tasks: readonly SelectedTask[]; readonly before: readonly StandingInTask[] } {
  const [first] = periods ?? [];
  if (first === undefined) return { tasks: select(inquiry), before: [] };
  const isBefore = (standing: Standing): boolean => isOverdue(standing) && standing.reach.end < first.start;
  const [tasks, before]: [SelectedTask[], StandingInTask[]] = [[], []];
  // One by one: most milestones of a large plan are in neither and need not be kept.
  for (const whole of eachSelected({ ...inquiry, filters: withoutPeriod(inquiry.filters) })) {
    const narrowed = narrow(whole, periods);
    if (narrowed !== null) tasks.push(narrowed);
    before.push(...standingsWhere([whole], isBefore));
  }
  return { tasks, before };
}

/** The division of a head's screen: if only one is asked about, and no grouping. */
function oneDivision({ filters }: Inquiry, { groupBy }: StatusRequest): string | undefined {
  return groupBy === null && filters.divisions.length === 1 ? filters.divisions[0] : undefined;
}

function viewPace(plan: Plan, asOf: Day, period: PeriodView | null): StatusView["pace"] {
  const method = plan.policy.pace;
  const whole = period ?? periodOfYear(plan.year);
  return { method, percent: elapsedPercent(whole, asOf, method) };
}

function countLights(standings: readonly Standing[]): LightCount[] {
  const counts = new Map<string, LightCount>();
  for (const { state, light, lightReason: reason } of standings) {
    const key = [state, light, reason].join(" ");
    const milestones = (counts.get(key)?.milestones ?? 0) + 1;
    counts.set(key, { state, light, reason, milestones });
  }
  const place = (count: LightCount): number => STATES.indexOf(count.state) * 10 - LIGHTS.indexOf(count.light);
  return [...counts.values()].toSorted((a, b) => place(a) - place(b) || compareText(a.reason, b.reason));
}

type Extended = Pick<StatusView, "extended" | "extendedLate" | "extendedAfterDue">;

function viewExtended(inquiry: Inquiry, standings: readonly Standing[]): Extended {
  const extended = standings.filter(isExtended);
  return {
    extended: idsOf(extended),
    extendedLate: idsOf(extended.filter((one) => isExtendedLate(inquiry, one))),
    extendedAfterDue: idsOf(extended.filter((one) => one.due !== one.assessmentDue)),
  };
}

function isExtended({ extended, state }: Standing): boolean {
  return extended && state !== "cancelled";
}

function isCancelled({ state }: Standing): boolean {
  return state === "cancelled";
}

/** Most days overdue first; in plan order if equal. */
function longestFirst(owned: readonly StandingInTask[]): readonly StandingInTask[] {
  return new Listing(() => owned, placesByGreatest(owned.map(({ standing }) => Number(standing.daysOverdue)))).items;
}
