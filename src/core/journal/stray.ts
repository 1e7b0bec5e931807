import { type Milestone, type Plan, milestonesOf, taskRefsOf } from "../plan.ts";
import { addTo } from "../lists.ts";
import { once } from "../once.ts";
import { nearest } from "../text.ts";
import type { Journal } from "./fold.ts";
import type { JournalRecord } from "./record.ts";
import { isUncounted, knownRefs } from "./uncounted.ts";

/** A record that speaks of what the plan does not have. */
export interface StrayRecord {
  readonly record: JournalRecord;
  readonly guess: string | null;
  /** The task of which it was probably a milestone or an indicator, until that was taken out of the plan; null where none is likely. */
  readonly formerly: string | null;
  /** The entry of the plan that is the same by its text; null where none is known. */
  readonly renamed: string | null;
}

/** Who gets more than this wrong has the journal of another plan, and to compare each id with all of the plan's takes long. */
const MOST_GUESSED = 50;

/**
 * Live records whose reference the plan does not have, with the id that was probably meant, or the task that had it; what
 * `describe` says of a milestone as the record does is the same one under another id.
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
    // Of an entry that is there, another occurrence is meant; ids of records were once those of a plan.
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

/** Tells all references of the plan that a record of such a one may have meant: a reading is no milestone's. */
export function refsLike(plan: Plan): (ref: string) => readonly string[] {
  const milestones = milestonesOf(plan).map(({ id }) => id);
  const indicators = taskRefsOf(plan.tasks).filter(isOfIndicator);
  return (ref) => (isOfIndicator(ref) ? indicators : milestones);
}

/** Whether the reference is an indicator's, such as `10/agencies`. */
export function isOfIndicator(ref: string): boolean {
  return ref.includes("/");
}

/** Whether an id may be what was meant: another number is another task's or milestone's, unless it is that of an occurrence. */
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

/** By the digests of their texts. */
function milestonesByText(plan: Plan, describe: (milestone: Milestone) => string): Map<string, Described[]> {
  const found = new Map<string, Described[]>();
  for (const milestone of milestonesOf(plan)) {
    const as = describe(milestone);
    addTo(found, textIn(as), { milestone, as });
  }
  return found;
}

function textIn(described: string): string {
  return described.slice(described.indexOf("#") + 1);
}

/**
 * The milestone that the record described, those of its former task first. Of another window it must be the only one of its
 * text, of which nothing else was recorded: two may say the same of different quarters.
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

/** References of the journal that are named after one of the tasks, and that the plan does not have: what was taken out of it. */
export function formerRefs(plan: Plan, journal: Journal, tasks: readonly string[]): Set<string> {
  const known = knownRefs(plan);
  const refs = new Set<string>();
  for (const { ref } of journal.each()) if (tasks.some((id) => isNamedAfter(id, ref))) refs.add(ref);
  return new Set([...refs].filter((ref) => !known.has(ref)));
}

/** Tells the task of a reference, or the one that it is named after, where the plan does not have it; undefined where there is none. */
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

/** How many records say how their milestone stood, and for how many of them it stands so: with the same window, and with all. */
export interface Fit {
  readonly said: number;
  readonly window: number;
  readonly whole: number;
}

/** How well records fit the plan that they are to belong to: those of another year or plan have the same ids. */
export function fitOf(plan: Plan, records: readonly JournalRecord[], describe: (milestone: Milestone) => string): Fit {
  const now = new Map(milestonesOf(plan).map((milestone) => [milestone.id, describe(milestone)]));
  const windowOf = (described: string): string => described.slice(0, described.indexOf("#"));
  const said = records.flatMap(({ ref, was }) => (was === undefined ? [] : [{ was, is: now.get(ref) ?? "" }]));
  return {
    said: said.length,
    window: said.filter(({ was, is }) => is !== "" && windowOf(was) === windowOf(is)).length,
    whole: said.filter(({ was, is }) => was === is).length,
  };
}

/** A live record whose milestone has since got another window or text. */
export interface OutdatedRecord {
  readonly record: JournalRecord;
  readonly what: "window" | "text";
}

/** Live records that described their milestone otherwise than `describe` does now. */
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
    const window = described.slice(0, described.indexOf("#") + 1);
    return [{ record, what: record.was.startsWith(window) ? "text" : "window" }];
  });
}
