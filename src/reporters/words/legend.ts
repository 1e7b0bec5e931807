import { LIGHTS, type Light } from "../../core/lights.ts";
import type { LightPolicyView } from "../../core/views/light-policy.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";

/** Of what the lights speak: indicators are judged by their numbers alone. */
export type LegendOf = "milestones" | "indicators";

/** A light with what it means. */
export interface Meaning {
  readonly light: Light;
  readonly meaning: string;
}

/** What each of the lights shown means by the plan's policy, worst first. */
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
