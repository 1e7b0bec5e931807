import type { Day } from "../calendar.ts";
import type { JournalRecord } from "../journal/record.ts";
import { formerRefs } from "../journal/stray.ts";
import type { Part } from "../parts.ts";
import { type Milestone, taskRefsOf } from "../plan.ts";
import { instantOf, localTime } from "../zone.ts";
import { type Question, areOfMilestones, select } from "../selection.ts";
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
  /** Of a task of which one of these is asked for, nothing else is. */
  readonly parts: readonly Part[];
}

export interface LogView extends Envelope<"log"> {
  /** The days of writing down that are shown; null where there is no such limit and no record. */
  readonly since: Day | null;
  readonly until: Day | null;
  /** Whose records and which kinds were asked for; null and [] for all. */
  readonly by: string | null;
  readonly kinds: readonly string[];
  /** Milestones and indicators that alone were asked for of their tasks. */
  readonly parts: readonly Part[];
  readonly records: readonly RecordView[];
  readonly recordsInJournal: number;
}

/** The journal, newest first; records that were taken back or corrected stay in view. */
export function viewLog(inquiry: Inquiry, filters: LogFilters, origins: RecordOrigins): LogView {
  const records = viewRecords(inquiry, origins, {
    subjects: subjectsOf(inquiry, filters.parts),
    passes: (record) => passes(record, filters, inquiry),
  });
  return {
    ...envelope("log", inquiry),
    since: filters.since ?? records.at(-1)?.recorded.day ?? null,
    until: filters.until ?? records[0]?.recorded.day ?? null,
    by: filters.by,
    kinds: filters.kinds,
    parts: filters.parts,
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
function subjectsOf(question: Question, parts: readonly Part[]): Subjects | null {
  const { plan, journal } = question;
  const { divisions, districts, themes, sections, tasks, text } = question.filters;
  const byMilestone = areOfMilestones(question.filters);
  const isOfTasks = [divisions, districts, themes, sections, tasks].some((list) => list.length > 0);
  if (!byMilestone && !isOfTasks && text === null) return null;
  const selected = select(question);
  const isAsked = partTest(parts);
  if (byMilestone) {
    const milestones = selected.flatMap((own) => own.selected.map(({ milestone }) => milestone));
    return { milestones: milestones.filter(isAsked), others: [] };
  }
  const milestones = selected.flatMap(({ task }) => task.milestones).filter(isAsked);
  const whole = selected.map(({ task }) => task).filter(({ id }) => !parts.some(({ task }) => task === id));
  // What was once one of the tasks asked for stands in the journal still; so does an entry that did not repeat then.
  const ids = whole.map(({ id }) => id);
  const former = tasks.length === 0 ? [] : formerRefs(plan, journal, ids);
  const known = new Set(milestones.map(({ id }) => id));
  const passing = new Set(selected.map(({ task }) => task.id));
  const ofParts = parts.filter(({ id, task }) => passing.has(task) && !known.has(id)).map(({ id }) => id);
  return { milestones, others: [...taskRefsOf(whole), ...former, ...ofParts] };
}

/** Whether a milestone is asked for: of a task of which parts are, as one of these. */
function partTest(parts: readonly Part[]): (milestone: Milestone) => boolean {
  return ({ id, entry, task }) =>
    parts.some((part) => part.id === id || part.id === entry) || !parts.some((part) => part.task === task);
}
