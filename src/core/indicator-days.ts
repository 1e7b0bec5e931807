/**
 * The days by which indicators have to be reached: the due day, or for a target for each quarter, the last day of every
 * quarter.
 */
import type { Day } from "./calendar.ts";
import { type IndicatorStanding, type Verdict, isReached, targetQuarters } from "./indicators.ts";
import type { Indicator, Task } from "./plan.ts";

/**
 * The days up to `last` by which the indicator had to be reached and was not, in order; none if it is cancelled.
 * Reaching the target later makes up for a missed due day, but not for a missed quarter: what comes then counts in the
 * next quarter.
 */
export function missedDays(
  { per, due }: Pick<Indicator, "per" | "due">,
  standing: Pick<IndicatorStanding, "verdict" | "quarters">,
  last: Day,
): Day[] {
  if (standing.verdict === "cancelled") return [];
  const judged = per === null ? [{ due, verdict: standing.verdict }] : standing.quarters;
  return judged.filter((one) => one.due <= last && !isReached(one.verdict)).map((one) => one.due);
}

/** Whether the indicator is behind, or had to be reached by `asOf` or a day before it and was not. */
export function isLeftBehind(
  indicator: Pick<Indicator, "per" | "due">,
  standing: Pick<IndicatorStanding, "verdict" | "quarters">,
  asOf: Day,
): boolean {
  return standing.verdict === "behind" || missedDays(indicator, standing, asOf).length > 0;
}

/** The days from `asOf` on by which the indicator has yet to be reached, in order; none if it is cancelled. */
export function daysToReach(
  indicator: Indicator,
  standing: IndicatorStanding,
  { added, year, asOf }: Pick<Task, "added"> & { readonly year: number; readonly asOf: Day },
): Day[] {
  if (standing.verdict === "cancelled") return [];
  const days = dueDaysOf(indicator, added, year).filter((day) => day >= asOf);
  const verdicts = new Map<Day, Verdict>(standing.quarters.map(({ due, verdict }) => [due, verdict]));
  const verdictOf = (day: Day): Verdict =>
    indicator.per === null ? standing.verdict : (verdicts.get(day) ?? "no-reading");
  return days.filter((day) => !isReached(verdictOf(day)));
}

/**
 * The days by which the indicator has to be reached, in order. `added` is the day on which its task came into the plan;
 * null if the plan had it from the start.
 */
export function dueDaysOf(indicator: Pick<Indicator, "per" | "due">, added: Day | null, year: number): Day[] {
  return indicator.per === null ? [indicator.due] : targetQuarters(indicator, added, year).map(({ due }) => due);
}
