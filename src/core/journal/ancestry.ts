/** Who had seen what, for many questions about one journal. */
import { type FoldedJournal, byDescent, descends } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/**
 * The same as `descends`, ready for many questions. Most records are knots: all that stand before them were seen by their
 * writer, and all that stand behind come after them. Between two records with a knot there is nothing left to ask; others
 * are close together, so that the walk is short.
 */
export function ancestryOf(journal: FoldedJournal): (later: JournalRecord, earlier: JournalRecord) => boolean {
  const places = placesOf(inOrder(journal));
  return (later, earlier) => {
    const [to, from] = [places.get(later.id), places.get(earlier.id)];
    if (to === undefined || from === undefined || to.place <= from.place) return false;
    return to.knotsThrough > from.knotsBefore || descends(journal, later, earlier);
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

/** Where a record stands, and how many knots there are up to it. */
interface Standpoint {
  readonly place: number;
  readonly knotsBefore: number;
  /** Itself counted, if it is one. */
  readonly knotsThrough: number;
}

function placesOf(order: readonly JournalRecord[]): ReadonlyMap<string, Standpoint> {
  const bottlenecks = seenByAllBehind(order);
  const places = new Map<string, Standpoint>();
  const heads = new Set<string>();
  let knots = 0;
  order.forEach(({ id, prev }, place) => {
    const knotsBefore = knots;
    for (const seen of prev) heads.delete(seen);
    heads.add(id);
    // A record that is the only head has seen all before it.
    if (heads.size === 1 && bottlenecks.has(id)) knots += 1;
    places.set(id, { place, knotsBefore, knotsThrough: knots });
  });
  return places;
}

/** The records that none behind them looks past: each of those has seen it, or another one behind it. */
function seenByAllBehind(order: readonly JournalRecord[]): ReadonlySet<string> {
  const places = new Map(order.map(({ id }, place) => [id, place]));
  const found = new Set<string>();
  let lowest = order.length;
  for (const [back, { id, prev }] of order.toReversed().entries()) {
    if (lowest >= order.length - 1 - back) found.add(id);
    const seen = prev.flatMap((other) => places.get(other) ?? []);
    lowest = Math.min(lowest, seen.length === 0 ? -1 : Math.min(...seen));
  }
  return found;
}
