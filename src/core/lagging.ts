/** What lags behind: what is overdue, and what would be but for an extension. */
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
import { type Glance, type Told, UNTOLD, anyGlance, look } from "./told.ts";

/** In plan order. */
export interface Lagging {
  /** Tasks with their overdue milestones alone. */
  readonly overdue: readonly SelectedTask[];
  /** For how many days each of those milestones has been overdue. */
  readonly days: readonly number[];
  /** Tasks with the open milestones alone that would be overdue had no extension been approved. */
  readonly rescued: readonly SelectedTask[];
}

/** Whether the milestone with the id, of the task with the other one, is asked for; null where all are. */
type Asked = ((id: string, task: string) => boolean) | null;

/** What lags among all that passes the filters; of what is overdue only milestones that are asked for. */
export function laggingIn(question: Question, isAsked: Asked): Lagging {
  const told = question.journal.toldOf?.(question.plan);
  return told === undefined ? laggingOf(eachSelected(question), question, isAsked) : byColumns(told, question, isAsked);
}

/** What lags among the tasks. */
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

/** How many milestones of the task are selected. */
export function sizeOf(task: SelectedTask): number {
  return task instanceof Lag ? task.size : task.selected.length;
}

/** Open after its original due day and not overdue: only an extension can have moved it. */
function isRescued(standing: Standing, asOf: Question["asOf"]): boolean {
  return isPending(standing) && standing.originalDue < asOf;
}

/**
 * A task whose milestones stand somehow when they are asked for, each time anew: a large plan has many that lag, and to keep how
 * all of them stand until they are shown takes longer than to work it out.
 */
class Lag implements SelectedTask {
  readonly task: Task;
  readonly size: number;
  private readonly question: Question;
  private readonly told: Told;
  /** The place of the task's first milestone. */
  private readonly first: number;
  private readonly places: readonly number[];

  constructor(task: Task, question: Question, told: Told, first: number, places: readonly number[]) {
    this.task = task;
    this.size = places.length;
    this.question = question;
    this.told = told;
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
      if (this.places.includes(place)) standings.push(standingAt(this.told, place, milestone, judging));
    });
    return standings;
  }
}

/** The same by columns, where these tell it; a milestone that may lag is looked at where they do not. */
function byColumns(told: Told, question: Question, isAsked: Asked): Lagging {
  const { firsts, idAt } = told;
  const lagOf = lagsIn(told, question);
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
    if (late !== null) overdue.push(new Lag(task, question, told, first, late));
    if (saved !== null) rescued.push(new Lag(task, question, told, first, saved));
  }
  return { overdue, days, rescued };
}

const [NONE, RESCUED] = [0, -1];

/** For each place: how many days it has been overdue, or one of these two. */
function lagsIn(told: Told, question: Question): (place: number) => number {
  const { plan, asOf, filters } = question;
  const [periods, day, glance] = [filterPeriods(plan, filters), numberOfDay(asOf), anyGlance()];
  const isPlain = periods === null && filters.states.length === 0;
  const asItStands = (place: number): number => {
    const standing = standingOf(milestoneAt(told, place), question);
    if (!standingPasses(standing, periods, filters.states)) return NONE;
    if (isOverdue(standing)) return Number(standing.daysOverdue);
    return isRescued(standing, asOf) ? RESCUED : NONE;
  };
  return (place) => {
    if (Number(told.added[place]) > day) return NONE;
    if (told.completed[place] === UNTOLD) return asItStands(place);
    look(told, place, day, glance);
    const lag = lagAt(glance, day);
    return isPlain || lag === NONE ? lag : asItStands(place);
  };
}

function lagAt(glance: Glance, day: number): number {
  if (isOverdue(glance)) return day - glance.due;
  return isPending(glance) && glance.original < day ? RESCUED : NONE;
}
