/** Records that count in no number, because they are about something that the plan does not have. */
import { type Plan, milestonesOf, taskRefsOf } from "../plan.ts";
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/** How many live records are about something that the plan does not have: no number counts them. */
export function countUncounted(plan: Plan, journal: Journal): number {
  const columns = journal.columnsOf?.(plan);
  if (columns !== undefined) return columns.uncounted();
  const known = knownRefs(plan);
  return journal.records.filter((record) => isUncounted(record, known, journal)).length;
}

/** Whether the record is live and about something that is not in `known` (see `knownRefs`). */
export function isUncounted(record: JournalRecord, known: ReadonlySet<string>, journal: Journal): boolean {
  return !known.has(record.ref) && saysSomething(record) && !journal.supersededBy.has(record.id);
}

/** Everything that records may be about: tasks, milestones, indicators. */
export function knownRefs(plan: Plan): ReadonlySet<string> {
  return new Set([...milestonesOf(plan).map(({ id }) => id), ...taskRefs(plan)]);
}

/** Whether the record says anything by itself: a revoke does not. */
export function saysSomething({ do: kind }: JournalRecord): boolean {
  return kind !== "revoke";
}

/** Everything that records may be about besides milestones: tasks and indicators. */
export function taskRefs(plan: Plan): ReadonlySet<string> {
  return new Set(plan.columns?.taskRefs() ?? taskRefsOf(plan.tasks));
}
