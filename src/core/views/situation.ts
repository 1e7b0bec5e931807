/** How a milestone or a task is going: the last word on it, and the problem and next step that still stand. */
import type { Day } from "../calendar.ts";
import { latestRecord, liveUpTo } from "../journal/fold.ts";
import { type Difficulty, type Live, NO_DIFFICULTY, difficultyOf, isStatusWord } from "../journal/live.ts";
import { type JournalRecord, filterRecords } from "../journal/record.ts";
import { isOpen } from "../lights.ts";
import type { Question } from "../selection.ts";
import type { Standing } from "../standing.ts";

/** The last record on how it is going. `text` is its note or reason. */
export interface WordView {
  readonly do: string;
  readonly on: Day;
  readonly percent: number | null;
  readonly text: string | null;
}

export interface SituationView extends Difficulty {
  readonly lastWord: WordView | null;
}

/** How a milestone is going, by what was said of it and of its task. */
export interface SpokenView extends SituationView {
  /** Whether the last word is on the task itself, with nothing said of the milestone since. */
  readonly saidOfTask: boolean;
}

const OF_ITSELF = { saidOfTask: false };

/**
 * How a milestone is going, where records about its task matter; otherwise only `saidOfTask: false`. A word on a task
 * is a word on each of its open milestones, so the latest of both counts. `ofTask` are the task's live records up to
 * the as-of day.
 */
export function spokenOf(
  { journal }: Pick<Question, "journal">,
  standing: Standing,
  ofTask: Live,
): SpokenView | typeof OF_ITSELF {
  // True of most tasks, and long lists ask this of each.
  if (ofTask.length === 0 || !isOpen(standing)) return OF_ITSELF;
  const records = [...standing.records, ...ofTask];
  const last = latestRecord(journal, filterRecords(records, isStatusWord)) ?? null;
  const difficulty = difficultyOf(journal, records, standing.block);
  return {
    lastWord: viewWord(last),
    ...difficulty,
    saidOfTask: last?.ref === standing.milestone.task,
  };
}

/** The last report on how far the work is. A word that only names a problem or a next step is none. */
export interface ReportedView {
  readonly lastReport: WordView | null;
  /** Whether that is a record about the task itself. */
  readonly reportOfTask: boolean;
}

/** The last word; or, if that reports nothing, the last of the same records that does. */
export function reportedOf(
  { journal }: Pick<Question, "journal">,
  standing: Standing,
  ofTask: Live,
  { lastWord, saidOfTask }: Pick<SpokenView, "lastWord" | "saidOfTask">,
): ReportedView {
  const isEmpty = lastWord?.do === "note" && lastWord.text === null;
  if (!isEmpty) return { lastReport: lastWord, reportOfTask: saidOfTask };
  const words = isOpen(standing) ? [...standing.words, ...filterRecords(ofTask, isStatusWord)] : standing.words;
  const last =
    latestRecord(
      journal,
      filterRecords(words, ({ do: kind, note }) => kind !== "note" || note !== undefined),
    ) ?? null;
  return { lastReport: viewWord(last), reportOfTask: last?.ref === standing.milestone.task };
}

/** The view of the record as a word; null without one. */
export function viewWord(record: JournalRecord | null): WordView | null {
  if (record === null) return null;
  const text = record.note ?? record.reason ?? null;
  return { do: record.do, on: record.on, percent: record.percent ?? null, text };
}

const NOTHING_SAID: SituationView = { lastWord: null, ...NO_DIFFICULTY };

/** How a task is going, by records about the task itself. */
export function taskSituation({ journal, asOf }: Pick<Question, "journal" | "asOf">, task: string): SituationView {
  const live = liveUpTo(journal, task, asOf);
  if (live.length === 0) return NOTHING_SAID;
  return {
    lastWord: viewWord(latestRecord(journal, filterRecords(live, isStatusWord)) ?? null),
    ...difficultyOf(journal, live, null),
  };
}
