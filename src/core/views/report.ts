/** `report`: the bulletin that an office sends out each quarter or month (季度通报、月通报), every number and verdict ready. */
import { type Day, type Period, type Quarter, addDays, contains, periodOfYear } from "../calendar.ts";
import { type Counts, type Rates, figuresOf, isDue } from "../counts.ts";
import { type Gate, type GateRequest, NO_GATES, checkGates } from "../gates.ts";
import { isBehind, isOverdue, isPending } from "../lights.ts";
import { compareText } from "../order.ts";
import { type PaceMethod, elapsedShare } from "../pace.ts";
import type { Division, Plan, Task } from "../plan.ts";
import { type TemplateView, fillTemplate } from "../report-template.ts";
import { oneDecimal, percentagesOfWhole } from "../rounding.ts";
import {
  type Filters,
  type Role,
  type SelectedTask,
  filterPeriods,
  isUnproven,
  select,
  takesPart,
} from "../selection.ts";
import { STATES, type Standing, type State } from "../standing.ts";
import { type CountingEnvelope, type Inquiry, countingEnvelope } from "./envelope.ts";
import { type ListedIndicator, type VerdictCounts, countVerdicts, listIndicators } from "./indicators.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { type ListedMilestone, earlierDue, listMilestones, moreDaysOverdue } from "./milestone.ts";
import { type NextPeriodView, type SilenceView, viewNextPeriod, viewSilence } from "./report-lists.ts";
import { taskSituation } from "./situation.ts";
import { type TaskView, viewTask } from "./task.ts";

/** Counts of the plan up to the day, and of the period reported on; the latter null for the whole year. */
export interface ReportNumbers {
  readonly counts: Counts;
  readonly rates: Rates;
  readonly inPeriod: { readonly counts: Counts; readonly rates: Rates } | null;
}

/** A row of the tables by division and by theme. */
export interface ReportGroup extends ReportNumbers {
  readonly key: string;
  readonly name: string;
}

/** How many milestones are in a state. The percentages of all states add up to 100.0. */
export interface StateShare {
  readonly state: State;
  readonly milestones: number;
  readonly percent: number;
}

/** One division's part: how it stood on the day before the period, and by theme. The two never add up. */
export interface PartView {
  readonly key: "lead" | "assist";
  readonly before: ReportView["before"];
  readonly themes: readonly ReportGroup[];
}

export interface ReportView extends CountingEnvelope<"report"> {
  /** The quarter reported on; null for several and for the whole year. */
  readonly quarter: Quarter | null;
  /** The month reported on, 1–12; null for several and where no months were asked for. */
  readonly month: number | null;
  readonly period: Period;
  readonly template: TemplateView;
  readonly lightPolicy: LightPolicyView;
  /** Percent of the year and of the period that had elapsed on the day. */
  readonly pace: { readonly method: PaceMethod; readonly year: number; readonly period: number };
  readonly totals: ReportNumbers;
  readonly shares: readonly StateShare[];
  /** How it stood on the day before the period; null where the period begins with the year, or has not begun. */
  readonly before: { readonly asOf: Day; readonly counts: Counts; readonly rates: Rates } | null;
  /** Completed within the period, by day. */
  readonly finished: readonly ListedMilestone[];
  /** Overdue on the day, from whatever period, most days first; problem and next step of the task where it has none itself. */
  readonly overdue: readonly ListedMilestone[];
  /** Not overdue, but blocked, behind the pace, or due in the period by the day and not done; by due day; problems as above. */
  readonly hindered: readonly ListedMilestone[];
  /** Divisions with milestones that fell due in the period and of which nothing is recorded. */
  readonly silent: readonly SilenceView[];
  /** By leading division; with one division asked for, its leading and its assisting. */
  readonly groupBy: "division" | "role";
  readonly groups: readonly ReportGroup[];
  readonly themes: readonly ReportGroup[];
  /** With one division asked for: what it leads and what it assists in, apart. */
  readonly parts: readonly PartView[];
  readonly verdicts: VerdictCounts;
  /** All indicators, in plan order. */
  readonly indicators: readonly ListedIndicator[];
  /** Every extension and cancellation up to the day, in plan order: none is ever lost. */
  readonly extended: readonly ListedMilestone[];
  readonly cancelled: readonly ListedMilestone[];
  /** Done without evidence. */
  readonly unproven: readonly ListedMilestone[];
  readonly next: NextPeriodView;
  /** Every task with all its milestones: the annex. */
  readonly tasks: readonly TaskView[];
  /** The gates asked for, with what tripped them in the period, or in the year where that is reported on. */
  readonly gates: readonly Gate[];
}

