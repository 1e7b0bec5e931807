/** Parts of tasks as people type them for `log`, to see only the records about those. */
import { type Plan, indicatorRef } from "./plan.ts";
import { foldId, matchMilestone } from "./resolve.ts";

/** A milestone, a repeating entry or an indicator, with its task. */
export interface Part {
  readonly id: string;
  readonly task: string;
}

/** The part with the typed id; null if it is a task's or nothing's. */
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
