import type { Day } from "../calendar.ts";
import type { JournalRecord } from "../journal/record.ts";
import { formerRefs } from "../journal/stray.ts";
import { taskRefsOf } from "../plan.ts";
import { instantOf, localTime } from "../zone.ts";
import { type Question, select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type RecordOrigins, type RecordView, type Subjects, isCorrection, viewRecords } from "./records.ts";

/** Said of a record where its kind would be told, and asked for like one. */
export const CORRECTION = "correction";

/** What `log` narrows down besides the filters of all commands. Days are days of writing down, both included. */
export interface LogFilters {
  readonly since: Day | null;
  readonly until: Day | null;
  readonly by: string | null;
  /** As journals have them, and `CORRECTION`. */
  readonly kinds: readonly string[];
}

export interface LogView extends Envelope<"log"> {
  /** The days of writing down that are shown; null where there is no such limit and no record. */
  readonly since: Day | null;
  readonly until: Day | null;
  /** Whose records and which kinds were asked for; null and [] for all. */
  readonly by: string | null;
  readonly kinds: readonly string[];
  readonly records: readonly RecordView[];
  readonly recordsInJournal: number;
}

/** The journal, newest first; records that were taken back or corrected stay in view. */
export function viewLog(inquiry: Inquiry, filters: LogFilters, origins: RecordOrigins): LogView {
  const records = viewRecords(inquiry, origins, {
    subjects: subjectsOf(inquiry),
    passes: (record) => passes(record, filters, inquiry),
  });
  return {
    ...envelope("log", inquiry),
    since: filters.since ?? records.at(-1)?.recorded.day ?? null,
    until: filters.until ?? records[0]?.recorded.day ?? null,
    by: filters.by,
    kinds: filters.kinds,
    records,
    recordsInJournal: inquiry.journal.count,
  };
}

/** Whose record it is stands in its line alone: that is asked last. */
function passes(record: JournalRecord, filters: LogFilters, { plan, journal }: Question): boolean {
  const { since, until, by, kinds } = filters;
  const isOfKind = kinds.includes(record.do) || (kinds.includes(CORRECTION) && isCorrection(journal, record));
  if (kinds.length > 0 && !isOfKind) return false;
  const day = since === null && until === null ? null : localTime(instantOf(record.t), plan.timezone).day;
  const isInTime = day === null || ((since === null || day >= since) && (until === null || day <= until));
  return isInTime && (by === null || record.by === by);
}

/** What passes the filters of tasks and milestones, or null where no such filter is set. */
function subjectsOf(question: Question): Subjects | null {
  const { plan, journal } = question;
  const { quarters, months, divisions, districts, themes, sections, tasks, states, text } = question.filters;
  const lists = [divisions, districts, themes, sections, tasks, states];
  const narrowed = quarters !== null || months !== null || text !== null || lists.some((list) => list.length > 0);
  if (!narrowed) return null;
  const byMilestone = quarters !== null || months !== null || states.length > 0;
  const selected = select(question);
  if (byMilestone) {
    return { milestones: selected.flatMap((own) => own.selected.map(({ milestone }) => milestone)), others: [] };
  }
  const whole = selected.map(({ task }) => task);
  const ids = whole.map(({ id }) => id);
  // What was once one of the tasks asked for stands in the journal still.
  const former = tasks.length === 0 ? [] : formerRefs(plan, journal, ids);
  return { milestones: whole.flatMap((task) => task.milestones), others: [...taskRefsOf(whole), ...former] };
}
