/**
 * What compiled plans and journals tell at once, an entry for each milestone in plan order, days as numbers
 * (`numberOfDay`): of a large plan most questions count what most milestones need not be looked at for.
 */

import type { JournalRecord } from "./journal/record.ts";
import type { State } from "./lights.ts";
import type { Task } from "./plan.ts";

/** An entry for each milestone. */
export type Column = ArrayLike<number>;

export interface PlanColumns {
  /** Another one for each compiled plan. */
  readonly id: string;
  /** How many milestones there are. */
  readonly count: number;
  /** For each task where its milestones begin; the last entry is where the last one's end. */
  readonly firsts: Column;
  /** The first day of work of each. */
  readonly starts: Column;
  /** The original due days. */
  readonly ends: Column;
  /** The first day on which each counts, where it or its task came into the plan later; else `NEVER`. */
  readonly added: Column;
  readonly idAt: (place: number) => string;
  /** The lists of divisions that tasks have, each once; and for each task the place of its own in them. */
  readonly divisionKinds: readonly Task["divisions"][];
  readonly divisions: Column;
  /** For each task the first day by which one of its indicators has to be reached; `NEVER` where it has none. */
  readonly targetDays: Column;
  /** The task with the number, from 0; undefined where there is none. */
  readonly taskAt: (number: number) => Task | undefined;
  /** The place of the milestone with the id; -1 where there is none. */
  readonly placeOf: (id: string) => number;
  /** What records may be about besides milestones (see `taskRefsOf`). */
  readonly taskRefs: () => readonly string[];
}

export interface Told extends Omit<PlanColumns, "targetDays"> {
  /** The day of the first live completion, or `NEVER`; `UNTOLD` where the milestone itself must be looked at. */
  readonly completed: Column;
  /** The first day on which one of its live completions was accepted, or `NEVER`. */
  readonly accepted: Column;
  /** The first day on which one of its live completions had evidence, or `NEVER`. */
  readonly proven: Column;
  /** The day of its one live extension, and the due day that it brings; or `NEVER`. */
  readonly extended: Column;
  readonly extendedTo: Column;
  /** The day of its one live cancellation, or `NEVER`. */
  readonly cancelled: Column;
  /** How many live records speak of what the plan does not have (see uncounted.ts). */
  readonly uncounted: () => number;
  /** The live records of the milestone at a place that is told. */
  readonly liveAt: (place: number) => readonly JournalRecord[];
}

/** Before all days that there are. */
export const NEVER = -1;
export const UNTOLD = -2;

/** A milestone at the end of a day, as far as columns tell. */
export interface Glance {
  state: State;
  /** The day of the completion, whatever the day looked at; or `NEVER`. */
  completed: number;
  isExtended: boolean;
  /** The three due days (see milestone-days.ts). */
  original: number;
  assessment: number;
  due: number;
}

/** A glance to be written over. */
export function anyGlance(): Glance {
  return { state: "upcoming", completed: NEVER, isExtended: false, original: 0, assessment: 0, due: 0 };
}

/**
 * Looks at the place, which is told, at the end of the day: the same as `standingOf` finds. The glance is written over, since
 * there are many places.
 */
export function look(told: Told, place: number, day: number, glance: Glance): void {
  const end = Number(told.ends[place]);
  const askedOn = Number(told.extended[place]);
  const isExtended = isOnOrBefore(askedOn, day);
  const to = isExtended ? Number(told.extendedTo[place]) : end;
  glance.isExtended = isExtended;
  glance.completed = Number(told.completed[place]);
  glance.original = end;
  glance.due = to;
  glance.assessment = askedOn <= end ? to : end;
  if (isOnOrBefore(glance.completed, day)) glance.state = "done";
  else if (isOnOrBefore(Number(told.cancelled[place]), day)) glance.state = "cancelled";
  else if (to < day) glance.state = "overdue";
  else glance.state = day < Number(told.starts[place]) ? "upcoming" : "active";
}

/** Whether there is such a day, and it has come. */
export function isOnOrBefore(on: number, day: number): boolean {
  return on !== NEVER && on <= day;
}

/** The last of so many places whose number is at most the one wanted; numbers do not fall from place to place. */
export function lastAtMost(length: number, numberAt: (place: number) => number, wanted: number): number {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numberAt(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
