/** The columns of a compiled journal that hold its records. */
import type { JournalRecord, RecordKind } from "../../core/journal/record.ts";
import type { JsonSection } from "./container.ts";

/** The content of the section `head`. */
export interface JournalHead {
  readonly files: readonly { readonly name: string; readonly lines: number }[];
  readonly kinds: readonly RecordKind[];
  /** How many records have their day (`on`) in each year. */
  readonly years: readonly (readonly [year: number, count: number])[];
  readonly heads: readonly string[];
  readonly unknownSeen: readonly string[];
  readonly unknownTargets: readonly string[];
  readonly staysWithinRefs: boolean;
  readonly digest: string;
}

/** The texts of a record that lists show; the others are in its line only. */
export type RecordTexts = Pick<JournalRecord, "reason" | "approver" | "note" | "problem" | "next" | "evidence">;

/** One entry per record; null for a record without such texts (see slices.ts). */
export const RECORD_TEXTS: JsonSection<RecordTexts> = { name: "said" };

/** Flags: what is true of a record. */
export const FLAG = {
  live: 1,
  percent: 2,
  value: 4,
  reason: 8,
  evidence: 16,
  note: 32,
  problem: 64,
  next: 128,
  approver: 256,
  /** `t` is written in the usual form, so that it can be rebuilt from its instant. */
  plainTime: 512,
  /** Its mode, `add` or `total`; a journal with any other is not compiled. */
  adds: 1024,
  totals: 2048,
} as const;

/** How far a record's kind, as an index into the journal's kinds, is shifted left beside the flags. */
export const KIND_BITS = 16;

/** Columns of whole numbers, one entry a record. */
export type Column = "on" | "to" | "has" | "file" | "at" | "length" | "line" | "order" | "by" | "generation";

/** What records speak of, and the hash table (see string-index.ts) that finds its index. */
export const REFS = "refs";
export const REF_INDEX = "refs.index";

/** No index. */
export const NONE = -1;
/** Bytes of an id: its 32 hex digits. */
export const ID_BYTES = 16;
