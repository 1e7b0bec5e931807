/** Differences between two plans as data; their words are the reporters'. */

import type { SettledWarning } from "../plan.ts";

/** What is changed. */
export const SUBJECTS = ["plan", "division", "district", "theme", "section", "task", "milestone", "indicator"] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * How: `moved` in time; `reworded`; `retargeted` (an indicator's numbers and what they measure); `reassigned` (who is
 * responsible or cooperates); `regrouped` (below another task, section or theme); `changed` (anything else).
 */
export const CHANGE_KINDS = [
  "added",
  "removed",
  "moved",
  "reworded",
  "retargeted",
  "reassigned",
  "regrouped",
  "changed",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One difference. */
export interface Change {
  readonly subject: Subject;
  /** `10` · `10-1` (an entry of the plan files) · `10/agencies` · `s2-1`; a district's name; null for the plan itself. */
  readonly id: string | null;
  /** The task that it belongs to, or null for what stands in no task. */
  readonly task: string | null;
  readonly change: ChangeKind;
  /** The key in the plan files, or null where the whole thing came or went. */
  readonly field: string | null;
  /** The values as they were: none for what was added; windows as `2017-04-01..2017-06-30`. */
  readonly before: readonly string[];
  /** The values as they are: none for what was removed. */
  readonly after: readonly string[];
}

/** Where a change stands. */
export type About = Pick<Change, "subject" | "id" | "task">;

/**
 * A field with its values on both sides and the kind of change that they make where they differ; `compared` stands for the
 * former ones where these are compared beside another year's.
 */
export type Field = readonly [field: string, change: ChangeKind, before: Values, after: Values, compared?: Values];

type Values = readonly string[] | string | number | boolean | null;

/** Warnings that are settled, a text each. */
export function settledTexts(settled: readonly SettledWarning[]): string[] {
  return settled.map(({ code, reason }) => `${code}: ${reason}`);
}

/** A change for each field whose values differ. */
export function changesOf(about: About, fields: readonly Field[]): Change[] {
  return fields.flatMap(([field, change, was, is, compared = was]) => {
    const [before, after] = [listOf(was), listOf(is)];
    return isSame(listOf(compared), after) ? [] : [{ ...about, change, field, before, after }];
  });
}

/** A change for each list in which what both sides have changed places: told from the first that did to the last. */
export function orderChanges(
  about: About,
  lists: readonly (readonly [field: string, before: readonly string[], after: readonly string[]])[],
): Change[] {
  return lists.flatMap(([field, before, after]) => {
    const [was, is] = [before.filter((one) => after.includes(one)), after.filter((one) => before.includes(one))];
    const isMoved = (one: string, place: number): boolean => one !== was[place];
    const [first, last] = [is.findIndex(isMoved), is.findLastIndex(isMoved)];
    const part = (list: readonly string[]): readonly string[] => list.slice(first, last + 1);
    return first === -1 ? [] : changesOf(about, [[field, "changed", part(was), part(is)]]);
  });
}

/** What only one side has; `values` says in a few words what it is. */
export function added(about: About, values: readonly string[]): Change {
  return { ...about, change: "added", field: null, before: [], after: values };
}

/** What only the earlier plan has, with what it said. */
export function removed(about: About, values: readonly string[]): Change {
  return { ...about, change: "removed", field: null, before: values, after: [] };
}

/** What is told of a thing that only one side has, and of one that both have. */
export interface Telling<T> {
  readonly added: (is: T) => readonly Change[];
  readonly removed: (was: T) => readonly Change[];
  readonly both: (was: T, is: T) => readonly Change[];
}

/** Things of both sides by key, in the order of the later side; what is gone comes last. */
export function tellPairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (thing: T) => string,
  telling: Telling<T>,
): Change[] {
  const old = new Map(before.map((thing) => [keyOf(thing), thing]));
  const kept = new Set(after.map(keyOf));
  const now = after.flatMap((is) => {
    const was = old.get(keyOf(is));
    return was === undefined ? telling.added(is) : telling.both(was, is);
  });
  const gone = before.filter((was) => !kept.has(keyOf(was)));
  return [...now, ...gone.flatMap((was) => telling.removed(was))];
}

function listOf(values: Values): readonly string[] {
  if (values === null || values === "") return [];
  return typeof values === "object" ? values : [String(values)];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
