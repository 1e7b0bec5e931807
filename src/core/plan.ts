import { type Day, type Period, yearOf } from "./calendar.ts";
import type { LightChoice } from "./light-policies.ts";
import type { PaceMethod } from "./pace.ts";
import type { ReportTemplate } from "./report-template.ts";
import { type Column, type PlanColumns, lastAtMost } from "./milestone-columns.ts";

/** A responsible unit. Every table lists divisions in the plan's order (office protocol). */
export interface Division {
  readonly id: string;
  readonly name: string;
}

export interface Theme {
  readonly id: string;
  readonly title: string;
}

export interface Section {
  readonly id: string;
  readonly theme: string;
  readonly title: string;
}

/** A warning that someone has looked into and accepted: its code, and the reason. */
export interface SettledWarning {
  readonly code: string;
  readonly reason: string;
}

/** What an office may decide for itself: `policy:` in plan.yaml. */
export interface Policy extends LightChoice {
  readonly pace: PaceMethod;
  /** A milestone is due soon if it falls due within this many days. */
  readonly dueSoonDays: number;
  readonly report?: ReportTemplate;
}

export const DEFAULT_POLICY: Policy = { lights: "standard", pace: "month", dueSoonDays: 14 };

/** What an indicator's number is: 累计数, 期末数, 增幅, 比率, 位次, 人均数. */
export const BASES = ["flow", "stock", "growth", "ratio", "rank", "density"] as const;
export type Basis = (typeof BASES)[number];
/** The columns of the source document: 工作目标, 具体措施, 进度安排, 考核目标. */
export const COLUMNS = ["objective", "measures", "schedule", "assessment"] as const;

/** A number to reach. It has a `min` or a `max` or both; a range is met at its minimum. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly basis: Basis;
  readonly baseline: number | null;
  /** Hoped for rather than promised (力争). */
  readonly stretch: boolean;
  /** `quarter` if the target holds for each quarter. */
  readonly per: "quarter" | null;
  /** The day by which it has to be reached. */
  readonly due: Day;
  /** The columns of the document that state it. */
  readonly from: readonly (typeof COLUMNS)[number][];
  readonly remarks: string | null;
}

/** One thing to complete, with a window and a due day. A repeating entry of the plan stands for several milestones. */
export interface Milestone {
  /** `10-1`, or `10-3@Q2` for an occurrence. */
  readonly id: string;
  /** The id of the entry in the plan file: `10-3` for `10-3@Q2`. */
  readonly entry: string;
  /** What follows `@` in the id; null if the entry does not repeat. */
  readonly occurrence: string | null;
  readonly task: string;
  readonly text: string;
  /** First to last day of the planned work. The last day is the original due day. */
  readonly window: Period;
  /** The first day on which it counts, if it came into the plan later; else null. */
  readonly added: Day | null;
  readonly remarks: string | null;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly section: string;
  /** Ids. The first one leads, the others assist. */
  readonly divisions: readonly [string, ...string[]];
  /** Cooperating districts: `all`, names, `related` (others, which the plan does not name), or none. */
  readonly districts: readonly string[];
  readonly objective: string;
  readonly measures: readonly string[];
  readonly assessment: string;
  readonly remarks: string | null;
  /** The first day on which it counts, if it came into the plan later; else null. */
  readonly added: Day | null;
  readonly indicators: readonly Indicator[];
  /** In plan order, each occurrence as a milestone of its own. */
  readonly milestones: readonly Milestone[];
  readonly settled: readonly SettledWarning[];
}

/** A valid plan. */
export interface Plan {
  readonly title: string;
  readonly year: number;
  readonly timezone: string;
  readonly language: "zh" | "en";
  readonly issued: Day | null;
  /** The path of the journal, relative to the folder that holds the plan folder, if plan.yaml names one. */
  readonly journal: string | null;
  readonly policy: Policy;
  readonly divisions: readonly Division[];
  readonly districts: readonly string[];
  readonly themes: readonly Theme[];
  readonly sections: readonly Section[];
  /** In the order of sections; within each, in the order written. */
  readonly tasks: readonly Task[];
  readonly remarks: string | null;
  readonly settled: readonly SettledWarning[];
  /** Only of a compiled plan: columns over all its milestones. */
  readonly columns?: PlanColumns;
}

