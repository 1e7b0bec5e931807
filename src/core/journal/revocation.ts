/** What `undo` would write: decided from journal and request, before anything is touched. */
import type { Day } from "../calendar.ts";
import type { Decision, Refusal } from "./deeds.ts";
import { newestFirst } from "./descent.ts";
import type { Journal } from "./fold.ts";
import { type JournalRecord, type RecordFacts, shortId } from "./record.ts";
import { unseenAmong } from "./seen.ts";

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

/** Whether it takes back an undo, so that what that one took away counts again; an undo of such a record takes it away once more. */
export function isRestoring(record: JournalRecord, byId: Journal["byId"]): boolean {
  let depth = 0;
  for (let of: JournalRecord | undefined = record; of?.do === "revoke"; of = byId.get(of.of[0] ?? "")) depth += 1;
  return depth > 0 && depth % 2 === 0;
}

/**
 * The last record of the writer; undefined for none. Of several that had not seen each other, written in two copies of the journal,
 * the newest by the clock, as `log` has it. Where another has corrected it or taken it back since, it is the last one all the
 * same: an older one is not what anybody means by it.
 */
export function lastRecordOf(journal: Journal, by: string): JournalRecord | undefined {
  return newestFirst(journal, unseenAmong(journal, nearestOf(journal, by)))[0];
}

/** The writer's records that are come to first on the ways back from what nobody has seen yet. */
function nearestOf(journal: Journal, by: string): JournalRecord[] {
  const found: JournalRecord[] = [];
  // What is added during the walk is walked too.
  const ways = new Set(journal.links.heads);
  for (const id of ways) {
    const record = journal.byId.get(id);
    if (record?.by === by) found.push(record);
    else for (const seen of record?.prev ?? []) ways.add(seen);
  }
  return found;
}
