import type { Day } from "../calendar.ts";
import type { Task } from "../plan.ts";
import { type Question, type SelectedTask, select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type RecordOrigins, type RecordView, viewRecords } from "./records.ts";
import { refsOf } from "./tasks.ts";

/** What `log` narrows down besides the filters of all commands. Days are days of writing down, both included. */
export interface LogFilters {
  readonly since: Day | null;
  readonly until: Day | null;
  readonly by: string | null;
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
  const all = viewRecords(inquiry, origins);
  const refs = refsAskedFor(inquiry);
  const records = all.filter((record) => (refs === null || refs.has(record.ref)) && passes(record, filters));
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

function passes(record: RecordView, { since, until, by, kinds }: LogFilters): boolean {
  const { day } = record.recorded;
  return (
    (since === null || day >= since) &&
    (until === null || day <= until) &&
    (by === null || record.by === by) &&
    (kinds.length === 0 || kinds.includes(record.do))
  );
}

/** The references that pass the filters of tasks and milestones, or null where no such filter is set. */
function refsAskedFor(question: Question): Set<string> | null {
  const { quarters, months, divisions, districts, themes, sections, tasks, states, text } = question.filters;
  const lists = [divisions, districts, themes, sections, tasks, states];
  const narrowed = quarters !== null || months !== null || text !== null || lists.some((list) => list.length > 0);
  if (!narrowed) return null;
  const byMilestone = quarters !== null || months !== null || states.length > 0;
  const refs = (selected: SelectedTask): string[] =>
    byMilestone ? selected.selected.map(({ milestone }) => milestone.id) : refsOfTask(selected.task);
  return new Set(select(question).flatMap(refs));
}

function refsOfTask(task: Task): string[] {
  return [...refsOf(task)];
}
