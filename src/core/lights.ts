/** What lights are made of: colours, reasons, and the facts that a policy may look at (see light-policies.ts). */
import { type Day, dayOfMonthOf, daysInMonth, monthOf, yearOf } from "./calendar.ts";

export const STATES = ["done", "active", "overdue", "upcoming", "cancelled"] as const;

/** A milestone is in exactly one of these. */
export type State = (typeof STATES)[number];

interface InState {
  readonly state: State;
}

/** Whether it is still to be finished: neither done nor cancelled. */
export function isOpen({ state }: InState): boolean {
  return state !== "done" && state !== "cancelled";
}

/** Whether its day to chase by is over, and it is neither done nor cancelled. */
export function isOverdue({ state }: InState): boolean {
  return state === "overdue";
}

/** Open and not overdue: its due day is still to pass. */
export function isPending({ state }: InState): boolean {
  return state === "active" || state === "upcoming";
}

/** Worst first. */
export const LIGHTS = ["red", "yellow", "blue", "green", "grey"] as const;
export type Light = (typeof LIGHTS)[number];

/** Why a light shows; the words are the catalogue's. */
export const LIGHT_REASONS = [
  "overdue",
  "far-behind",
  "blocked",
  "due-soon",
  "behind-pace",
  "not-started",
  "done-late",
  "slightly-behind",
  "no-estimate",
  "on-track",
  "done",
  "not-begun",
  "cancelled",
] as const;
export type LightReason = (typeof LIGHT_REASONS)[number];

/** A light and why it shows. */
export interface Lamp {
  readonly light: Light;
  readonly lightReason: LightReason;
}

/** What was reached of a whole, and what the pace asks for on the same day; both in percent. */
export interface PaceGap {
  readonly actual: number;
  readonly expected: number;
}

/** The numbers of a policy that an office may change. */
export interface LightThresholds {
  /** Behind pace from here on is yellow: points, or percent of the pace where the policy measures so. */
  readonly yellowGap: number;
  /** More than this is red; null: a gap alone is never red. */
  readonly redGap: number | null;
  /** Missed months in a row that are red; null where months do not count. */
  readonly redMonths: number | null;
}

/** All that a policy may look at. */
export interface LightFacts {
  readonly state: State;
  readonly late: boolean;
  /** What it is blocked by; null where it is not. */
  readonly block: object | null;
  readonly dueSoon: boolean;
  /** Null where nobody has estimated progress: then nothing is said of pace. */
  readonly pace: PaceGap | null;
  /** Months at whose end it was due and not done, where it is overdue. */
  readonly monthsMissed: number;
  /** Whole months of its window that have gone by without any progress recorded. */
  readonly monthsUntouched: number;
}

/** What floating-point arithmetic may be off by; a whole percent is far more. */
export const ROUNDING_ERROR = 1e-9;

/** Whether less was reached than the pace asks for, by more than arithmetic may be off. */
export function isBehind({ actual, expected }: PaceGap): boolean {
  return expected - actual > ROUNDING_ERROR;
}

/**
 * How many months' ends have found it undone, the month of its due day first: 1 from the day after it was due, 2 from
 * the end of the next month on.
 */
export function monthsMissed(due: Day, asOf: Day): number {
  return asOf <= due ? 0 : 1 + Math.max(0, monthsOver(asOf) - monthIndex(due));
}

/** Whole calendar months of a window that are over at the end of the day, the month in which it begins counted. */
export function monthsBegun(start: Day, asOf: Day): number {
  return Math.max(0, monthsOver(asOf) - monthIndex(start) + 1);
}

/** The last month that is over at the end of the day. */
function monthsOver(day: Day): number {
  const isLast = dayOfMonthOf(day) === daysInMonth(yearOf(day), monthOf(day));
  return monthIndex(day) - (isLast ? 0 : 1);
}

function monthIndex(day: Day): number {
  return yearOf(day) * 12 + monthOf(day);
}
