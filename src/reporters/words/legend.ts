import { LIGHTS, type Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";

/** What the lights refer to: those of indicators have other meanings. */
export type LegendOf = "milestones" | "indicators";

/** A light and its meaning. */
export interface Meaning {
  readonly light: Light;
  readonly meaning: string;
}

/** The meaning of each light shown under the plan's light policy, worst first. */
export function legendOf(
  policy: LightPolicyView,
  lights: Iterable<Light>,
  { words }: Catalogue,
  of: LegendOf = "milestones",
): Meaning[] {
  const shown = new Set(lights);
  const meanings = of === "milestones" ? words.legend(policy) : words.indicatorLegend(policy);
  const all = LIGHTS.map((light) => ({ light, meaning: meanings[light] }));
  return all.filter(({ light, meaning }) => shown.has(light) && meaning !== "");
}
