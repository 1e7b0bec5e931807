/** What a form says that the journal was told before: an old form is not to bring back what was corrected since. */
import { type Journal, foldJournal } from "../../core/journal/fold.ts";
import type { JournalRecord } from "../../core/journal/record.ts";
import { differOnlyIn, saysNothingMore } from "../../core/journal/same-facts.ts";
import type { Item } from "../recording/drafting.ts";
import type { Row } from "../recording/rows.ts";

/** What became of the record that said the same. */
type Since = "standing" | "corrected" | "revoked";

/** Null where the row says something that is to be recorded, or that stands just so, which is told with all that is recorded. */
export function repetition(item: Item, row: Row, journal: Journal): Since | null {
  const decision = item.decide(journal);
  if ("unchanged" in decision) return null;
  // A form names its division by itself: that it has it from there is no reason to correct, and to undo what was accepted.
  if ("write" in decision && decision.corrects !== null && differOnlyIn("from", decision.corrects, decision.write)) {
    return "standing";
  }
  const said = (journal.allByRef.get(item.id) ?? []).filter((record) => saysSo(record, item, row));
  const since = said.map(({ id }) => sinceOf(id, journal));
  // What stands, and is to be written all the same, is written with something more.
  const isStanding = since.includes("standing") && "refused" in decision;
  return isStanding ? "standing" : (since.find((one) => one !== "standing") ?? null);
}

/** Whether the record says what the row does, of its day; where no day was filled in, of whatever day. */
function saysSo(record: JournalRecord, item: Item, row: Row): boolean {
  const plain = item.decide(foldJournal([]));
  if (!("write" in plain)) return false;
  const isOfTheDay = row.on === undefined || record.on === plain.write.on;
  return record.do === row.kind && isOfTheDay && saysNothingMore(plain.write, record);
}

function sinceOf(id: string, journal: Journal): Since {
  const by = journal.supersededBy.get(id);
  if (by === undefined) return "standing";
  return journal.byId.get(by)?.do === "revoke" ? "revoked" : "corrected";
}
