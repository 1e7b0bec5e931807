/** Targets that need attention: those not reached by a day that is over, and those to reach by a day to come. */
import { type Day, type Period, addDays, contains, daysBetween, numberOfDay } from "../calendar.ts";
import { daysToReach } from "../indicator-days.ts";
import { type Indicator, type NumberedTask, type Task, indicatorRef } from "../plan.ts";
import { compareText } from "../order.ts";
import { type Question, eachPassing, filterPeriods } from "../selection.ts";
import { NEVER } from "../milestone-columns.ts";
import { daysPast, standIndicator } from "./indicator.ts";
import { type ListedIndicator, listIndicator } from "./indicators.ts";

/** A target, and a day before the as-of day by which it was not reached. */
export interface PastTarget extends ListedIndicator {
  readonly pastDue: Day;
  /** Days from `pastDue` to the as-of day. */
  readonly daysOverdue: number;
}

/** A target, and a day from the as-of day on by which it has to be reached. */
export interface ComingTarget extends ListedIndicator {
  readonly reachBy: Day;
  readonly daysLeft: number;
}

/**
 * The targets of all passing tasks that were not reached by a day that is over; with periods, by a day in one of them.
 * A target for each quarter is listed once for each day missed, since no quarter makes up for another. Most days
 * overdue first; in plan order if equal. Only those asked for (null: all).
 */
export function pastTargets(
  question: Question,
  isAsked: ((ref: string, task: string) => boolean) | null,
): PastTarget[] {
  const { plan, asOf, filters } = question;
  const periods = filterPeriods(plan, filters);
  const isIn = (day: Day): boolean => periods === null || periods.some((period) => contains(period, day));
  const found: PastTarget[] = [];
  for (const { task } of tasksWithTargets(question, addDays(asOf, -1))) {
    for (const indicator of task.indicators) {
      const days = daysPast(question, task, indicator).filter(isIn);
      if (days.length === 0 || isAsked?.(indicatorRef(task.id, indicator), task.id) === false) continue;
      const view = listIndicator(question, task, indicator);
      found.push(...days.map((pastDue) => ({ ...view, pastDue, daysOverdue: daysBetween(pastDue, asOf) })));
    }
  }
  return found.toSorted((a, b) => b.daysOverdue - a.daysOverdue);
}

/**
 * The targets yet to be reached by a day of the period, from the as-of day on. By day; in plan order if equal. A target
 * for each quarter is listed once for each of its days.
 */
export function comingTargets(question: Question, period: Period): ComingTarget[] {
  const { asOf } = question;
  const found: ComingTarget[] = [];
  for (const { task } of tasksWithTargets(question, period.end)) {
    for (const indicator of task.indicators) {
      const days = openDays(question, task, indicator).filter((day) => contains(period, day));
      if (days.length === 0) continue;
      const view = listIndicator(question, task, indicator);
      found.push(...days.map((reachBy) => ({ ...view, reachBy, daysLeft: daysBetween(asOf, reachBy) })));
    }
  }
  return found.toSorted((a, b) => compareText(a.reachBy, b.reachBy));
}

/** The number of different targets: one for each quarter may be listed more than once. */
export function countTargets(listed: readonly Pick<ListedIndicator, "id">[]): number {
  return new Set(listed.map(({ id }) => id)).size;
}

/** The first day from the as-of day on by which a target has yet to be reached; null if there is none. */
export function nextTargetDay(question: Question): Day | null {
  let first: Day | null = null;
  for (const { task } of tasksWithTargets(question, null)) {
    for (const indicator of task.indicators) {
      const [day] = openDays(question, task, indicator);
      if (day !== undefined && (first === null || day < first)) first = day;
    }
  }
  return first;
}

function openDays(question: Question, task: Task, indicator: Indicator): Day[] {
  const { plan, asOf } = question;
  return daysToReach(indicator, standIndicator(question, task, indicator), {
    added: task.added,
    year: plan.year,
    asOf,
  });
}

/**
 * The passing tasks with a target to reach by a day up to `last` (null: any day), in plan order; none with a filter by
 * state, since states are of milestones. Without columns, all passing tasks.
 */
function tasksWithTargets(question: Question, last: Day | null): Iterable<NumberedTask> {
  if (question.filters.states.length > 0) return [];
  const days = question.plan.columns?.targetDays;
  if (days === undefined) return eachPassing(question);
  const end = last === null ? Infinity : numberOfDay(last);
  return eachPassing(question, (number) => {
    const day = days[number];
    return day === undefined || (day !== NEVER && day <= end);
  });
}
