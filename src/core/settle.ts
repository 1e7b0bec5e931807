/** Warnings that the plan settles: someone has looked into them and says why they stay. */
import { type Place, type Problem, severityOf } from "./problem.ts";

/** An entry of `settled:`. */
export interface Settlement {
  readonly code: string;
  /** Where the code stands, with its line. */
  readonly at: Place;
  readonly excerpt: string;
  /** The task that it speaks of; null for an entry of the head, which speaks of all that is in no task. */
  readonly task: Place | null;
}

export interface Settled {
  /** What is left to tell. */
  readonly problems: readonly Problem[];
  /** Entries that settle nothing. */
  readonly idle: readonly Settlement[];
}

/** Takes the settled warnings away; `tasks` are the places of tasks in files with a warning that the head may settle. */
export function settle(
  problems: readonly Problem[],
  settlements: readonly Settlement[],
  tasks: readonly Place[],
): Settled {
  const active = new Set<Settlement>();
  const left = problems.filter((problem) => {
    const found = settlements.find((settlement) => settles(settlement, problem, tasks));
    if (found !== undefined) active.add(found);
    return found === undefined;
  });
  return { problems: left, idle: settlements.filter((settlement) => !active.has(settlement)) };
}

function settles({ code, task }: Settlement, problem: Problem, tasks: readonly Place[]): boolean {
  if (problem.code !== code || severityOf(problem) === "error") return false;
  if (task !== null) return isWithin(problem.at, task);
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
