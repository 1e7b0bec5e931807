/** Where a flow will end if it goes on as before, and what it would take to reach the target. Plain arithmetic only. */
import { type IndicatorQuestion, type IndicatorStanding, flowPeriod, goalOf } from "./indicators.ts";
import { elapsedShare, monthsAfter, monthsInto } from "./pace.ts";
import type { Indicator } from "./plan.ts";
import { oneDecimal } from "./rounding.ts";

/** Why there is no projection. */
export const FORECAST_REASONS = ["no-reading", "not-flow", "per-quarter", "too-early", "over", "cancelled"] as const;
export type ForecastReason = (typeof FORECAST_REASONS)[number];

/** The least elapsed share of the time for a projection: before that it would be a guess. */
export const LEAST_ELAPSED = 0.25;

/** Amounts in the indicator's unit, with one decimal. */
export interface Forecast {
  /** What was reached per month so far: value ÷ months from the year's beginning to the day of the latest reading. */
  readonly soFarPerMonth: number | null;
  /**
   * What each month must bring from the day of the reading to the due day: what is missing ÷ months left. 0 once met;
   * null without a minimum.
   */
  readonly requiredPerMonth: number | null;
  /** Where it ends if it goes on like this: value ÷ elapsed share of the time. */
  readonly projected: number | null;
  /** The projected value in percent of the target; null if the target is not above 0. */
  readonly projectedShare: number | null;
  /** Why nothing is projected; null if something is. */
  readonly reason: ForecastReason | null;
}

const NOTHING = { soFarPerMonth: null, requiredPerMonth: null, projected: null, projectedShare: null };

/** The forecast of an indicator from its latest reading. */
export function forecastOf(
  indicator: Indicator,
  { value, on, verdict }: Pick<IndicatorStanding, "value" | "on" | "verdict">,
  { asOf, year, pace }: Pick<IndicatorQuestion, "asOf" | "year" | "pace">,
): Forecast {
  if (verdict === "cancelled") return { ...NOTHING, reason: "cancelled" };
  if (indicator.per !== null) return { ...NOTHING, reason: "per-quarter" };
  if (indicator.basis !== "flow") return { ...NOTHING, reason: "not-flow" };
  if (value === null || on === null) return { ...NOTHING, reason: "no-reading" };
  const period = flowPeriod(indicator, year);
  if (asOf >= period.end) return { ...NOTHING, reason: "over" };
  const goal = goalOf(indicator);
  const missing = Math.max(0, goal - value);
  const steps = {
    soFarPerMonth: oneDecimal(value / monthsInto(period, on)),
    requiredPerMonth: indicator.min === null ? null : oneDecimal(missing / monthsAfter(on, period.end)),
  };
  const elapsed = elapsedShare(period, on, pace);
  if (elapsed < LEAST_ELAPSED) return { ...steps, projected: null, projectedShare: null, reason: "too-early" };
  const projected = value / elapsed;
  const projectedShare = goal > 0 ? oneDecimal((projected / goal) * 100) : null;
  return { ...steps, projected: oneDecimal(projected), projectedShare, reason: null };
}
