/** What the live records of one milestone amount to, as of a day. */
import type { Day } from "../calendar.ts";
import { compareText } from "../order.ts";
import { type Journal, doesName, latestRecord, targetsOf } from "./fold.ts";
import { type Evidence, type JournalRecord, type RecordKind, filterRecords, ofKind } from "./record.ts";

/** The live records of one milestone or task, of days up to the as-of day. */
export type Live = readonly JournalRecord[];

const WORDS: ReadonlySet<RecordKind> = new Set(["note", "progress", "block", "unblock"]);

/** Whether the record says how the work is going. */
export function isStatusWord(record: JournalRecord): boolean {
  return WORDS.has(record.do);
}

const REPORTS: Readonly<Record<string, boolean>> = {
  ...{ done: true, progress: true, reading: true, note: true, block: true, unblock: true },
  ...{ extend: true, cancel: true, accept: true, revoke: false },
} satisfies Record<RecordKind, boolean>;

/** Whether the record reports anything. A kind that this version does not understand does not. */
export function isReport({ do: kind }: JournalRecord): boolean {
  return REPORTS[kind] === true;
}

/** What holds work up and what is to be done about it, each with the day that its record is of. */
export interface Difficulty {
  /** The latest problem that was named, or else the reason of the block. */
  readonly problem: string | null;
  /** The day of that record. A problem stands until another is named. */
  readonly problemOn: Day | null;
  /** The latest next step, unless the problem is newer. */
  readonly nextStep: string | null;
  readonly nextStepOn: Day | null;
}

/** What the live records of one milestone say of it. */
export interface Recorded {
  /** All of them. */
  readonly records: Live;
  /** The live completions; the first one counts. */
  readonly completions: readonly JournalRecord[];
  readonly evidence: readonly Evidence[];
  readonly accepted: boolean;
  /** Whether one of its completions has evidence. */
  readonly proven: boolean;
  /** Whether there is a live extension. */
  readonly extended: boolean;
  readonly extension: JournalRecord | null;
  /** How many different due days it was extended to: records that name the same day are one extension. */
  readonly timesExtended: number;
  /** The live extension that moved `assessmentDue`. */
  readonly judgedExtension: JournalRecord | null;
  readonly cancellation: JournalRecord | null;
  readonly block: JournalRecord | null;
  readonly progress: JournalRecord | null;
  /** Its notes, progress estimates, blocks and unblocks. */
  readonly words: readonly JournalRecord[];
  /** The latest of these words. */
  readonly lastWord: JournalRecord | null;
  /** The problem and the next step that still stand. */
  readonly difficulty: Difficulty;
}

/**
 * The latest problem that was named, or else the reason of the block; and the latest next step, unless it is older than
 * that. Naming a step later does not take the problem back.
 */
export function difficultyOf(journal: Journal, live: Live, block: JournalRecord | null): Difficulty {
  const cause = latestRecord(journal, filterRecords(live, namesProblem)) ?? block;
  const step = latestRecord(journal, filterRecords(live, namesStep)) ?? null;
  // True of most milestones, and long lists ask this of each.
  if (cause === null && step === null) return NO_DIFFICULTY;
  const problem = cause?.problem ?? cause?.reason ?? null;
  const stands = step !== null && (cause === null || latestRecord(journal, [cause, step]) === step) ? step : null;
  return {
    problem,
    problemOn: cause === null || problem === null ? null : cause.on,
    nextStep: stands?.next ?? null,
    nextStepOn: stands?.on ?? null,
  };
}

export const NO_DIFFICULTY: Difficulty = { problem: null, problemOn: null, nextStep: null, nextStepOn: null };

function namesProblem({ problem }: JournalRecord): boolean {
  return problem !== undefined;
}

function namesStep({ next }: JournalRecord): boolean {
  return next !== undefined;
}

/**
 * The completions, the one that counts first. Two people may have recorded it without seeing each other's record; the
 * earlier day counts.
 */
export function completionsOf(live: Live): Live {
  const records = ofKind(live, "done");
  return records.length < 2 ? records : records.toSorted((a, b) => compareText(a.on, b.on) || compareText(a.id, b.id));
}

const NO_EVIDENCE: readonly Evidence[] = [];

/** All evidence of the records, each item once. */
export function evidenceOf(records: Live): readonly Evidence[] {
  return records.length === 0 ? NO_EVIDENCE : eachOnce(records.flatMap((record) => record.evidence ?? []));
}

/** The evidence without repetitions, each item at its first place. */
export function eachOnce(all: readonly Evidence[]): Evidence[] {
  return all.filter(
    ({ kind, value }, index) => all.findIndex((other) => other.kind === kind && other.value === value) === index,
  );
}

/** Whether a live acceptance names one of the completions. */
export function isAccepted(journal: Journal, live: Live, completions: Live): boolean {
  const accepts = ofKind(live, "accept");
  return accepts.length > 0 && completions.some((done) => accepts.some((accept) => doesName(journal, accept, done)));
}

/** The latest block that has not ended. */
export function openBlock(journal: Journal, live: Live): JournalRecord | null {
  return latestRecord(journal, openBlocks(journal, live)) ?? null;
}

/**
 * The blocks that have not ended. An unblock ends a block through all its corrections, even if a correction was revoked
 * since or the writer of the unblock had not seen it.
 */
export function openBlocks(journal: Journal, live: Live): Live {
  const blocks = ofKind(live, "block");
  if (blocks.length === 0) return blocks;
  const ended = ofKind(live, "unblock").flatMap((end) => blocksBehind(journal, targetsOf(journal, end)));
  if (ended.length === 0) return blocks;
  const ids = new Set(ended.map(({ id }) => id));
  return filterRecords(blocks, (block) => !blocksBehind(journal, [block]).some(({ id }) => ids.has(id)));
}

/** The blocks among the records and all blocks that these correct, each once. */
function blocksBehind(journal: Journal, records: readonly JournalRecord[]): JournalRecord[] {
  const found = new Map<string, JournalRecord>();
  const waiting = [...records];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (one.do !== "block" || found.has(one.id)) continue;
    found.set(one.id, one);
    waiting.push(...targetsOf(journal, one));
  }
  return [...found.values()];
}
