/** Changes in tasks, their milestones and their indicators. */
import type { Period } from "../calendar.ts";
import { addTo } from "../lists.ts";
import { shiftWhen } from "../next-year.ts";
import { type Indicator, type Milestone, type Plan, type Task, indicatorRef, milestonesOf } from "../plan.ts";
import { dayBeside, windowBeside } from "./years.ts";
import {
  type About,
  type Change,
  added,
  changesOf,
  comparePairs,
  orderChanges,
  removed,
  settledTexts,
} from "./change.ts";

/** Both plans, and how many years the second is after the first. */
export interface Sides {
  readonly before: Plan;
  readonly after: Plan;
  readonly years: number;
}

/** An entry of a plan file and the milestones that it stands for. */
interface Entry {
  readonly id: string;
  readonly task: string;
  readonly text: string;
  readonly windows: readonly Period[];
  /** `10-3@Q1` and so on; only its own id if it does not repeat. */
  readonly ids: readonly string[];
  /** Its own `added:` day; null if it has the task's, whose change is reported with the task. */
  readonly added: Milestone["added"];
  readonly remarks: Milestone["remarks"];
}

/** Tasks in the later plan's order, removed ones last. The parts of a removed task are not reported again. */
export function compareTasks(sides: Sides): Change[] {
  const ofEntries = compareEntries(sides);
  return [...tellTasks(sides, ofEntries), ...ordersInSections(sides)];
}

/** Tasks in another order within their section. The order of sections is reported with the head. */
function ordersInSections({ before, after }: Sides): Change[] {
  const ids = ({ tasks }: Plan, section: string): string[] =>
    tasks.filter((task) => task.section === section).map(({ id }) => id);
  return after.sections.flatMap(({ id }) =>
    orderChanges({ subject: "section", id, task: null }, [["tasks", ids(before, id), ids(after, id)]]),
  );
}

function tellTasks(sides: Sides, ofEntries: readonly Change[]): Change[] {
  return comparePairs(sides.before.tasks, sides.after.tasks, ({ id }) => id, {
    added: (is) => [...newTask(is, sides), ...ofEntries.filter(({ task }) => task === is.id)],
    removed: (was) => [removed(aboutTask(was), [was.title])],
    both: (was, is) => [...compareTask(was, is, sides), ...ofEntries.filter(({ task }) => task === is.id)],
  });
}

/**
 * A new task, with what it asks and of whom, since nobody has seen it before. Its milestones are reported like other
 * new ones.
 */
function newTask(is: Task, { before, after }: Sides): Change[] {
  return [
    added(aboutTask(is), [is.title]),
    { ...added(aboutTask(is), namesOf(is, before, after)), field: "divisions" },
    ...is.indicators.map((one) => added(aboutIndicator(is, one), [one.name])),
  ];
}

function compareTask(was: Task, is: Task, { before, after, years }: Sides): Change[] {
  const ofFields = changesOf(aboutTask(is), [
    ["title", "reworded", was.title, is.title],
    ["section", "regrouped", was.section, is.section],
    ["divisions", "reassigned", namesOf(was, before, after), namesOf(is, before, after)],
    ["districts", "reassigned", was.districts, is.districts],
    ["objective", "reworded", was.objective, is.objective],
    ["measures", "reworded", was.measures, is.measures],
    ["assessment", "reworded", was.assessment, is.assessment],
    ["remarks", "reworded", was.remarks, is.remarks],
    ["added", "changed", was.added, is.added, dayBeside(was.added, is.added, years)],
    ["settled", "changed", settledTexts(was.settled), settledTexts(is.settled)],
  ]);
  const about = (one: Indicator): About => aboutIndicator(is, one);
  const ofIndicators = comparePairs(was.indicators, is.indicators, ({ id }) => id, {
    added: (now) => [added(about(now), [now.name])],
    removed: (old) => [removed(about(old), [old.name])],
    both: (old, now) => compareIndicator(about(now), old, now, years),
  });
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  const entries = ({ milestones }: Task): string[] => [...new Set(milestones.map(({ entry }) => entry))];
  const ofOrder = orderChanges(aboutTask(is), [
    ["milestones", entries(was), entries(is)],
    ["indicators", ids(was.indicators), ids(is.indicators)],
  ]);
  return [...ofFields, ...ofIndicators, ...ofOrder];
}

