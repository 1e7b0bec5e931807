import { type LightPolicy, thresholdsOf } from "../light-policies.ts";
import type { LightThresholds } from "../lights.ts";
import type { Policy } from "../plan.ts";

/** The light policy and its numbers. */
export interface LightPolicyView extends LightThresholds {
  readonly name: LightPolicy;
  readonly dueSoonDays: number;
}

/** The plan's light policy, with the thresholds in force. */
export function viewLightPolicy(policy: Policy): LightPolicyView {
  return { name: policy.lights, ...thresholdsOf(policy), dueSoonDays: policy.dueSoonDays };
}
