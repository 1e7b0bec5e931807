/** Which records the writer of a record had seen, directly or through others. */
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/**
 * Up to this many records are compared in pairs: usually it is known at once who had seen whom, or after a short walk
 * back.
 */
export const MOST_IN_PAIRS = 32;

/** The records that no other one's writer had seen. */
export function unseenAmong(journal: Journal, records: readonly JournalRecord[]): readonly JournalRecord[] {
  if (records.length > MOST_IN_PAIRS) return notBehind(journal, records);
  return records.filter((record) => !records.some((other) => other !== record && descends(journal, other, record)));
}

/** The same by a single walk back from all records, no further than the generation of the earliest. */
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
 * Whether the writer of `later` had seen `earlier`, directly or through others. Walks back from both in turns.
 * Ancestors of both are not followed, since `earlier` cannot lie behind them: so the walk is as long as the distance
 * between the two, not as the journal.
 */
export function descends(journal: Journal, later: JournalRecord, earlier: JournalRecord): boolean {
  const toldAtOnce = journal.hadSeen?.(later, earlier);
  if (toldAtOnce !== undefined) return toldAtOnce;
  const sides = new Map<string, Side>([
    [later.id, "later"],
    [earlier.id, "earlier"],
  ]);
  // A Map iterates over entries added during the loop; changing a mark keeps its entry's place.
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

/** Marks a record that both sides reached, and all its ancestors reached so far, as common. */
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
