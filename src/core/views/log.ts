import type { Day } from "../calendar.ts";
import type { JournalRecord } from "../journal/record.ts";
import { formerRefs } from "../journal/stray.ts";
import type { Part } from "../parts.ts";
import { type Milestone, taskRefsOf } from "../plan.ts";
import { instantOf, localTime } from "../zone.ts";
import { type Question, areOfMilestones, select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type RecordOrigins, type RecordView, type Subjects, isCorrection, viewRecords } from "./records.ts";

/** Given as the kind of a record that corrects, and accepted like a kind in filters. */
export const CORRECTION = "correction";

/** Filters of `log` besides those of all commands. Days are days of writing, both included. */
export interface LogFilters {
  readonly since: Day | null;
  readonly until: Day | null;
  readonly by: string | null;
  /** Kinds of records, and `CORRECTION`. */
  readonly kinds: readonly string[];
  /** If one of these belongs to a task, only they are shown of that task. */
  readonly parts: readonly Part[];
}

export interface LogView extends Envelope<"log"> {
  /** First and last day of writing that are shown; null without a limit and without records. */
  readonly since: Day | null;
  readonly until: Day | null;
  /** The writer and the kinds asked for; null and [] for all. */
  readonly by: string | null;
  readonly kinds: readonly string[];
  /** Milestones and indicators that were asked for instead of their whole tasks. */
  readonly parts: readonly Part[];
  readonly records: readonly RecordView[];
  readonly recordsInJournal: number;
}

/** The answer of `log`: the journal, newest first. Revoked and corrected records stay in it. */
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

/** The writer is compared last, since a compiled journal has it only in the record's line. */
function passes(record: JournalRecord, filters: LogFilters, { plan, journal }: Question): boolean {
  const { since, until, by, kinds } = filters;
  const isOfKind = kinds.includes(record.do) || (kinds.includes(CORRECTION) && isCorrection(journal, record));
  if (kinds.length > 0 && !isOfKind) return false;
  const day = since === null && until === null ? null : localTime(instantOf(record.t), plan.timezone).day;
  const isInTime = day === null || ((since === null || day >= since) && (until === null || day <= until));
  return isInTime && (by === null || record.by === by);
}

/** What passes the filters on tasks and milestones; null if no such filter is set. */
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
  // The journal still has records about parts that were removed from these tasks, and about entries that did not repeat
  // at that time.
  const ids = whole.map(({ id }) => id);
  const former = tasks.length === 0 ? [] : formerRefs(plan, journal, ids);
  const known = new Set(milestones.map(({ id }) => id));
  const passing = new Set(selected.map(({ task }) => task.id));
  const ofParts = parts.filter(({ id, task }) => passing.has(task) && !known.has(id)).map(({ id }) => id);
  return { milestones, others: [...taskRefsOf(whole), ...former, ...ofParts] };
}

/** Tests whether a milestone is asked for: if parts of its task are, only as one of them. */
function partTest(parts: readonly Part[]): (milestone: Milestone) => boolean {
  return ({ id, entry, task }) =>
    parts.some((part) => part.id === id || part.id === entry) || !parts.some((part) => part.task === task);
}
