/** Warnings that the plan settles: someone has looked into them and says why they stay. */
import { type Place, type Problem, isError } from "./problem.ts";

/** An entry of `settled:`. */
export interface Settlement {
  readonly code: string;
  /** Where the code stands, with its line. */
  readonly at: Place;
  readonly excerpt: string;
  /** The task that it speaks of; null for an entry of the head, which speaks of all that is in no task. */
  readonly task: SettledTask | null;
}

/** A task by its id, and where it stands in its file. */
export interface SettledTask {
  readonly id: string;
  readonly at: Place;
}

export interface Settled {
  /** What is left to tell. */
  readonly problems: readonly Problem[];
  /** Entries that settle nothing. */
  readonly idle: readonly Settlement[];
}

/** The ids of tasks that a problem outside of the plan's files speaks of. */
export type TasksOf = (problem: Problem) => readonly string[];

/**
 * Takes the settled warnings away; `tasks` are the places of tasks in files with a warning that the head may settle. What a
 * task's entry settles is not asked of the head's, which would hide the same of all tasks.
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

/** An entry that settles nothing is told: what it stood for was mended, or never was. */
export function idleProblem({ code, at, excerpt }: Settlement): Problem {
  return { code: "W-SETTLED", details: { code }, at, excerpt };
}
