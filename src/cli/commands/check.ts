import { type Problem, sortProblems } from "../../core/problem.ts";
import type { Plan } from "../../core/plan.ts";
import { milestonesOf } from "../../core/plan.ts";
import { nearest } from "../../core/text.ts";
import { viewCheck } from "../../core/views/check.ts";
import { taskOfRef } from "../../core/views/tasks.ts";
import type { JournalReading } from "../../storage/journal-files.ts";
import { shortId } from "../../core/journal/record.ts";
import type { Io, Outcome } from "../io.ts";
import { journalPathOf, loadJournal, loadPlan } from "../load.ts";
import { report } from "../report.ts";
import type { CommonOptions } from "./types.ts";

/** Everything that is wrong in plan and journal. */
export async function check(options: CommonOptions, io: Io): Promise<Outcome> {
  const { places, reading } = await loadPlan(options, io);
  const { plan } = reading;
  const journalPath = journalPathOf(options, plan?.journal ?? null, places, io);
  const journal = loadJournal(journalPath, places);
  const view = viewCheck({
    problems: sortProblems([...reading.problems, ...journalProblems(journal, plan)]),
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
  });
}

function journalProblems(journal: JournalReading, plan: Plan | null): Problem[] {
  const damaged = journal.damaged.map(({ file, line, fault, readable }): Problem => {
    const details = { fault, readable };
    return { code: "E-JOURNAL-LINE", details, at: lineStart(file, line), excerpt: null };
  });
  const unknown = journal.unknown.map(({ file, line, id }): Problem => {
    return { code: "W-JOURNAL-UNKNOWN", details: { id: shortId(id) }, at: lineStart(file, line), excerpt: null };
  });
  return [...damaged, ...unknown, ...(plan === null ? [] : strayRecords(journal, plan))];
}

/** Records about what the plan no longer has. */
function strayRecords(journal: JournalReading, plan: Plan): Problem[] {
  const ids = milestonesOf(plan).map(({ id }) => id);
  return journal.records.flatMap((record): Problem[] => {
    if (taskOfRef(plan, record.ref) !== undefined) return [];
    const origin = journal.origins.get(record.id);
    const guess = nearest(record.ref, ids, (id) => [id]) ?? null;
    const details = { ref: record.ref, id: shortId(record.id), known: ids, guess };
    const at = origin === undefined ? null : lineStart(origin.file, origin.line);
    return [{ code: "W-JOURNAL-REF", details, at, excerpt: null }];
  });
}

function lineStart(file: string, line: number): NonNullable<Problem["at"]> {
  return { file, line, column: 1, endLine: line, endColumn: 2 };
}
