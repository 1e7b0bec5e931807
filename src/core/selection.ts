import {
  type Day,
  type Period,
  type Quarter,
  numberOfDay,
  overlaps,
  periodOfMonth,
  periodOfQuarter,
} from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import { type Milestone, type NumberedTask, type Plan, type Task, eachTask, isPlanned } from "./plan.ts";
import { type Judging, type Standing, standingAt, standingOf } from "./standing.ts";
import type { Told } from "./told.ts";
import { STATES } from "./lights.ts";

export const ROLES = ["lead", "assist", "any"] as const;

/** In what part a division takes part in a task. */
export type Role = (typeof ROLES)[number];

/** What `--state` takes: the five states, and what may be true of a milestone besides. */
export const STATE_FILTERS = [...STATES, "late", "blocked", "extended", "accepted", "unaccepted", "unproven"] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/** Which tasks and milestones a command speaks of. Names are resolved: ids of the plan, districts by name. */
export interface Filters {
  readonly quarters: readonly Quarter[] | null;
  readonly months: readonly number[] | null;
  readonly divisions: readonly string[];
  /** Null where none was asked for: any part then, and groups count under the lead. */
  readonly role: Role | null;
  readonly districts: readonly string[];
  readonly themes: readonly string[];
  readonly sections: readonly string[];
  readonly tasks: readonly string[];
  readonly states: readonly StateFilter[];
  /** Searched in all texts of a task, milestones included. */
  readonly text: string | null;
}

type Periods = Pick<Filters, "quarters" | "months">;

/** The same filters over all of the year. */
export function withoutPeriod<Some extends Periods>(filters: Some): Some {
  return { ...filters, quarters: null, months: null };
}

/** Whether they speak of milestones, and not of tasks alone. */
export function areOfMilestones({ quarters, months, states }: Periods & Pick<Filters, "states">): boolean {
  return quarters !== null || months !== null || states.length > 0;
}

export const NO_FILTERS: Filters = {
  quarters: null,
  months: null,
  divisions: [],
  role: null,
  districts: [],
  themes: [],
  sections: [],
  tasks: [],
  states: [],
  text: null,
};

/** A task with the standings of all its milestones and of those that pass the filters. */
export interface SelectedTask {
  readonly task: Task;
  readonly all: readonly Standing[];
  readonly selected: readonly Standing[];
}

/** A plan, its journal, and the day and filters that a command asks about. */
export interface Question {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly asOf: Day;
  readonly filters: Filters;
}

/**
 * The tasks that pass, in plan order. Once a filter speaks of milestones (quarter, month, state), a task passes if
 * one of its milestones does.
 */
export function select(question: Question): SelectedTask[] {
  return [...eachSelected(question)];
}

/** The same one after the other: of a large plan, what is not kept takes no room. */
export function* eachSelected({ plan, journal, asOf, filters }: Question): Generator<SelectedTask, void> {
  const periods = filterPeriods(plan, filters);
  const standingsOf = judge({ plan, journal, asOf });
  for (const { task, number } of eachPassing({ plan, asOf, filters })) {
    const all = standingsOf(task, number);
    const passing = narrow({ task, all, selected: all }, periods, filters.states);
    if (passing !== null) yield passing;
  }
}

/**
 * The tasks that are in the plan on the day and pass the filters that speak of tasks, in plan order; where numbers are wanted,
 * those alone.
 */
export function* eachPassing(
  { plan, asOf, filters }: Omit<Question, "journal">,
  isWanted: ((number: number) => boolean) | null = null,
): Generator<NumberedTask, void> {
  const passes = taskTest(filters);
  for (const numbered of eachTask(plan, divisionTest(filters), isWanted)) {
    if (isPlanned(numbered.task, asOf) && passes(numbered.task)) yield numbered;
  }
}

/** How all milestones of a task stand, none left out; the task has that number, from 0. */
type StandingsOf = (task: Task, number: number) => Standing[];

function judge({ plan, journal, asOf }: Omit<Question, "filters">): StandingsOf {
  const { policy } = plan;
  const told = journal.toldOf?.(plan);
  if (told !== undefined) return byColumns(told, { journal, asOf, policy });
  const isIn = (milestone: Milestone): boolean => isPlanned(milestone, asOf);
  return ({ milestones }) => milestones.filter(isIn).map((own) => standingOf(own, { plan, journal, asOf }));
}

