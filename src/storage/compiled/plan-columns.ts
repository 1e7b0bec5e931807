/** The sections in which a compiled plan has its tasks and milestones. */
import type { Day } from "../../core/calendar.ts";
import type { Indicator, Plan, Task } from "../../core/plan.ts";
import type { JsonSection } from "./container.ts";

/** What many tasks have alike, each once: the columns of tasks have places in these lists. */
export interface Kinds {
  readonly themes: readonly string[];
  readonly sections: readonly string[];
  readonly divisions: readonly Task["divisions"][];
  /** Tasks that came into the plan later, by place. */
  readonly added: Readonly<Record<number, Day>>;
  /** Tasks with remarks on milestones, by place: of all others no text need be read to know that there are none. */
  readonly remarked: Readonly<Record<number, true>>;
}

/** What a task says besides what lists show. */
export interface Texts extends Pick<Task, "objective" | "measures" | "assessment" | "remarks"> {
  /** The remarks of its milestones, by their places in the task; left out where none has any. */
  readonly ofMilestones?: Readonly<Record<number, string>>;
  /** Left out where there is none. */
  readonly settled?: Task["settled"];
}

export const HEAD: JsonSection<Omit<Plan, "tasks">> = { name: "head" };
export const KINDS: JsonSection<Kinds> = { name: "kinds" };
/** The lists of districts, in the same way. */
export const DISTRICTS: JsonSection<readonly Task["districts"][]> = { name: "district kinds" };
export const TASK_REFS: JsonSection<readonly string[]> = { name: "task refs" };
export const TEXTS: JsonSection<Texts> = { name: "texts" };
export const INDICATORS: JsonSection<readonly Indicator[]> = { name: "indicators" };

/** What lists show: of each task the title, and behind it the texts of its milestones. */
export const NAMES = "names";

/** Where the ids of milestones stand in their column. */
export const IDS_INDEX = "ids.index";
