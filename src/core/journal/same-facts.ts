/** Whether records say the same. Who wrote it, when, and how the plan stood is no part of what a record says. */
import type { JournalRecord, RecordFacts } from "./record.ts";

type Facts = Omit<RecordFacts, "of">;

const COMPARED = [
  "on",
  "percent",
  "value",
  "mode",
  "to",
  "reason",
  "approver",
  "from",
  "note",
  "problem",
  "next",
  "evidence",
] as const satisfies readonly (keyof Facts)[];

/** Whether the record says just that. */
export function sameFacts(record: JournalRecord, facts: Facts): boolean {
  return COMPARED.every((key) => isSame(record, facts, key));
}

/** Whether all that is said, but for the day, stands in the record already. */
export function saysNothingMore(facts: Facts, record: JournalRecord): boolean {
  return COMPARED.every((key) => key === "on" || facts[key] === undefined || isSame(record, facts, key));
}

function isSame(record: JournalRecord, facts: Facts, key: (typeof COMPARED)[number]): boolean {
  return JSON.stringify(said(record[key])) === JSON.stringify(said(facts[key]));
}

/** A list of nothing says nothing; other programs may write one. */
function said(value: unknown): unknown {
  return Array.isArray(value) && value.length === 0 ? undefined : value;
}
