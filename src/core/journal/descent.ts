/** How records lie one behind the other: each behind all that its writer had seen, whatever the clocks say. */
import { compareText } from "../order.ts";
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/**
 * How many records lie one behind the other before each of the records: a record has a greater number than every one that its
 * writer had seen. Of those that are not among them `before` tells the number, where it is known; others have none before them.
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

/** The records in an order of descent: each behind those that its writer had seen; of one generation by clock and id. */
export function byDescent(journal: Journal): JournalRecord[] {
  return recordsOf(numbered(journal, journal.records).toSorted(compareDescent));
}

/** The records, newest by the writers' clocks first; of one instant, those who saw more first. */
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
