/** What was read of an indicator: its last total, plus what was added after it. */
import { type Day, laterOf } from "./calendar.ts";
import { type Journal, latestRecord, liveRecords } from "./journal/fold.ts";
import type { JournalRecord } from "./journal/record.ts";
import { sumOf } from "./rounding.ts";

/** What an indicator has reached, and the day of its latest reading; both null if there is none. */
export interface Reading {
  readonly value: number | null;
  readonly on: Day | null;
}

const NO_READING: Reading = { value: null, on: null };

/** A record with a usable value. */
type Valued = JournalRecord & { readonly value: number };

/**
 * The last total of an indicator (`10/agencies`) plus all that was added on later days, up to the end of `asOf`. An
 * addition of the same day is part of the total already. With `from`, earlier readings do not count.
 */
export function readingOf(ref: string, journal: Journal, asOf: Day, from: Day | null = null): Reading {
  return sumUp(readingsUpTo(ref, journal, asOf, from), journal);
}

/**
 * The last total of the indicator from `day` up to the end of `asOf`. It includes everything added up to its own day,
 * so an addition on `day` no longer counts.
 */
export function totalFrom(ref: string, journal: Journal, day: Day, asOf: Day): JournalRecord | undefined {
  const totals = readingsUpTo(ref, journal, asOf, day).filter(({ mode }) => mode !== "add");
  return latestRecord(journal, totals);
}

/** The usable readings up to the end of `asOf`, and not before `from` if that is given. */
export function readingsUpTo(ref: string, journal: Journal, asOf: Day, from: Day | null): readonly Valued[] {
  return liveRecords(journal, ref, "reading", asOf).filter(
    (record): record is Valued => hasValue(record) && (from === null || record.on >= from),
  );
}

/** The value of the readings: the last total plus what was added after it. */
export function sumUp(readings: readonly Valued[], journal: Journal): Reading {
  const [first] = readings;
  if (first === undefined) return NO_READING;
  if (readings.length === 1) return { value: sumOf([first.value]), on: first.on };
  const total = latestRecord(
    journal,
    readings.filter(({ mode }) => mode !== "add"),
  );
  const added = readings.filter(({ mode, on }) => mode === "add" && (total === undefined || on > total.on));
  const value = sumOf([total?.value ?? 0, ...added.map((reading) => reading.value)]);
  // The last reading always counts: it is the total or an addition after it.
  const on = readings.reduce((last, reading) => laterOf(last, reading.on), first.on);
  return { value, on };
}

/** Records written by later versions or other programs may lack a value or have one that is no finite number. */
function hasValue(record: JournalRecord): record is Valued {
  return Number.isFinite(record.value);
}
