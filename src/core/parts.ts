/** Parts of tasks as people type them: `log` shows what was said of these alone. */
import { type Plan, indicatorRef } from "./plan.ts";
import { foldId, matchMilestone } from "./resolve.ts";

/** A milestone, an entry that repeats, or an indicator, and the task that it belongs to. */
export interface Part {
  readonly id: string;
  readonly task: string;
}

/** The part of that id; null where it is a task's, or nobody's. */
export function matchPart(plan: Plan, typed: string): Part | null {
  const match = matchMilestone(plan, typed);
  if (match.kind === "milestone") return { id: match.milestone.id, task: match.milestone.task };
  const [first] = match.kind === "repeating" ? match.occurrences : [];
  if (first !== undefined) return { id: first.entry, task: first.task };
  if (match.kind === "task") return null;
  for (const { id: task, indicators } of plan.tasks) {
    const id = indicators.map((one) => indicatorRef(task, one)).find((ref) => foldId(ref) === foldId(typed));
    if (id !== undefined) return { id, task };
  }
  return null;
}
