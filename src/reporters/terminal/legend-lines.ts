import type { LightPolicyView } from "../../core/views/light-policy.ts";
import { hang } from "../layout.ts";
import type { Look } from "../look.ts";
import { legendOf } from "../legend.ts";

/** Each light with its shape, its word and what it means by the plan's policy; the policy's name where it is no usual one. */
export function legendLines(policy: LightPolicyView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const lines = legendOf(policy, look.catalogue).flatMap(({ light, meaning }) =>
    hang(`${look.symbols[light]} ${words.light(light)}  `, meaning, look.width),
  );
  return policy.name === "standard" ? lines : [screens.lightPolicy(words.lightPolicy(policy.name)), ...lines];
}
