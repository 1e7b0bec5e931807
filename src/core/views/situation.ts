/** What is known of how a milestone or a task goes: the last word on it, and the problem and next step that stand. */
import type { Day } from "../calendar.ts";
import { latestRecord, liveUpTo } from "../journal/fold.ts";
import { type Difficulty, type Live, NO_DIFFICULTY, difficultyOf, isWord } from "../journal/live.ts";
import { type JournalRecord, only } from "../journal/record.ts";
import { isOpen } from "../lights.ts";
import type { Question } from "../selection.ts";
import type { Standing } from "../standing.ts";

/** What was last said of how it goes. */
export interface WordView {
  readonly do: string;
  readonly on: Day;
  readonly percent: number | null;
  readonly text: string | null;
}

export interface SituationView extends Difficulty {
  readonly lastWord: WordView | null;
}

/** How a milestone goes by what was said of it and of its task. */
export interface SpokenView extends SituationView {
  /** The last word is of the task itself: nothing was said of the milestone since. */
  readonly saidOfTask: boolean;
}

const OF_ITSELF = { saidOfTask: false };

/**
 * What differs from how the milestone itself goes: a word on its task is one on each of its open milestones, so that the latest of
 * both counts. `ofTask` are the live records of the task, up to the day asked about.
 */
export function spokenOf(
  { journal }: Pick<Question, "journal">,
  standing: Standing,
  ofTask: Live,
): SpokenView | typeof OF_ITSELF {
  // As of most tasks: a long list asks each.
  if (ofTask.length === 0 || !isOpen(standing)) return OF_ITSELF;
  const records = [...standing.words, ...ofTask];
  const last = latestRecord(journal, only(records, isWord)) ?? null;
  const difficulty = difficultyOf(journal, records, standing.block);
  return {
    lastWord: viewWord(last),
    ...difficulty,
    saidOfTask: last?.ref === standing.milestone.task,
  };
}

/** What was last reported of how far the work is: a word that names a problem or a next step alone says nothing of that. */
export interface ReportedView {
  readonly lastReport: WordView | null;
  /** Whether that is of the task itself. */
  readonly reportOfTask: boolean;
}

/** The last word, or where that reports nothing the last that does; of the same records as the last word. */
export function reportedOf(
  { journal }: Pick<Question, "journal">,
  standing: Standing,
  ofTask: Live,
  { lastWord, saidOfTask }: Pick<SpokenView, "lastWord" | "saidOfTask">,
): ReportedView {
  const isEmpty = lastWord?.do === "note" && lastWord.text === null;
  if (!isEmpty) return { lastReport: lastWord, reportOfTask: saidOfTask };
  const words = isOpen(standing) ? [...standing.words, ...only(ofTask, isWord)] : standing.words;
  const last =
    latestRecord(
      journal,
      only(words, ({ do: kind, note }) => kind !== "note" || note !== undefined),
    ) ?? null;
  return { lastReport: viewWord(last), reportOfTask: last?.ref === standing.milestone.task };
}

/** The record as a word on how it goes; null where there is none. */
export function viewWord(record: JournalRecord | null): WordView | null {
  if (record === null) return null;
  const text = record.note ?? record.reason ?? null;
  return { do: record.do, on: record.on, percent: record.percent ?? null, text };
}

const NOTHING_SAID: SituationView = { lastWord: null, ...NO_DIFFICULTY };

/** What was said of the task itself. */
export function taskSituation({ journal, asOf }: Pick<Question, "journal" | "asOf">, task: string): SituationView {
  const live = liveUpTo(journal, task, asOf);
  if (live.length === 0) return NOTHING_SAID;
  return {
    lastWord: viewWord(latestRecord(journal, only(live, isWord)) ?? null),
    ...difficultyOf(journal, live, null),
  };
}
