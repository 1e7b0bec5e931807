/** `indicators`: every target with its latest reading, verdict and forecast. */
import { contains } from "../calendar.ts";
import { LEAST_ELAPSED } from "../forecast.ts";
import { dueDaysOf, isLeftBehind } from "../indicator-days.ts";
import { type Judgement, VERDICTS, type Verdict, isWithinLimit } from "../indicators.ts";
import type { PaceMethod } from "../pace.ts";
import { type Indicator, type Task, indicatorRef } from "../plan.ts";
import { type Question, type SelectedTask, eachPassing, filterPeriods, select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type IndicatorView, daysPast, standIndicator, viewIndicator } from "./indicator.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { viewLead } from "./milestone.ts";

/** An indicator outside its task, with the task's title and divisions. */
export interface ListedIndicator extends IndicatorView {
  readonly taskTitle: string;
  /** Names. The first one leads. */
  readonly divisions: readonly string[];
  readonly lead: string;
  /** Position of the lead among the plan's divisions, from 1. */
  readonly leadPlace: number;
}

/**
 * How many indicators have which verdict. The verdicts add up to `indicators`; `withinLimit` and `pastDue` are parts of
 * others.
 */
export interface VerdictCounts {
  readonly indicators: number;
  readonly met: number;
  readonly exceeded: number;
  readonly onPace: number;
  /** Those on pace that have only an upper limit and are below it so far. */
  readonly withinLimit: number;
  readonly behind: number;
  readonly noReading: number;
  readonly notJudged: number;
  /** Those whose tasks were cancelled whole, unless reached before. */
  readonly cancelled: number;
  /** Those with a day before the as-of day by which they had to be reached and were not. */
  readonly pastDue: number;
}

export interface IndicatorsView extends Envelope<"indicators"> {
  readonly pace: {
    readonly method: PaceMethod;
    /** The least percentage of elapsed time for a projection. */
    readonly leastElapsed: number;
  };
  readonly lightPolicy: LightPolicyView;
  readonly counts: VerdictCounts;
  /** In plan order. */
  readonly indicators: readonly ListedIndicator[];
}

/**
 * The answer of `indicators`: the indicators of all tasks that pass the filters. With periods, also those of other
 * tasks that have to be reached in one.
 */
export function viewIndicators(inquiry: Inquiry): IndicatorsView {
  const indicators = askedOf(inquiry).map(({ task, indicator }) => listIndicator(inquiry, task, indicator));
  return {
    ...envelope("indicators", inquiry),
    pace: { method: inquiry.plan.policy.pace, leastElapsed: LEAST_ELAPSED * 100 },
    lightPolicy: viewLightPolicy(inquiry.plan.policy),
    counts: countVerdicts(indicators),
    indicators,
  };
}

/**
 * The ids of those indicators, as `viewIndicators` lists them, that are behind or had to be reached by the as-of day or
 * a day before it and were not. Only those asked for (null: all).
 */
export function idsBehind(inquiry: Inquiry, isAsked: ((ref: string, task: string) => boolean) | null = null): string[] {
  const refOf = ({ task, indicator }: Asked): string => indicatorRef(task.id, indicator);
  const isLeft = (one: Asked): boolean =>
    isAsked?.(refOf(one), one.task.id) !== false &&
    isLeftBehind(one.indicator, standIndicator(inquiry, one.task, one.indicator), inquiry.asOf);
  return askedOf(inquiry).filter(isLeft).map(refOf);
}

interface Asked {
  readonly task: Task;
  readonly indicator: Indicator;
}

function askedOf(inquiry: Inquiry): Asked[] {
  const { plan, filters } = inquiry;
  const periods = filterPeriods(plan, filters);
  const selected = select(inquiry);
  const those = (task: Task, isIn: (indicator: Indicator) => boolean): Asked[] =>
    task.indicators.filter(isIn).map((indicator) => ({ task, indicator }));
  if (periods === null || filters.states.length > 0) return selected.flatMap(({ task }) => those(task, () => true));
  const passing = new Set(selected.map(({ task }) => task.id));
  return [...eachPassing(inquiry)].flatMap(({ task }) =>
    those(
      task,
      (indicator) =>
        passing.has(task.id) ||
        dueDaysOf(indicator, task.added, plan.year).some((day) => periods.some((period) => contains(period, day))),
    ),
  );
}

/** The task's indicators, each with the task's title and divisions. */
export function listIndicators(question: Question, { task }: SelectedTask): ListedIndicator[] {
  return task.indicators.map((indicator) => listIndicator(question, task, indicator));
}

/** An indicator with its task's title and divisions. */
export function listIndicator(question: Question, task: Task, indicator: Indicator): ListedIndicator {
  const context = { taskTitle: task.title, ...viewLead(question.plan, task.divisions) };
  return { ...viewIndicator(question, task, indicator), ...context };
}

type Judged = Pick<Judgement, "verdict" | "expected"> & Pick<IndicatorView, "pastDue">;

/** The verdicts on the task's indicators. */
export function verdictsIn(question: Question, { task }: SelectedTask): Judged[] {
  return task.indicators.map((indicator) => {
    const standing = standIndicator(question, task, indicator);
    const { verdict, expected } = standing;
    const [pastDue = null] = daysPast(question, task, indicator);
    return { verdict, expected, pastDue };
  });
}

/** Counts the indicators by verdict. */
export function countVerdicts(indicators: readonly Judged[]): VerdictCounts {
  const count = (wanted: Verdict): number => indicators.filter(({ verdict }) => verdict === wanted).length;
  const [met = 0, exceeded = 0, onPace = 0, behind = 0, noReading = 0, notJudged = 0, cancelled = 0] =
    VERDICTS.map(count);
  return {
    indicators: indicators.length,
    ...{ met, exceeded, onPace },
    withinLimit: indicators.filter(isWithinLimit).length,
    ...{ behind, noReading, notJudged, cancelled },
    pastDue: indicators.filter((one) => one.pastDue !== null).length,
  };
}
