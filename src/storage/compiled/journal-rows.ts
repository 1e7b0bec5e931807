/**
 * The records of a journal in the order in which they are stored. Since a large journal has many, this keeps only a number
 * for each record, besides its line, and no object.
 */
import type { JournalRecord } from "../../core/journal/record.ts";
import { compareText } from "../../core/order.ts";
import type { JournalFile } from "../journal-files.ts";
import type { WholeLine } from "../journal-text.ts";
import { offsetsOf } from "./columns.ts";
import { NONE } from "./record-columns.ts";

/** Digits to which numbers in ids are padded for sorting. Ids with longer numbers still work but sort anywhere. */
const MOST_DIGITS = 9;

/** A record with its line; `file` is the index of its file. */
export interface Row {
  readonly record: JournalRecord;
  readonly line: WholeLine;
  readonly file: number;
  /** Its number among all records in the order read, from 1. */
  readonly order: number;
}

/** Every record once (at its first line), grouped by what it speaks of. */
export class Rows {
  /** What the records speak of, sorted by the numbers in the ids. That is mostly plan order, in which queries go through it. */
  readonly refs: readonly string[];
  /** How many records speak of each. */
  readonly sizes: readonly number[];
  private readonly lines: readonly WholeLine[];
  private readonly records: readonly JournalRecord[];
  /** For each file, how many lines come before it. */
  private readonly firsts: readonly number[];
  /** For each index, the number of its line. */
  private readonly order: Int32Array;

  constructor(files: readonly JournalFile[]) {
    const { lines, records, firsts } = firstLines(files);
    const groups = groupByRef(records);
    this.lines = lines;
    this.records = records;
    this.firsts = firsts;
    this.refs = groups.refs;
    this.sizes = groups.sizes;
    this.order = groups.order;
  }

  get count(): number {
    return this.order.length;
  }

  /** The row at an index; throws `RangeError` if there is none. */
  rowAt(place: number): Row {
    const number = this.order[place] ?? -1;
    const [line, record] = [this.lines[number], this.records[number]];
    if (line === undefined || record === undefined) throw new RangeError(`no record at ${place}`);
    return { record, line, file: this.firsts.findLastIndex((first) => first <= number), order: number + 1 };
  }

  /** The record at an index; throws `RangeError` if there is none. */
  recordAt(place: number): JournalRecord {
    const record = this.records[this.order[place] ?? -1];
    if (record === undefined) throw new RangeError(`no record at ${place}`);
    return record;
  }

  /** The records from index `first` to `end`, exclusive. */
  recordsFrom(first: number, end: number): JournalRecord[] {
    const found: JournalRecord[] = [];
    for (let place = first; place < end; place += 1) found.push(this.recordAt(place));
    return found;
  }

  *each(): Generator<JournalRecord, void> {
    for (let place = 0; place < this.count; place += 1) yield this.recordAt(place);
  }

  /** The ranges of records that speak of the same thing, `end` exclusive. */
  *groups(): Generator<{ readonly first: number; readonly end: number }, void> {
    let first = 0;
    for (const size of this.sizes) {
      yield { first, end: first + size };
      first += size;
    }
  }

  /** A function that gives the index of the record with an id. It knows only these ids, and answers `NONE` for others. */
  placesOf(ids: ReadonlySet<string>): (id: string) => number {
    const places = new Map<string, number>();
    for (let place = 0; place < this.count; place += 1) {
      const { id } = this.recordAt(place);
      if (ids.has(id)) places.set(id, place);
    }
    return (id) => places.get(id) ?? NONE;
  }
}

/** The first line of each record, file by file, and for each file how many lines come before it. */
function firstLines(files: readonly JournalFile[]): {
  readonly lines: readonly WholeLine[];
  readonly records: readonly JournalRecord[];
  readonly firsts: readonly number[];
} {
  const known = new Set<string>();
  const lines: WholeLine[] = [];
  const records: JournalRecord[] = [];
  const firsts = files.map(({ text }) => {
    const first = lines.length;
    for (const line of text.whole) {
      if (line.record === null || known.has(line.id)) continue;
      known.add(line.id);
      lines.push(line);
      records.push(line.record);
    }
    return first;
  });
  return { lines, records, firsts };
}

/** Sorts records into groups by `ref` with a counting sort, which needs no list for each group. */
function groupByRef(records: readonly JournalRecord[]): Pick<Rows, "refs" | "sizes"> & { readonly order: Int32Array } {
  const numbers = new Map<string, number>();
  const groups = Int32Array.from(records, ({ ref }) => {
    const number = numbers.get(ref) ?? numbers.size;
    if (number === numbers.size) numbers.set(ref, number);
    return number;
  });
  const counts = new Int32Array(numbers.size);
  for (const group of groups) counts[group] = (counts[group] ?? 0) + 1;
  const sorted = Array.from(numbers, ([ref, number]) => ({ ref, number, key: wide(ref) }));
  sorted.sort((a, b) => compareText(a.key, b.key));
  const sizes = sorted.map(({ number }) => counts[number] ?? 0);
  const next = new Int32Array(numbers.size);
  const firsts = offsetsOf(sizes);
  sorted.forEach(({ number }, group) => {
    next[number] = firsts[group] ?? 0;
  });
  const order = new Int32Array(records.length);
  groups.forEach((group, number) => {
    const place = next[group] ?? 0;
    order[place] = number;
    next[group] = place + 1;
  });
  return { refs: sorted.map(({ ref }) => ref), sizes, order };
}

/** The id with its numbers padded to a fixed width, so that they sort as numbers. */
function wide(ref: string): string {
  return ref.replace(/\d+/g, (digits) => digits.padStart(MOST_DIGITS, "0"));
}
