import { type Day, type Period, contains } from "./calendar.ts";
import { type Rate, rate } from "./rounding.ts";
import type { SelectedTask } from "./selection.ts";
import type { Standing } from "./standing.ts";
import type { State } from "./lights.ts";

/** Counts of milestones, and of their tasks. The five states add up to `milestones`; `done` includes `doneLate`. */
export interface Counts {
  readonly tasks: number;
  readonly milestones: number;
  /**
   * With periods: due in one of them, whatever the as-of day. Without: due on or before that day. Cancelled milestones
   * never count.
   */
  readonly due: number;
  readonly dueDone: number;
  readonly done: number;
  readonly doneLate: number;
  readonly active: number;
  readonly overdue: number;
  readonly upcoming: number;
  readonly cancelled: number;
}

/** Rates with their counts. Cancelled milestones are in no denominator. */
export interface Rates {
  /** 完成率: done ÷ (all − cancelled). */
  readonly completion: Rate;
  /** 到期完成率: done among due ÷ due, where due means on or before the as-of day. */
  readonly dueCompletion: Rate;
  /** 按时完成率: done on time ÷ due on or before the as-of day. Done late and not done both count against it. */
  readonly onTime: Rate;
  /** 本季完成率: done among those due in the period ÷ due in the period; null without a period. */
  readonly quarterCompletion: Rate | null;
}

/** Counts and rates of the selected milestones. `periods` are those filtered by; null for none. */
export function figuresOf(
  tasks: readonly SelectedTask[],
  asOf: Day,
  periods: readonly Period[] | null,
): { readonly counts: Counts; readonly rates: Rates } {
  const states: Record<State, number> = { done: 0, cancelled: 0, overdue: 0, active: 0, upcoming: 0 };
  const [asked, byDay] = [dues(), dues()];
  let doneLate = 0;
  const add = (standing: Standing): void => {
    states[standing.state] += 1;
    if (standing.late) doneLate += 1;
    if (isDue(standing, asOf, periods)) addDue(asked, standing);
    if (isDue(standing, asOf, null)) addDue(byDay, standing);
  };
  tasks.forEach(({ selected }) => {
    selected.forEach(add);
  });
  const { done, active, overdue, upcoming, cancelled } = states;
  const open = active + overdue + upcoming;
  const milestones = done + open + cancelled;
  const { due, done: dueDone } = asked;
  return {
    counts: { tasks: tasks.length, milestones, due, dueDone, done, doneLate, active, overdue, upcoming, cancelled },
    rates: {
      completion: rate(done, done + open),
      dueCompletion: rate(byDay.done, byDay.due),
      onTime: rate(byDay.done - byDay.late, byDay.due),
      quarterCompletion: periods === null ? null : rate(asked.done, asked.due),
    },
  };
}

/** How many are due; of these, how many are done, and how many of those late. */
interface Dues {
  due: number;
  done: number;
  late: number;
}

function dues(): Dues {
  return { due: 0, done: 0, late: 0 };
}

function addDue(to: Dues, { state, late }: Standing): void {
  to.due += 1;
  if (state === "done") to.done += 1;
  if (late) to.late += 1;
}

/**
 * Whether it is due in one of the periods, whatever the as-of day; without periods, on or before that day. Never if
 * cancelled.
 */
export function isDue(standing: Standing, asOf: Day, periods: readonly Period[] | null): boolean {
  if (standing.state === "cancelled") return false;
  const day = standing.assessmentDue;
  if (periods === null) return day <= asOf;
  for (const period of periods) if (contains(period, day)) return true;
  return false;
}

/** Due as in `isDue`, but not done. */
export function isLeftOpen(standing: Standing, asOf: Day, periods: readonly Period[] | null): boolean {
  return standing.state !== "done" && isDue(standing, asOf, periods);
}

/**
 * Whether an extension moved a milestone out of the period in which it was originally due. Cancelled ones do not count.
 */
export function isMovedOut({ state, originalDue, assessmentDue }: Standing, period: Period): boolean {
  return state !== "cancelled" && contains(period, originalDue) && assessmentDue > period.end;
}
