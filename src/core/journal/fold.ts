/**
 * The meaning of a set of records. Every function here depends on the set alone: the order of lines and the writers'
 * clocks never decide, and the same record twice counts once.
 */
import { type Day, yearOf } from "../calendar.ts";
import { addTo } from "../lists.ts";
import type { Plan } from "../plan.ts";
import type { Told } from "../told.ts";
import { instantOf, localTime } from "../zone.ts";
import { generationsOf } from "./descent.ts";
import { type Links, linksOf } from "./links.ts";
import type { Lookup } from "./lookup.ts";
import { type JournalRecord, type RecordKind, ofKind, only } from "./record.ts";
import { unseenAmong } from "./seen.ts";
import { findSuperseded } from "./superseded.ts";

/** A journal ready for questions. */
export interface Journal {
  /** Every record once, in the order first read. */
  readonly records: readonly JournalRecord[];
  /** The same in any order, each looked at more closely when it is asked. */
  readonly each: () => Iterable<JournalRecord>;
  /** How many records it has. */
  readonly count: number;
  /** How many of them speak of a day before that year. */
  readonly countBefore: (year: number) => number;
  /** The ids of them all, in any order. */
  readonly ids: readonly string[];
  readonly byId: Lookup<JournalRecord>;
  /** For each record that was taken back or corrected: the id of the record that did so. */
  readonly supersededBy: Lookup<string>;
  /** The live records of each task, milestone and indicator. */
  readonly liveByRef: Lookup<readonly JournalRecord[]>;
  /** All records of each, dead ones included. */
  readonly allByRef: Lookup<readonly JournalRecord[]>;
  readonly links: Links;
  /** How many records lie one behind the other before the record: it has a greater number than those that its writer had seen. */
  readonly generationOf: (record: JournalRecord) => number;
  /** The record with all that its line says as its own, where it is kept in another form. */
  readonly wholeOf?: (record: JournalRecord) => JournalRecord;
  /** What is known at once of all milestones of the plan; undefined where nothing is. */
  readonly toldOf?: (plan: Plan) => Told | undefined;
  /** The records of the journal that the record names in `of`, where they are found without its ids; undefined where not. */
  readonly namedIn?: (naming: JournalRecord) => readonly JournalRecord[] | undefined;
  /** Whether the first names the second in `of`, where that is known without reading ids; undefined where it is not. */
  readonly hasNamed?: (naming: JournalRecord, named: JournalRecord) => boolean | undefined;
  /** Whether the writer of the first had seen the second, where that is known at once; undefined where it is not. */
  readonly hadSeen?: (later: JournalRecord, earlier: JournalRecord) => boolean | undefined;
}

/** A journal whose records are all at hand. */
export interface FoldedJournal extends Journal {
  readonly byId: ReadonlyMap<string, JournalRecord>;
  readonly supersededBy: ReadonlyMap<string, string>;
  readonly liveByRef: ReadonlyMap<string, readonly JournalRecord[]>;
}

/** Folds records, in any order and with repetitions, into a journal. */
export function foldJournal(records: readonly JournalRecord[]): FoldedJournal {
  return new Folded(records);
}

/** How many of the records speak of a day before the year. */
export function countBefore(records: readonly Pick<JournalRecord, "on">[], year: number): number {
  return records.filter(({ on }) => yearOf(on) < year).length;
}

class Folded implements FoldedJournal {
  readonly records: readonly JournalRecord[];
  readonly byId: ReadonlyMap<string, JournalRecord>;
  readonly supersededBy: ReadonlyMap<string, string>;
  private live: ReadonlyMap<string, readonly JournalRecord[]> | undefined;
  private all: ReadonlyMap<string, readonly JournalRecord[]> | undefined;
  private found: Links | undefined;
  private generations: ((record: JournalRecord) => number) | undefined;

  constructor(records: readonly JournalRecord[]) {
    this.byId = new Map(records.map((record) => [record.id, record]));
    this.records = [...this.byId.values()];
    this.supersededBy = findSuperseded(this.records, this.byId);
  }

  each(): readonly JournalRecord[] {
    return this.records;
  }

  get count(): number {
    return this.records.length;
  }

  countBefore(year: number): number {
    return countBefore(this.records, year);
  }

  get ids(): readonly string[] {
    return this.records.map(({ id }) => id);
  }

  // To compile a journal these three are not asked for, and for most questions only the first.
  get liveByRef(): ReadonlyMap<string, readonly JournalRecord[]> {
    this.live ??= groupByRef(this.records.filter(({ id }) => !this.supersededBy.has(id)));
    return this.live;
  }

  get allByRef(): ReadonlyMap<string, readonly JournalRecord[]> {
    this.all ??= groupByRef(this.records);
    return this.all;
  }

  get links(): Links {
    this.found ??= linksOf(this.records, this.byId);
    return this.found;
  }

  generationOf(record: JournalRecord): number {
    this.generations ??= generationsOf(this.records, this.byId);
    return this.generations(record);
  }
}

/** Those of each task, milestone and indicator, in their order. */
export function groupByRef(records: readonly JournalRecord[]): Map<string, JournalRecord[]> {
  const groups = new Map<string, JournalRecord[]>();
  for (const record of records) addTo(groups, record.ref, record);
  return groups;
}

/** The records that had been written down by the end of the day, by their writers' clocks in the zone. */
export function knownOn(records: readonly JournalRecord[], day: Day, timezone: string): JournalRecord[] {
  return records.filter((record) => localTime(instantOf(record.t), timezone).day <= day);
}

/** Whether the journal has the record, and nothing took it back or corrected it. */
export function isLive(journal: Journal, id: string): boolean {
  return journal.byId.has(id) && !journal.supersededBy.has(id);
}

/** The live records about one thing, of days up to `asOf`. */
export function liveUpTo(journal: Journal, ref: string, asOf: Day): readonly JournalRecord[] {
  return upTo(asOf, journal.liveByRef.get(ref));
}

/** Those of the records that are of days up to `asOf`. */
export function upTo(asOf: Day, records: readonly JournalRecord[] = []): readonly JournalRecord[] {
  return only(records, ({ on }) => on <= asOf);
}

/** Whether the first record names the second in `of`. */
export function names(journal: Journal, naming: JournalRecord, named: JournalRecord): boolean {
  return journal.hasNamed?.(naming, named) ?? naming.of.includes(named.id);
}

/** The records of the journal that the record names in `of`. */
export function namedBy(journal: Journal, naming: JournalRecord): readonly JournalRecord[] {
  return journal.namedIn?.(naming) ?? naming.of.flatMap((id) => journal.byId.get(id) ?? []);
}

/** The live records of one kind about one thing, of days up to `asOf`. */
export function liveRecords(journal: Journal, ref: string, kind: RecordKind, asOf: Day): readonly JournalRecord[] {
  return ofKind(liveUpTo(journal, ref, asOf), kind);
}

/**
 * The record that stands among several of one kind: the latest `on`; of one day, those that no other's writer had
 * seen; of these, the greatest id. Undefined for none.
 */
export function latestRecord(journal: Journal, records: readonly JournalRecord[]): JournalRecord | undefined {
  return records.length < 2 ? records[0] : latestOfMany(journal, records);
}

function latestOfMany(journal: Journal, records: readonly JournalRecord[]): JournalRecord | undefined {
  const lastDay = records.reduce<string>((day, record) => (record.on > day ? record.on : day), "");
  const ofDay = records.filter((record) => record.on === lastDay);
  return unseenAmong(journal, ofDay).reduce<JournalRecord | undefined>(
    (best, record) => (best === undefined || record.id > best.id ? record : best),
    undefined,
  );
}
