import { type Day, type Period, contains } from "./calendar.ts";
import { type Rate, rate } from "./rounding.ts";
import { type SelectedTask, selectedStandings } from "./selection.ts";
import type { Standing, State } from "./standing.ts";

/** Numbers of milestones (and of their tasks). The five states add up to `milestones`; `done` includes `doneLate`. */
export interface Counts {
  readonly tasks: number;
  readonly milestones: number;
  /** With a period: due in it, whatever the day; without: due on or before the day. Cancelled ones never count. */
  readonly due: number;
  readonly dueDone: number;
  readonly done: number;
  readonly doneLate: number;
  readonly active: number;
  readonly overdue: number;
  readonly upcoming: number;
  readonly cancelled: number;
}

/** Shares with their numerators and denominators; cancelled milestones are in no denominator. */
export interface Rates {
  /** 完成率: done ÷ (all − cancelled). */
  readonly completion: Rate;
  /** 到期完成率: done among due ÷ due on or before the day. */
  readonly dueCompletion: Rate;
  /** 按时完成率: done on time ÷ due on or before the day; done late and not done both count against it. */
  readonly onTime: Rate;
  /** 本季完成率: done among due in the period ÷ due in the period; null without a period. */
  readonly quarterCompletion: Rate | null;
}

/** Counts of the selected milestones. `periods` are those filtered by, or null. */
export function countsOf(tasks: readonly SelectedTask[], asOf: Day, periods: readonly Period[] | null): Counts {
  const states: Record<State, number> = { done: 0, cancelled: 0, overdue: 0, active: 0, upcoming: 0 };
  let [milestones, due, dueDone, doneLate] = [0, 0, 0, 0];
  for (const { selected } of tasks) {
    for (const standing of selected) {
      milestones += 1;
      states[standing.state] += 1;
      if (standing.late) doneLate += 1;
      if (!isDue(standing, asOf, periods)) continue;
      due += 1;
      if (standing.state === "done") dueDone += 1;
    }
  }
  const { done, active, overdue, upcoming, cancelled } = states;
  return { tasks: tasks.length, milestones, due, dueDone, done, doneLate, active, overdue, upcoming, cancelled };
}

export function ratesOf(tasks: readonly SelectedTask[], asOf: Day, periods: readonly Period[] | null): Rates {
  const all = countsOf(tasks, asOf, null);
  const inPeriod = periods === null ? null : countsOf(tasks, asOf, periods);
  const dueLate = selectedStandings(tasks).filter((standing) => standing.late && isDue(standing, asOf, null)).length;
  return {
    completion: rate(all.done, all.milestones - all.cancelled),
    dueCompletion: rate(all.dueDone, all.due),
    onTime: rate(all.dueDone - dueLate, all.due),
    quarterCompletion: inPeriod === null ? null : rate(inPeriod.dueDone, inPeriod.due),
  };
}

/** Due in one of the periods, whatever the day; without periods, due on or before the day. Never when cancelled. */
export function isDue(standing: Standing, asOf: Day, periods: readonly Period[] | null): boolean {
  if (standing.state === "cancelled") return false;
  const day = standing.assessmentDue;
  return periods === null ? day <= asOf : periods.some((period) => contains(period, day));
}