/** The bulletin. The inquiry's quarters or months, one behind the other, are the period; without them it speaks of the plan's year. */
export function viewReport(inquiry: Inquiry, gates: GateRequest = NO_GATES): ReportView {
  const { plan, asOf, filters } = inquiry;
  const whole: Inquiry = { ...inquiry, filters: { ...filters, quarters: null, months: null } };
  const periods = filterPeriods(plan, filters);
  const tasks = select(whole);
  const period = periodOf(plan, filters);
  const indicators = tasks.flatMap((task) => listIndicators(inquiry, task));
  const chosen = { whole: tasks, inPeriod: periods === null ? null : select(inquiry) };
  const totals = numbersOf(inquiry, chosen, () => true);
  const lists = milestonesOf(inquiry, tasks, period);
  return {
    ...countingEnvelope("report", inquiry),
    quarter: onlyOne(filters.quarters),
    month: onlyOne(filters.months),
    period,
    template: fillTemplate(plan.policy.report ?? {}, plan.year, filters.quarters ?? []),
    lightPolicy: viewLightPolicy(plan.policy),
    pace: viewPace(plan, asOf, period),
    totals,
    shares: sharesOf(totals.counts),
    before: viewBefore(whole, period, () => true),
    ...lists,
    silent: viewSilence(inquiry, tasks, period),
    groupBy: filters.divisions.length === 1 ? "role" : "division",
    groups: groupsOf(inquiry, chosen),
    themes: themesOf(inquiry, chosen),
    parts: partsOf(inquiry, chosen, period),
    verdicts: countVerdicts(indicators),
    indicators,
    next: viewNextPeriod(inquiry, tasks, period),
    tasks: tasks.map((task) => viewTask(inquiry, task)),
    gates: checkGates(gates, {
      asOf,
      periods,
      tasks: chosen.inPeriod ?? tasks,
      overdue: lists.overdue.map(({ id }) => id),
      behind: indicators.filter(({ verdict }) => verdict === "behind").map(({ id }) => id),
    }),
  };
}

type Lists = "finished" | "overdue" | "hindered" | "extended" | "cancelled" | "unproven";

function milestonesOf(inquiry: Inquiry, tasks: readonly SelectedTask[], period: Period): Pick<ReportView, Lists> {
  const { asOf } = inquiry;
  const list = (keep: (standing: Standing) => boolean): ListedMilestone[] => listMilestones(inquiry, tasks, keep);
  // A word on the task speaks for all its milestones.
  const spokenOf = (milestone: ListedMilestone): ListedMilestone => {
    if (milestone.problem !== null) return milestone;
    const { problem, nextStep } = taskSituation(inquiry, milestone.task);
    return { ...milestone, problem, nextStep: milestone.nextStep ?? nextStep };
  };
  return {
    finished: list(isFinishedIn(period)).toSorted(earlierCompleted),
    overdue: list(isOverdue).toSorted(moreDaysOverdue).map(spokenOf),
    hindered: list((standing) => isHindered(standing) || isUnfinished(standing, asOf, period))
      .toSorted(earlierDue)
      .map(spokenOf),
    extended: list(({ extended, state }) => extended && state !== "cancelled"),
    cancelled: list(({ state }) => state === "cancelled"),
    unproven: list(isUnproven),
  };
}

function onlyOne<Item>(items: readonly Item[] | null): Item | null {
  const [only, ...others] = items ?? [];
  return only === undefined || others.length > 0 ? null : only;
}

function periodOf(plan: Plan, filters: Filters): Period {
  const periods = filterPeriods(plan, filters) ?? [];
  const year = periodOfYear(plan.year);
  return { start: periods[0]?.start ?? year.start, end: periods.at(-1)?.end ?? year.end };
}

/** The tasks by both questions: with all their milestones, and with those of the period alone. */
interface Chosen {
  readonly whole: readonly SelectedTask[];
  readonly inPeriod: readonly SelectedTask[] | null;
}