/** The division that leads the task (牵头). */
export function leadOf(task: Task): string {
  return task.divisions[0];
}

/** Whether the day is before the plan's year, when nothing of it was to be done. */
export function isBeforePlan({ year }: Pick<Plan, "year">, day: Day): boolean {
  return yearOf(day) < year;
}

/** Whether the day is after the plan's year: what was done then may belong to another plan. */
export function isAfterPlan({ year }: Pick<Plan, "year">, day: Day): boolean {
  return yearOf(day) > year;
}

/** The milestones with these ids, in plan order. */
export function milestonesNamed(plan: Plan, ids: ReadonlySet<string>): Milestone[] {
  const { columns } = plan;
  if (columns !== undefined) {
    const places = Array.from(ids, columns.placeOf).filter((place) => place >= 0);
    return places.toSorted((a, b) => a - b).map((place) => milestoneAt(columns, place));
  }
  const named: Milestone[] = [];
  for (const { milestones } of plan.tasks) {
    named.push(...milestones.filter(({ id }) => ids.has(id)));
    // All are found.
    if (named.length === ids.size) break;
  }
  return named;
}

/** The milestone at the place in plan order; an error if there is none. */
export function milestoneAt({ firsts, taskAt }: Pick<PlanColumns, "firsts" | "taskAt">, place: number): Milestone {
  const number = taskNumberAt(firsts, place);
  const milestone = taskAt(number)?.milestones[place - Number(firsts[number])];
  if (milestone === undefined) throw new Error(`the plan has no milestone ${place}`);
  return milestone;
}

/** The task of the milestone; an error if the plan has no such milestone. */
export function taskOf(plan: Plan, { id, task }: Milestone): Task {
  const { columns } = plan;
  const own =
    columns === undefined
      ? plan.tasks.find((other) => other.id === task)
      : columns.taskAt(taskNumberAt(columns.firsts, columns.placeOf(id)));
  if (own === undefined) throw new Error(`the plan has no milestone ${id}`);
  return own;
}

function taskNumberAt(firsts: Column, place: number): number {
  return lastAtMost(firsts.length, (index) => Number(firsts[index]), place);
}

/** A task and its number, from 0. */
export interface NumberedTask {
  readonly task: Task;
  readonly number: number;
}

/**
 * The tasks in plan order, one by one, with only those divisions and numbers that are wanted (null: all). A compiled
 * plan builds each task when its turn comes, since most questions about a large plan keep few of them. `isWanted` must
 * hold for numbers past the last task.
 */
export function* eachTask(
  plan: Plan,
  areWanted: ((divisions: Task["divisions"]) => boolean) | null = null,
  isWanted: ((number: number) => boolean) | null = null,
): Generator<NumberedTask, void> {
  const { columns } = plan;
  if (columns === undefined) {
    for (const [number, task] of plan.tasks.entries()) {
      if (areWanted?.(task.divisions) !== false && isWanted?.(number) !== false) yield { task, number };
    }
    return;
  }
  const { divisions, divisionKinds, taskAt } = columns;
  const wanted = areWanted === null ? null : divisionKinds.map(areWanted);
  for (let number = 0; ; number += 1) {
    if (wanted?.[Number(divisions[number])] === false) continue;
    if (isWanted?.(number) === false) continue;
    const task = taskAt(number);
    // Past the last task, neither test rules a number out.
    if (task === undefined) return;
    yield { task, number };
  }
}

/** The id that records and outputs use for an indicator of the task: `10/agencies`. */
export function indicatorRef(task: string, { id }: Pick<Indicator, "id">): string {
  return `${task}/${id}`;
}

/** What records may be about besides milestones: the ids of tasks and their indicators. */
export function taskRefsOf(tasks: readonly Task[]): string[] {
  return tasks.flatMap(({ id, indicators }) => [id, ...indicators.map((indicator) => indicatorRef(id, indicator))]);
}

/** All milestones of the plan, in plan order. */
export function milestonesOf(plan: Plan): Milestone[] {
  const all: Milestone[] = [];
  for (const { milestones } of plan.tasks) all.push(...milestones);
  return all;
}

/** Whether the task or milestone is part of the plan on that day (see `added:`). */
export function isPlanned({ added }: { readonly added: Day | null }, asOf: Day): boolean {
  return added === null || added <= asOf;
}
