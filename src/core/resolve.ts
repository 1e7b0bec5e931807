/** Matches ids typed at the prompt to the plan and the journal. */
import { periodOfMonth } from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import { type JournalRecord, inIdOrder } from "./journal/record.ts";
import {
  type Indicator,
  type Milestone,
  type Plan,
  type Task,
  indicatorRef,
  milestonesNamed,
  milestonesOf,
} from "./plan.ts";
import { addTo } from "./lists.ts";
import { foldTyped, matchName, nearest } from "./text.ts";
import { parseTypedMonth, quarterWord } from "./typed-periods.ts";

/** What a typed milestone id was found to be. */
export type MilestoneMatch =
  | { readonly kind: "milestone"; readonly milestone: Milestone }
  /** A repeating entry: which occurrence is meant is still open. */
  | { readonly kind: "repeating"; readonly occurrences: readonly Milestone[] }
  /** A task: which of its milestones is meant is still open. */
  | { readonly kind: "task"; readonly task: Task }
  | { readonly kind: "unknown"; readonly guess: string | null };

/**
 * Matches a typed milestone id: `10-1`, `10.1`, `１０－１`, `10-3@q2`, `10-3@二季度`, `25-2@8月`. No id in a plan has a dot, so
 * a dot always means a hyphen. A repeating entry with a time at which it does not happen is answered with all its
 * occurrences.
 */
export function matchMilestone(plan: Plan, typed: string): MilestoneMatch {
  // Quick path: most ids are typed as written.
  const [asTyped] = milestonesNamed(plan, new Set([typed]));
  if (asTyped !== undefined) return { kind: "milestone", milestone: asTyped };
  const wanted = foldTaskId(typed);
  const ids = foldedIdsOf(plan);
  const exact = ids.milestones.get(wanted);
  if (exact !== undefined) return { kind: "milestone", milestone: exact };
  const [entry = "", time = ""] = wanted.split("@");
  const occurrences = ids.occurrences.get(entry) ?? [];
  const keys = new Set(occurrenceKeys(time, plan.year));
  const meant = occurrences.find(({ occurrence }) => keys.has(String(occurrence)));
  if (meant !== undefined) return { kind: "milestone", milestone: meant };
  if (occurrences.length > 0) return { kind: "repeating", occurrences };
  const task = ids.tasks.get(wanted);
  if (task !== undefined) return { kind: "task", task };
  if (!ids.guesses.has(typed)) ids.guesses.set(typed, guessMilestone(plan, typed));
  return { kind: "unknown", guess: ids.guesses.get(typed) ?? null };
}

function guessMilestone(plan: Plan, typed: string): string | null {
  const milestones = milestonesOf(plan);
  const lost = idBehindDay(typed);
  const known = milestones.some((one) => one.id === lost || one.entry === lost) ? lost : undefined;
  return known ?? nearest(foldTaskId(typed), milestones, ({ id }) => [id])?.id ?? null;
}

/** What a plan has, by folded ids. */
interface FoldedIds {
  readonly milestones: ReadonlyMap<string, Milestone>;
  /** The occurrences of repeating entries, by the entry's id. */
  readonly occurrences: ReadonlyMap<string, readonly Milestone[]>;
  readonly tasks: ReadonlyMap<string, Task>;
  /** What unknown ids probably mean. */
  readonly guesses: Map<string, string | null>;
}

/** A cache: a file may have thousands of rows, and each id would be compared with all of the plan. */
const foldedIds = new WeakMap<Plan, FoldedIds>();

function foldedIdsOf(plan: Plan): FoldedIds {
  const known = foldedIds.get(plan);
  if (known !== undefined) return known;
  const milestones = new Map<string, Milestone>();
  const occurrences = new Map<string, Milestone[]>();
  for (const milestone of milestonesOf(plan)) {
    milestones.set(foldId(milestone.id), milestone);
    if (milestone.occurrence !== null) addTo(occurrences, foldId(milestone.entry), milestone);
  }
  const tasks = new Map(plan.tasks.map((task) => [foldId(task.id), task]));
  const made: FoldedIds = { milestones, occurrences, tasks, guesses: new Map() };
  foldedIds.set(plan, made);
  return made;
}

const MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

/**
 * The id that a spreadsheet may have turned into a day: `2017/10/1`, `10月1日`, `Oct-01` and `1-Oct` were perhaps 10-1.
 */
function idBehindDay(typed: string): string | undefined {
  const text = foldTyped(typed).replace(/[ t]0?0:00(?::00)?$/, "");
  const [, month = "", day = ""] = /^(?:\d{4}[-/.年])?(\d{1,2})[-/月](\d{1,2})日?$/.exec(text) ?? [];
  if (month !== "") return `${Number(month)}-${Number(day)}`;
  const named = /^(?:([a-z]{3})-(\d{1,2})|(\d{1,2})-([a-z]{3})(?:-\d\d)?)$/.exec(text);
  const at = MONTHS.indexOf(named?.[1] ?? named?.[4] ?? "-");
  return at % 3 === 0 ? `${at / 3 + 1}-${Number(named?.[2] ?? named?.[3])}` : undefined;
}

