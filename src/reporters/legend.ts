import { LIGHTS, type Light } from "../core/lights.ts";
import type { LightPolicyView } from "../core/views/light-policy.ts";
import type { Catalogue } from "../i18n/catalogue.ts";

/** What each light means by the plan's policy, worst first. */
export function legendOf(policy: LightPolicyView, { words }: Catalogue): { light: Light; meaning: string }[] {
  const meanings = words.legend(policy);
  return LIGHTS.map((light) => ({ light, meaning: meanings[light] }));
}
