/**
 * Encodes a journal as sections. Records are grouped by what they speak of. Columns hold what states and counts need; for
 * everything else, a record's line is read from the journal itself.
 */
import { DAY_MS, type Day, dayOfNumber, numberOfDay, yearOf } from "../../core/calendar.ts";
import { type Ancestry, ancestryOf } from "../../core/journal/ancestry.ts";
import type { FoldedJournal } from "../../core/journal/fold.ts";
import { type JournalRecord, type RecordKind, isProven, ofKind } from "../../core/journal/record.ts";
import { MOST_IN_PAIRS } from "../../core/journal/seen.ts";
import { addTo } from "../../core/lists.ts";
import { instantOf } from "../../core/zone.ts";
import { NEVER, NOT_IN_COLUMNS } from "../../core/milestone-columns.ts";
import type { JournalFile } from "../journal-files.ts";
import { digestOf } from "../journal-line.ts";
import { offsetsOf, textSections } from "./columns.ts";
import { Rows } from "./journal-rows.ts";
import type { GroupColumn } from "./milestone-columns.ts";
import {
  type Column,
  FLAG,
  ID_BYTES,
  type JournalHead,
  KIND_BITS,
  NONE,
  RECORD_TEXTS,
  REFS,
  REF_INDEX,
  type RecordTexts,
} from "./record-columns.ts";
import { slicedSections } from "./slices.ts";
import { indexOf } from "./string-index.ts";
import { type Section, jsonSection } from "./container.ts";

function yearsOf(records: readonly JournalRecord[]): JournalHead["years"] {
  const days = new Map<Day, number>();
  for (const { on } of records) days.set(on, (days.get(on) ?? 0) + 1);
  const years = new Map<number, number>();
  for (const [day, count] of days) years.set(yearOf(day), (years.get(yearOf(day)) ?? 0) + count);
  return [...years];
}

/** The sections of a journal: numbers in columns, texts, and the offsets of the records' lines. */
export function journalSections(files: readonly JournalFile[], journal: FoldedJournal): Record<string, Section> {
  const rows = new Rows(files);
  const kinds = [...new Set(journal.records.map((record) => record.do))];
  const { heads, unknownSeen, unknownTargets, staysWithinRefs } = journal.links;
  const { hadSeen, generationOf } = ancestryOf(journal);
  const named = new Set([...journal.supersededBy.values(), ...journal.records.flatMap(({ of }) => of)]);
  const placeOf = rows.placesOf(named);
  const { recordIds, byId } = idSections(rows);
  const head: JournalHead = {
    files: files.map(({ name, text }) => ({ name, lines: text.lines })),
    kinds,
    years: yearsOf(journal.records),
    heads: [...heads],
    unknownSeen: [...unknownSeen],
    unknownTargets: [...unknownTargets],
    staysWithinRefs,
    // Sorted already, which is what takes the longest.
    digest: digestOf(Array.from(byId, (place) => rows.recordAt(place).id)),
  };
  return {
    head: jsonSection(head),
    ...textSections(REFS, rows.refs),
    [REF_INDEX]: indexOf(rows.refs),
    firsts: offsetsOf(rows.sizes),
    ...standingSections(rows, journal),
    ...seenSections(rows, hadSeen),
    ...columnsOf(rows, kinds, journal, placeOf, generationOf),
    ...targetSections(rows, placeOf),
    ...slicedSections(RECORD_TEXTS, rows.each(), textsIn),
    recordIds,
    byId,
  };
}

type GroupColumns = Record<GroupColumn, Int32Array>;

/** For each group, what its live records say, whatever the day (see core/milestone-columns.ts). */
function standingSections(rows: Rows, { supersededBy }: FoldedJournal): GroupColumns {
  const column = (): Int32Array => new Int32Array(rows.sizes.length).fill(NEVER);
  const columns: GroupColumns = {
    ...{ done: column(), accepted: column(), proven: column() },
    ...{ extended: column(), extendedTo: column(), cancelled: column() },
  };
  let group = 0;
  for (const { first, end } of rows.groups()) {
    const live = rows.recordsFrom(first, end).filter(({ id }) => !supersededBy.has(id));
    for (const record of live) enter(record, live, columns, group);
    if (!isDescribed(live)) columns.done[group] = NOT_IN_COLUMNS;
    group += 1;
  }
  return columns;
}

/** Enters what the record says into the columns of its group, which keep the first day of each kind. */
function enter(record: JournalRecord, live: readonly JournalRecord[], columns: GroupColumns, group: number): void {
  const note = (name: GroupColumn, day: number): void => {
    const first = columns[name][group] ?? NEVER;
    if (first === NEVER || day < first) columns[name][group] = day;
  };
  const day = numberOfDay(record.on);
  if (record.do === "done") {
    note("done", day);
    if (isProven(record)) note("proven", day);
  } else if (record.do === "extend") {
    note("extended", day);
    if (record.to !== undefined) note("extendedTo", numberOfDay(record.to));
  } else if (record.do === "cancel") note("cancelled", day);
  else if (record.do === "accept") {
    for (const done of ofKind(live, "done")) {
      if (record.of.includes(done.id)) note("accepted", Math.max(day, numberOfDay(done.on)));
    }
  }
}

/** Whether the columns can hold what the records say. */
function isDescribed(live: readonly JournalRecord[]): boolean {
  const extensions = ofKind(live, "extend");
  const isSingle = extensions.length <= 1 && ofKind(live, "cancel").length <= 1;
  return isSingle && extensions.every(({ to }) => to !== undefined);
}

type RecordColumns = Record<Column, Int32Array> & Record<"times" | "numbers", Float64Array>;

