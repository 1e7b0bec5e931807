/** Who had seen what, prepared for many questions about one journal. */
import { byDescent } from "./descent.ts";
import type { FoldedJournal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";
import { descends } from "./seen.ts";

export interface Ancestry {
  /** Whether the writer of the first record had seen the second, directly or through others. */
  readonly hadSeen: (later: JournalRecord, earlier: JournalRecord) => boolean;
  /** The length of the longest chain of records before the record (see `generationsOf`). */
  readonly generationOf: (record: JournalRecord) => number;
}

/**
 * Answers the same as `descends` and the journal's own generations, but prepared for many questions.
 *
 * Most records are knots: their writer had seen all records before them, and every later record descends from them. If
 * there is a knot from the earlier to the later of two records, both included, the later writer had seen the earlier
 * record. Records without a knot between them are close together, so the walk back is short.
 */
export function ancestryOf(journal: FoldedJournal): Ancestry {
  const { order, places } = inOrder(journal);
  const knots = knotsBefore(order, places);
  const generations = generationsIn(order, places);
  return {
    hadSeen: (later, earlier) => {
      const [to, from] = [places.get(later.id), places.get(earlier.id)];
      if (to === undefined || from === undefined || to <= from) return false;
      return Number(knots[to + 1]) > Number(knots[from]) || descends(journal, later, earlier);
    },
    generationOf: ({ id }) => generations[places.get(id) ?? -1] ?? 0,
  };
}

/** The generation of the record at each place. */
function generationsIn(order: readonly JournalRecord[], places: ReadonlyMap<string, number>): Int32Array {
  const generations = new Int32Array(order.length);
  let place = 0;
  for (const { prev } of order) {
    for (const id of prev) {
      const seen = places.get(id);
      if (seen !== undefined) generations[place] = Math.max(Number(generations[place]), Number(generations[seen]) + 1);
    }
    place += 1;
  }
  return generations;
}

/** Records in some order, and the place of each by id. */
interface Ordered {
  readonly order: readonly JournalRecord[];
  readonly places: ReadonlyMap<string, number>;
}

/** The records, each after all that its writer had seen. Most journals are already written in such an order. */
function inOrder(journal: FoldedJournal): Ordered {
  const asRead = placed(journal.records);
  const { order, places } = asRead;
  const isOrdered = order.every(({ prev }, place) => prev.every((seen) => (places.get(seen) ?? -1) < place));
  return isOrdered ? asRead : placed(byDescent(journal));
}

function placed(order: readonly JournalRecord[]): Ordered {
  const places = new Map<string, number>();
  for (const { id } of order) places.set(id, places.size);
  return { order, places };
}

/**
 * For each place, how many knots come before it; the last entry is the total. Numbers only, since a journal may be
 * large.
 */
function knotsBefore(order: readonly JournalRecord[], places: ReadonlyMap<string, number>): Int32Array {
  const bottlenecks = seenByAllBehind(order, places);
  const before = new Int32Array(order.length + 1);
  const heads = new Set<string>();
  let [knots, place] = [0, 0];
  for (const { id, prev } of order) {
    for (const seen of prev) heads.delete(seen);
    heads.add(id);
    // The only head has seen everything before it.
    if (heads.size === 1 && bottlenecks[place] === 1) knots += 1;
    place += 1;
    before[place] = knots;
  }
  return before;
}

/** 1 for each record that no later record bypasses: each of those has seen it, or has seen one that comes after it. */
function seenByAllBehind(order: readonly JournalRecord[], places: ReadonlyMap<string, number>): Uint8Array {
  const found = new Uint8Array(order.length);
  let [lowest, place] = [order.length, order.length - 1];
  for (const { prev } of order.toReversed()) {
    if (lowest >= place) found[place] = 1;
    let latestSeen = -1;
    for (const id of prev) latestSeen = Math.max(latestSeen, places.get(id) ?? -1);
    lowest = Math.min(lowest, latestSeen);
    place -= 1;
  }
  return found;
}
