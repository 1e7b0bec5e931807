/**
 * What two people said about one thing, neither having seen the other's record: only one of them can count, or the same
 * amount was added twice.
 */
import { addTo } from "../lists.ts";
import { compareText } from "../order.ts";
import type { FoldedJournal, Journal } from "./fold.ts";
import { completionsOf } from "./live.ts";
import { type JournalRecord, filterRecords, ofKind } from "./record.ts";
import { unseenAmong } from "./seen.ts";

/** Rival records about one thing, the one that counts last. Of additions, all count. */
export interface Rivals {
  readonly ref: string;
  readonly about: "addition" | "cancel" | "extend" | "progress" | "reading";
  readonly records: readonly JournalRecord[];
}

type OfADay = Exclude<Rivals["about"], "addition" | "cancel">;

/**
 * The fact that decides for each of these kinds. The record of the latest day counts; among unlike ones of the same
 * day, the choice (the greatest id) is arbitrary.
 */
const OF_A_DAY: Readonly<Record<OfADay, (record: JournalRecord) => string | number | undefined>> = {
  extend: ({ to }) => to,
  progress: ({ percent }) => percent,
  // Additions of one day add up: see `additionsOfADay`.
  reading: ({ value, mode }) => (mode === "add" ? undefined : value),
};

/** All rivals: a completion and a cancellation, unlike facts of one kind and day, and several additions of one day. */
export function rivals(journal: FoldedJournal): Rivals[] {
  return [...journal.liveByRef].flatMap(([ref, live]) => [
    ...cancelledDone(journal, ref, live),
    ...(["extend", "progress", "reading"] as const).flatMap((kind) => unlikeOfADay(journal, ref, live, kind)),
    ...additionsOfADay(journal, ref, live),
  ]);
}

/**
 * Completions and cancellations whose writers had not seen each other's; the completion counts. A writer who knew of
 * the other record meant what he wrote.
 */
function cancelledDone(journal: Journal, ref: string, live: readonly JournalRecord[]): Rivals[] {
  const [completions, cancellations] = [completionsOf(live), ofKind(live, "cancel")];
  if (completions.length === 0 || cancellations.length === 0) return [];
  const unseen = new Set(unseenAmong(journal, [...completions, ...cancellations]));
  const [done, cancelled] = [
    filterRecords(completions, (one) => unseen.has(one)),
    filterRecords(cancellations, (one) => unseen.has(one)),
  ];
  return done.length === 0 || cancelled.length === 0
    ? []
    : [{ ref, about: "cancel", records: [...cancelled, ...done] }];
}

function unlikeOfADay(journal: Journal, ref: string, live: readonly JournalRecord[], about: OfADay): Rivals[] {
  const factOf = OF_A_DAY[about];
  const days = new Map<string, JournalRecord[]>();
  for (const record of live) if (record.do === about && factOf(record) !== undefined) addTo(days, record.on, record);
  return [...days.values()].flatMap((ofDay) => {
    if (new Set(ofDay.map(factOf)).size < 2) return [];
    // Of those that no other writer had seen, the greatest id counts (`latestRecord`).
    const records = unseenAmong(journal, ofDay).toSorted((a, b) => compareText(a.id, b.id));
    return new Set(records.map(factOf)).size < 2 ? [] : [{ ref, about, records }];
  });
}

/**
 * Several additions for one day. In a single journal the second would have corrected the first. Here both count only
 * because neither writer had seen the other's, and they may be the same amount. A total for that day includes them, so
 * that nothing is doubtful.
 */
function additionsOfADay(journal: Journal, ref: string, live: readonly JournalRecord[]): Rivals[] {
  const readings = ofKind(live, "reading");
  const totalled = new Set(readings.filter(({ mode }) => mode !== "add").map(({ on }) => on));
  const days = new Map<string, JournalRecord[]>();
  for (const record of readings) {
    if (record.mode === "add" && !totalled.has(record.on)) addTo(days, record.on, record);
  }
  return [...days.values()].flatMap((ofDay) => {
    const records = unseenAmong(journal, ofDay).toSorted((a, b) => compareText(a.id, b.id));
    return records.length < 2 ? [] : [{ ref, about: "addition" as const, records }];
  });
}
