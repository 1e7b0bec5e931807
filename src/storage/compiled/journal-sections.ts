/**
 * A journal as sections. Records stand by what they speak of; what states and counts look at stands in columns, for all
 * else a record's line is read from the journal itself.
 */
import { numberOfDay } from "../../core/calendar.ts";
import { ancestryOf } from "../../core/journal/ancestry.ts";
import type { FoldedJournal } from "../../core/journal/fold.ts";
import { type JournalRecord, type RecordKind, isProven } from "../../core/journal/record.ts";
import { instantOf, timestampOf } from "../../core/zone.ts";
import { NEVER, UNTOLD } from "../../core/told.ts";
import type { JournalFile } from "../journal-files.ts";
import { digestOf } from "../journal-line.ts";
import { firstsOf, textSections } from "./columns.ts";
import { Rows } from "./journal-rows.ts";
import { TOLD_COLUMNS, type ToldColumn } from "./joined.ts";
import {
  type Column,
  HAS,
  ID_BYTES,
  type JournalHead,
  KIND_BITS,
  NONE,
  REFS,
  REF_INDEX,
  SAID,
  type Said,
} from "./record-columns.ts";
import { slicedSections } from "./slices.ts";
import { indexOf } from "./string-index.ts";
import { type Section, jsonSection } from "./container.ts";

/** What is kept of a journal, section by section: numbers in columns, texts by their lines. */
export function journalSections(files: readonly JournalFile[], journal: FoldedJournal): Record<string, Section> {
  const rows = new Rows(files);
  const kinds = [...new Set(journal.records.map((record) => record.do))];
  const { heads, unknownSeen, unknownTargets, isClosed } = journal.links;
  const head: JournalHead = {
    files: files.map(({ name, text }) => ({ name, lines: text.lines })),
    kinds,
    heads: [...heads],
    unknownSeen: [...unknownSeen],
    unknownTargets: [...unknownTargets],
    isClosed,
    digest: digestOf(journal.records.map(({ id }) => id)),
  };
  return {
    head: jsonSection(head),
    ...textSections(REFS, rows.refs),
    [REF_INDEX]: indexOf(rows.refs),
    firsts: firstsOf(rows.sizes),
    ...standingSections(rows, journal),
    ...ancestrySections(rows, journal),
    ...columnsOf(rows, kinds, journal),
    times: Float64Array.from(rows.each(), ({ t }) => instantOf(t)),
    numbers: Float64Array.from(rows.each(), ({ percent, value }) => percent ?? value ?? 0),
    ...targetSections(rows),
    ...slicedSections(SAID, rows.each(), saidIn),
    ...idSections(rows),
  };
}

/** For what each group speaks of: what the latest day would tell of it (see told.ts). */
function standingSections(rows: Rows, { supersededBy }: FoldedJournal): Record<string, Section> {
  const standings: ToldOfGroup[] = [];
  for (const { first, end } of rows.groups()) {
    const own = Array.from({ length: end - first }, (_, at) => rows.recordAt(first + at));
    standings.push(told(own.filter(({ id }) => !supersededBy.has(id))));
  }
  const column = (of: (told: ToldOfGroup) => number): Int32Array => Int32Array.from(standings, of);
  return Object.fromEntries(TOLD_COLUMNS.map((name) => [name, column((own) => own[name])]));
}

type ToldOfGroup = Readonly<Record<ToldColumn, number>>;

function told(live: readonly JournalRecord[]): ToldOfGroup {
  const first = (days: readonly number[]): number => (days.length === 0 ? NEVER : Math.min(...days));
  const ofKind = (kind: RecordKind): JournalRecord[] => live.filter((record) => record.do === kind);
  const [done, extensions, cancellations] = [ofKind("done"), ofKind("extend"), ofKind("cancel")];
  const isTold = extensions.length <= 1 && cancellations.length <= 1 && extensions.every(({ to }) => to !== undefined);
  return {
    done: isTold ? first(done.map(({ on }) => numberOfDay(on))) : UNTOLD,
    accepted: first(ofKind("accept").flatMap((accept) => done.flatMap((one) => acceptanceOf(accept, one)))),
    proven: first(done.filter(isProven).map(({ on }) => numberOfDay(on))),
    extended: first(extensions.map(({ on }) => numberOfDay(on))),
    extendedTo: first(extensions.flatMap(({ to }) => (to === undefined ? [] : [numberOfDay(to)]))),
    cancelled: first(cancellations.map(({ on }) => numberOfDay(on))),
  };
}

