/** A plan from the cache. */
import type { Plan } from "../../core/plan.ts";
import type { OffsetSpan } from "../../core/zone-offsets.ts";
import { cacheOffsets } from "../../core/zone.ts";
import { planEntries, requireRegularFile } from "../file-lists.ts";
import { hasOffsets } from "../zone-data.ts";
import type { JsonSection } from "./container.ts";
import { type Input, inputOf } from "./inputs.ts";
import { findCompiled } from "./find-compiled.ts";
import type { CacheLocation } from "./cache-location.ts";
import { planFrom } from "./stored-plan.ts";

/** The offsets from UTC of the plan's time zone, and when each applies. */
const OFFSETS: JsonSection<readonly OffsetSpan[]> = { name: "offsets" };

/** The plan in the folder from the cache; null if it was not compiled or the folder has changed since. */
export async function cachedPlan(location: CacheLocation, folder: string): Promise<Plan | null> {
  const held = await findCompiled(location, "plan", folder, planInputs(folder), true);
  if (held === null) return null;
  const plan = planFrom(held);
  if (!hasOffsets(plan.timezone)) cacheOffsets(plan.timezone, held.json(OFFSETS));
  return plan;
}

/** The plan's files as they are now. */
export function planInputs(folder: string): Input[] {
  return planEntries(folder).flatMap(({ name, path, stats }) => {
    const input = inputOf(path, name, stats);
    if (input === null) requireRegularFile(path, stats);
    return input ?? [];
  });
}
