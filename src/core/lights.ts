/** Colours and reasons of lights, and the facts that a policy may look at (see light-policies.ts). */
import { type Day, dayOfMonthOf, daysInMonth, monthOf, yearOf } from "./calendar.ts";

export const STATES = ["done", "active", "overdue", "upcoming", "cancelled"] as const;

/** A milestone is in exactly one of these states. */
export type State = (typeof STATES)[number];

interface InState {
  readonly state: State;
}

/** Neither done nor cancelled. */
export function isOpen({ state }: InState): boolean {
  return state !== "done" && state !== "cancelled";
}

/** Past its due day to chase by, and neither done nor cancelled. */
export function isOverdue({ state }: InState): boolean {
  return state === "overdue";
}

/** Open and not overdue. */
export function isPending({ state }: InState): boolean {
  return state === "active" || state === "upcoming";
}

/** Worst first. */
export const LIGHTS = ["red", "yellow", "blue", "green", "grey"] as const;
export type Light = (typeof LIGHTS)[number];

/** Why a light shows; the catalogue has the words. */
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

/** Progress, and what the pace asks for on the same day; both in percent. */
export interface PaceGap {
  readonly actual: number;
  readonly expected: number;
}

/** The numbers of a policy that an office may change. */
export interface LightThresholds {
  /** A gap of at least this is yellow: in points, or in percent of the pace if the policy measures that. */
  readonly yellowGap: number;
  /** A gap above this is red; null if a gap alone is never red. */
  readonly redGap: number | null;
  /** This many missed months in a row are red; null if months do not count. */
  readonly redMonths: number | null;
}

/** All that a policy may look at. */
export interface LightFacts {
  readonly state: State;
  readonly late: boolean;
  /** The open block; null if there is none. */
  readonly block: object | null;
  readonly dueSoon: boolean;
  /** Null without a progress estimate: then the pace says nothing. */
  readonly pace: PaceGap | null;
  /** At how many months' ends an overdue milestone was not done (see `monthsMissed`). */
  readonly monthsMissed: number;
  /**
   * Whole months of its window that have passed, if it is active and there is no word (see `isStatusWord`) on it or its task;
   * else 0.
   */
  readonly monthsUntouched: number;
}

/** The most that floating-point arithmetic may be off by; far less than any real difference. */
export const ROUNDING_ERROR = 1e-9;

/** Whether progress is below the pace, by more than rounding errors. */
export function isBehind({ actual, expected }: PaceGap): boolean {
  return expected - actual > ROUNDING_ERROR;
}

/**
 * At how many months' ends it was due and not done, the month of its due day counted first: 1 from the day after it was
 * due, 2 from the end of the next month on.
 */
export function monthsMissed(due: Day, asOf: Day): number {
  return asOf <= due ? 0 : 1 + Math.max(0, monthsOver(asOf) - monthIndex(due));
}

/** Calendar months of a window that are over at the end of the day, the month in which it begins included. */
export function monthsElapsed(start: Day, asOf: Day): number {
  return Math.max(0, monthsOver(asOf) - monthIndex(start) + 1);
}

/** The last month (see `monthIndex`) that is over at the end of the day. */
function monthsOver(day: Day): number {
  const isLast = dayOfMonthOf(day) === daysInMonth(yearOf(day), monthOf(day));
  return monthIndex(day) - (isLast ? 0 : 1);
}

function monthIndex(day: Day): number {
  return yearOf(day) * 12 + monthOf(day);
}