function aboutTask({ id }: Task): About {
  return { subject: "task", id, task: id };
}

function aboutIndicator({ id }: Task, one: Indicator): About {
  return { subject: "indicator", id: indicatorRef(id, one), task: id };
}

/**
 * The names of a task's divisions, taken from the later plan first: a renamed division is reported once, not in each of
 * its tasks.
 */
function namesOf({ divisions }: Task, before: Plan, after: Plan): string[] {
  const known = [...after.divisions, ...before.divisions];
  return divisions.flatMap((id) => known.filter((division) => division.id === id).slice(0, 1)).map(({ name }) => name);
}

function compareIndicator(about: About, was: Indicator, is: Indicator, years: number): Change[] {
  return changesOf(about, [
    ["name", "reworded", was.name, is.name],
    ["min", "retargeted", was.min, is.min],
    ["max", "retargeted", was.max, is.max],
    ["unit", "retargeted", was.unit, is.unit],
    ["basis", "retargeted", was.basis, is.basis],
    ["baseline", "retargeted", was.baseline, is.baseline],
    ["stretch", "retargeted", was.stretch, is.stretch],
    ["per", "retargeted", was.per, is.per],
    ["due", "moved", was.due, is.due, dayBeside(was.due, is.due, years)],
    ["from", "changed", was.from, is.from],
    ["remarks", "reworded", was.remarks, is.remarks],
  ]);
}

/** Milestones by entry. Those that were removed together with their task are reported with the task. */
function compareEntries({ before, after, years }: Sides): Change[] {
  const now = new Set(after.tasks.map(({ id }) => id));
  return comparePairs(entriesOf(before), entriesOf(after), ({ id }) => id, {
    added: (is) => [added(aboutEntry(is), [...spans(is.windows), is.text])],
    removed: (was) => (now.has(was.task) ? [removed(aboutEntry(was), [...spans(was.windows), was.text])] : []),
    both: (was, is) => compareEntry(was, is, years),
  });
}

function compareEntry(was: Entry, is: Entry, years: number): Change[] {
  const about = aboutEntry(is);
  const ofTask = changesOf(about, [["task", "regrouped", was.task, is.task]]);
  const ofWindows = changesOf(about, [
    ["when", "moved", spans(was.windows), spans(is.windows), spans(windowsBeside(was, is, years))],
  ]);
  // The same time may be written differently (`Q2`, or `[Q2]` or `2017-04..2017-06` in a list). That changes ids, and
  // records with the old ids no longer count.
  const ofIds = changesOf(about, [["occurrences", "changed", was.ids, is.ids, idsBeside(was, is, years)]]);
  return [
    ...ofTask,
    ...(ofWindows.length > 0 ? ofWindows : ofIds),
    ...changesOf(about, [
      ["text", "reworded", was.text, is.text],
      ["remarks", "reworded", was.remarks, is.remarks],
      ["added", "changed", was.added, is.added, dayBeside(was.added, is.added, years)],
    ]),
  ];
}

function aboutEntry({ id, task }: Entry): About {
  return { subject: "milestone", id, task };
}

function spans(windows: Entry["windows"]): string[] {
  return windows.map(({ start, end }) => `${start}..${end}`);
}

function windowsBeside(was: Entry, is: Entry, years: number): Period[] {
  return was.windows.map((window, place) => windowBeside(window, is.windows[place] ?? window, years));
}

/** The old ids moved to the later plan's year, unless they stayed the same. */
function idsBeside(was: Entry, is: Entry, years: number): string[] {
  return was.ids.map((id, place) => (id === is.ids[place] ? id : was.id + shiftWhen(id.slice(was.id.length), years)));
}

/** The entries of a plan, in plan order. */
function entriesOf(plan: Plan): Entry[] {
  const ofTasks = new Map(plan.tasks.map((task) => [task.id, task.added]));
  const byEntry = new Map<string, Milestone[]>();
  for (const milestone of milestonesOf(plan)) addTo(byEntry, milestone.entry, milestone);
  return [...byEntry].flatMap(([id, own]) =>
    own.slice(0, 1).map(({ task, text, added: day, remarks }) => ({
      id,
      task,
      text,
      remarks,
      ids: own.map((milestone) => milestone.id),
      windows: own.map(({ window }) => window),
      added: day === ofTasks.get(task) ? null : day,
    })),
  );
}
