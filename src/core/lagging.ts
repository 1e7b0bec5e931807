/** What is overdue, and what would be overdue without an extension. */
import { numberOfDay } from "./calendar.ts";
import { isOverdue, isPending } from "./lights.ts";
import { type Task, milestoneAt } from "./plan.ts";
import {
  type Question,
  type SelectedTask,
  eachPassing,
  eachSelected,
  filterPeriods,
  standingPasses,
} from "./selection.ts";
import { type Standing, standingAt, standingOf } from "./standing.ts";
import { type Glance, type MilestoneColumns, NOT_IN_COLUMNS, fillGlance, newGlance } from "./milestone-columns.ts";

/** All in plan order. */
export interface Lagging {
  /** Tasks with only their overdue milestones. */
  readonly overdue: readonly SelectedTask[];
  /** For how many days each of these milestones has been overdue. */
  readonly days: readonly number[];
  /** Tasks with only those open milestones that would be overdue without an extension. */
  readonly rescued: readonly SelectedTask[];
}

/** Whether the overdue milestone with the id, of the task with the id, is asked for; null if all are. */
type Asked = ((id: string, task: string) => boolean) | null;

/** The lagging milestones among those that pass the filters; overdue ones only if asked for. */
export function laggingIn(question: Question, isAsked: Asked): Lagging {
  const columns = question.journal.columnsOf?.(question.plan);
  return columns === undefined
    ? laggingOf(eachSelected(question), question, isAsked)
    : byColumns(columns, question, isAsked);
}

/** The same among the selected milestones of the tasks. */
export function laggingOf(tasks: Iterable<SelectedTask>, { asOf }: Question, isAsked: Asked): Lagging {
  const [overdue, days, rescued]: [SelectedTask[], number[], SelectedTask[]] = [[], [], []];
  for (const { task, selected } of tasks) {
    const late = selected.filter((one) => isOverdue(one) && (isAsked === null || isAsked(one.milestone.id, task.id)));
    const saved = selected.filter((standing) => isRescued(standing, asOf));
    if (late.length > 0) overdue.push({ task, all: late, selected: late });
    if (saved.length > 0) rescued.push({ task, all: saved, selected: saved });
    days.push(...late.map(({ daysOverdue }) => Number(daysOverdue)));
  }
  return { overdue, days, rescued };
}

/** How many milestones of the task are selected, without making their standings. */
export function sizeOf(task: SelectedTask): number {
  return task instanceof Lag ? task.size : task.selected.length;
}

/** Still open after its original due day but not overdue: only an extension can have done that. */
function isRescued(standing: Standing, asOf: Question["asOf"]): boolean {
  return isPending(standing) && standing.originalDue < asOf;
}

/**
 * A task that computes its standings on every access. A large plan has many lagging tasks; keeping all their standings
 * until they are shown takes longer than computing them again.
 */
class Lag implements SelectedTask {
  readonly task: Task;
  readonly size: number;
  private readonly question: Question;
  private readonly columns: MilestoneColumns;
  /** The place of the task's first milestone (see milestone-columns.ts). */
  private readonly first: number;
  private readonly places: readonly number[];

  constructor(task: Task, question: Question, columns: MilestoneColumns, first: number, places: readonly number[]) {
    this.task = task;
    this.size = places.length;
    this.question = question;
    this.columns = columns;
    this.first = first;
    this.places = places;
  }

  get all(): readonly Standing[] {
    return this.selected;
  }

  get selected(): readonly Standing[] {
    const { plan, journal, asOf } = this.question;
    const judging = { journal, asOf, policy: plan.policy };
    const standings: Standing[] = [];
    this.task.milestones.forEach((milestone, at) => {
      const place = this.first + at;
      if (this.places.includes(place)) standings.push(standingAt(this.columns, place, milestone, judging));
    });
    return standings;
  }
}

/**
 * The same from columns. Milestones that columns do not describe, and possibly lagging ones if filters apply, are
 * judged by their standings.
 */
function byColumns(columns: MilestoneColumns, question: Question, isAsked: Asked): Lagging {
  const { firsts, idAt } = columns;
  const lagOf = lagsIn(columns, question);
  const [overdue, days, rescued]: [Lag[], number[], Lag[]] = [[], [], []];
  for (const { task, number } of eachPassing(question)) {
    const first = Number(firsts[number]);
    const end = Number(firsts[number + 1]);
    let late: number[] | null = null;
    let saved: number[] | null = null;
    for (let place = first; place < end; place += 1) {
      const lag = lagOf(place);
      if (lag === RESCUED) (saved ??= []).push(place);
      if (lag <= 0 || (isAsked !== null && !isAsked(idAt(place), task.id))) continue;
      (late ??= []).push(place);
      days.push(lag);
    }
    if (late !== null) overdue.push(new Lag(task, question, columns, first, late));
    if (saved !== null) rescued.push(new Lag(task, question, columns, first, saved));
  }
  return { overdue, days, rescued };
}

const [NONE, RESCUED] = [0, -1];

/** Returns, for a place, how many days it has been overdue, or `NONE` or `RESCUED`. */
function lagsIn(columns: MilestoneColumns, question: Question): (place: number) => number {
  const { plan, asOf, filters } = question;
  const [periods, day, glance] = [filterPeriods(plan, filters), numberOfDay(asOf), newGlance()];
  const isPlain = periods === null && filters.states.length === 0;
  const asItStands = (place: number): number => {
    const standing = standingOf(milestoneAt(columns, place), question);
    if (!standingPasses(standing, periods, filters.states)) return NONE;
    if (isOverdue(standing)) return Number(standing.daysOverdue);
    return isRescued(standing, asOf) ? RESCUED : NONE;
  };
  return (place) => {
    if (Number(columns.added[place]) > day) return NONE;
    if (columns.completed[place] === NOT_IN_COLUMNS) return asItStands(place);
    fillGlance(columns, place, day, glance);
    const lag = lagAt(glance, day);
    return isPlain || lag === NONE ? lag : asItStands(place);
  };
}

function lagAt(glance: Glance, day: number): number {
  if (isOverdue(glance)) return day - glance.due;
  return isPending(glance) && glance.original < day ? RESCUED : NONE;
}
