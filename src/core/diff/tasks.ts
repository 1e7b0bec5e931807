/** What changed in tasks, their milestones and their indicators. */
import type { Day } from "../calendar.ts";
import { addTo } from "../lists.ts";
import { type Indicator, type Milestone, type Plan, type Task, indicatorRef, milestonesOf } from "../plan.ts";
import { shiftDay, shiftPeriod } from "../shift.ts";
import { type About, type Change, added, changesOf, removed, tellPairs } from "./change.ts";

/** Both plans, and by how many years the earlier one's days are shifted before they are compared. */
export interface Sides {
  readonly before: Plan;
  readonly after: Plan;
  readonly years: number;
}

/** An entry of a plan file with all the milestones that it stands for. */
interface Entry {
  readonly id: string;
  readonly task: string;
  readonly text: string;
  readonly windows: readonly string[];
  readonly added: Milestone["added"];
}

/** Tasks in the later plan's order, what is gone last; the parts of a task that came or went whole are not told again. */
export function compareTasks(sides: Sides): Change[] {
  const ofEntries = compareEntries(sides);
  return tellPairs(sides.before.tasks, sides.after.tasks, ({ id }) => id, {
    added: (is) => [added(aboutTask(is), [is.title]), ...ofEntries.filter(({ task }) => task === is.id)],
    removed: (was) => [removed(aboutTask(was), [was.title])],
    both: (was, is) => [...compareTask(was, is, sides), ...ofEntries.filter(({ task }) => task === is.id)],
  });
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
    ["added", "changed", shifted(was.added, years), is.added],
  ]);
  const about = (one: Indicator): About => ({ subject: "indicator", id: indicatorRef(is.id, one), task: is.id });
  const ofIndicators = tellPairs(was.indicators, is.indicators, ({ id }) => id, {
    added: (now) => [added(about(now), [now.name])],
    removed: (old) => [removed(about(old), [old.name])],
    both: (old, now) => compareIndicator(about(now), old, now, years),
  });
  return [...ofFields, ...ofIndicators];
}

function aboutTask({ id }: Task): About {
  return { subject: "task", id, task: id };
}

/** By the names that divisions have now: one that was only renamed is told once, not in each of its tasks. */
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
    ["due", "moved", shiftDay(was.due, years), is.due],
    ["from", "changed", was.from, is.from],
    ["remarks", "reworded", was.remarks, is.remarks],
  ]);
}

/** Milestones by entry. What came or went together with its task is told with the task. */
function compareEntries({ before, after, years }: Sides): Change[] {
  const [old, now] = [new Set(before.tasks.map(({ id }) => id)), new Set(after.tasks.map(({ id }) => id))];
  return tellPairs(entriesOf(before, years), entriesOf(after, 0), ({ id }) => id, {
    added: (is) => (old.has(is.task) ? [added(aboutEntry(is), [...is.windows, is.text])] : []),
    removed: (was) => (now.has(was.task) ? [removed(aboutEntry(was), [...was.windows, was.text])] : []),
    both: (was, is) =>
      changesOf(aboutEntry(is), [
        ["task", "regrouped", was.task, is.task],
        ["when", "moved", was.windows, is.windows],
        ["text", "reworded", was.text, is.text],
        ["added", "changed", was.added, is.added],
      ]),
  });
}

function aboutEntry({ id, task }: Entry): About {
  return { subject: "milestone", id, task };
}

/** In plan order, the occurrences of an entry together. */
function entriesOf(plan: Plan, years: number): Entry[] {
  const byEntry = new Map<string, Milestone[]>();
  for (const milestone of milestonesOf(plan)) addTo(byEntry, milestone.entry, milestone);
  return [...byEntry].flatMap(([id, own]) =>
    own.slice(0, 1).map(({ task, text, added: day }) => {
      const windows = own.map(({ window }) => shiftPeriod(window, years)).map(({ start, end }) => `${start}..${end}`);
      return { id, task, text, windows, added: shifted(day, years) };
    }),
  );
}

function shifted(day: Day | null, years: number): Day | null {
  return day === null ? null : shiftDay(day, years);
}
