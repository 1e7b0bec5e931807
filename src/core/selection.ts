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
import type { MilestoneColumns } from "./milestone-columns.ts";
import { STATES } from "./lights.ts";

export const ROLES = ["lead", "assist", "any"] as const;

/** How a division takes part in a task. */
export type Role = (typeof ROLES)[number];

/** What `--state` takes: the five states, and other things that may be true of a milestone. */
export const STATE_FILTERS = [...STATES, "late", "blocked", "extended", "accepted", "unaccepted", "unproven"] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/** Which tasks and milestones a command is about. Names are resolved: ids of the plan; districts by name. */
export interface Filters {
  readonly quarters: readonly Quarter[] | null;
  readonly months: readonly number[] | null;
  readonly divisions: readonly string[];
  /** Null if none was asked for: then any part passes, and groups count tasks under their lead. */
  readonly role: Role | null;
  readonly districts: readonly string[];
  readonly themes: readonly string[];
  readonly sections: readonly string[];
  readonly tasks: readonly string[];
  readonly states: readonly StateFilter[];
  /** Searched in all texts of a task, those of its milestones and indicators included. */
  readonly text: string | null;
}

type Periods = Pick<Filters, "quarters" | "months">;

/** The same filters for the whole year. */
export function withoutPeriod<Some extends Periods>(filters: Some): Some {
  return { ...filters, quarters: null, months: null };
}

/** Whether the filters choose milestones, not only tasks. */
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

/** A task with the standings of all its milestones, and of those that pass the filters. */
export interface SelectedTask {
  readonly task: Task;
  readonly all: readonly Standing[];
  readonly selected: readonly Standing[];
}

/** What a command asks: a plan, its journal, the as-of day and the filters. */
export interface Question {
  readonly plan: Plan;
  readonly journal: Journal;
  readonly asOf: Day;
  readonly filters: Filters;
}

/**
 * The tasks that pass, in plan order. If a filter chooses milestones (quarter, month, state), a task passes if one of
 * its milestones does.
 */
export function select(question: Question): SelectedTask[] {
  return [...eachSelected(question)];
}

/** The same one by one, so that a large plan's tasks need not all be kept in memory. */
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
 * The tasks that are in the plan on the as-of day and pass the filters on tasks, in plan order. `isWanted` limits them
 * to certain task numbers.
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

/** The standings of a task's milestones that are in the plan on the as-of day; `number` is the task's, from 0. */
type StandingsOf = (task: Task, number: number) => Standing[];

function judge({ plan, journal, asOf }: Omit<Question, "filters">): StandingsOf {
  const { policy } = plan;
  const columns = journal.columnsOf?.(plan);
  if (columns !== undefined) return byColumns(columns, { journal, asOf, policy });
  const isIn = (milestone: Milestone): boolean => isPlanned(milestone, asOf);
  return ({ milestones }) => milestones.filter(isIn).map((own) => standingOf(own, { plan, journal, asOf }));
}

function byColumns(columns: MilestoneColumns, judging: Judging): StandingsOf {
  const { firsts, added } = columns;
  const day = numberOfDay(judging.asOf);
  return ({ milestones }, number) => {
    const standings: Standing[] = [];
    let place = Number(firsts[number]);
    for (const milestone of milestones) {
      if (Number(added[place]) <= day) standings.push(standingAt(columns, place, milestone, judging));
      place += 1;
    }
    return standings;
  };
}

/**
 * The task with only its selected milestones in these periods and states (null or empty: all); null if none is left.
 */
export function narrow(
  task: SelectedTask,
  periods: readonly Period[] | null,
  states: readonly StateFilter[] = [],
): SelectedTask | null {
  if (periods === null && states.length === 0) return task;
  const selected = task.selected.filter((standing) => standingPasses(standing, periods, states));
  return selected.length === 0 ? null : { task: task.task, all: task.all, selected };
}

/** All selected standings, in plan order. */
export function selectedStandings(tasks: readonly SelectedTask[]): Standing[] {
  const all: Standing[] = [];
  for (const { selected } of tasks) all.push(...selected);
  return all;
}

/** The ids of the milestones. */
export function idsOf(standings: readonly Standing[]): string[] {
  return standings.map(({ milestone }) => milestone.id);
}

/** The periods that the filters ask for; null for the whole plan. */
export function filterPeriods(plan: Plan, filters: Filters): Period[] | null {
  if (filters.quarters !== null) return filters.quarters.map((quarter) => periodOfQuarter(plan.year, quarter));
  if (filters.months !== null) return filters.months.map((month) => periodOfMonth(plan.year, month));
  return null;
}

/** Whether the division takes part in the task in the role. */
export function takesPart({ divisions }: Pick<Task, "divisions">, division: string, role: Role): boolean {
  const leads = divisions[0] === division;
  if (role === "lead") return leads;
  return divisions.includes(division) && (role === "any" || !leads);
}

/** Tests a task's divisions for those asked for, in the role asked for; null if none is asked for. */
function divisionTest({ divisions: asked, role }: Filters): ((divisions: Task["divisions"]) => boolean) | null {
  if (asked.length === 0) return null;
  return (divisions) => asked.some((division) => takesPart({ divisions }, division, role ?? "any"));
}

type TaskTest = (task: Task) => boolean;

/** Tests the other filters on tasks. Those not set are skipped, since there are many tasks. */
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
 * Whether the task asks the district to cooperate. `related` stands for districts that the plan does not name, so it
 * matches only itself; `none` matches tasks in which no district cooperates.
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

/** Whether the milestone is in one of the periods and one of the states (null or empty: all). */
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

/** Done, but without evidence. */
export function isUnproven(standing: Standing): boolean {
  return standing.state === "done" && !standing.proven;
}
