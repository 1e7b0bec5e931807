/** The columns in which a compiled journal has its records. */
import type { JournalRecord, RecordKind } from "../../core/journal/record.ts";
import type { JsonSection } from "./container.ts";

/** What stands in the section `head`. */
export interface JournalHead {
  readonly files: readonly { readonly name: string; readonly lines: number }[];
  readonly kinds: readonly RecordKind[];
  /** How many records speak of a day of each year. */
  readonly years: readonly (readonly [year: number, count: number])[];
  readonly heads: readonly string[];
  readonly unknownSeen: readonly string[];
  readonly unknownTargets: readonly string[];
  readonly isClosed: boolean;
  readonly digest: string;
}

/** What lists say of a record in words; the rest stands in its line alone. */
export type Said = Pick<JournalRecord, "reason" | "approver" | "note" | "problem" | "next" | "evidence">;

export const SAID: JsonSection<Said> = { name: "said" };

/** What a record has, besides what every one has. */
export const HAS = {
  live: 1,
  percent: 2,
  value: 4,
  reason: 8,
  evidence: 16,
  note: 32,
  problem: 64,
  next: 128,
  approver: 256,
  /** The clock's text is the one that its instant has. */
  plainTime: 512,
  /** Its mode: journals with any other are not compiled. */
  adds: 1024,
  totals: 2048,
} as const;

/** A record's kind stands above these bits, as its place among the journal's kinds. */
export const KIND_BITS = 16;

/** Columns of whole numbers, one entry a record. */
export type Column = "on" | "to" | "has" | "file" | "at" | "length" | "line" | "order" | "by" | "generation";

/** What records speak of, and where each stands in that column. */
export const REFS = "refs";
export const REF_INDEX = "refs.index";

export const NONE = -1;
/** Bytes of an id: 32 hex digits. */
export const ID_BYTES = 16;
