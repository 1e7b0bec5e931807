/** What `undo` would write, decided from journal and request before anything is written. */
import type { Day } from "../calendar.ts";
import type { Decision, Refusal } from "./write-decisions.ts";
import { newestFirst } from "./descent.ts";
import type { Journal } from "./fold.ts";
import { type JournalRecord, type RecordFacts, shortId } from "./record.ts";
import { unseenAmong } from "./seen.ts";

/**
 * Decides how to revoke a record. A record that was revoked already is left unchanged. A corrected record no longer
 * counts, so revoking it would change nothing: this is refused and names the correction. An undo can itself be undone.
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
 * Whether the record undoes an undo, so that what had been revoked counts again. Of a chain of revokes, every second
 * one restores.
 */
export function isRestoring(record: JournalRecord, byId: Journal["byId"]): boolean {
  let depth = 0;
  for (let of: JournalRecord | undefined = record; of?.do === "revoke"; of = byId.get(of.of[0] ?? "")) depth += 1;
  return depth > 0 && depth % 2 === 0;
}

/**
 * The writer's last record; undefined if there is none. If the writer wrote several in separate copies of the journal,
 * so that none had seen the other, it is the newest by the clock, as in `log`. A record that someone has since
 * corrected or revoked still is the last one: nobody would mean an older one.
 */
export function lastRecordOf(journal: Journal, by: string): JournalRecord | undefined {
  return newestFirst(journal, unseenAmong(journal, nearestOf(journal, by)))[0];
}

/** The first records of the writer on each way back from the heads. */
function nearestOf(journal: Journal, by: string): JournalRecord[] {
  const found: JournalRecord[] = [];
  // A Set iterates over values added during the loop.
  const ways = new Set(journal.links.heads);
  for (const id of ways) {
    const record = journal.byId.get(id);
    if (record?.by === by) found.push(record);
    else for (const seen of record?.prev ?? []) ways.add(seen);
  }
  return found;
}
