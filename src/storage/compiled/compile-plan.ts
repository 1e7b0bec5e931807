/** Reads a plan's files and caches the compiled form. */
import { DAY_MS, numberOfDay, periodOfYear } from "../../core/calendar.ts";
import { offsetSpans } from "../../core/zone-offsets.ts";
import { type PlanReading, planContents, readPlanContents } from "../plan-files.ts";
import { hasOffsets } from "../zone-data.ts";
import { jsonSection } from "./container.ts";
import { sizesMatch } from "./inputs.ts";
import { compileAndSave } from "./write-compiled.ts";
import type { CacheLocation } from "./cache-location.ts";
import { planSections } from "./plan-sections.ts";
import { cachedPlan, planInputs } from "./cached-plan.ts";

/** Time zone offsets are kept for the plan's year and for today, when most records are written, with this margin on each side. */
const MARGIN_MS = 550 * DAY_MS;

/** From this many tasks on, the compiled form replaces the plan that was read: it takes far less memory. */
const LARGE = 2000;

/** Reads the plan in the folder and caches it. `now` is the clock in milliseconds since 1970 UTC. */
export async function compilePlan(
  location: CacheLocation,
  folder: string,
  base: string,
  now: number,
): Promise<PlanReading> {
  const reading = readAndCache(location, folder, base, now);
  const { plan } = reading;
  if (plan === null || plan.tasks.length < LARGE) return reading;
  return { ...reading, plan: (await cachedPlan(location, folder)) ?? plan };
}

function readAndCache(location: CacheLocation, folder: string, base: string, now: number): PlanReading {
  return compileAndSave(location, "plan", folder, (save) => {
    const inputs = planInputs(folder);
    const contents = planContents(folder, base);
    const reading = readPlanContents(contents, "mistakes");
    const { plan } = reading;
    if (plan !== null && sizesMatch(inputs, contents)) {
      save(
        inputs,
        contents.map(({ bytes }) => bytes),
        () => ({ offsets: jsonSection(offsetsAround(plan.timezone, plan.year, now)), ...planSections(plan) }),
      );
    }
    return reading;
  });
}

function offsetsAround(timezone: string, year: number, now: number): object[] {
  if (hasOffsets(timezone)) return [];
  const { start, end } = periodOfYear(year);
  const ofPlan = [numberOfDay(start) * DAY_MS - MARGIN_MS, numberOfDay(end) * DAY_MS + MARGIN_MS] as const;
  const around = [
    Math.floor(now / DAY_MS) * DAY_MS - MARGIN_MS,
    Math.floor(now / DAY_MS) * DAY_MS + MARGIN_MS,
  ] as const;
  return [ofPlan, around].flatMap(([from, until]) => offsetSpans(timezone, from, until));
}
