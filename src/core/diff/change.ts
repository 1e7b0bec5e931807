/** Differences between two plans, as data; reporters have the words. */

import type { SettledWarning } from "../plan.ts";

/** What kind of thing changed. */
export const SUBJECTS = ["plan", "division", "district", "theme", "section", "task", "milestone", "indicator"] as const;
export type Subject = (typeof SUBJECTS)[number];

/**
 * How it changed: `moved` in time; `reworded`; `retargeted` (an indicator's numbers and what they measure);
 * `reassigned` (who is responsible or cooperates); `regrouped` (under another task, section or theme); `changed`
 * (anything else).
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
  /** The task that it belongs to; null outside tasks. */
  readonly task: string | null;
  readonly change: ChangeKind;
  /** The key in the plan files; null if the whole thing was added or removed. */
  readonly field: string | null;
  /** The old values; empty for what was added. Windows are written as `2017-04-01..2017-06-30`. */
  readonly before: readonly string[];
  /** The new values; empty for what was removed. */
  readonly after: readonly string[];
}

/** What a change is about. */
export type About = Pick<Change, "subject" | "id" | "task">;

/**
 * A field, its values on both sides, and the kind of change if they differ. `compared`, if given, is compared in place
 * of the old values: these moved to the later plan's year.
 */
export type Field = readonly [field: string, change: ChangeKind, before: Values, after: Values, compared?: Values];

type Values = readonly string[] | string | number | boolean | null;

/** Each settled warning as a text. */
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

/**
 * For each list in which common items are in another order: a change with the part from the first moved item to the
 * last.
 */
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

/** A thing that only the later plan has; `values` describe it in a few words. */
export function added(about: About, values: readonly string[]): Change {
  return { ...about, change: "added", field: null, before: [], after: values };
}

/** A thing that only the earlier plan has; `values` describe it. */
export function removed(about: About, values: readonly string[]): Change {
  return { ...about, change: "removed", field: null, before: values, after: [] };
}

/** Gives the changes for a thing that only one side has, and for one that both have. */
export interface PairHandlers<T> {
  readonly added: (is: T) => readonly Change[];
  readonly removed: (was: T) => readonly Change[];
  readonly both: (was: T, is: T) => readonly Change[];
}

/** The changes of all things, matched by key, in the order of the later side; removed ones come last. */
export function comparePairs<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (thing: T) => string,
  handlers: PairHandlers<T>,
): Change[] {
  const old = new Map(before.map((thing) => [keyOf(thing), thing]));
  const kept = new Set(after.map(keyOf));
  const now = after.flatMap((is) => {
    const was = old.get(keyOf(is));
    return was === undefined ? handlers.added(is) : handlers.both(was, is);
  });
  const gone = before.filter((was) => !kept.has(keyOf(was)));
  return [...now, ...gone.flatMap((was) => handlers.removed(was))];
}

function listOf(values: Values): readonly string[] {
  if (values === null || values === "") return [];
  return typeof values === "object" ? values : [String(values)];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}