/** The day from which the completion is accepted by the record, where it is. */
function acceptanceOf(accept: JournalRecord, done: JournalRecord): number[] {
  return accept.of.includes(done.id) ? [Math.max(numberOfDay(accept.on), numberOfDay(done.on))] : [];
}

function columnsOf(
  rows: Rows,
  kinds: readonly RecordKind[],
  { supersededBy }: FoldedJournal,
): Record<Exclude<Column, "generation">, Int32Array> {
  const kindNumbers = new Map(kinds.map((kind, number) => [kind, number]));
  const placeOf = rows.placesOf(new Set(supersededBy.values()));
  return {
    on: rows.column(({ record }) => numberOfDay(record.on)),
    to: rows.column(({ record }) => (record.to === undefined ? NONE : numberOfDay(record.to))),
    has: rows.column(({ record }) => {
      const kind = kindNumbers.get(record.do) ?? 0;
      return flagsOf(record, !supersededBy.has(record.id)) | (kind << KIND_BITS);
    }),
    file: rows.column(({ file }) => file),
    at: rows.column(({ line }) => line.at),
    length: rows.column(({ line }) => line.length),
    line: rows.column(({ line }) => line.line),
    order: rows.column(({ order }) => order),
    by: rows.column(({ record }) => placeOf(supersededBy.get(record.id) ?? "")),
  };
}

/** For each record those that it names, as places; one that the journal does not hold has none. */
function targetSections(rows: Rows): Record<string, Section> {
  const targets = [...rows.each()].flatMap((record) => record.of);
  const placeOf = rows.placesOf(new Set(targets));
  return {
    ofFirsts: firstsOf(Array.from(rows.each(), (record) => record.of.length)),
    ofTargets: Int32Array.from(targets, placeOf),
  };
}

/** For each record its generation, and those about the same thing and day that its writer had seen, as places. */
function ancestrySections(rows: Rows, journal: FoldedJournal): Record<string, Section> {
  const { hadSeen, generationOf } = ancestryOf(journal);
  const seen: number[] = [];
  const sizes: number[] = [];
  for (const { first, end } of rows.groups()) {
    for (let later = first; later < end; later += 1) {
      const [one, before] = [rows.recordAt(later), seen.length];
      for (let earlier = first; earlier < end; earlier += 1) {
        const other = rows.recordAt(earlier);
        if (one !== other && one.on === other.on && hadSeen(one, other)) seen.push(earlier);
      }
      sizes.push(seen.length - before);
    }
  }
  const generation = rows.column(({ record }) => generationOf(record));
  return { seenFirsts: firstsOf(sizes), seen: Int32Array.from(seen), generation };
}

function saidIn({ reason, approver, note, problem, next, evidence }: JournalRecord): Said | null {
  const said = { reason, approver, note, problem, next, evidence };
  return Object.values(said).every((part) => part === undefined) ? null : said;
}

function flagsOf(record: JournalRecord, isLive: boolean): number {
  const facts: Readonly<Record<keyof typeof HAS, boolean>> = {
    live: isLive,
    percent: record.percent !== undefined,
    value: record.value !== undefined,
    mode: record.mode !== undefined,
    adds: record.mode === "add",
    totals: record.mode === "total",
    reason: record.reason !== undefined,
    evidence: isProven(record),
    note: record.note !== undefined,
    problem: record.problem !== undefined,
    next: record.next !== undefined,
    approver: record.approver !== undefined,
    plainTime: timestampOf(instantOf(record.t)) === record.t,
  };
  return Object.entries(HAS).reduce((flags, [name, bit]) => (isTrue(facts, name) ? flags | bit : flags), 0);
}

function isTrue(facts: Readonly<Record<string, boolean>>, name: string): boolean {
  return facts[name] === true;
}

/** Ids as bytes in the order of the records, and the records in the order of their ids. */
function idSections(rows: Rows): Record<string, Section> {
  const recordIds = Buffer.alloc(rows.count * ID_BYTES);
  const byId = Int32Array.from({ length: rows.count }, (_, place) => place);
  for (const place of byId) recordIds.write(rows.recordAt(place).id, place * ID_BYTES, "hex");
  const at = (place: number): number => place * ID_BYTES;
  byId.sort((a, b) => recordIds.compare(recordIds, at(b), at(b + 1), at(a), at(a + 1)));
  return { recordIds, byId };
}
