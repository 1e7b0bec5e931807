import { type Day, type Quarter, addDays } from "../calendar.ts";
import { type Forecast, forecastOf } from "../forecast.ts";
import { missedDays } from "../indicator-days.ts";
import { indicatorLamp, indicatorLight } from "../indicator-lights.ts";
import {
  type IndicatorStanding,
  type QuarterJudgement,
  indicatorStanding,
  isReached,
  quartersMissed,
  quartersUnread,
} from "../indicators.ts";
import type { Lamp, Light } from "../lights.ts";
import { liveRecords } from "../journal/fold.ts";
import { type Indicator, type Milestone, type Task, indicatorRef, isPlanned } from "../plan.ts";
import { standingOf } from "../standing.ts";
import type { Source } from "./milestone.ts";

/** An indicator with its latest reading, judged at the pace of that reading's day. Contract: schemas/output. */
export interface IndicatorView extends Omit<IndicatorStanding, "quarters"> {
  /** `10/agencies`. */
  readonly id: string;
  readonly task: string;
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly basis: Indicator["basis"];
  readonly stretch: boolean;
  readonly per: "quarter" | null;
  readonly due: Day;
  readonly from: Indicator["from"];
  readonly baseline: number | null;
  readonly remarks: string | null;
  /** The first day before the as-of day by which it had to be reached and was not; null if there is none. */
  readonly pastDue: Day | null;
  readonly light: Light;
  /** For a target for each quarter: quarters that are over and were missed. */
  readonly missedQuarters: readonly Quarter[];
  /** Quarters that are over and have no reading to judge them by. */
  readonly unreadQuarters: readonly Quarter[];
  readonly quarters: readonly QuarterJudgement[];
  readonly forecast: Forecast;
}

type Owner = Pick<Task, "id" | "added" | "milestones">;

/**
 * A cache of the last standing of each indicator: one view needs it for the indicator's own line, its task's light and
 * its group's.
 */
const lastStandings = new WeakMap<Indicator, Source & { readonly standing: IndicatorStanding }>();

/**
 * How an indicator of the task stands on the as-of day. No record cancels a target. It counts as cancelled if all
 * milestones of its task are, unless it was reached before; a target for each quarter is never reached for good.
 */
export function standIndicator({ plan, journal, asOf }: Source, task: Owner, indicator: Indicator): IndicatorStanding {
  const last = lastStandings.get(indicator);
  if (last?.plan === plan && last.journal === journal && last.asOf === asOf) return last.standing;
  const facts = { ref: indicatorRef(task.id, indicator), indicator, added: task.added, journal, asOf };
  const judged = indicatorStanding({ ...facts, year: plan.year, pace: plan.policy.pace });
  const isForGood = indicator.per === null && isReached(judged.verdict);
  const standing: IndicatorStanding =
    isForGood || !isDropped({ plan, journal, asOf }, task)
      ? judged
      : { ...judged, verdict: "cancelled", verdictReason: null };
  lastStandings.set(indicator, { plan, journal, asOf, standing });
  return standing;
}

/** The days before the as-of day by which it had to be reached and was not. */
export function daysPast(source: Source, task: Owner, indicator: Indicator): Day[] {
  return missedDays(indicator, standIndicator(source, task, indicator), addDays(source.asOf, -1));
}

/** Whether the task has milestones and all of them are cancelled. */
function isDropped(source: Source, { milestones }: Pick<Task, "milestones">): boolean {
  const { journal, asOf } = source;
  const planned = milestones.filter((milestone) => isPlanned(milestone, asOf));
  // Quick test first: few milestones have a live cancellation.
  const isCancelled = (milestone: Milestone): boolean =>
    liveRecords(journal, milestone.id, "cancel", asOf).length > 0 &&
    standingOf(milestone, source).state === "cancelled";
  return planned.length > 0 && planned.every(isCancelled);
}

/** The lamps of those of the task's indicators that are behind. */
export function indicatorLamps(source: Source, task: Task): Lamp[] {
  return task.indicators.flatMap(
    (indicator) => indicatorLamp(indicator, standIndicator(source, task, indicator), source.plan.policy) ?? [],
  );
}

/** An indicator as of the as-of day: target, latest reading, share of the target, verdict, light and forecast. */
export function viewIndicator(source: Source, task: Owner, indicator: Indicator): IndicatorView {
  const { plan } = source;
  const { name, min, max, unit, basis, stretch, per, due, from, baseline, remarks } = indicator;
  const id = indicatorRef(task.id, indicator);
  const standing = standIndicator(source, task, indicator);
  return {
    ...{ id, task: task.id, name, min, max, unit, basis, stretch, per, due, from, baseline, remarks },
    ...standing,
    pastDue: daysPast(source, task, indicator)[0] ?? null,
    missedQuarters: quartersMissed(standing.quarters, source.asOf),
    unreadQuarters: quartersUnread(standing.quarters, source.asOf),
    light: indicatorLight(indicator, standing, plan.policy),
    forecast: forecastOf(indicator, standing, { asOf: source.asOf, year: plan.year, pace: plan.policy.pace }),
  };
}
