/** The real plan and the example journal, read as the commands read them. */
import { join } from "node:path";
import { type Journal, foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { Plan } from "../../src/core/plan.ts";
import type { Filters } from "../../src/core/selection.ts";
import type { Inquiry } from "../../src/core/views/envelope.ts";
import { readJournal } from "../../src/storage/journal-files.ts";
import { readPlan } from "../../src/storage/plan-files.ts";
import { inquiry } from "./builders.ts";

const ROOT = join(import.meta.dirname, "../..");
const JOURNAL = join(ROOT, "test/fixtures/journal-example.jsonl");

export const PLAN_2017: Plan = realPlan();
export const READING = readJournal([JOURNAL], () => "journal.jsonl");
export const RECORDS: readonly JournalRecord[] = READING.records;

export const NO_JOURNAL: Journal = foldJournal([]);
export const JOURNAL_2017: Journal = foldJournal(RECORDS);
/** The journal without its last record, the completion of 10-2@Q2 on 2017-07-03. */
export const JOURNAL_BEFORE_LAST: Journal = foldJournal(RECORDS.slice(0, -1));

/** An inquiry about the real plan, with the example journal unless another is given. */
export function ask2017(asOf: string, filters: Partial<Filters> & { journal?: Journal } = {}): Inquiry {
  return inquiry(PLAN_2017, asOf, { journal: JOURNAL_2017, ...filters });
}

function realPlan(): Plan {
  const { plan, problems } = readPlan(join(ROOT, "plan"), ROOT);
  if (plan === null) throw new Error(`the plan has mistakes: ${JSON.stringify(problems)}`);
  return plan;
}
