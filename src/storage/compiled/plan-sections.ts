/**
 * Encodes a plan as sections. Columns hold what filters and counts need. A task's texts are read lazily (stored-tasks.ts),
 * since most queries on a large plan need those of a few tasks, or none.
 */
import { type Day, numberOfDay } from "../../core/calendar.ts";
import { dueDaysOf } from "../../core/indicator-days.ts";
import { type Milestone, type Plan, type Task, taskRefsOf } from "../../core/plan.ts";
import { NEVER } from "../../core/milestone-columns.ts";
import { offsetsOf, textSections } from "./columns.ts";
import { type Section, jsonSection } from "./container.ts";
import { DISTRICTS, IDS_INDEX, INDICATORS, type Kinds, NAMES, TASK_REFS, TEXTS, type Texts } from "./plan-columns.ts";
import { indexOf } from "./string-index.ts";
import { slicedSections } from "./slices.ts";

/** The sections of a plan. */
export function planSections(plan: Plan): Record<string, Section> {
  const { tasks, ...head } = plan;
  return {
    head: jsonSection(head),
    ...taskSections(plan),
    ...milestoneSections(tasks.flatMap((task) => task.milestones)),
    counted: Int32Array.from(tasks.flatMap(countedFrom)),
    firsts: offsetsOf(tasks.map((task) => task.milestones.length)),
    ...textSections(NAMES, tasks.flatMap(namesOf)),
    ...slicedSections(TEXTS, tasks, textsOf),
    ...slicedSections(INDICATORS, tasks, ({ indicators }) => (indicators.length === 0 ? null : indicators)),
  };
}

function taskSections({ tasks, year }: Plan): Record<string, Section> {
  const themes = kindsOf(tasks, ({ theme }) => theme);
  const sections = kindsOf(tasks, ({ section }) => section);
  const divisions = kindsOf(tasks, (task) => task.divisions);
  const districts = kindsOf(tasks, (task) => task.districts);
  const kinds: Kinds = {
    themes: themes.kinds,
    sections: sections.kinds,
    divisions: divisions.kinds,
    added: Object.fromEntries(tasks.flatMap(({ added }, index) => (added === null ? [] : [[index, added]]))),
    remarked: Object.fromEntries(
      tasks.flatMap(({ milestones }, index) =>
        milestones.some(({ remarks }) => remarks !== null) ? [[index, true as const]] : [],
      ),
    ),
  };
  const ids = tasks.map(({ id }) => id);
  return {
    kinds: jsonSection(kinds),
    [DISTRICTS.name]: jsonSection(districts.kinds),
    theme: themes.places,
    section: sections.places,
    divisions: divisions.places,
    districts: districts.places,
    ...textSections("tasks", ids),
    [TASK_REFS.name]: jsonSection(taskRefsOf(tasks)),
    targetDays: Int32Array.from(tasks, (task) => firstTargetDay(task, year)),
  };
}

function milestoneSections(milestones: readonly Milestone[]): Record<string, Section> {
  const ids = milestones.map(({ id }) => id);
  return {
    ...textSections("ids", ids),
    [IDS_INDEX]: indexOf(ids),
    starts: Int32Array.from(milestones, ({ window }) => numberOfDay(window.start)),
    ends: Int32Array.from(milestones, ({ window }) => numberOfDay(window.end)),
    added: Int32Array.from(milestones, ({ added }) => numberOrNever(added)),
  };
}

/** The first day on which one of the task's indicators is due; `NEVER` if it has none. */
function firstTargetDay({ indicators, added }: Task, year: number): number {
  const days = indicators.flatMap((indicator) => dueDaysOf(indicator, added, year));
  return days.length === 0 ? NEVER : Math.min(...days.map(numberOfDay));
}

/** For each milestone of the task, the first day on which it counts; `NEVER` if neither it nor the task was added later. */
function countedFrom({ added: ofTask, milestones }: Task): number[] {
  return milestones.map(({ added }) => Math.max(numberOrNever(ofTask), numberOrNever(added)));
}

function numberOrNever(day: Day | null): number {
  return day === null ? NEVER : numberOfDay(day);
}

/** The distinct values, and for each task the index of its own. */
function kindsOf<Value>(
  tasks: readonly Task[],
  valueOf: (task: Task) => Value,
): { readonly kinds: readonly Value[]; readonly places: Int32Array } {
  const known = new Map<string, number>();
  const kinds: Value[] = [];
  const places = Int32Array.from(tasks, (task) => {
    const value = valueOf(task);
    const key = JSON.stringify(value);
    const place = known.get(key) ?? kinds.push(value) - 1;
    known.set(key, place);
    return place;
  });
  return { kinds, places };
}

function namesOf({ title, milestones }: Task): string[] {
  return [title, ...milestones.map(({ text }) => text)];
}

function textsOf({ objective, measures, assessment, remarks, milestones, settled }: Task): Texts {
  const remarked = milestones.flatMap((one, place) => (one.remarks === null ? [] : [[place, one.remarks] as const]));
  const ofMilestones = remarked.length === 0 ? {} : { ofMilestones: Object.fromEntries(remarked) };
  return { objective, measures, assessment, remarks, ...ofMilestones, ...(settled.length === 0 ? {} : { settled }) };
}
