/** Records in order of descent: each after all that its writer had seen, whatever the clocks say. */
import { compareText } from "../order.ts";
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/**
 * Numbers the generations of records: 0 for a record whose writer had seen none, else one more than the greatest number
 * among the records that its writer had seen. `before` gives numbers that are known already, such as those of another
 * layer of the journal. Ids that `byId` lacks are ignored.
 */
export function generationsOf(
  records: readonly JournalRecord[],
  byId: Pick<Journal["byId"], "get">,
  before: (record: JournalRecord) => number | undefined = () => undefined,
): (record: JournalRecord) => number {
  const numbers = new Map<string, number>();
  const known = (record: JournalRecord): number | undefined => numbers.get(record.id) ?? before(record);
  const numberOf = (record: JournalRecord): number => known(record) ?? 0;
  const stack = [...records];
  for (let record = stack.pop(); record !== undefined; record = stack.pop()) {
    if (numbers.has(record.id)) continue;
    const seen = record.prev.flatMap((parent) => byId.get(parent) ?? []);
    const open = seen.filter((parent) => known(parent) === undefined);
    if (open.length > 0) stack.push(record, ...open);
    else numbers.set(record.id, Math.max(0, ...seen.map((parent) => numberOf(parent) + 1)));
  }
  return numberOf;
}

/**
 * The records in order of descent: each after those that its writer had seen; within a generation by clock, then by id.
 */
export function byDescent(journal: Journal): JournalRecord[] {
  return recordsOf(numbered(journal, journal.records).toSorted(compareDescent));
}

/** The records, newest first by the writers' clocks; at the same instant, those that descend from others first. */
export function newestFirst(journal: Journal, records: readonly JournalRecord[]): JournalRecord[] {
  const timed = numbered(journal, records).map((one) => Object.assign(one, { t: one.record.t }));
  return recordsOf(timed.toSorted((a, b) => compareText(b.t, a.t) || compareDescent(b, a)));
}

interface Numbered {
  readonly record: JournalRecord;
  readonly generation: number;
}

function numbered(journal: Journal, records: Iterable<JournalRecord>): Numbered[] {
  return Array.from(records, (record) => ({ record, generation: journal.generationOf(record) }));
}

function recordsOf(list: readonly Numbered[]): JournalRecord[] {
  return list.map(({ record }) => record);
}

function compareDescent(a: Numbered, b: Numbered): number {
  return a.generation - b.generation || compareText(a.record.t, b.record.t) || compareText(a.record.id, b.record.id);
}