/** What may follow `@` in the id of an occurrence at the typed time. */
function occurrenceKeys(time: string, year: number): string[] {
  const [quarter, month] = [quarterWord(time), parseTypedMonth(time, year)];
  return [
    ...(quarter === undefined ? [] : [`Q${quarter}`]),
    ...(month === undefined ? [] : [periodOfMonth(year, month).start.slice(0, 7)]),
  ];
}

/**
 * The task of a typed id: its own (`10`, `任务10`), or that of one of its milestones (`10-1`) or indicators
 * (`10/agencies`).
 */
export function matchTask(plan: Plan, typed: string): Task | undefined {
  const wanted = foldTaskId(typed);
  const isWanted = (id: string): boolean => foldId(id) === wanted;
  return (
    plan.tasks.find(({ id }) => isWanted(id)) ??
    plan.tasks.find(
      ({ id: task, milestones, indicators }) =>
        milestones.some(({ id, entry }) => isWanted(id) || isWanted(entry)) ||
        indicators.some((one) => isWanted(indicatorRef(task, one))),
    )
  );
}

/** An indicator and the id that records use for it. */
export interface NamedIndicator {
  /** `10/agencies`. */
  readonly ref: string;
  readonly indicator: Indicator;
}

/** What a typed indicator was found to be. */
export type IndicatorMatch =
  | { readonly kind: "indicator"; readonly found: NamedIndicator }
  | { readonly kind: "several"; readonly candidates: readonly NamedIndicator[] }
  | { readonly kind: "unknown"; readonly guess: string | null };

/** All indicators of the plan, in plan order. */
export function indicatorsOf(plan: Plan): NamedIndicator[] {
  return plan.tasks.flatMap(refsOfTask);
}

/**
 * Matches a typed indicator: `10/agencies`, `10／代理机构`, `agencies`, `代理机构`, or `10` if the task has only one. The task
 * goes by its id; the indicator by its id, its name, or a part of these that fits no other.
 */
export function matchIndicator(plan: Plan, typed: string): IndicatorMatch {
  const [taskTyped = "", ...rest] = foldTyped(typed).split("/");
  const name = rest.join("/");
  const wanted = foldTaskId(taskTyped);
  // Not `matchTask`: a milestone's id is a slip here, not a way to name its task.
  const task = plan.tasks.find(({ id }) => foldId(id) === wanted);
  if (rest.length === 0) return task === undefined ? matchAmong(indicatorsOf(plan), taskTyped) : onlyOne(task);
  if (task === undefined) return { kind: "unknown", guess: nearestIndicator(indicatorsOf(plan), typed) };
  return name === "" ? onlyOne(task) : matchAmong(refsOfTask(task), name);
}

function onlyOne(task: Task): IndicatorMatch {
  const candidates = refsOfTask(task);
  const [found] = candidates;
  if (found === undefined) return { kind: "unknown", guess: null };
  return candidates.length === 1 ? { kind: "indicator", found } : { kind: "several", candidates };
}

function matchAmong(known: readonly NamedIndicator[], typed: string): IndicatorMatch {
  const match = matchName(typed, known, ({ indicator }) => [indicator.id, indicator.name]);
  if (match.isFound) return { kind: "indicator", found: match.thing };
  if (match.isPart) return { kind: "several", candidates: match.candidates };
  return { kind: "unknown", guess: match.guess?.ref ?? null };
}

function nearestIndicator(known: readonly NamedIndicator[], typed: string): string | null {
  return nearest(typed, known, ({ ref }) => [ref])?.ref ?? null;
}

function refsOfTask(task: Task): NamedIndicator[] {
  return task.indicators.map((indicator) => ({ ref: indicatorRef(task.id, indicator), indicator }));
}

/** What a typed record id was found to be. */
export type RecordMatch =
  | { readonly kind: "record"; readonly record: JournalRecord }
  | { readonly kind: "ambiguous"; readonly records: readonly JournalRecord[] }
  | { readonly kind: "too short" | "unknown" };

const LEAST_DIGITS = 4;

/** The record whose id begins with the typed digits, at least four of them. */
export function matchRecord(journal: Journal, typed: string): RecordMatch {
  const wanted = foldTyped(typed);
  if (!/^[0-9a-f]+$/.test(wanted)) return { kind: "unknown" };
  if (wanted.length < LEAST_DIGITS) return { kind: "too short" };
  const records = journal.records.filter(({ id }) => id.startsWith(wanted));
  const [record] = records;
  if (record === undefined) return { kind: "unknown" };
  return records.length === 1 ? { kind: "record", record } : { kind: "ambiguous", records: inIdOrder(records) };
}

/**
 * Splits ids that were typed as several arguments or joined by `,`, `、` or `，`. Pasted lists have `；` or line ends
 * between them.
 */
export function splitIds(typed: readonly string[]): string[] {
  return typed.flatMap((text) => text.split(/[,，、;；\n]/)).flatMap((id) => (id.trim() === "" ? [] : [id.trim()]));
}

/** The form in which ids are compared: half width, lower case, hyphens for dots. */
export function foldId(typed: string): string {
  return foldTyped(typed).replace(/[.。]/g, "-");
}

/** The same, but `任务10` means 10. */
function foldTaskId(typed: string): string {
  return foldId(typed).replace(/^任务\s*/, "");
}
