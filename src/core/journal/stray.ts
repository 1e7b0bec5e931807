import { type Milestone, type Plan, milestonesOf, taskRefsOf } from "../plan.ts";
import { addTo } from "../lists.ts";
import { once } from "../once.ts";
import { nearest } from "../text.ts";
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";
import { isUncounted, knownRefs } from "./uncounted.ts";

/** A record about something that the plan does not have. */
export interface StrayRecord {
  readonly record: JournalRecord;
  readonly guess: string | null;
  /** The task that probably had this milestone or indicator until it was removed; null if there is none. */
  readonly formerly: string | null;
  /** The plan's entry with the same text; null if there is none. */
  readonly renamed: string | null;
}

/**
 * The most references to guess. A journal with more wrong ones belongs to another plan, and comparing each with all ids
 * of the plan is slow.
 */
const MOST_GUESSED = 50;

/**
 * Live records whose reference the plan does not have, each with the id that was probably meant, the task that once had
 * it, or its new id. `describe` gives a milestone's window and text hash as records have them (`was`): a milestone that
 * fits a record's `was` is the same one under another id.
 */
export function strayRecords(plan: Plan, journal: Journal, describe: (milestone: Milestone) => string): StrayRecord[] {
  const known = knownRefs(plan);
  const like = refsLike(plan);
  const entries = new Set(milestonesOf(plan).map(({ entry }) => entry));
  const guesses = new Map<string, string | null>();
  const byText = once(() => milestonesByText(plan, describe));
  return journal.records.flatMap((record): StrayRecord[] => {
    const { ref } = record;
    if (!isUncounted(record, known, journal)) return [];
    // If the plan has the entry, another of its occurrences was meant. Otherwise the id was once valid.
    const formerly = entries.has(entryOf(ref)) ? undefined : plan.tasks.find(({ id }) => isNamedAfter(id, ref));
    const renamed = entries.has(entryOf(ref)) ? undefined : renamedIn(byText(), record, formerly?.id, journal);
    if (renamed !== undefined) return [{ record, guess: null, formerly: null, renamed: renamed.entry }];
    if (formerly !== undefined) return [{ record, guess: null, formerly: formerly.id, renamed: null }];
    if (!guesses.has(ref) && guesses.size < MOST_GUESSED) {
      guesses.set(ref, nearest(ref, like(ref).filter(isSlipOf(ref)), (id) => [id]) ?? null);
    }
    return [{ record, guess: guesses.get(ref) ?? null, formerly: null, renamed: null }];
  });
}

/**
 * For a reference, all references of the plan that it may have meant: those of indicators for an indicator's, else
 * those of milestones.
 */
export function refsLike(plan: Plan): (ref: string) => readonly string[] {
  const milestones = milestonesOf(plan).map(({ id }) => id);
  const indicators = taskRefsOf(plan.tasks).filter(isOfIndicator);
  return (ref) => (isOfIndicator(ref) ? indicators : milestones);
}

/** Whether the reference is an indicator's, such as `10/agencies`. */
export function isOfIndicator(ref: string): boolean {
  return ref.includes("/");
}

/**
 * Whether an id may be what was meant. An id with other digits is another task's or milestone's, unless it is an
 * occurrence of the same entry.
 */
function isSlipOf(ref: string): (id: string) => boolean {
  const [number, entry] = [digitsOf(ref), entryOf(ref)];
  return (id) => digitsOf(id) === number || entryOf(id) === entry;
}

function digitsOf(ref: string): string {
  return ref.replace(/\D/g, "");
}

function entryOf(ref: string): string {
  return ref.replace(/@.*/, "");
}

/** A milestone, and how it is described. */
interface Described {
  readonly milestone: Milestone;
  readonly as: string;
}

/** The milestones by the hash of their text. */
function milestonesByText(plan: Plan, describe: (milestone: Milestone) => string): Map<string, Described[]> {
  const found = new Map<string, Described[]>();
  for (const milestone of milestonesOf(plan)) {
    const as = describe(milestone);
    addTo(found, textIn(as), { milestone, as });
  }
  return found;
}

/** The hash of the text in a `was`. */
function textIn(described: string): string {
  return described.slice(described.indexOf("#") + 1);
}

