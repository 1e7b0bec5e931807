import { sortProblems } from "../../core/problem.ts";
import { idleProblem, settle } from "../../core/settle.ts";
import { viewCheck } from "../../core/views/check.ts";
import type { Io, Outcome } from "../io.ts";
import { attributeProblems, journalProblems } from "../journal-problems.ts";
import { journalPathOf, loadJournal, loadPlan } from "../load.ts";
import { report } from "../report.ts";
import type { CheckOptions } from "./types.ts";

/** Everything that is wrong in plan and journal. */
export async function check(options: CheckOptions, io: Io): Promise<Outcome> {
  if (options.explain !== undefined) return (await import("./explain.ts")).explain(options.explain, options, io);
  const { places, reading } = await loadPlan(options, io);
  const { plan } = reading;
  const journalPath = journalPathOf(options, plan?.journal ?? null, places, io);
  const journal = await loadJournal(journalPath, places, io);
  const outside = [...journalProblems(journal, plan, io.now()), ...attributeProblems(journalPath, places.base)];
  const { problems, idle } = settle(outside, reading.settlements, []);
  const view = viewCheck({
    problems: sortProblems([...reading.problems, ...problems, ...idle.map(idleProblem)]),
    strict: options.strict === true,
    files: reading.files.length,
    records: journal.records.length,
    journalDamaged: journal.damaged.length,
    plan: plan === null ? null : { title: plan.title, year: plan.year, timezone: plan.timezone },
  });
  return report(view, options, io, {
    language: plan?.language ?? "zh",
    isForecast: false,
    isToday: true,
    damaged: 0,
    keep: [places.plan, journalPath],
    base: places.base,
  });
}
