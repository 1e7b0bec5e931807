import type { Day } from "../calendar.ts";
import { compareText } from "../order.ts";

/** What each kind of record means. ipplan writes no other kinds, but reads journals that have them. */
export const RECORD_KINDS = {
  done: "the milestone was completed on that day",
  progress: "the division's own estimate, in percent",
  reading: "a value of an indicator",
  note: "a word on how things stand",
  block: "work cannot go on, for a reason",
  unblock: "the blocks that it names have ended",
  extend: "a later due day was approved",
  cancel: "the milestone was dropped, with approval",
  accept: "the office has checked the completions that it names (销号)",
  revoke: "the records that it names never were (撤销)",
} as const satisfies Record<string, string>;

export type RecordKind = keyof typeof RECORD_KINDS;

export const EVIDENCE_KINDS = ["doc", "file", "link"] as const;

/** Proof of a completion: a document by number or name, a file in the repository, or a link. */
export interface Evidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly value: string;
}

/** What a record says, before the writer's clock, the heads seen and the id are added. */
export interface RecordFacts {
  readonly by: string;
  readonly do: RecordKind;
  /** A task (`10`), a milestone (`10-1`, `10-3@Q2`) or an indicator (`10/agencies`). */
  readonly ref: string;
  /** The day that the record is about (发生日). */
  readonly on: Day;
  /** Window and text hash of the milestone when the record was written: `2017-04-01..2017-06-30#1a2b3c4d`. */
  readonly was?: string | undefined;
  /** Estimated progress, 0–100. */
  readonly percent?: number | undefined;
  /** An indicator's value, in its unit. */
  readonly value?: number | undefined;
  /** Whether `value` is a total or is added to the last one; a total if left out. */
  readonly mode?: "total" | "add" | undefined;
  /** The new due day of an extension. */
  readonly to?: Day | undefined;
  readonly reason?: string | undefined;
  readonly approver?: string | undefined;
  /** The division that reported, if someone else wrote the record for it. */
  readonly from?: string | undefined;
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  readonly next?: string | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  /** Ids of the records that it corrects, revokes, ends or accepts; the kind decides which. */
  readonly of: readonly string[];
}

/** See `JournalRecord`. */
export const PROVEN = Symbol("proven");

/** The greatest absolute value of a reading. */
export const MOST_AMOUNT = 1e15;

/** One line of the journal. */
export interface JournalRecord extends RecordFacts {
  readonly v: 1;
  /** The writer's clock, UTC with milliseconds. The state of a milestone never depends on it. */
  readonly t: string;
  /** Ids of the heads that the writer saw, at most `MAX_HEADS`. */
  readonly prev: readonly string[];
  /** The first 128 bits of SHA-256 over the line's bytes before `,"id":`. */
  readonly id: string;
  /**
   * Whether the record has evidence, if that is known without reading the evidence itself. A symbol, so that no line of
   * a journal can set it.
   */
  readonly [PROVEN]?: boolean;
}

/** Whether the record has evidence. */
export function isProven(record: JournalRecord): boolean {
  return record[PROVEN] ?? (record.evidence ?? []).length > 0;
}

/** The most heads that a record names; see `headsOf`. */
export const MAX_HEADS = 16;

/** The first 8 digits of a record's id, as people see and type them. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

const NONE: readonly JournalRecord[] = [];

/** One test for each kind, made once: many milestones are asked about many kinds. */
const OF_KIND = new Map<RecordKind, (record: JournalRecord) => boolean>();

/** The records of one kind. */
export function ofKind(records: readonly JournalRecord[], kind: RecordKind): readonly JournalRecord[] {
  if (records.length === 0) return NONE;
  let isOfKind = OF_KIND.get(kind);
  if (isOfKind === undefined) {
    isOfKind = (record) => record.do === kind;
    OF_KIND.set(kind, isOfKind);
  }
  return filterRecords(records, isOfKind);
}

/**
 * The records for which `isSo` holds. Makes no new list if none or all of them pass, which is the usual case: most
 * milestones have few records, of few kinds.
 */
export function filterRecords(
  records: readonly JournalRecord[],
  isSo: (record: JournalRecord) => boolean,
): readonly JournalRecord[] {
  if (!records.some(isSo)) return NONE;
  return records.every(isSo) ? records : records.filter(isSo);
}

/** The records ordered by id. Their places in files must not show in what is written or printed. */
export function inIdOrder(records: readonly JournalRecord[]): JournalRecord[] {
  return records.toSorted((a, b) => compareText(a.id, b.id));
}