function byColumns(told: Told, judging: Judging): StandingsOf {
  const { firsts, added } = told;
  const day = numberOfDay(judging.asOf);
  return ({ milestones }, number) => {
    const standings: Standing[] = [];
    let place = Number(firsts[number]);
    for (const milestone of milestones) {
      if (Number(added[place]) <= day) standings.push(standingAt(told, place, milestone, judging));
      place += 1;
    }
    return standings;
  };
}

/** The task with its milestones in one of the periods and states (null or none: all); null where it has none. */
export function narrow(
  task: SelectedTask,
  periods: readonly Period[] | null,
  states: readonly StateFilter[] = [],
): SelectedTask | null {
  if (periods === null && states.length === 0) return task;
  const selected = task.selected.filter((standing) => standingPasses(standing, periods, states));
  return selected.length === 0 ? null : { task: task.task, all: task.all, selected };
}

/** All standings that pass, in plan order. */
export function selectedStandings(tasks: readonly SelectedTask[]): Standing[] {
  const all: Standing[] = [];
  for (const { selected } of tasks) all.push(...selected);
  return all;
}

/** The ids of their milestones. */
export function idsOf(standings: readonly Standing[]): string[] {
  return standings.map(({ milestone }) => milestone.id);
}

/** The periods that the filters ask for, or null for the whole plan. */
export function filterPeriods(plan: Plan, filters: Filters): Period[] | null {
  if (filters.quarters !== null) return filters.quarters.map((quarter) => periodOfQuarter(plan.year, quarter));
  if (filters.months !== null) return filters.months.map((month) => periodOfMonth(plan.year, month));
  return null;
}

/** Whether the division takes part in the task in that role. */
export function takesPart({ divisions }: Pick<Task, "divisions">, division: string, role: Role): boolean {
  const leads = divisions[0] === division;
  if (role === "lead") return leads;
  return divisions.includes(division) && (role === "any" || !leads);
}

/** Whether one of the divisions asked for takes part among these, as asked for; null where none is asked for. */
function divisionTest({ divisions: asked, role }: Filters): ((divisions: Task["divisions"]) => boolean) | null {
  if (asked.length === 0) return null;
  return (divisions) => asked.some((division) => takesPart({ divisions }, division, role ?? "any"));
}

type TaskTest = (task: Task) => boolean;

/** Whether a task passes the filters that speak of tasks besides divisions: made once, since there are many tasks and few filters. */
function taskTest({ districts, themes, sections, tasks, text }: Filters): TaskTest {
  const tests: TaskTest[] = [];
  if (districts.length > 0) tests.push((task) => districts.some((district) => helpsIn(task, district)));
  if (themes.length > 0) tests.push(({ theme }) => themes.includes(theme));
  if (sections.length > 0) tests.push(({ section }) => sections.includes(section));
  if (tasks.length > 0) tests.push(({ id }) => tasks.includes(id));
  if (text !== null) tests.push((task) => textsOf(task).some((own) => own.includes(text)));
  return (task) => tests.every((test) => test(task));
}

/**
 * Whether the district is asked to help. `related` stands for districts that the plan does not name: it is matched by itself
 * alone; `none` for tasks in which no district helps.
 */
export function helpsIn({ districts }: Task, district: string): boolean {
  if (district === "none") return districts.length === 0;
  return districts.includes(district) || (district !== "related" && districts.includes("all"));
}

function textsOf(task: Task): string[] {
  const milestones = task.milestones.flatMap(({ text, remarks }: Milestone) => [text, remarks ?? ""]);
  const indicators = task.indicators.flatMap(({ name, remarks }) => [name, remarks ?? ""]);
  const own = [task.title, task.objective, ...task.measures, task.assessment, task.remarks ?? ""];
  return [...own, ...milestones, ...indicators];
}

/** Whether it passes those that speak of milestones: in one of the periods and states (null or none: all). */
export function standingPasses(
  standing: Standing,
  periods: readonly Period[] | null,
  states: readonly StateFilter[],
): boolean {
  const inPeriod = periods === null || periods.some((period) => overlaps(standing.reach, period));
  return inPeriod && (states.length === 0 || states.some((state) => isInState(standing, state)));
}

function isInState(standing: Standing, state: StateFilter): boolean {
  switch (state) {
    case "late":
      return standing.late;
    case "blocked":
      return standing.block !== null;
    case "extended":
      return standing.extended;
    case "accepted":
      return standing.accepted;
    case "unaccepted":
      return standing.state === "done" && !standing.accepted;
    case "unproven":
      return isUnproven(standing);
    default:
      return standing.state === state;
  }
}

/** Done, with nothing to prove it. */
export function isUnproven(standing: Standing): boolean {
  return standing.state === "done" && !standing.proven;
}
