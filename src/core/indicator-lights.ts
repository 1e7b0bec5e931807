import { type IndicatorStanding, isLessBetter } from "./indicators.ts";
import { LIGHT_RULES, gapLamp } from "./light-policies.ts";
import type { Lamp, Light } from "./lights.ts";
import type { Indicator, Policy } from "./plan.ts";

/** The lamp that an indicator adds to its task: only if it is behind, so never without a reading. */
export function indicatorLamp(indicator: Indicator, standing: IndicatorStanding, policy: Policy): Lamp | null {
  return standing.verdict === "behind" ? lampBehind(indicator, standing, policy) : null;
}

/** The indicator's own light. Its reason is its verdict. */
export function indicatorLight(indicator: Indicator, standing: IndicatorStanding, policy: Policy): Light {
  switch (standing.verdict) {
    case "met":
    case "exceeded":
      return "green";
    case "on-pace":
      return LIGHT_RULES[policy.lights].onTrack;
    case "behind":
      return lampBehind(indicator, standing, policy).light;
    case "no-reading":
    case "not-judged":
    case "cancelled":
      return "grey";
  }
}

/**
 * The lamp of an indicator that is behind, judged by its gap. Yellow if there is no gap to judge, as for a missed rank
 * or a broken limit. A missed quarter is at least yellow, since no later quarter makes up for it.
 */
function lampBehind(indicator: Indicator, standing: IndicatorStanding, policy: Policy): Lamp {
  const { share, expected, verdictReason } = standing;
  const hasGap = share !== null && !isLessBetter(indicator);
  const lamp = hasGap ? gapLamp({ actual: share, expected: expected ?? 100 }, policy) : null;
  const isTooMild = lamp === null || (verdictReason === "quarter-missed" && lamp.light !== "red");
  return isTooMild ? { light: "yellow", lightReason: "behind-pace" } : lamp;
}
