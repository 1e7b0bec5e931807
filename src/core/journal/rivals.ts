/** What two people said of one thing, neither of whom had seen the other's: of which one alone can count, or that was added twice. */
import { addTo } from "../lists.ts";
import { compareText } from "../order.ts";
import type { FoldedJournal, Journal } from "./fold.ts";
import { completionsOf } from "./live.ts";
import { type JournalRecord, ofKind, only } from "./record.ts";
import { unseenAmong } from "./seen.ts";

/** Records of one thing, the one that counts last; of additions all count. */
export interface Rivals {
  readonly ref: string;
  readonly about: "addition" | "cancel" | "extend" | "progress" | "reading";
  readonly records: readonly JournalRecord[];
}

type OfADay = Exclude<Rivals["about"], "addition" | "cancel">;

/** Of these kinds the record of the latest day counts, and of several unlike ones of one day chance decides. */
const OF_A_DAY: Readonly<Record<OfADay, (record: JournalRecord) => string | number | undefined>> = {
  extend: ({ to }) => to,
  progress: ({ percent }) => percent,
  // Additions of one day add up: see below.
  reading: ({ value, mode }) => (mode === "add" ? undefined : value),
};

/** Each thing of which two said what cannot both be, or may be one: an end and its cancellation, facts of one kind and day. */
export function rivals(journal: FoldedJournal): Rivals[] {
  return [...journal.liveByRef].flatMap(([ref, live]) => [
    ...cancelledDone(journal, ref, live),
    ...(["extend", "progress", "reading"] as const).flatMap((kind) => unlikeOfADay(journal, ref, live, kind)),
    ...additionsOfADay(journal, ref, live),
  ]);
}

/** What is done counts, whoever cancelled it; who knew of the one when he wrote the other meant it so. */
function cancelledDone(journal: Journal, ref: string, live: readonly JournalRecord[]): Rivals[] {
  const [completions, cancellations] = [completionsOf(live), ofKind(live, "cancel")];
  if (completions.length === 0 || cancellations.length === 0) return [];
  const unseen = new Set(unseenAmong(journal, [...completions, ...cancellations]));
  const [done, cancelled] = [
    only(completions, (one) => unseen.has(one)),
    only(cancellations, (one) => unseen.has(one)),
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
    // The greatest id counts of those that nobody had seen (`latestRecord`).
    const records = unseenAmong(journal, ofDay).toSorted((a, b) => compareText(a.id, b.id));
    return new Set(records.map(factOf)).size < 2 ? [] : [{ ref, about, records }];
  });
}

/**
 * What was added twice for one day. In one journal the second would have corrected the first, so that both count only since
 * nobody had seen the other's: it may be one addition. A total of the day has them all.
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
