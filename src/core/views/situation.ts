/** What is known of how a milestone or a task goes: the last word on it, and the problem and next step that stand. */
import type { Day } from "../calendar.ts";
import { latestRecord, upTo } from "../journal/fold.ts";
import { difficultyOf, isWord } from "../journal/live.ts";
import { type JournalRecord, only } from "../journal/record.ts";
import type { Question } from "../selection.ts";

/** What was last said of how it goes. */
export interface WordView {
  readonly do: string;
  readonly on: Day;
  readonly percent: number | null;
  readonly text: string | null;
}

export interface SituationView {
  readonly lastWord: WordView | null;
  /** The latest problem that was named, or else why work cannot go on. */
  readonly problem: string | null;
  /** What is to be done about it: the latest next step, unless the problem is newer. */
  readonly nextStep: string | null;
}

export function viewWord(record: JournalRecord | null): WordView | null {
  if (record === null) return null;
  const text = record.note ?? record.reason ?? null;
  return { do: record.do, on: record.on, percent: record.percent ?? null, text };
}

/** What was said of the task itself, up to the day asked about: such words speak for all its milestones. */
export function taskSituation({ journal, asOf }: Question, id: string): SituationView {
  const live = upTo(asOf, journal.liveByRef.get(id));
  const { problem, next } = difficultyOf(journal, live, null);
  return {
    lastWord: viewWord(latestRecord(journal, only(live, isWord)) ?? null),
    problem,
    nextStep: next,
  };
}
