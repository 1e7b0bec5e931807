import type { Day } from "../calendar.ts";
import { compareText } from "../order.ts";

/** What each kind of record means; the set is closed for the writer, open for the reader. */
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

/** What proves a completion: a document by number or name, a file of the repository, or a link. */
export interface Evidence {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  readonly value: string;
}

/** What a record says, before the writer's clock, the heads seen and the id are added to it. */
export interface RecordFacts {
  readonly by: string;
  readonly do: RecordKind;
  /** A task (`10`), a milestone (`10-1`, `10-3@Q2`) or an indicator (`10/agencies`). */
  readonly ref: string;
  /** The day it speaks of (发生日). */
  readonly on: Day;
  /** Window and text hash of the milestone as it stood: `2017-04-01..2017-06-30#1a2b3c4d`. */
  readonly was?: string | undefined;
  readonly percent?: number | undefined;
  readonly value?: number | undefined;
  readonly mode?: "total" | "add" | undefined;
  readonly to?: Day | undefined;
  readonly reason?: string | undefined;
  readonly approver?: string | undefined;
  /** The division that reported, where another person wrote it down. */
  readonly from?: string | undefined;
  readonly note?: string | undefined;
  readonly problem?: string | undefined;
  readonly next?: string | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  /** Ids of records that it corrects, takes back, ends or confirms; which of these, the kind decides. */
  readonly of: readonly string[];
}

export const PROVEN = Symbol("proven");

/** The most that a value may be, either way. */
export const MOST_AMOUNT = 1e15;

/** One line of the journal. */
export interface JournalRecord extends RecordFacts {
  readonly v: 1;
  /** The writer's clock, UTC with milliseconds. How a milestone stands never depends on it. */
  readonly t: string;
  /** Ids of the newest records that the writer saw, at most `MAX_HEADS`. */
  readonly prev: readonly string[];
  /** The first 128 bits of SHA-256 over the line's bytes before `,"id":`. */
  readonly id: string;
  /** Whether it names evidence, where that is known without reading all of it. A symbol: no line can say it. */
  readonly [PROVEN]?: boolean;
}

/** Whether the record names anything that proves it. */
export function isProven(record: JournalRecord): boolean {
  return record[PROVEN] ?? (record.evidence ?? []).length > 0;
}

/** How many heads a record names at most; see `headsOf`. */
export const MAX_HEADS = 16;

/** The first 8 digits of a record's id, as people see and type them. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

const NONE: readonly JournalRecord[] = [];

/** Whether a record is of the kind. Made once: many milestones are asked about many kinds. */
const OF_KIND = new Map<RecordKind, (record: JournalRecord) => boolean>();

/** Those of one kind. */
export function ofKind(records: readonly JournalRecord[], kind: RecordKind): readonly JournalRecord[] {
  if (records.length === 0) return NONE;
  let isOfKind = OF_KIND.get(kind);
  if (isOfKind === undefined) {
    isOfKind = (record) => record.do === kind;
    OF_KIND.set(kind, isOfKind);
  }
  return only(records, isOfKind);
}

/** Those that are so. Most milestones have few records, of few kinds: mostly there is none, or all are, and no list is made. */
export function only(
  records: readonly JournalRecord[],
  isSo: (record: JournalRecord) => boolean,
): readonly JournalRecord[] {
  if (!records.some(isSo)) return NONE;
  return records.every(isSo) ? records : records.filter(isSo);
}

/** The records in the order of their ids: where they stand in files may not show in what is written or said. */
export function inIdOrder(records: readonly JournalRecord[]): JournalRecord[] {
  return records.toSorted((a, b) => compareText(a.id, b.id));
}
