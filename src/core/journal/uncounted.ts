/** Records that count in nothing, since they speak of what the plan does not have. */
import { once } from "../once.ts";
import { type Plan, milestonesOf } from "../plan.ts";
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";

/** How many live records of the journal speak of what the plan does not have: no number counts them. */
export function countUncounted(plan: Plan, journal: Journal): number {
  const told = journal.toldOf?.(plan);
  if (told !== undefined) return told.uncounted();
  const milestones = new Set(milestonesOf(plan).map(({ id }) => id));
  const isOfTask = taskTest(plan);
  const isUncounted = (record: JournalRecord): boolean =>
    saysSomething(record) && !milestones.has(record.ref) && !isOfTask(record.ref);
  return journal.records.filter((record) => isUncounted(record) && !journal.supersededBy.has(record.id)).length;
}

/** A record that only takes others back counts in nothing by itself. */
export function saysSomething({ do: kind }: JournalRecord): boolean {
  return kind !== "revoke";
}

/** Tells of references whether they are those of a task, or of an indicator of one; most plans' records are seldom about them. */
export function taskTest(plan: Plan): (ref: string) => boolean {
  const tasks = once(() => new Map(plan.tasks.map((task) => [task.id, task])));
  return (ref) => {
    const slash = ref.indexOf("/");
    if (slash < 0) return tasks().has(ref);
    const indicators = tasks().get(ref.slice(0, slash))?.indicators ?? [];
    return indicators.some(({ id }) => id === ref.slice(slash + 1));
  };
}
