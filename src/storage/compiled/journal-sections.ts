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
import { firstsOf } from "./columns.ts";
import { TOLD_COLUMNS, type ToldColumn } from "./joined.ts";
import {
  type Column,
  HAS,
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
import { stringSections } from "./strings.ts";
import { type Section, jsonSection } from "./container.ts";

/** A record with the place of its line. */
interface Placed {
  readonly record: JournalRecord;
  readonly file: number;
  readonly at: number;
  readonly length: number;
  readonly line: number;
  readonly order: number;
}

/** Of numbers in ids; those of longer ones stand somewhere. */
const MOST_DIGITS = 9;

export function journalSections(files: readonly JournalFile[], journal: FoldedJournal): Record<string, Section> {
  const groups = groupByRef(placedRecords(files));
  const placed = [...groups.values()].flat();
  const sizes = [...groups.values()].map((group) => group.length);
  const kinds = [...new Set(placed.map(({ record }) => record.do))];
  const index = new Map(placed.map(({ record }, place) => [record.id, place]));
  const { heads, unknownSeen, unknownTargets, isClosed } = journal.links;
  const head: JournalHead = {
    files: files.map(({ name, text }) => ({ name, lines: text.lines })),
    kinds,
    heads: [...heads],
    unknownSeen: [...unknownSeen],
    unknownTargets: [...unknownTargets],
    isClosed,
    digest: digestOf(placed.map(({ record }) => record.id)),
  };
  return {
    head: jsonSection(head),
    ...stringSections(REFS, [...groups.keys()]),
    [REF_INDEX]: indexOf([...groups.keys()]),
    firsts: firstsOf(sizes),
    ...standingSections([...groups.values()], journal),
    ...seenSections(placed, sizes, journal),
    ...columnsOf(placed, kinds, journal, index),
    times: Float64Array.from(placed, ({ record }) => instantOf(record.t)),
    numbers: Float64Array.from(placed, ({ record }) => record.percent ?? record.value ?? 0),
    ofFirsts: firstsOf(placed.map(({ record }) => record.of.length)),
    // A record that the journal does not hold has no place in it.
    ofTargets: Int32Array.from(
      placed.flatMap(({ record }) => record.of),
      (id) => index.get(id) ?? NONE,
    ),
    ...slicedSections(
      SAID,
      placed.map(({ record }) => saidIn(record)),
    ),
    ...idSections(placed.map(({ record }) => record.id)),
  };
}

/** Each record once, where it stands first. */
function placedRecords(files: readonly JournalFile[]): Placed[] {
  const known = new Set<string>();
  const placed: Placed[] = [];
  files.forEach(({ bytes, text }, file) => {
    for (const { record, raw, line } of text.whole) {
      if (record === null || known.has(record.id)) continue;
      known.add(record.id);
      placed.push({ record, file, at: raw.byteOffset - bytes.byteOffset, length: raw.length, line, order: known.size });
    }
  });
  return placed;
}

/** In the order of the numbers in the ids, which is mostly the plan's: questions go through a plan from task to task. */
function groupByRef(placed: readonly Placed[]): Map<string, Placed[]> {
  const groups = new Map<string, Placed[]>();
  for (const one of placed) {
    const group = groups.get(one.record.ref);
    if (group === undefined) groups.set(one.record.ref, [one]);
    else group.push(one);
  }
  const wide = (ref: string): string => ref.replace(/\d+/g, (digits) => digits.padStart(MOST_DIGITS, "0"));
  const sorted = Array.from(groups, ([ref, group]) => ({ key: wide(ref), ref, group }));
  sorted.sort((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(sorted.map(({ ref, group }) => [ref, group]));
}

/**
 * For what each group speaks of: what the latest day would tell of it. `completed` is told only where nothing moved the due
 * day or cancelled it, `done` where at most one record did either (see told.ts).
 */
function standingSections(
  groups: readonly (readonly Placed[])[],
  { supersededBy }: FoldedJournal,
): Record<string, Section> {
  const standings = groups.map((group) =>
    told(group.map(({ record }) => record).filter(({ id }) => !supersededBy.has(id))),
  );
  const column = (of: (told: ToldOfGroup) => number): Int32Array => Int32Array.from(standings, of);
  return {
    completed: column(({ done, extended, cancelled }) => (extended === NEVER && cancelled === NEVER ? done : UNTOLD)),
    ...Object.fromEntries(TOLD_COLUMNS.map((name) => [name, column((own) => own[name])])),
  };
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
  placed: readonly Placed[],
  kinds: readonly RecordKind[],
  { supersededBy }: FoldedJournal,
  index: ReadonlyMap<string, number>,
): Record<Column, Int32Array> {
  const column = (value: (one: Placed) => number): Int32Array => Int32Array.from(placed, value);
  const kindNumbers = new Map(kinds.map((kind, number) => [kind, number]));
  return {
    on: column(({ record }) => numberOfDay(record.on)),
    to: column(({ record }) => (record.to === undefined ? NONE : numberOfDay(record.to))),
    has: column(({ record }) => {
      const kind = kindNumbers.get(record.do) ?? 0;
      return flagsOf(record, !supersededBy.has(record.id)) | (kind << KIND_BITS);
    }),
    file: column(({ file }) => file),
    at: column(({ at }) => at),
    length: column(({ length }) => length),
    line: column(({ line }) => line),
    order: column(({ order }) => order),
    by: column(({ record }) => index.get(supersededBy.get(record.id) ?? "") ?? NONE),
  };
}

/** For each record, those about the same thing and day that its writer had seen, as places. */
function seenSections(
  placed: readonly Placed[],
  groups: readonly number[],
  journal: FoldedJournal,
): Record<string, Section> {
  const hadSeen = ancestryOf(journal);
  const seen = placed.map((): number[] => []);
  let first = 0;
  for (const size of groups) {
    for (let later = first; later < first + size; later += 1) {
      for (let earlier = first; earlier < first + size; earlier += 1) {
        const [one, other] = [placed[later]?.record, placed[earlier]?.record];
        if (one === undefined || other === undefined || one === other || one.on !== other.on) continue;
        if (hadSeen(one, other)) seen[later]?.push(earlier);
      }
    }
    first += size;
  }
  return { seenFirsts: firstsOf(seen.map(({ length }) => length)), seen: Int32Array.from(seen.flat()) };
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
function idSections(ids: readonly string[]): Record<string, Section> {
  const order = ids.map((id, index) => ({ id, index })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    recordIds: Buffer.from(ids.join(""), "hex"),
    byId: Int32Array.from(order, ({ index }) => index),
  };
}
