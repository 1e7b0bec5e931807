/** Reads a plan's files and caches the compiled form. */
import { DAY_MS, numberOfDay, periodOfYear } from "../../core/calendar.ts";
import { offsetSpans } from "../../core/zone-offsets.ts";
import { type PlanReading, planContents, readPlanContents } from "../plan-files.ts";
import { hasOffsets } from "../zone-data.ts";
import { jsonSection } from "./container.ts";
import { areWhole } from "./inputs.ts";
import { keeping } from "./keep.ts";
import type { CachePlace } from "./place.ts";
import { planSections } from "./plan-sections.ts";
import { planInputs, warmPlan } from "./warm-plan.ts";

/** Time zone offsets are kept for the plan's year and for today, when most records are written, with this margin on each side. */
const MARGIN_MS = 550 * DAY_MS;

/** From this many tasks on, the compiled form replaces the plan that was read: it takes far less memory. */
const LARGE = 2000;

/** Reads the plan in the folder and caches it. `now` is the clock in milliseconds since 1970 UTC. */
export async function compilePlan(place: CachePlace, folder: string, base: string, now: number): Promise<PlanReading> {
  const reading = readAndKeep(place, folder, base, now);
  const { plan } = reading;
  if (plan === null || plan.tasks.length < LARGE) return reading;
  return { ...reading, plan: (await warmPlan(place, folder)) ?? plan };
}

function readAndKeep(place: CachePlace, folder: string, base: string, now: number): PlanReading {
  return keeping(place, "plan", folder, (keep) => {
    const inputs = planInputs(folder);
    const contents = planContents(folder, base);
    const reading = readPlanContents(contents, "mistakes");
    const { plan } = reading;
    if (plan !== null && areWhole(inputs, contents)) {
      keep(
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