function numbersOf({ plan, asOf, filters }: Inquiry, chosen: Chosen, keep: (task: Task) => boolean): ReportNumbers {
  const own = (tasks: readonly SelectedTask[]): SelectedTask[] => tasks.filter(({ task }) => keep(task));
  const periods = filterPeriods(plan, filters);
  const whole = own(chosen.whole);
  const inPeriod = chosen.inPeriod === null ? null : own(chosen.inPeriod);
  return {
    ...figuresOf(whole, asOf, null),
    inPeriod: inPeriod === null ? null : figuresOf(inPeriod, asOf, periods),
  };
}

/** Milestones by state, with shares that add up to 100. */
export function sharesOf(counts: Counts): StateShare[] {
  const percents = percentagesOfWhole(STATES.map((state) => counts[state]));
  return STATES.map((state, index) => ({ state, milestones: counts[state], percent: Number(percents[index]) }));
}

function viewPace({ policy, year }: Plan, asOf: Day, period: Period): ReportView["pace"] {
  const percent = (whole: Period): number => oneDecimal(elapsedShare(whole, asOf, policy.pace) * 100);
  return { method: policy.pace, year: percent(periodOfYear(year)), period: percent(period) };
}

/** The same questions about the day before the period, by what is known now: corrections act for every day. */
function viewBefore(whole: Inquiry, period: Period, keep: (task: Task) => boolean): ReportView["before"] {
  const asOf = addDays(period.start, -1);
  // What is still to come is nothing to compare with.
  if (period.start === periodOfYear(whole.plan.year).start || asOf >= whole.asOf) return null;
  const tasks = select({ ...whole, asOf }).filter(({ task }) => keep(task));
  return { asOf, ...figuresOf(tasks, asOf, null) };
}

function isFinishedIn(period: Period): (standing: Standing) => boolean {
  return ({ completedOn }) => completedOn !== null && contains(period, completedOn);
}

function isHindered(standing: Standing): boolean {
  const { block, pace } = standing;
  return isPending(standing) && (block !== null || (pace !== null && isBehind(pace)));
}

/** On its due day, or after the one that it is assessed by where a later one was granted: not overdue, and not done as it should be. */
function isUnfinished(standing: Standing, asOf: Day, period: Period): boolean {
  return isPending(standing) && isDue(standing, asOf, null) && contains(period, standing.assessmentDue);
}

function earlierCompleted(a: ListedMilestone, b: ListedMilestone): number {
  return compareText(String(a.completedOn), String(b.completedOn));
}

/** Each task once, under its lead; what one division leads apart from what it assists in, since the two never add up. */
function groupsOf(inquiry: Inquiry, chosen: Chosen): ReportGroup[] {
  const { plan, filters } = inquiry;
  const only = onlyDivision(inquiry);
  const group = (key: string, division: Division, role: Role): ReportGroup => ({
    key,
    name: division.name,
    ...numbersOf(inquiry, chosen, (task) => takesPart(task, division.id, role)),
  });
  if (only !== undefined) return PARTS.map((part) => group(part, only, part));
  const groups = plan.divisions.map((division) => group(division.id, division, "lead"));
  return groups.filter(({ counts }) => filters.divisions.length === 0 || counts.tasks > 0);
}

function themesOf(inquiry: Inquiry, chosen: Chosen, keep: (task: Task) => boolean = () => true): ReportGroup[] {
  const groups = inquiry.plan.themes.map(({ id, title }) => ({
    key: id,
    name: title,
    ...numbersOf(inquiry, chosen, (task) => task.theme === id && keep(task)),
  }));
  return groups.filter(({ counts }) => counts.tasks > 0);
}

const PARTS = ["lead", "assist"] as const;

function onlyDivision({ plan, filters }: Inquiry): Division | undefined {
  const [only, ...others] = plan.divisions.filter(({ id }) => filters.divisions.includes(id));
  return others.length === 0 ? only : undefined;
}

function partsOf(inquiry: Inquiry, chosen: Chosen, period: Period): PartView[] {
  const only = onlyDivision(inquiry);
  if (only === undefined) return [];
  const whole: Inquiry = { ...inquiry, filters: { ...inquiry.filters, quarters: null } };
  return PARTS.map((key) => {
    const keep = (task: Task): boolean => takesPart(task, only.id, key);
    return { key, before: viewBefore(whole, period, keep), themes: themesOf(inquiry, chosen, keep) };
  });
}
