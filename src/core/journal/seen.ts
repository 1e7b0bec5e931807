/** Which records a record's writer had seen, directly or through others. */
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/** Of so many records each is compared with each: who had seen whom is mostly known at once, and else a short way back. */
export const MOST_IN_PAIRS = 32;

/** Those of the records that no other one's writer had seen. */
export function unseenAmong(journal: Journal, records: readonly JournalRecord[]): readonly JournalRecord[] {
  if (records.length > MOST_IN_PAIRS) return notBehind(journal, records);
  return records.filter((record) => !records.some((other) => other !== record && descends(journal, other, record)));
}

/** The same by going back once from all of them, no further than where the first of them lies. */
function notBehind(journal: Journal, records: readonly JournalRecord[]): readonly JournalRecord[] {
  const lowest = records.reduce((least, record) => Math.min(least, journal.generationOf(record)), Infinity);
  const behind = new Set<string>();
  const open = records.flatMap(({ prev }) => prev);
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (behind.has(id)) continue;
    behind.add(id);
    const record = journal.byId.get(id);
    if (record !== undefined && journal.generationOf(record) > lowest) open.push(...record.prev);
  }
  return records.filter(({ id }) => !behind.has(id));
}

type Side = "later" | "earlier" | "both";

/**
 * Whether the writer of `later` had seen `earlier`, directly or through others. Both are followed back in turns, and what
 * both come to is followed no further, since neither lies beyond: the way is as long as they are apart, not as the journal.
 */
export function descends(journal: Journal, later: JournalRecord, earlier: JournalRecord): boolean {
  const toldAtOnce = journal.hadSeen?.(later, earlier);
  if (toldAtOnce !== undefined) return toldAtOnce;
  const sides = new Map<string, Side>([
    [later.id, "later"],
    [earlier.id, "earlier"],
  ]);
  // What is set anew during the walk is walked too, and a mark that changes keeps its place.
  for (const [id, side] of sides) {
    if (side === "both") continue;
    for (const parent of parentsOf(journal, id)) {
      if (parent === earlier.id || parent === later.id) return parent === earlier.id;
      const known = sides.get(parent);
      if (known === undefined) sides.set(parent, side);
      else if (known !== side) markCommon(journal, parent, sides);
    }
  }
  return false;
}

/** Both came to the record, and so to all that it had seen. */
function markCommon(journal: Journal, id: string, sides: Map<string, Side>): void {
  const open = [id];
  for (const common of open) {
    if (sides.get(common) === "both") continue;
    sides.set(common, "both");
    open.push(...parentsOf(journal, common).filter((parent) => sides.has(parent)));
  }
}

function parentsOf(journal: Journal, id: string): readonly string[] {
  return journal.byId.get(id)?.prev ?? [];
}
