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
  // Most journals are already written in order.
  const asRead = walk(journal.records);
  const { places, generations, latestSeen, seesAll } = asRead.isOrdered ? asRead : walk(byDescent(journal));
  const knots = knotsBefore(latestSeen, seesAll);
  return {
    hadSeen: (later, earlier) => {
      const [to, from] = [places.get(later.id), places.get(earlier.id)];
      if (to === undefined || from === undefined || to <= from) return false;
      return Number(knots[to + 1]) > Number(knots[from]) || descends(journal, later, earlier);
    },
    generationOf: ({ id }) => generations[places.get(id) ?? -1] ?? 0,
  };
}

/** What a walk over records finds, with an entry for each place in their order: numbers, since a journal may be large. */
interface Walk {
  /** The place of each record by id. */
  readonly places: ReadonlyMap<string, number>;
  /** Whether each record comes after all that its writer had seen. If not, the rest says nothing. */
  readonly isOrdered: boolean;
  readonly generations: Int32Array;
  /** The last place that the record's writer had seen; -1 for none. */
  readonly latestSeen: Int32Array;
  /** 1 if the record is the only head up to there: its writer had seen everything before it. */
  readonly seesAll: Uint8Array;
}

/** One walk for all of it, as looking up ids is what takes the time. */
function walk(order: readonly JournalRecord[]): Walk {
  const places = new Map<string, number>();
  for (const { id } of order) places.set(id, places.size);
  const generations = new Int32Array(order.length);
  const latestSeen = new Int32Array(order.length).fill(-1);
  const [seesAll, isHead] = [new Uint8Array(order.length), new Uint8Array(order.length)];
  let [isOrdered, heads, place] = [true, 0, 0];
  for (const { prev } of order) {
    for (const id of prev) {
      const seen = places.get(id);
      if (seen === undefined) continue;
      if (seen >= place) isOrdered = false;
      generations[place] = Math.max(Number(generations[place]), Number(generations[seen]) + 1);
      latestSeen[place] = Math.max(Number(latestSeen[place]), seen);
      heads -= Number(isHead[seen]);
      isHead[seen] = 0;
    }
    heads += 1;
    isHead[place] = 1;
    if (heads === 1) seesAll[place] = 1;
    place += 1;
  }
  return { places, isOrdered, generations, latestSeen, seesAll };
}

/** For each place, how many knots come before it; the last entry is the total. */
function knotsBefore(latestSeen: Int32Array, seesAll: Uint8Array): Int32Array {
  const isSeen = seenByAllBehind(latestSeen);
  const before = new Int32Array(latestSeen.length + 1);
  for (let place = 0; place < latestSeen.length; place += 1) {
    before[place + 1] = Number(before[place]) + (seesAll[place] === 1 && isSeen[place] === 1 ? 1 : 0);
  }
  return before;
}

/** 1 for each record that no later record bypasses: each of those has seen it, or has seen one that comes after it. */
function seenByAllBehind(latestSeen: Int32Array): Uint8Array {
  const found = new Uint8Array(latestSeen.length);
  let lowest = latestSeen.length;
  for (let place = latestSeen.length - 1; place >= 0; place -= 1) {
    if (lowest >= place) found[place] = 1;
    lowest = Math.min(lowest, Number(latestSeen[place]));
  }
  return found;
}
