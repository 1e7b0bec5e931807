/** What lags behind: what is overdue, and what would be but for an extension. */
import { numberOfDay } from "./calendar.ts";
import { type Milestone, type Task, eachTask, milestoneAt } from "./plan.ts";
import {
  type Question,
  type SelectedTask,
  eachSelected,
  filterPeriods,
  standingPasses,
  taskTest,
} from "./selection.ts";
import { type Standing, isPlanned, standingOf } from "./standing.ts";
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

/** Whether the milestone with the id is asked for; null where all are. */
type Asked = ((id: string) => boolean) | null;

/** What lags among all that passes the filters; of what is overdue only milestones that are asked for. */
export function laggingIn(question: Question, isAsked: Asked): Lagging {
  const told = question.journal.toldOf?.(question.plan);
  return told === undefined ? laggingOf(eachSelected(question), question, isAsked) : byColumns(told, question, isAsked);
}

/** What lags among the tasks. */
export function laggingOf(tasks: Iterable<SelectedTask>, { asOf }: Question, isAsked: Asked): Lagging {
  const [overdue, days, rescued]: [SelectedTask[], number[], SelectedTask[]] = [[], [], []];
  for (const { task, selected } of tasks) {
    const late = selected.filter((one) => isOverdue(one) && (isAsked === null || isAsked(one.milestone.id)));
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

function isOverdue({ state }: Standing): boolean {
  return state === "overdue";
}

function isRescued({ state, extension, originalDue }: Standing, asOf: Question["asOf"]): boolean {
  return (state === "active" || state === "upcoming") && extension !== null && originalDue < asOf;
}

/**
 * A task whose milestones stand somehow when they are asked for, each time anew: a large plan has many that lag, and to keep how
 * all of them stand until they are shown takes longer than to work it out.
 */
class Lag implements SelectedTask {
  readonly task: Task;
  readonly size: number;
  private readonly question: Question;
  /** The places of its milestones in the task. */
  private readonly places: readonly number[];

  constructor(task: Task, question: Question, places: readonly number[]) {
    this.task = task;
    this.size = places.length;
    this.question = question;
    this.places = places;
  }

  get all(): readonly Standing[] {
    return this.selected;
  }

  get selected(): readonly Standing[] {
    const own = this.task.milestones.filter((_, place) => this.places.includes(place));
    return own.map((milestone) => stand(milestone, this.question));
  }
}

function stand(milestone: Milestone, { plan, journal, asOf }: Question): Standing {
  return standingOf(milestone, journal, asOf, plan.policy);
}

/** The same by columns, where these tell it; a milestone that may lag is looked at where they do not. */
function byColumns(told: Told, question: Question, isAsked: Asked): Lagging {
  const { plan, asOf, filters } = question;
  const { firsts, idAt } = told;
  const lagOf = lagsIn(told, question);
  const passes = taskTest(filters);
  const [overdue, days, rescued]: [Lag[], number[], Lag[]] = [[], [], []];
  let [number, end] = [0, 0];
  for (const task of eachTask(plan)) {
    number += 1;
    const first = end;
    end = Number(firsts[number]);
    if (!isPlanned(task, asOf) || !passes(task)) continue;
    let late: number[] | null = null;
    let saved: number[] | null = null;
    for (let place = first; place < end; place += 1) {
      const lag = lagOf(place);
      if (lag === RESCUED) (saved ??= []).push(place - first);
      if (lag <= 0 || (isAsked !== null && !isAsked(idAt(place)))) continue;
      (late ??= []).push(place - first);
      days.push(lag);
    }
    if (late !== null) overdue.push(new Lag(task, question, late));
    if (saved !== null) rescued.push(new Lag(task, question, saved));
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
    const standing = stand(milestoneAt(told, place), question);
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

function lagAt({ state, original, due }: Glance, day: number): number {
  if (state === "overdue") return day - due;
  return state === "open" && original < day ? RESCUED : NONE;
}
