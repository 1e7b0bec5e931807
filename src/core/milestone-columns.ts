/**
 * What compiled plans and journals know about all milestones at once: columns with an entry for each milestone. A
 * milestone's place is its index in plan order, from 0; days are numbers (`numberOfDay`). With columns, most questions
 * about a large plan need not build the milestones or read their records.
 */

import type { JournalRecord } from "./journal/record.ts";
import type { State } from "./lights.ts";
import type { Task } from "./plan.ts";

/** A number for each milestone by place, or for each task by number. */
export type Column = ArrayLike<number>;

/** Columns of a plan. */
export interface PlanColumns {
  /** Different for each compiled plan. */
  readonly id: string;
  /** The number of milestones. */
  readonly count: number;
  /** For each task, the place of its first milestone; a last entry follows the last milestone of all. */
  readonly firsts: Column;
  /** The first day of each window. */
  readonly starts: Column;
  /** The original due day of each. */
  readonly ends: Column;
  /** The first day on which each counts if it or its task was added to the plan later; else `NEVER`. */
  readonly added: Column;
  readonly idAt: (place: number) => string;
  /** The different lists of divisions that tasks have. */
  readonly divisionKinds: readonly Task["divisions"][];
  /** For each task, the index of its list in `divisionKinds`. */
  readonly divisions: Column;
  /** For each task, the first day by which one of its indicators has to be reached; `NEVER` if it has none. */
  readonly targetDays: Column;
  /** The task with the number, from 0 in plan order; undefined if there is none. */
  readonly taskAt: (number: number) => Task | undefined;
  /** The place of the milestone with the id; -1 if there is none. */
  readonly placeOf: (id: string) => number;
  /** The ids of tasks and indicators (see `taskRefsOf`). */
  readonly taskRefs: () => readonly string[];
}

/** Columns of a plan and its journal together. */
export interface MilestoneColumns extends Omit<PlanColumns, "targetDays"> {
  /**
   * The day of the first live completion, or `NEVER`; `NOT_IN_COLUMNS` if columns cannot describe the milestone, so that its
   * records have to be read.
   */
  readonly completed: Column;
  /** The first day on which a live completion was accepted, or `NEVER`. */
  readonly accepted: Column;
  /** The first day of a live completion with evidence, or `NEVER`. */
  readonly proven: Column;
  /** The day of its only live extension, or `NEVER`. */
  readonly extended: Column;
  /** The due day that the extension sets, or `NEVER`. */
  readonly extendedTo: Column;
  /** The day of its only live cancellation, or `NEVER`. */
  readonly cancelled: Column;
  /** How many live records are about something that the plan does not have (see uncounted.ts). */
  readonly uncounted: () => number;
  /** The live records of the milestone at a place that is not `NOT_IN_COLUMNS`. */
  readonly liveAt: (place: number) => readonly JournalRecord[];
}

/** No day: less than the number of any day. */
export const NEVER = -1;
/** Columns cannot describe this milestone. */
export const NOT_IN_COLUMNS = -2;

/** A milestone at the end of a day, as far as columns describe it. */
export interface Glance {
  state: State;
  /** The day of the completion, even if it comes after the day looked at; or `NEVER`. */
  completed: number;
  isExtended: boolean;
  /** The three due days (see milestone-days.ts). */
  original: number;
  assessment: number;
  due: number;
}

/** A glance for `fillGlance` to fill in. */
export function newGlance(): Glance {
  return { state: "upcoming", completed: NEVER, isExtended: false, original: 0, assessment: 0, due: 0 };
}

/**
 * Fills in the glance for the milestone at the place, which is not `NOT_IN_COLUMNS`, at the end of the day: the same as
 * `standingOf` finds. There are many places, so one glance is used again and again.
 */
export function fillGlance(columns: MilestoneColumns, place: number, day: number, glance: Glance): void {
  const end = Number(columns.ends[place]);
  const askedOn = Number(columns.extended[place]);
  const isExtended = isOnOrBefore(askedOn, day);
  const to = isExtended ? Number(columns.extendedTo[place]) : end;
  glance.isExtended = isExtended;
  glance.completed = Number(columns.completed[place]);
  glance.original = end;
  glance.due = to;
  glance.assessment = askedOn <= end ? to : end;
  if (isOnOrBefore(glance.completed, day)) glance.state = "done";
  else if (isOnOrBefore(Number(columns.cancelled[place]), day)) glance.state = "cancelled";
  else if (to < day) glance.state = "overdue";
  else glance.state = day < Number(columns.starts[place]) ? "upcoming" : "active";
}

/** Whether `on` is a day, not `NEVER`, and is not after `day`. */
export function isOnOrBefore(on: number, day: number): boolean {
  return on !== NEVER && on <= day;
}

/**
 * The last of `length` places whose number is at most `wanted`, by binary search; 0 if there is none. The numbers must
 * not decrease from place to place.
 */
export function lastAtMost(length: number, numberAt: (place: number) => number, wanted: number): number {
  let [low, high] = [0, length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numberAt(middle) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
