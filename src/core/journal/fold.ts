/**
 * The meaning of a set of records. Every function here depends on the set alone: the order of lines and the writers'
 * clocks never decide, and the same record twice counts once.
 */
import type { Day } from "../calendar.ts";
import { instantOf, localTime } from "../zone.ts";
import type { JournalRecord, RecordKind } from "./record.ts";

/** A journal ready for questions. */
export interface Journal {
  /** Every record once, in the order first read. */
  readonly records: readonly JournalRecord[];
  readonly byId: ReadonlyMap<string, JournalRecord>;
  /** For each record that was taken back or corrected: the id of the record that did so. */
  readonly supersededBy: ReadonlyMap<string, string>;
  /** The live records of each task, milestone and indicator. */
  readonly liveByRef: ReadonlyMap<string, readonly JournalRecord[]>;
}

/** Folds records, in any order and with repetitions, into a journal. */
export function foldJournal(records: readonly JournalRecord[]): Journal {
  const byId = new Map(records.map((record) => [record.id, record]));
  const unique = [...byId.values()];
  const supersededBy = findSuperseded(unique, byId);
  const liveByRef = new Map<string, JournalRecord[]>();
  for (const record of unique) {
    if (supersededBy.has(record.id)) continue;
    const list = liveByRef.get(record.ref);
    if (list === undefined) liveByRef.set(record.ref, [record]);
    else list.push(record);
  }
  return { records: unique, byId, supersededBy, liveByRef };
}

/** The records that had been written down by the end of the day, by their writers' clocks in the zone. */
export function knownOn(records: readonly JournalRecord[], day: Day, timezone: string): JournalRecord[] {
  return records.filter((record) => localTime(instantOf(record.t), timezone).day <= day);
}

export function isLive(journal: Journal, id: string): boolean {
  return journal.byId.has(id) && !journal.supersededBy.has(id);
}

/** The live records of one kind about one thing, of days up to `asOf`. */
export function liveRecords(journal: Journal, ref: string, kind: RecordKind, asOf: Day): JournalRecord[] {
  const live = journal.liveByRef.get(ref) ?? [];
  return live.filter((record) => record.do === kind && record.on <= asOf);
}

/**
 * The record that stands among several of one kind: the latest `on`; of one day, those that no other's writer had
 * seen; of these, the greatest id. Undefined for none.
 */
export function latestRecord(journal: Journal, records: readonly JournalRecord[]): JournalRecord | undefined {
  const lastDay = records.reduce<string>((day, record) => (record.on > day ? record.on : day), "");
  const ofDay = records.filter((record) => record.on === lastDay);
  const unseen = ofDay.filter((record) => !ofDay.some((other) => other !== record && descends(journal, other, record)));
  return unseen.reduce<JournalRecord | undefined>(
    (best, record) => (best === undefined || record.id > best.id ? record : best),
    undefined,
  );
}

/**
 * The records in an order of descent: by how many lie one behind the other before each, so that a record stands
 * behind every one that its writer had seen, whatever the clocks say. Those of one generation go by clock and id.
 */
export function byDescent(journal: Journal): JournalRecord[] {
  const placeOf = placesOf(journal);
  const numbered = journal.records.map((record) => ({ record, generation: placeOf(record.id).generation }));
  numbered.sort(
    ({ record: a, generation }, { record: b, generation: other }) =>
      generation - other || compare(a.t, b.t) || compare(a.id, b.id),
  );
  return numbered.map(({ record }) => record);
}

/** Where a record stands among the others: how many lie one behind the other before it, and which it names as seen. */
interface Place {
  readonly generation: number;
  readonly prev: readonly string[];
}

/** Of what a record names and the journal lacks. */
const NOWHERE: Place = { generation: -1, prev: [] };

/** Worked out when first asked for, and once for each journal: that takes a walk over all of it. */
const PLACES = new WeakMap<Journal, ReadonlyMap<string, Place>>();

