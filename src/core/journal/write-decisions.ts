/**
 * What each writing command except `undo` would write. Progress, readings and extensions are facts of a day: recorded
 * again for the same day they correct, other days stand apart. A milestone is done or cancelled once: recorded again
 * this corrects, whatever the day, and keeps the day if none was typed. The same facts write nothing; for facts of a
 * day and completions that holds even if the milestone was done or cancelled since. A correction keeps what was not
 * typed again, and adds to the evidence handed in by anyone: only an undo removes evidence. But a reading with a new
 * value keeps nothing, since the old evidence and notes were about the old value.
 */
import { type Day, earlierOf, laterOf } from "../calendar.ts";
import type { Standing } from "../standing.ts";
import { compareText } from "../order.ts";
import { type Journal, latestRecord, liveRecords, liveUpTo } from "./fold.ts";
import { type Live, completionsOf, eachOnce, evidenceOf, openBlocks } from "./live.ts";
import { type Evidence, type JournalRecord, type RecordFacts, inIdOrder } from "./record.ts";
import { sameFacts, saysNothingMore, whatItSays } from "./same-facts.ts";
import type { WriteKind } from "./write-kinds.ts";

export const REFUSAL_REASONS = [
  "done already",
  "cancelled",
  "not done",
  "no evidence",
  "not blocked",
  "before blocked",
  "nothing said",
  "not later",
  "before done",
  "needs milestone",
  "corrected",
  "said twice",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/**
 * Why nothing can be written; the catalogue has the words. `than` fills them in: the day that an extension must go
 * beyond or an acceptance or unblock must not precede, the short id of a correction, or the line that says the same.
 */
export interface Refusal {
  readonly refused: RefusalReason;
  readonly than?: string;
}

/** A record to write, or the existing record that says the same already. */
export type Decision =
  { readonly write: RecordFacts; readonly corrects: JournalRecord | null } | { readonly unchanged: JournalRecord };

/** What was typed; null for what was not. */
export interface WriteRequest {
  readonly on: Day;
  /** Whether no day was typed, so that `on` is today. */
  readonly isToday: boolean;
  readonly by: string;
  readonly from: string | null;
  readonly note: string | null;
  readonly problem: string | null;
  readonly next: string | null;
  readonly evidence: readonly Evidence[];
  /** 0–100. */
  readonly percent: number | null;
  /** An indicator's value, in its unit. */
  readonly value: number | null;
  readonly mode: "total" | "add" | null;
  readonly to: Day | null;
  readonly reason: string | null;
  readonly approver: string | null;
}

/** What a record is about: a milestone as it stands, a task (notes only) or an indicator (readings only). */
export interface Target {
  readonly ref: string;
  /** Window and text hash of the milestone as they are now; null for a task or an indicator. */
  readonly was: string | null;
  readonly standing: Standing | null;
}

type Facts = Omit<RecordFacts, "of">;
type Decide = (target: Target, facts: Facts, journal: Journal, isToday: boolean) => Decision | Refusal;

/** Decides what a command writes about a target, corrects or leaves unchanged, or why it is refused. */
export function decideWrite(
  kind: WriteKind,
  target: Target,
  request: WriteRequest,
  journal: Journal,
): Decision | Refusal {
  if (target.standing === null && kind !== "note" && kind !== "reading") return { refused: "needs milestone" };
  return DECIDERS[kind](target, factsOf(kind, target, request), journal, request.isToday);
}

const DECIDERS = {
  done: decideCompletion,
  progress: (target, facts, journal) => whereOpen(target, ofTheDay(facts, journal, "progress")),
  reading: decideReading,
  note: decideNote,
  block: decideBlock,
  unblock: decideUnblock,
  extend: decideExtension,
  cancel: decideCancellation,
  accept: decideAcceptance,
} as const satisfies Record<WriteKind, Decide>;

function decideCompletion(_: Target, facts: Facts, journal: Journal, isToday: boolean): Decision {
  const completions = completionsOf(journal.liveByRef.get(facts.ref) ?? []);
  const [counted] = completions;
  if (counted === undefined) return { write: { ...facts, of: [] }, corrects: null };
  const said = saidAgain(counted, completions, facts, isToday);
  if (sameFacts(counted, said)) return { unchanged: counted };
  return { write: { ...said, of: completions.map(({ id }) => id) }, corrects: counted };
}

/** The facts of a correction: based on the live record of the typed day, else on the one that counts. */
function saidAgain(counted: JournalRecord, standing: Live, facts: Facts, isToday: boolean): Facts {
  const on = isToday ? counted.on : facts.on;
  const meant = standing.find((record) => record.on === on) ?? counted;
  return { ...whatItSays(meant), ...facts, on, ...evidenceBeside(standing, facts) };
}

/** The evidence of the live records and what is handed in now; no key if there is none. */
function evidenceBeside(standing: Live, { evidence = [] }: Facts): Pick<Facts, "evidence"> {
  const all = eachOnce([...evidenceOf(standing), ...evidence]);
  return all.length === 0 ? {} : { evidence: all };
}

function decideNote(_: Target, facts: Facts, journal: Journal): Decision | Refusal {
  if (facts.note === undefined && facts.problem === undefined && facts.next === undefined) {
    return { refused: "nothing said" };
  }
  const same = liveRecords(journal, facts.ref, "note", facts.on).find((record) => sameFacts(record, facts));
  return same === undefined ? { write: { ...facts, of: [] }, corrects: null } : { unchanged: same };
}

/** A total and an addition of the same day stand apart; recording either again corrects its own kind. */
function decideReading(_: Target, facts: Facts, journal: Journal): Decision {
  return ofTheDay(facts, journal, "reading", (record) => (record.mode ?? "total") === facts.mode);
}

/** An open block for the same reason stays; new details or an earlier first day correct it and leave its rest. */
function decideBlock(target: Target, facts: Facts): Decision | Refusal {
  const refusal = refuseClosed(target);
  if (refusal !== null) return refusal;
  const block = target.standing?.block ?? null;
  if (block === null || block.reason !== facts.reason) return { write: { ...facts, of: [] }, corrects: null };
  if (facts.on >= block.on && saysNothingMore(facts, block)) return { unchanged: block };
  const on = earlierOf(facts.on, block.on);
  const said = { ...whatItSays(block), ...facts, on, ...evidenceBeside([block], facts) };
  return { write: { ...said, of: [block.id] }, corrects: block };
}

/** Ends every block that is open. */
function decideUnblock(_: Target, facts: Facts, journal: Journal): Decision | Refusal {
  const open = openBlocks(journal, liveUpTo(journal, facts.ref, facts.on));
  if (open.length === 0) {
    const [later] = openBlocks(journal, journal.liveByRef.get(facts.ref) ?? []).toSorted((a, b) =>
      compareText(a.on, b.on),
    );
    return later === undefined ? { refused: "not blocked" } : { refused: "before blocked", than: later.on };
  }
  return { write: { ...facts, of: inIdOrder(open).map(({ id }) => id) }, corrects: null };
}

function decideExtension(target: Target, facts: Facts, journal: Journal): Decision | Refusal {
  const decision = whereOpen(target, ofTheDay(facts, journal, "extend"));
  const than = target.standing?.originalDue;
  const isNoLater = than !== undefined && facts.to !== undefined && facts.to <= than;
  return "write" in decision && isNoLater ? { refused: "not later", than } : decision;
}

function decideCancellation(target: Target, facts: Facts, journal: Journal, isToday: boolean): Decision | Refusal {
  const refusal = refuseDone(target);
  if (refusal !== null) return refusal;
  const counted = target.standing?.cancellation ?? null;
  if (counted === null) return { write: { ...facts, of: [] }, corrects: null };
  const live = liveRecords(journal, facts.ref, "cancel", laterOf(facts.on, counted.on));
  const said = saidAgain(counted, live, facts, isToday);
  if (live.length === 1 && sameFacts(counted, said)) return { unchanged: counted };
  return { write: { ...said, of: inIdOrder(live).map(({ id }) => id) }, corrects: counted };
}

/** The office accepts only completions that have evidence. */
function decideAcceptance(target: Target, facts: Facts, journal: Journal): Decision | Refusal {
  const { standing } = target;
  if (standing?.state !== "done") return { refused: "not done" };
  if (standing.evidence.length === 0) return { refused: "no evidence" };
  const { completedOn: than } = standing;
  if (than !== null && facts.on < than) return { refused: "before done", than };
  const done = standing.completions.map(({ id }) => id);
  const same = liveRecords(journal, facts.ref, "accept", facts.on).find(
    (record) => done.every((id) => record.of.includes(id)) && saysNothingMore(facts, record),
  );
  return same === undefined ? { write: { ...facts, of: done }, corrects: null } : { unchanged: same };
}

function refuseDone({ standing }: Target): Refusal | null {
  return standing !== null && standing.completedOn !== null ? { refused: "done already" } : null;
}

/** Refuses what cannot be recorded once the milestone is done or cancelled. */
function refuseClosed(target: Target): Refusal | null {
  const isCancelled = target.standing !== null && target.standing.cancellation !== null;
  return refuseDone(target) ?? (isCancelled ? { refused: "cancelled" } : null);
}

/** Refuses to write about a milestone that is done or cancelled. Repeating what is recorded is never refused. */
function whereOpen(target: Target, decision: Decision): Decision | Refusal {
  return "unchanged" in decision ? decision : (refuseClosed(target) ?? decision);
}

/**
 * A fact of a day: the same facts write nothing, other facts for the same day correct, and other days stand apart.
 * `isSameFact` narrows what a new record corrects.
 */
function ofTheDay(
  facts: Facts,
  journal: Journal,
  kind: "progress" | "extend" | "reading",
  isSameFact: (record: JournalRecord) => boolean = () => true,
): Decision {
  const ofDay = liveRecords(journal, facts.ref, kind, facts.on).filter(({ on }) => on === facts.on);
  const sameDay = inIdOrder(ofDay.filter(isSameFact));
  const [first] = sameDay;
  if (first === undefined) return { write: { ...facts, of: [] }, corrects: null };
  const kept = kind === "reading" ? sameDay.filter(({ value }) => value === facts.value) : sameDay;
  const meant = latestRecord(journal, kept);
  const said = meant === undefined ? facts : { ...whatItSays(meant), ...facts, ...evidenceBeside(kept, facts) };
  if (sameDay.length === 1 && sameFacts(first, said)) return { unchanged: first };
  return { write: { ...said, of: sameDay.map(({ id }) => id) }, corrects: first };
}

function factsOf(kind: WriteKind, { ref, was }: Target, request: WriteRequest): Facts {
  const said = {
    was,
    percent: request.percent,
    value: request.value,
    mode: request.mode,
    to: request.to,
    reason: request.reason,
    approver: request.approver,
    from: request.from,
    note: request.note,
    problem: request.problem,
    next: request.next,
    evidence: request.evidence.length === 0 ? null : request.evidence,
  };
  const given = Object.entries(said).filter(([, value]) => value !== null);
  return { by: request.by, do: kind, ref, on: request.on, ...Object.fromEntries(given) };
}
