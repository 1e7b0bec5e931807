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

/** How a milestone goes by what was said of it; where nothing was, by what was said of its task. */
export interface SpokenView extends SituationView {
  /** The words are of the task itself: nothing was said of the milestone. */
  readonly saidOfTask: boolean;
}

const OF_ITSELF = { saidOfTask: false };

/**
 * What differs from how the milestone itself goes: where nothing was said of it, what was said of its task, asked for where that is
 * needed. A word on the task speaks for all its milestones.
 */
export function spokenOf(own: SituationView, ofTask: () => SituationView): SpokenView | typeof OF_ITSELF {
  if (!isSilent(own)) return OF_ITSELF;
  const said = ofTask();
  return isSilent(said) ? OF_ITSELF : { ...said, saidOfTask: true };
}

function isSilent({ lastWord, problem, nextStep }: SituationView): boolean {
  return lastWord === null && problem === null && nextStep === null;
}

export function viewWord(record: JournalRecord | null): WordView | null {
  if (record === null) return null;
  const text = record.note ?? record.reason ?? null;
  return { do: record.do, on: record.on, percent: record.percent ?? null, text };
}

const NOTHING_SAID: SituationView = { lastWord: null, problem: null, nextStep: null };

/** What was said of the task itself, up to the day asked about. */
export function taskSituation({ journal, asOf }: Pick<Question, "journal" | "asOf">, id: string): SituationView {
  const live = upTo(asOf, journal.liveByRef.get(id));
  // As of most tasks: a long list asks each.
  if (live.length === 0) return NOTHING_SAID;
  const { problem, next } = difficultyOf(journal, live, null);
  return {
    lastWord: viewWord(latestRecord(journal, only(live, isWord)) ?? null),
    problem,
    nextStep: next,
  };
}
