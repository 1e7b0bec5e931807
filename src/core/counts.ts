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
  const standings = selectedStandings(tasks);
  const inState = (state: State): number => standings.filter((standing) => standing.state === state).length;
  const due = standings.filter((standing) => isDue(standing, asOf, periods));
  return {
    tasks: tasks.length,
    milestones: standings.length,
    due: due.length,
    dueDone: due.filter((standing) => standing.state === "done").length,
    done: inState("done"),
    doneLate: standings.filter((standing) => standing.late).length,
    active: inState("active"),
    overdue: inState("overdue"),
    upcoming: inState("upcoming"),
    cancelled: inState("cancelled"),
  };
}

export function ratesOf(tasks: readonly SelectedTask[], asOf: Day, periods: readonly Period[] | null): Rates {
  const standings = selectedStandings(tasks);
  const done = standings.filter((standing) => standing.state === "done").length;
  const all = standings.filter((standing) => standing.state !== "cancelled").length;
  const due = standings.filter((standing) => isDue(standing, asOf, null));
  const dueDone = due.filter((standing) => standing.state === "done");
  const onTime = dueDone.filter((standing) => !standing.late).length;
  const inPeriod = countsOf(tasks, asOf, periods);
  return {
    completion: rate(done, all),
    dueCompletion: rate(dueDone.length, due.length),
    onTime: rate(onTime, due.length),
    quarterCompletion: periods === null ? null : rate(inPeriod.dueDone, inPeriod.due),
  };
}

/** Due in one of the periods, whatever the day; without periods, due on or before the day. Never when cancelled. */
export function isDue(standing: Standing, asOf: Day, periods: readonly Period[] | null): boolean {
  if (standing.state === "cancelled") return false;
  const day = standing.assessmentDue;
  return periods === null ? day <= asOf : periods.some((period) => contains(period, day));
}
