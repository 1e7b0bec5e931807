/** Who had seen what, for many questions about one journal. */
import { type FoldedJournal, byDescent, descends } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/**
 * The same as `descends`, ready for many questions. Most records are knots: all that stand before them were seen by their
 * writer, and all that stand behind come after them. Between two records with a knot there is nothing left to ask; others
 * are close together, so that the walk is short.
 */
export function ancestryOf(journal: FoldedJournal): (later: JournalRecord, earlier: JournalRecord) => boolean {
  const order = inOrder(journal);
  const places = new Map(order.map(({ id }, place) => [id, place]));
  const knots = countKnots(order, places);
  return (later, earlier) => {
    const [to, from] = [places.get(later.id), places.get(earlier.id)];
    if (to === undefined || from === undefined || to <= from) return false;
    return (knots[to + 1] ?? 0) > (knots[from] ?? 0) || descends(journal, later, earlier);
  };
}

/** The records, each behind all that its writer had seen; most journals are written so. */
function inOrder(journal: FoldedJournal): readonly JournalRecord[] {
  const { records, byId } = journal;
  const before = new Set<string>();
  const isOrdered = records.every(({ id, prev }) => {
    before.add(id);
    return prev.every((seen) => before.has(seen) || !byId.has(seen));
  });
  return isOrdered ? records : byDescent(journal);
}

/** For each place, how many of the records before it are knots. */
function countKnots(order: readonly JournalRecord[], places: ReadonlyMap<string, number>): Int32Array {
  const reach = lowestSeen(order, places);
  const counts = new Int32Array(order.length + 1);
  const heads = new Set<string>();
  order.forEach(({ id, prev }, place) => {
    for (const seen of prev) heads.delete(seen);
    heads.add(id);
    // All before it were seen, and no record behind it looks past it.
    const isKnot = heads.size === 1 && (reach[place + 1] ?? place) >= place;
    counts[place + 1] = (counts[place] ?? 0) + (isKnot ? 1 : 0);
  });
  return counts;
}

/** For each place, the first place that the record there or one behind it has seen directly; -1 where one has seen none. */
function lowestSeen(order: readonly JournalRecord[], places: ReadonlyMap<string, number>): Int32Array {
  const lowest = new Int32Array(order.length + 1).fill(order.length);
  for (let place = order.length - 1; place >= 0; place -= 1) {
    const seen = (order[place]?.prev ?? []).flatMap((id) => places.get(id) ?? []);
    const own = seen.length === 0 ? -1 : Math.min(...seen);
    lowest[place] = Math.min(own, lowest[place + 1] ?? order.length);
  }
  return lowest;
}