/** The window in a `was`. */
function windowIn(described: string): string {
  return described.slice(0, described.indexOf("#"));
}

/**
 * The milestone that the record described, preferably one of its former task. A milestone with the same text but
 * another window is accepted only if it is the only such entry and nothing was recorded about it: two entries may have
 * the same text for different quarters.
 */
function renamedIn(
  byText: ReadonlyMap<string, readonly Described[]>,
  { was }: JournalRecord,
  task: string | undefined,
  journal: Journal,
): Milestone | undefined {
  if (was === undefined) return undefined;
  const alike = byText.get(textIn(was)) ?? [];
  const own = alike.filter(({ milestone }) => milestone.task === task);
  const near = own.length > 0 ? own : alike;
  const same = near.find(({ as }) => as === was);
  if (same !== undefined) return same.milestone;
  const isSilent = near.every(({ milestone }) => (journal.liveByRef.get(milestone.id) ?? []).length === 0);
  const isOne = new Set(near.map(({ milestone }) => milestone.entry)).size === 1;
  return isSilent && isOne ? near[0]?.milestone : undefined;
}

/**
 * References in the journal that are named after one of the tasks and that the plan does not have: what was removed
 * from those tasks.
 */
export function formerRefs(plan: Plan, journal: Journal, tasks: readonly string[]): Set<string> {
  const known = knownRefs(plan);
  const refs = new Set<string>();
  for (const { ref } of journal.each()) if (tasks.some((id) => isNamedAfter(id, ref))) refs.add(ref);
  return new Set([...refs].filter((ref) => !known.has(ref)));
}

/**
 * For a reference, the id of its task; if the plan does not have the reference, the task that it is named after;
 * undefined if there is none.
 */
export function tasksByRef(plan: Plan): (ref: string) => string | undefined {
  const known = new Map([
    ...milestonesOf(plan).map(({ id, task }) => [id, task] as const),
    ...plan.tasks.flatMap((task) => taskRefsOf([task]).map((ref) => [ref, task.id] as const)),
  ]);
  return (ref) => known.get(ref) ?? plan.tasks.find(({ id }) => isNamedAfter(id, ref))?.id;
}

/** `10-1`, `10-3@Q2` and `10/agencies` are named after task 10. */
function isNamedAfter(task: string, ref: string): boolean {
  return ref.startsWith(`${task}-`) || ref.startsWith(`${task}/`);
}

/**
 * How many records have a `was`, and how many of those match the milestone as it is now: in its window, and in window
 * and text.
 */
export interface Fit {
  readonly said: number;
  readonly window: number;
  readonly whole: number;
}

/** How well records fit the plan that they should belong to. Records of another year or plan may have the same ids. */
export function fitOf(plan: Plan, records: readonly JournalRecord[], describe: (milestone: Milestone) => string): Fit {
  const now = new Map(milestonesOf(plan).map((milestone) => [milestone.id, describe(milestone)]));
  const said = records.flatMap(({ ref, was }) => (was === undefined ? [] : [{ was, is: now.get(ref) ?? "" }]));
  return {
    said: said.length,
    window: said.filter(({ was, is }) => is !== "" && windowIn(was) === windowIn(is)).length,
    whole: said.filter(({ was, is }) => was === is).length,
  };
}

/** A live record whose milestone has another window or text by now. */
export interface OutdatedRecord {
  readonly record: JournalRecord;
  readonly what: "window" | "text";
}

/** Live records whose `was` differs from what `describe` says of their milestone now. */
export function outdatedRecords(
  plan: Plan,
  journal: Journal,
  describe: (milestone: Milestone) => string,
): OutdatedRecord[] {
  const now = new Map(milestonesOf(plan).map((milestone) => [milestone.id, describe(milestone)]));
  return journal.records.flatMap((record): OutdatedRecord[] => {
    const described = now.get(record.ref);
    if (described === undefined || record.was === undefined || record.was === described) return [];
    if (journal.supersededBy.has(record.id) || record.do === "revoke") return [];
    return [{ record, what: windowIn(record.was) === windowIn(described) ? "text" : "window" }];
  });
}
