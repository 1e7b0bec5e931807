import type { Day } from "./calendar.ts";
import { type Journal, latestRecord, liveRecords } from "./journal/fold.ts";

/** What an indicator has reached, and the day of the latest word on it; both null before the first one. */
export interface Reading {
  readonly value: number | null;
  readonly on: Day | null;
}

/** The last total of an indicator (`10/agencies`) and all that was added on later days. */
export function readingOf(ref: string, journal: Journal, asOf: Day): Reading {
  const readings = liveRecords(journal, ref, "reading", asOf).filter(({ value }) => value !== undefined);
  const total = latestRecord(
    journal,
    readings.filter(({ mode }) => mode !== "add"),
  );
  const added = readings.filter(({ mode, on }) => mode === "add" && (total === undefined || on > total.on));
  const latest = latestRecord(journal, [...added, ...(total === undefined ? [] : [total])]);
  if (latest === undefined) return { value: null, on: null };
  const value = added.reduce((sum, reading) => sum + (reading.value ?? 0), total?.value ?? 0);
  return { value, on: latest.on };
}