function placesOf(journal: Journal): (id: string) => Place {
  let places = PLACES.get(journal);
  if (places === undefined) {
    places = findPlaces(journal);
    PLACES.set(journal, places);
  }
  const known = places;
  return (id) => known.get(id) ?? NOWHERE;
}

/** The walk keeps its own stack, since a chain may be as long as the journal; mostly parents come first. */
function findPlaces(journal: Journal): Map<string, Place> {
  const places = new Map<string, Place>();
  const stack = journal.records.toReversed();
  for (let record = stack.pop(); record !== undefined; record = stack.pop()) {
    if (places.has(record.id)) continue;
    const open: JournalRecord[] = [];
    let generation = 0;
    for (const id of record.prev) {
      const parent = journal.byId.get(id);
      const place = places.get(id);
      if (place !== undefined) generation = Math.max(generation, place.generation + 1);
      else if (parent !== undefined) open.push(parent);
    }
    if (open.length > 0) stack.push(record, ...open);
    else places.set(record.id, { generation, prev: record.prev });
  }
  return places;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Whether the writer of `later` had seen `earlier`, directly or through others. What stands no later than `earlier` has
 * not seen it, so that the walk ends there and not at the journal's beginning.
 */
function descends(journal: Journal, later: JournalRecord, earlier: JournalRecord): boolean {
  const placeOf = placesOf(journal);
  const { generation: floor } = placeOf(earlier.id);
  const visited = new Set<string>();
  const open = [...later.prev];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === earlier.id) return true;
    const { generation, prev } = placeOf(id);
    if (generation <= floor || visited.has(id)) continue;
    visited.add(id);
    open.push(...prev);
  }
  return false;
}

/**
 * Why each dead record is dead. A `revoke` that is not itself taken back takes back what it names. Any other record
 * corrects what it names of its own kind, also once it is corrected itself, unless it was taken back: undoing a
 * correction restores what it had corrected, correcting it again does not.
 */
function findSuperseded(
  records: readonly JournalRecord[],
  byId: ReadonlyMap<string, JournalRecord>,
): Map<string, string> {
  const revokes = indexByTarget(
    records.filter((record) => record.do === "revoke"),
    byId,
  );
  const revokedBy = settleRevocations(revokes);
  const standing = records.filter((record) => record.do !== "revoke" && !revokedBy.has(record.id));
  const superseded = new Map(revokedBy);
  for (const [target, ids] of indexByTarget(standing, byId)) {
    const own = ids.filter((id) => byId.get(id)?.do === byId.get(target)?.do);
    const correction = greatest(own);
    if (correction !== null && !superseded.has(target)) superseded.set(target, correction);
  }
  return superseded;
}

/**
 * For each record that is taken back: the greatest id of the revocations that stand. `of` holds hashes, so that the
 * graph has no cycle; the walk keeps its own stack, since a chain may be as long as the journal.
 */
function settleRevocations(revokes: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  const settled = new Map<string, string | null>();
  const stack = [...revokes];
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const [id, against] = entry;
    if (settled.has(id)) continue;
    const open = against.flatMap((revoke): [string, readonly string[]][] => {
      const deeper = revokes.get(revoke);
      return deeper === undefined || settled.has(revoke) ? [] : [[revoke, deeper]];
    });
    if (open.length > 0) stack.push(entry, ...open);
    else settled.set(id, greatest(against.filter((revoke) => (settled.get(revoke) ?? null) === null)));
  }
  const dead = [...settled].filter((entry): entry is [string, string] => entry[1] !== null);
  return new Map(dead);
}

/** For each record of the journal that one of the records names: the ids of those. */
function indexByTarget(
  records: readonly JournalRecord[],
  byId: ReadonlyMap<string, JournalRecord>,
): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const record of records) {
    for (const target of record.of) {
      if (!byId.has(target)) continue;
      const list = index.get(target);
      if (list === undefined) index.set(target, [record.id]);
      else list.push(record.id);
    }
  }
  return index;
}

function greatest(ids: readonly string[]): string | null {
  return ids.reduce<string | null>((best, id) => (best === null || id > best ? id : best), null);
}
