/** Finds what a form says that was recorded before: an old form must not undo later corrections. */
import { type Journal, foldJournal } from "../../core/journal/fold.ts";
import type { JournalRecord } from "../../core/journal/record.ts";
import { differOnlyIn, saysNothingMore } from "../../core/journal/same-facts.ts";
import type { Item } from "../recording/drafting.ts";
import type { Row } from "../recording/rows.ts";

/** What became of the record that says the same. */
type Fate = "standing" | "corrected" | "revoked";

/**
 * What became of an earlier record that says what the row says; null if the row must be recorded. Also null if the same
 * facts stand unchanged: the item reports that itself.
 */
export function earlierRecordFate(item: Item, row: Row, journal: Journal): Fate | null {
  const decision = item.decide(journal);
  if ("unchanged" in decision) return null;
  // Forms always name their division. A differing `from` alone is no reason for a correction, which would undo an
  // acceptance.
  if ("write" in decision && decision.corrects !== null && differOnlyIn("from", decision.corrects, decision.write)) {
    return "standing";
  }
  const said = (journal.allByRef.get(item.id) ?? []).filter((record) => saysSo(record, item, row));
  const since = said.map(({ id }) => fateOf(id, journal));
  // If it stands and is nevertheless to be written, the row adds something to it.
  const isStanding = since.includes("standing") && "refused" in decision;
  return isStanding ? "standing" : (since.find((one) => one !== "standing") ?? null);
}

/** Whether the record says what the row says, on the same day; on any day, if the row has none. */
function saysSo(record: JournalRecord, item: Item, row: Row): boolean {
  const plain = item.decide(foldJournal([]));
  if (!("write" in plain)) return false;
  const isOfTheDay = row.on === undefined || record.on === plain.write.on;
  return record.do === row.kind && isOfTheDay && saysNothingMore(plain.write, record);
}

function fateOf(id: string, journal: Journal): Fate {
  const by = journal.supersededBy.get(id);
  if (by === undefined) return "standing";
  return journal.byId.get(by)?.do === "revoke" ? "revoked" : "corrected";
}
