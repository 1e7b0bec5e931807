import { type Day, type Period, yearOf } from "./calendar.ts";
import type { LightChoice } from "./light-policies.ts";
import type { PaceMethod } from "./pace.ts";
import type { ReportTemplate } from "./report-template.ts";
import { type Column, type PlanColumns, lastAtMost } from "./told.ts";

/** A responsible unit. The order of divisions in the plan is the order of every table (office protocol). */
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

/** A warning that was looked into and is meant to be: its code, and why. */
export interface SettledWarning {
  readonly code: string;
  readonly reason: string;
}

/** What an office may decide for itself; see `policy:` in plan.yaml. */
export interface Policy extends LightChoice {
  readonly pace: PaceMethod;
  /** A milestone that falls due within so many days is due soon. */
  readonly dueSoonDays: number;
  readonly report?: ReportTemplate;
}

export const DEFAULT_POLICY: Policy = { lights: "standard", pace: "month", dueSoonDays: 14 };

export const BASES = ["flow", "stock", "growth", "ratio", "rank", "density"] as const;
export type Basis = (typeof BASES)[number];
export const COLUMNS = ["objective", "measures", "schedule", "assessment"] as const;

/** A number to reach. At least one of `min` and `max` is given; a range is met at its minimum. */
export interface Indicator {
  readonly id: string;
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
  readonly basis: Basis;
  readonly baseline: number | null;
  readonly stretch: boolean;
  readonly per: "quarter" | null;
  readonly due: Day;
  readonly from: readonly (typeof COLUMNS)[number][];
  readonly remarks: string | null;
}

/** One thing to complete, with a window and a due day. A repeating entry stands for several of these. */
export interface Milestone {
  /** `10-1`, or `10-3@Q2` for an occurrence. */
  readonly id: string;
  /** The id of the entry in the plan file: `10-3` for `10-3@Q2`. */
  readonly entry: string;
  /** What stands after `@`, or null where the entry does not repeat. */
  readonly occurrence: string | null;
  readonly task: string;
  readonly text: string;
  /** First to last day of work as planned; the last day is the original due day. */
  readonly window: Period;
  /** The first day on which it is counted, where it came into the plan later. */
  readonly added: Day | null;
  readonly remarks: string | null;
}

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly theme: string;
  readonly section: string;
  /** Ids; the first one leads, the others assist. */
  readonly divisions: readonly [string, ...string[]];
  /** Cooperating districts: `all`, names, `related` (others, which the plan does not name), or none at all. */
  readonly districts: readonly string[];
  readonly objective: string;
  readonly measures: readonly string[];
  readonly assessment: string;
  readonly remarks: string | null;
  /** The first day on which it is counted, where it came into the plan later. */
  readonly added: Day | null;
  readonly indicators: readonly Indicator[];
  /** In plan order, occurrences spelled out. */
  readonly milestones: readonly Milestone[];
  readonly settled: readonly SettledWarning[];
}

/** A plan without mistakes, as the plan files have it. */
export interface Plan {
  readonly title: string;
  readonly year: number;
  readonly timezone: string;
  readonly language: "zh" | "en";
  readonly issued: Day | null;
  /** Path of the journal beside the plan folder, where plan.yaml names one. */
  readonly journal: string | null;
  readonly policy: Policy;
  readonly divisions: readonly Division[];
  readonly districts: readonly string[];
  readonly themes: readonly Theme[];
  readonly sections: readonly Section[];
  /** In the order of sections, and in each in the order written. */
  readonly tasks: readonly Task[];
  readonly remarks: string | null;
  readonly settled: readonly SettledWarning[];
  /** What a compiled plan tells of all milestones at once. */
  readonly columns?: PlanColumns;
}

/** The division that leads the task (牵头). */
export function leadOf(task: Task): string {
  return task.divisions[0];
}

/** Whether the day lies before the plan's year: nothing of it was to do then. */
export function isBeforePlan({ year }: Pick<Plan, "year">, day: Day): boolean {
  return yearOf(day) < year;
}

/** Whether the day lies after the plan's year: what was done then may be another plan's. */
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
    // Nothing is looked at behind the last one.
    if (named.length === ids.size) break;
  }
  return named;
}

/** The milestone at the place among all of the plan. */
export function milestoneAt({ firsts, taskAt }: Pick<PlanColumns, "firsts" | "taskAt">, place: number): Milestone {
  const number = taskNumberAt(firsts, place);
  const milestone = taskAt(number)?.milestones[place - Number(firsts[number])];
  if (milestone === undefined) throw new Error(`the plan has no milestone ${place}`);
  return milestone;
}

/** The task of the milestone. */
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
 * The tasks whose divisions and numbers are wanted (none asked about: all), one after the other: of a compiled plan each is made
 * when its turn comes, since most questions about a large one keep few of them. Numbers behind the last one are wanted.
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
    // Behind the last task no divisions and no number are unwanted.
    if (task === undefined) return;
    yield { task, number };
  }
}

/** The id by which records and outputs name an indicator of the task: `10/agencies`. */
export function indicatorRef(task: string, { id }: Pick<Indicator, "id">): string {
  return `${task}/${id}`;
}

/** What records may be about besides milestones: the tasks, and their indicators. */
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
