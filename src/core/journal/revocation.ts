/** What `undo` would write: decided from journal and request, before anything is touched. */
import type { Day } from "../calendar.ts";
import type { Decision, Refusal } from "./deeds.ts";
import { lastWhere } from "./descent.ts";
import type { Journal } from "./fold.ts";
import { type JournalRecord, type RecordFacts, shortId } from "./record.ts";

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
  const { ref, was, id } = record;
  const { by: writer, on, note } = request;
  const facts: RecordFacts = { by: writer, do: "revoke", ref, on, was, note: note ?? undefined, of: [id] };
  return { write: facts, corrects: null };
}

/**
 * The last record of the writer, in the order of descent; undefined for none. Where another has corrected it or taken it back
 * since, it is the last one all the same: an older one is not what anybody means by it.
 */
export function lastRecordOf(journal: Journal, by: string): JournalRecord | undefined {
  return lastWhere(journal, (record) => record.by === by);
}
