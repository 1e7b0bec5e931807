import type { RecordFacts } from "./record.ts";

/**
 * The facts of a record, in the order of a journal line. The order is part of the line's bytes, and so of every id:
 * never change it.
 */
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
