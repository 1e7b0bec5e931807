/** `report`: the bulletin that an office sends out for a quarter or month (季度通报、月通报), with every number and verdict. */
import { type Day, type Period, type Quarter, contains, periodOfYear } from "../calendar.ts";
import { isDue } from "../counts.ts";
import { type Gate, type GateRequest, NO_GATES, checkGates } from "../gates.ts";
import { isBehind, isOverdue, isPending } from "../lights.ts";
import { compareText } from "../order.ts";
import { type PaceMethod, elapsedPercent } from "../pace.ts";
import type { Plan, Section, Theme } from "../plan.ts";
import { type TemplateView, fillTemplate } from "../report-template.ts";
import { type Filters, type SelectedTask, filterPeriods, isUnproven, select, withoutPeriod } from "../selection.ts";
import type { Standing } from "../standing.ts";
import { type CountingEnvelope, type Inquiry, countingEnvelope } from "./envelope.ts";
import { type ListedIndicator, type VerdictCounts, countVerdicts, idsBehind, listIndicators } from "./indicators.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { type ListedMilestone, earlierDue, listMilestones, moreDaysOverdue } from "./milestone.ts";
import {
  type BeforeView,
  type PartView,
  type ReportGroup,
  type ReportNumbers,
  type StateShare,
  groupsOf,
  numbersOf,
  partsOf,
  sharesOf,
  themesOf,
  viewBefore,
} from "./report-numbers.ts";
import { type NextPeriodView, type SilenceView, viewNextPeriod, viewSilence } from "./report-lists.ts";
import { type TaskView, viewTask } from "./task.ts";

export interface ReportView extends CountingEnvelope<"report"> {
  /** The quarter reported on; null for several, months, or the whole year. */
  readonly quarter: Quarter | null;
  /** The month reported on, 1–12; null for several, or if no months were asked for. */
  readonly month: number | null;
  readonly period: Period;
  /** Titles of the themes and sections asked for, for use in documents. The filters have their ids. */
  readonly scope: { readonly themes: readonly string[]; readonly sections: readonly string[] };
  readonly template: TemplateView;
  readonly lightPolicy: LightPolicyView;
  /** Percent of the year and of the period that had elapsed at the end of the as-of day. */
  readonly pace: { readonly method: PaceMethod; readonly year: number; readonly period: number };
  readonly totals: ReportNumbers;
  readonly shares: readonly StateShare[];
  /** The numbers on the day before the period; null if the period begins with the year or has not begun. */
  readonly before: BeforeView | null;
  /** Completed within the period, by day. */
  readonly finished: readonly ListedMilestone[];
  /** Overdue on the as-of day, from any period, most days first. */
  readonly overdue: readonly ListedMilestone[];
  /** Pending, but blocked, behind pace, or due (`isDue`) by the as-of day; by due day. */
  readonly hindered: readonly ListedMilestone[];
  /** Divisions with milestones that fell due in the period and about which nothing is recorded. */
  readonly silent: readonly SilenceView[];
  /** By lead; with one division asked for, by its role. */
  readonly groupBy: "division" | "role";
  readonly groups: readonly ReportGroup[];
  readonly themes: readonly ReportGroup[];
  /** With one division asked for, its two roles. */
  readonly parts: readonly PartView[];
  readonly verdicts: VerdictCounts;
  /** The indicators of all tasks reported on, in plan order. */
  readonly indicators: readonly ListedIndicator[];
  /** Every extended and every cancelled milestone up to the as-of day, in plan order: none is ever lost. */
  readonly extended: readonly ListedMilestone[];
  readonly cancelled: readonly ListedMilestone[];
  /** Done without evidence. */
  readonly unproven: readonly ListedMilestone[];
  readonly next: NextPeriodView;
  /** Every task with all its milestones: the annex. */
  readonly tasks: readonly TaskView[];
  /** The gates asked for, and what tripped them in the period, or in the year. */
  readonly gates: readonly Gate[];
}

/**
 * The answer of `report`. The period runs from the first to the last of the inquiry's quarters or months, which are
 * consecutive; without them it is the plan's year.
 */
export function viewReport(inquiry: Inquiry, gates: GateRequest = NO_GATES): ReportView {
  const { plan, asOf, filters } = inquiry;
  const whole: Inquiry = { ...inquiry, filters: withoutPeriod(filters) };
  const periods = filterPeriods(plan, filters);
  const tasks = select(whole);
  const period = periodOf(plan, filters);
  const indicators = tasks.flatMap((task) => listIndicators(inquiry, task));
  const chosen = { whole: tasks, inPeriod: periods === null ? null : select(inquiry) };
  const totals = numbersOf(inquiry, chosen, () => true);
  const lists = milestonesOf(inquiry, tasks, period);
  return {
    ...countingEnvelope("report", inquiry),
    ...{ quarter: onlyOne(filters.quarters), month: onlyOne(filters.months), period },
    scope: { themes: titlesOf(plan.themes, filters.themes), sections: titlesOf(plan.sections, filters.sections) },
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
    parts: partsOf(inquiry, whole, chosen, period),
    verdicts: countVerdicts(indicators),
    indicators,
    next: viewNextPeriod(inquiry, tasks, period),
    tasks: tasks.map((task) => viewTask(inquiry, task)),
    gates: checkGates(gates, {
      asOf,
      periods,
      tasks: chosen.inPeriod ?? tasks,
      overdue: lists.overdue.map(({ id }) => id),
      behind: () => idsBehind(whole),
    }),
  };
}

function titlesOf(parts: readonly (Theme | Section)[], asked: readonly string[]): string[] {
  return parts.filter(({ id }) => asked.includes(id)).map(({ title }) => title);
}

type Lists = "finished" | "overdue" | "hindered" | "extended" | "cancelled" | "unproven";

function milestonesOf(inquiry: Inquiry, tasks: readonly SelectedTask[], period: Period): Pick<ReportView, Lists> {
  const { asOf } = inquiry;
  const list = (keep: (standing: Standing) => boolean): ListedMilestone[] => listMilestones(inquiry, tasks, keep);
  return {
    finished: list(isFinishedIn(period)).toSorted(earlierCompleted),
    overdue: list(isOverdue).toSorted(moreDaysOverdue),
    hindered: list((standing) => isHindered(standing) || isUnfinished(standing, asOf)).toSorted(earlierDue),
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

function viewPace({ policy, year }: Plan, asOf: Day, period: Period): ReportView["pace"] {
  const percent = (whole: Period): number => elapsedPercent(whole, asOf, policy.pace);
  return { method: policy.pace, year: percent(periodOfYear(year)), period: percent(period) };
}

function isFinishedIn(period: Period): (standing: Standing) => boolean {
  return ({ completedOn }) => completedOn !== null && contains(period, completedOn);
}

function isHindered(standing: Standing): boolean {
  const { block, pace } = standing;
  return isPending(standing) && (block !== null || (pace !== null && isBehind(pace)));
}

/**
 * Pending although its `assessmentDue` has come: on that day itself, or after it if a later extension moved only `due`.
 */
function isUnfinished(standing: Standing, asOf: Day): boolean {
  return isPending(standing) && isDue(standing, asOf, null);
}

function earlierCompleted(a: ListedMilestone, b: ListedMilestone): number {
  return compareText(String(a.completedOn), String(b.completedOn));
}
