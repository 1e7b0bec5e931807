import { viewCheck } from "../../core/views/check.ts";
import type { Io, Outcome } from "../io.ts";
import { problemsOf } from "../problems.ts";
import { outcomeOf } from "../outcome.ts";
import type { CheckOptions } from "../options.ts";

/** `check`: everything that is wrong in plan and journal. */
export async function check(options: CheckOptions, io: Io): Promise<Outcome> {
  if (options.explain !== undefined) return (await import("./explain.ts")).explain(options.explain, options, io);
  const { places, reading, journalPath, journal, problems } = await problemsOf(options, io);
  const { plan } = reading;
  const view = viewCheck({
    problems,
    strict: options.strict === true,
    files: reading.files.length,
    records: journal.records.length,
    journalDamaged: journal.damaged.length,
    plan: plan === null ? null : { title: plan.title, year: plan.year, timezone: plan.timezone },
  });
  return outcomeOf(view, options, io, {
    language: plan?.language ?? "zh",
    isForecast: false,
    isToday: true,
    keep: [places.plan, journalPath],
    base: places.base,
  });
}
