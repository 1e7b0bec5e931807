import type { RecordFacts } from "./record.ts";

/** What a record says, in the order in which a line has it. Parts of the line's bytes, and so of every id: never to change. */
export const FACT_ORDER = [
  "on",
  "was",
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
] as const satisfies readonly (keyof RecordFacts)[];
