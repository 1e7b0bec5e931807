/**
 * The meaning of a set of records. Everything here depends on the set alone: the order of lines and the writers' clocks
 * never decide (except in `knownOn`, which asks about the clocks), and a record that occurs twice counts once.
 */
import { type Day, yearOf } from "../calendar.ts";
import { addTo } from "../lists.ts";
import type { Plan } from "../plan.ts";
import type { MilestoneColumns } from "../milestone-columns.ts";
import { instantOf, localTime } from "../zone.ts";
import { generationsOf } from "./descent.ts";
import { type Links, linksOf } from "./links.ts";
import type { Lookup } from "./lookup.ts";
import { type JournalRecord, type RecordKind, filterRecords, ofKind } from "./record.ts";
import { unseenAmong } from "./seen.ts";
import { findSuperseded } from "./superseded.ts";

/** A journal ready for questions. */
export interface Journal {
  /** Every record once, in the order first read. */
  readonly records: readonly JournalRecord[];
  /** The same records in any order. A compiled journal reads the fields of each only when asked. */
  readonly each: () => Iterable<JournalRecord>;
  /** How many records it has. */
  readonly count: number;
  /** How many records are of a day before that year. */
  readonly countBefore: (year: number) => number;
  /** All ids, in any order. */
  readonly ids: readonly string[];
  readonly byId: Lookup<JournalRecord>;
  /** For each record that was revoked or corrected: the id of the record that did so. */
  readonly supersededBy: Lookup<string>;
  /** The live records of each task, milestone and indicator. */
  readonly liveByRef: Lookup<readonly JournalRecord[]>;
  /** All records of each, dead ones included. */
  readonly allByRef: Lookup<readonly JournalRecord[]>;
  readonly links: Links;
  /**
   * The length of the longest chain of records before the record: greater than for any record that its writer had seen.
   */
  readonly generationOf: (record: JournalRecord) => number;
  /** The record as a plain object with all fields of its line; left out if records are kept in that form anyway. */
  readonly asPlainRecord?: (record: JournalRecord) => JournalRecord;
  /** Columns over all milestones of the plan; undefined if there are none for this plan. */
  readonly columnsOf?: (plan: Plan) => MilestoneColumns | undefined;
  /**
   * The records of the journal that the record names in `of`, if they can be found without reading its ids; undefined
   * if not.
   */
  readonly namedIn?: (naming: JournalRecord) => readonly JournalRecord[] | undefined;
  /** Whether the first names the second in `of`, if that is known without reading ids; undefined if not. */
  readonly hasNamed?: (naming: JournalRecord, named: JournalRecord) => boolean | undefined;
  /** Whether the writer of the first had seen the second, if that is known without walking back; undefined if not. */
  readonly hadSeen?: (later: JournalRecord, earlier: JournalRecord) => boolean | undefined;
}

/** A journal with all its records in memory. */
export interface FoldedJournal extends Journal {
  readonly byId: ReadonlyMap<string, JournalRecord>;
  readonly supersededBy: ReadonlyMap<string, string>;
  readonly liveByRef: ReadonlyMap<string, readonly JournalRecord[]>;
}

/** Folds records, in any order and with repetitions, into a journal. */
export function foldJournal(records: readonly JournalRecord[]): FoldedJournal {
  return new Folded(records);
}

/** How many of the records are of a day before the year. */
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

  // Lazy: compiling a journal needs neither of these two, and most questions need only the first.
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

/** The records of each task, milestone and indicator, in the order given. */
export function groupByRef(records: readonly JournalRecord[]): Map<string, JournalRecord[]> {
  const groups = new Map<string, JournalRecord[]>();
  for (const record of records) addTo(groups, record.ref, record);
  return groups;
}

/** The records written down by the end of the day, by their writers' clocks seen in the time zone. */
export function knownOn(records: readonly JournalRecord[], day: Day, timezone: string): JournalRecord[] {
  return records.filter((record) => localTime(instantOf(record.t), timezone).day <= day);
}

/** Whether the journal has the record and nothing revoked or corrected it. */
export function isLive(journal: Journal, id: string): boolean {
  return journal.byId.has(id) && !journal.supersededBy.has(id);
}

/** The live records about one task, milestone or indicator, of days up to `asOf`. */
export function liveUpTo(journal: Journal, ref: string, asOf: Day): readonly JournalRecord[] {
  return upTo(asOf, journal.liveByRef.get(ref));
}

/** The records of days up to `asOf`. */
export function upTo(asOf: Day, records: readonly JournalRecord[] = []): readonly JournalRecord[] {
  return filterRecords(records, ({ on }) => on <= asOf);
}

/** Whether the first record names the second in `of`. */
export function doesName(journal: Journal, naming: JournalRecord, named: JournalRecord): boolean {
  return journal.hasNamed?.(naming, named) ?? naming.of.includes(named.id);
}

/** The records of the journal that the record names in `of`. */
export function targetsOf(journal: Journal, naming: JournalRecord): readonly JournalRecord[] {
  return journal.namedIn?.(naming) ?? naming.of.flatMap((id) => journal.byId.get(id) ?? []);
}

/** The live records of one kind about one task, milestone or indicator, of days up to `asOf`. */
export function liveRecords(journal: Journal, ref: string, kind: RecordKind, asOf: Day): readonly JournalRecord[] {
  return ofKind(liveUpTo(journal, ref, asOf), kind);
}

/**
 * The record that counts among several of one kind: the latest `on`; of those, the ones that no other's writer had
 * seen; of those, the greatest id. Undefined for none.
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
