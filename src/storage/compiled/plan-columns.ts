/** The sections of a compiled plan that hold its tasks and milestones. */
import type { Day } from "../../core/calendar.ts";
import type { Indicator, Plan, Task } from "../../core/plan.ts";
import type { JsonSection } from "./container.ts";

/** Values that many tasks share, each stored once: task columns hold indexes into these lists. */
export interface Kinds {
  readonly themes: readonly string[];
  readonly sections: readonly string[];
  readonly divisions: readonly Task["divisions"][];
  /** The tasks that were added to the plan later, by index. */
  readonly added: Readonly<Record<number, Day>>;
  /** The tasks with remarks on milestones, by index: for all others no text need be read. */
  readonly remarked: Readonly<Record<number, true>>;
}

/** The texts of a task that lists do not show. */
export interface Texts extends Pick<Task, "objective" | "measures" | "assessment" | "remarks"> {
  /** The remarks of its milestones, by their index in the task; left out if there are none. */
  readonly ofMilestones?: Readonly<Record<number, string>>;
  /** Left out if there are none. */
  readonly settled?: Task["settled"];
}

export const HEAD: JsonSection<Omit<Plan, "tasks">> = { name: "head" };
export const KINDS: JsonSection<Kinds> = { name: "kinds" };
/** The lists of districts, each stored once, as in `Kinds`. */
export const DISTRICTS: JsonSection<readonly Task["districts"][]> = { name: "district kinds" };
/** The refs of tasks and indicators, which records may be about (see `taskRefsOf`). */
export const TASK_REFS: JsonSection<readonly string[]> = { name: "task refs" };
/** One entry per task (see slices.ts). */
export const TEXTS: JsonSection<Texts> = { name: "texts" };
/** One entry per task; null for a task without indicators. */
export const INDICATORS: JsonSection<readonly Indicator[]> = { name: "indicators" };

/** The texts that lists show: each task's title, followed by the texts of its milestones. */
export const NAMES = "names";

/** A hash table (see string-index.ts) from milestone ids to indexes. */
export const IDS_INDEX = "ids.index";
