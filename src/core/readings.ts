/** What was read of an indicator: its last total, and what was added behind it. */
import { type Day, laterOf } from "./calendar.ts";
import { type Journal, latestRecord, liveRecords } from "./journal/fold.ts";
import type { JournalRecord } from "./journal/record.ts";
import { sumOf } from "./rounding.ts";

/** What an indicator has reached, and the day of the latest word on it; both null before the first one. */
export interface Reading {
  readonly value: number | null;
  readonly on: Day | null;
}

const NO_READING: Reading = { value: null, on: null };

/** A record with a value to count with. */
type Valued = JournalRecord & { readonly value: number };

/**
 * The last total of an indicator (`10/agencies`) and all that was added on later days (of the same day not: the total
 * has it), up to the end of `asOf`; of days before `from` nothing counts where that is given.
 */
export function readingOf(ref: string, journal: Journal, asOf: Day, from: Day | null = null): Reading {
  return sumUp(readingsUpTo(ref, journal, asOf, from), journal);
}

/**
 * The last total of the indicator of the day or a later one, up to the end of `asOf`. It stands for all that was added up to its
 * own day, so that an addition of the day counts no more.
 */
export function totalFrom(ref: string, journal: Journal, day: Day, asOf: Day): JournalRecord | undefined {
  const totals = readingsUpTo(ref, journal, asOf, day).filter(({ mode }) => mode !== "add");
  return latestRecord(journal, totals);
}

/** All that count up to the end of `asOf`, of days from `from` on where that is given. */
export function readingsUpTo(ref: string, journal: Journal, asOf: Day, from: Day | null): readonly Valued[] {
  return liveRecords(journal, ref, "reading", asOf).filter(
    (record): record is Valued => hasValue(record) && (from === null || record.on >= from),
  );
}

/** What the readings come to: the last total, and what was added behind it. */
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
  // What was read last is counted: a total, or an addition behind it.
  const on = readings.reduce((last, reading) => laterOf(last, reading.on), first.on);
  return { value, on };
}

/** Records of later versions or other programs may lack a value, or have one that is no number to count with. */
function hasValue(record: JournalRecord): record is Valued {
  return Number.isFinite(record.value);
}
