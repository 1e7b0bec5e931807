/**
 * Encodes a journal as sections. Records are grouped by what they speak of. Columns hold what states and counts need; for
 * everything else, a record's line is read from the journal itself.
 */
import { numberOfDay, yearOf } from "../../core/calendar.ts";
import { type Ancestry, ancestryOf } from "../../core/journal/ancestry.ts";
import type { FoldedJournal } from "../../core/journal/fold.ts";
import { type JournalRecord, type RecordKind, isProven } from "../../core/journal/record.ts";
import { MOST_IN_PAIRS } from "../../core/journal/seen.ts";
import { addTo } from "../../core/lists.ts";
import { instantOf, timestampOf } from "../../core/zone.ts";
import { NEVER, NOT_IN_COLUMNS } from "../../core/milestone-columns.ts";
import type { JournalFile } from "../journal-files.ts";
import { digestOf } from "../journal-line.ts";
import { offsetsOf, textSections } from "./columns.ts";
import { Rows } from "./journal-rows.ts";
import { GROUP_COLUMNS, type GroupColumn } from "./milestone-columns.ts";
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
  const counts = new Map<number, number>();
  for (const { on } of records) counts.set(yearOf(on), (counts.get(yearOf(on)) ?? 0) + 1);
  return [...counts];
}

/** The sections of a journal: numbers in columns, texts, and the offsets of the records' lines. */
export function journalSections(files: readonly JournalFile[], journal: FoldedJournal): Record<string, Section> {
  const rows = new Rows(files);
  const kinds = [...new Set(journal.records.map((record) => record.do))];
  const { heads, unknownSeen, unknownTargets, staysWithinRefs } = journal.links;
  const { hadSeen, generationOf } = ancestryOf(journal);
  const head: JournalHead = {
    files: files.map(({ name, text }) => ({ name, lines: text.lines })),
    kinds,
    years: yearsOf(journal.records),
    heads: [...heads],
    unknownSeen: [...unknownSeen],
    unknownTargets: [...unknownTargets],
    staysWithinRefs,
    digest: digestOf(journal.records.map(({ id }) => id)),
  };
  return {
    head: jsonSection(head),
    ...textSections(REFS, rows.refs),
    [REF_INDEX]: indexOf(rows.refs),
    firsts: offsetsOf(rows.sizes),
    ...standingSections(rows, journal),
    ...seenSections(rows, hadSeen),
    ...columnsOf(rows, kinds, journal, generationOf),
    ...targetSections(rows),
    ...slicedSections(RECORD_TEXTS, rows.each(), textsIn),
    ...idSections(rows),
  };
}

/** For each group, what its live records say, whatever the day (see core/milestone-columns.ts). */
function standingSections(rows: Rows, { supersededBy }: FoldedJournal): Record<string, Section> {
  const standings: GroupFacts[] = [];
  for (const { first, end } of rows.groups()) {
    const own = Array.from({ length: end - first }, (_, at) => rows.recordAt(first + at));
    standings.push(factsOf(own.filter(({ id }) => !supersededBy.has(id))));
  }
  const column = (of: (facts: GroupFacts) => number): Int32Array => Int32Array.from(standings, of);
  return Object.fromEntries(GROUP_COLUMNS.map((name) => [name, column((own) => own[name])]));
}

type GroupFacts = Readonly<Record<GroupColumn, number>>;

function factsOf(live: readonly JournalRecord[]): GroupFacts {
  const first = (days: readonly number[]): number => (days.length === 0 ? NEVER : Math.min(...days));
  const ofKind = (kind: RecordKind): JournalRecord[] => live.filter((record) => record.do === kind);
  const [done, extensions, cancellations] = [ofKind("done"), ofKind("extend"), ofKind("cancel")];
  const isDescribed =
    extensions.length <= 1 && cancellations.length <= 1 && extensions.every(({ to }) => to !== undefined);
  return {
    done: isDescribed ? first(done.map(({ on }) => numberOfDay(on))) : NOT_IN_COLUMNS,
    accepted: first(ofKind("accept").flatMap((accept) => done.flatMap((one) => acceptanceOf(accept, one)))),
    proven: first(done.filter(isProven).map(({ on }) => numberOfDay(on))),
    extended: first(extensions.map(({ on }) => numberOfDay(on))),
    extendedTo: first(extensions.flatMap(({ to }) => (to === undefined ? [] : [numberOfDay(to)]))),
    cancelled: first(cancellations.map(({ on }) => numberOfDay(on))),
  };
}

/** The day from which the record accepts the completion; empty if it does not. */
function acceptanceOf(accept: JournalRecord, done: JournalRecord): number[] {
  return accept.of.includes(done.id) ? [Math.max(numberOfDay(accept.on), numberOfDay(done.on))] : [];
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
  generationOf: (record: JournalRecord) => number,
): RecordColumns {
  const kindNumbers = new Map(kinds.map((kind, number) => [kind, number]));
  const placeOf = rows.placesOf(new Set(supersededBy.values()));
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
function targetSections(rows: Rows): Record<string, Section> {
  const targets: string[] = [];
  const sizes: number[] = [];
  for (const { of } of rows.each()) {
    targets.push(...of);
    sizes.push(of.length);
  }
  return { ofFirsts: offsetsOf(sizes), ofTargets: Int32Array.from(targets, rows.placesOf(new Set(targets))) };
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

const FLAGS: readonly (readonly [name: string, bit: number])[] = Object.entries(FLAG);

function flagsOf(record: JournalRecord, instant: number, isLive: boolean): number {
  const facts: Readonly<Record<keyof typeof FLAG, boolean>> = {
    live: isLive,
    percent: record.percent !== undefined,
    value: record.value !== undefined,
    adds: record.mode === "add",
    totals: record.mode === "total",
    reason: record.reason !== undefined,
    evidence: isProven(record),
    note: record.note !== undefined,
    problem: record.problem !== undefined,
    next: record.next !== undefined,
    approver: record.approver !== undefined,
    plainTime: timestampOf(instant) === record.t,
  };
  let flags = 0;
  for (const [name, bit] of FLAGS) if (isTrue(facts, name)) flags |= bit;
  return flags;
}

function isTrue(facts: Readonly<Record<string, boolean>>, name: string): boolean {
  return facts[name] === true;
}

/** Bytes of an id that a number holds exactly; two ids hardly ever begin with the same ones. */
const KEY_BYTES = 6;

/** The ids as bytes in the order of the records (`recordIds`), and the records' indexes sorted by id (`byId`). */
function idSections(rows: Rows): Record<string, Section> {
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