function emptyColumns(count: number): RecordColumns {
  const column = (): Int32Array => new Int32Array(count);
  return {
    ...{ on: column(), to: column(), has: column(), by: column(), generation: column() },
    ...{ file: column(), order: column(), at: column(), length: column(), line: column() },
    ...{ times: new Float64Array(count), numbers: new Float64Array(count) },
  };
}

/** The number columns of all records, filled in one pass because a large journal has many. */
function columnsOf(
  rows: Rows,
  kinds: readonly RecordKind[],
  { supersededBy }: FoldedJournal,
  placeOf: (id: string) => number,
  generationOf: (record: JournalRecord) => number,
): RecordColumns {
  const kindNumbers = new Map(kinds.map((kind, number) => [kind, number]));
  const columns = emptyColumns(rows.count);
  for (let place = 0; place < rows.count; place += 1) {
    const { record, line, file, order } = rows.rowAt(place);
    const instant = instantOf(record.t);
    const later = supersededBy.get(record.id);
    const kind = kindNumbers.get(record.do) ?? 0;
    columns.on[place] = numberOfDay(record.on);
    columns.to[place] = record.to === undefined ? NONE : numberOfDay(record.to);
    columns.has[place] = flagsOf(record, instant, later === undefined) | (kind << KIND_BITS);
    columns.by[place] = later === undefined ? NONE : placeOf(later);
    columns.generation[place] = generationOf(record);
    columns.file[place] = file;
    columns.order[place] = order;
    columns.at[place] = line.at;
    columns.length[place] = line.length;
    columns.line[place] = line.line;
    columns.times[place] = instant;
    columns.numbers[place] = record.percent ?? record.value ?? 0;
  }
  return columns;
}

/** For each record, the indexes of the records that it names in `of`; `NONE` for one that the journal does not hold. */
function targetSections(rows: Rows, placeOf: (id: string) => number): Record<string, Section> {
  const targets: number[] = [];
  const sizes: number[] = [];
  for (const { of } of rows.each()) {
    for (const id of of) targets.push(placeOf(id));
    sizes.push(of.length);
  }
  return { ofFirsts: offsetsOf(sizes), ofTargets: Int32Array.from(targets) };
}

/**
 * For each record, the indexes of the records about the same thing and day that its writer had seen. A single `NONE` says
 * that this is not kept, because there are too many of them.
 */
function seenSections(rows: Rows, hadSeen: Ancestry["hadSeen"]): Record<string, Section> {
  const seen: number[] = [];
  const sizes: number[] = [];
  for (const { first, end } of rows.groups()) {
    const days = new Map<string, number[]>();
    for (let place = first; place < end; place += 1) addTo(days, rows.recordAt(place).on, place);
    for (let place = first; place < end; place += 1) {
      const [one, before] = [rows.recordAt(place), seen.length];
      const ofDay = days.get(one.on) ?? [];
      if (ofDay.length > MOST_IN_PAIRS) seen.push(NONE);
      else seen.push(...ofDay.filter((other) => other !== place && hadSeen(one, rows.recordAt(other))));
      sizes.push(seen.length - before);
    }
  }
  return { seenFirsts: offsetsOf(sizes), seen: Int32Array.from(seen) };
}

function textsIn({ reason, approver, note, problem, next, evidence }: JournalRecord): RecordTexts | null {
  const isSaid = (reason ?? approver ?? note ?? problem ?? next ?? evidence) !== undefined;
  return isSaid ? { reason, approver, note, problem, next, evidence } : null;
}

function flagsOf(record: JournalRecord, instant: number, isLive: boolean): number {
  const flag = (isTrue: boolean, bit: number): number => (isTrue ? bit : 0);
  return (
    flag(isLive, FLAG.live) |
    flag(record.percent !== undefined, FLAG.percent) |
    flag(record.value !== undefined, FLAG.value) |
    flag(record.mode === "add", FLAG.adds) |
    flag(record.mode === "total", FLAG.totals) |
    flag(record.reason !== undefined, FLAG.reason) |
    flag(isProven(record), FLAG.evidence) |
    flag(record.note !== undefined, FLAG.note) |
    flag(record.problem !== undefined, FLAG.problem) |
    flag(record.next !== undefined, FLAG.next) |
    flag(record.approver !== undefined, FLAG.approver) |
    flag(isPlainTime(record.t, instant), FLAG.plainTime)
  );
}

/**
 * Whether `timestampOf` gives the timestamp again. Its form is known already: what is left is a day that does not exist,
 * such as 30 February, and the hour 24, which are both of a later day.
 */
function isPlainTime(timestamp: string, instant: number): boolean {
  return timestamp.startsWith(dayOfNumber(Math.floor(instant / DAY_MS)));
}

/** Bytes of an id that a number holds exactly; two ids hardly ever begin with the same ones. */
const KEY_BYTES = 6;

/** The ids as bytes in the order of the records (`recordIds`), and the records' indexes sorted by id (`byId`). */
function idSections(rows: Rows): { readonly recordIds: Buffer; readonly byId: Int32Array } {
  const recordIds = Buffer.alloc(rows.count * ID_BYTES);
  const byId = Int32Array.from({ length: rows.count }, (_, place) => place);
  const at = (place: number): number => place * ID_BYTES;
  for (const place of byId) recordIds.write(rows.recordAt(place).id, at(place), "hex");
  const keys = Float64Array.from(byId, (place) => recordIds.readUIntBE(at(place), KEY_BYTES));
  byId.sort(
    (a, b) => Number(keys[a]) - Number(keys[b]) || recordIds.compare(recordIds, at(b), at(b + 1), at(a), at(a + 1)),
  );
  return { recordIds, byId };
}
