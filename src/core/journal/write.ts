/** What `done` and `undo` would write: decided from plan, journal and request, before anything is touched. */
import type { Day } from "../calendar.ts";
import type { Milestone } from "../plan.ts";
import type { Refusal } from "./deeds.ts";
import { lastWhere } from "./descent.ts";
import { type Journal, isLive } from "./fold.ts";
import { completionsOf } from "./live.ts";
import { type Evidence, type JournalRecord, type RecordFacts, shortId } from "./record.ts";
import { sameFacts } from "./same-facts.ts";

/** What a completion says; only what was typed is given. */
export interface CompletionRequest {
  /** The day typed, or null where none was. */
  readonly on: Day | null;
  /** Stands in for a day that was not typed. */
  readonly today: Day;
  readonly by: string;
  readonly from: string | null;
  readonly note: string | null;
  readonly problem?: string | null;
  readonly next?: string | null;
  readonly evidence: readonly Evidence[];
}

/** A record to write, or the word that it stands written already. */
export type Decision =
  { readonly write: RecordFacts; readonly corrects: JournalRecord | null } | { readonly unchanged: JournalRecord };

/**
 * The completion of a milestone. Where one stands already, the same facts write nothing, and other facts make a
 * correction that names in `of` every completion it saw; what was not typed stays as it was.
 * `was` describes the milestone as it stands (see the journal's format).
 */
export function decideCompletion(
  milestone: Milestone,
  was: string,
  journal: Journal,
  request: CompletionRequest,
): Decision {
  const standing = completionsOf(journal.liveByRef.get(milestone.id) ?? []);
  const [counted] = standing;
  const facts = completionFacts(milestone.id, was, request, counted);
  if (counted === undefined) return { write: { ...facts, of: [] }, corrects: null };
  if (sameFacts(counted, facts)) return { unchanged: counted };
  return { write: { ...facts, of: standing.map(({ id }) => id) }, corrects: counted };
}

/**
 * Takes a record back. One that was taken back already stays so; an undo can itself be undone. One that was corrected counts
 * no more: to take it back would change nothing, and its correction is named instead.
 */
export function decideRevocation(
  record: JournalRecord,
  journal: Journal,
  request: { readonly on: Day; readonly by: string; readonly note: string | null },
): Decision | Refusal {
  const by = journal.supersededBy.get(record.id);
  if (by !== undefined) {
    return journal.byId.get(by)?.do === "revoke" ? { unchanged: record } : { refused: "corrected", than: shortId(by) };
  }
  const facts: RecordFacts = {
    by: request.by,
    do: "revoke",
    ref: record.ref,
    on: request.on,
    ...(record.was === undefined ? {} : { was: record.was }),
    ...(request.note === null ? {} : { note: request.note }),
    of: [record.id],
  };
  return { write: facts, corrects: null };
}

/** The last live record of the writer, in the order of descent; undefined for none. */
export function lastRecordOf(journal: Journal, by: string): JournalRecord | undefined {
  return lastWhere(journal, (record) => record.by === by && isLive(journal, record.id));
}

function completionFacts(
  ref: string,
  was: string,
  request: CompletionRequest,
  counted: JournalRecord | undefined,
): Omit<RecordFacts, "of"> {
  const from = request.from ?? counted?.from;
  const note = request.note ?? counted?.note;
  const problem = request.problem ?? counted?.problem;
  const next = request.next ?? counted?.next;
  const evidence = request.evidence.length > 0 ? request.evidence : counted?.evidence;
  return {
    by: request.by,
    do: "done",
    ref,
    on: request.on ?? counted?.on ?? request.today,
    was,
    ...(from === undefined ? {} : { from }),
    ...(note === undefined ? {} : { note }),
    ...(problem === undefined ? {} : { problem }),
    ...(next === undefined ? {} : { next }),
    ...(evidence === undefined || evidence.length === 0 ? {} : { evidence }),
  };
}
