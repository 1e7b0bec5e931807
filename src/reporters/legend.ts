import { LIGHTS, type Light } from "../core/lights.ts";
import type { LightPolicyView } from "../core/views/light-policy.ts";
import type { Catalogue } from "../i18n/catalogue.ts";

/** Of what the lights speak: indicators are judged by their numbers alone. */
export type LegendOf = "milestones" | "indicators";

/** A light with what it means. */
export interface Meaning {
  readonly light: Light;
  readonly meaning: string;
}

/** What each light means by the plan's policy, worst first; those that the policy never shows are left out. */
export function legendOf(policy: LightPolicyView, { words }: Catalogue, of: LegendOf = "milestones"): Meaning[] {
  const meanings = of === "milestones" ? words.legend(policy) : words.indicatorLegend(policy);
  return LIGHTS.map((light) => ({ light, meaning: meanings[light] })).filter(({ meaning }) => meaning !== "");
}
