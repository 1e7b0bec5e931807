/** Warnings that the plan settles: someone has looked into them and gives a reason why they stay. */
import { type Place, type Problem, isError } from "./problem.ts";

/** An entry of `settled:`. */
export interface Settlement {
  readonly code: string;
  /** The place of the code in the plan file. */
  readonly at: Place;
  /** The line at that place. */
  readonly excerpt: string;
  /** The task that it is about; null for an entry of the head, which is about everything outside tasks. */
  readonly task: SettledTask | null;
}

/** A task's id and its place in its file. */
export interface SettledTask {
  readonly id: string;
  readonly at: Place;
}

export interface Settled {
  /** The problems that are not settled. */
  readonly problems: readonly Problem[];
  /** Entries that settled nothing. */
  readonly idle: readonly Settlement[];
}

/** Returns the ids of the tasks that a problem outside the plan files is about. */
export type TasksOf = (problem: Problem) => readonly string[];

/**
 * Removes the settled warnings. An entry of a task settles warnings inside that task, and those outside the plan files
 * that `tasksOf` says are about it. An entry of the head settles all warnings that are not inside a task. It is tried
 * last, since it settles them for all tasks alike. `tasks` are the places of tasks in files with a warning that the
 * head might settle.
 */
export function settle(
  problems: readonly Problem[],
  settlements: readonly Settlement[],
  tasks: readonly Place[],
  tasksOf: TasksOf = () => [],
): Settled {
  const active = new Set<Settlement>();
  const nearestFirst = settlements.toSorted((a, b) => Number(a.task === null) - Number(b.task === null));
  const left = problems.filter((problem) => {
    const found = nearestFirst.find((settlement) => settles(settlement, problem, tasks, tasksOf));
    if (found !== undefined) active.add(found);
    return found === undefined;
  });
  return { problems: left, idle: settlements.filter((settlement) => !active.has(settlement)) };
}

function settles({ code, task }: Settlement, problem: Problem, tasks: readonly Place[], tasksOf: TasksOf): boolean {
  if (problem.code !== code || isError(problem)) return false;
  if (task !== null) return isWithin(problem.at, task.at) || tasksOf(problem).includes(task.id);
  return !tasks.some((place) => isWithin(problem.at, place));
}

function isWithin(at: Place | null, around: Place): boolean {
  if (at === null || at.file !== around.file || at.line < around.line) return false;
  return at.line < around.endLine || (at.line === around.endLine && at.column < around.endColumn);
}

/** The problem to report for an entry that settles nothing: what it was for has been mended, or never was there. */
export function idleProblem({ code, at, excerpt }: Settlement): Problem {
  return { code: "W-SETTLED", details: { code }, at, excerpt };
}
