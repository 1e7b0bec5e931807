/** Tasks in groups. Some groupings count a task several times; headings say which. */
import { QUARTERS, quarterOf, yearOf } from "./calendar.ts";
import { addTo } from "./lists.ts";
import type { Plan } from "./plan.ts";
import { type Role, type SelectedTask, helpsIn, takesPart } from "./selection.ts";
import type { Standing } from "./standing.ts";

export const GROUPINGS = ["division", "theme", "section", "district", "quarter"] as const;

/** What a table is grouped by. */
export type Grouping = (typeof GROUPINGS)[number];

/** One group. A group that the plan has no name for is named by its key: `related`, `none`, `Q1`, `before`, `after`. */
export interface TaskGroup {
  readonly key: string;
  readonly name: string;
  /** The group's tasks, with only the selected milestones that belong to it. */
  readonly tasks: readonly SelectedTask[];
}

/** Which due day puts a milestone into a quarter: the one that rates go by, or the one to chase by. */
type DueDay = "assessmentDue" | "due";

/**
 * The groups in plan order; empty ones too, except `before` and `after` the plan's year. `role` says under which
 * divisions a task counts.
 */
export function groupTasks(
  plan: Plan,
  tasks: readonly SelectedTask[],
  by: Grouping,
  role: Role,
  dueDay: DueDay = "assessmentDue",
): TaskGroup[] {
  switch (by) {
    case "division":
      return groupByDivision(plan, tasks, role);
    case "theme":
      return plan.themes.map(({ id, title }) => group(id, title, tasks, ({ task }) => task.theme === id));
    case "section":
      return plan.sections.map(({ id, title }) => group(id, title, tasks, ({ task }) => task.section === id));
    case "district":
      return groupByDistrict(plan, tasks);
    case "quarter":
      return groupByQuarter(plan, tasks, dueDay);
  }
}

/** Whether each milestone is in one group only, so that the groups add up to the whole. */
export function addsUp(by: Grouping, role: Role): boolean {
  return by === "division" ? role === "lead" : by !== "district";
}

function groupByDivision(plan: Plan, tasks: readonly SelectedTask[], role: Role): TaskGroup[] {
  const own = new Map<string, SelectedTask[]>();
  for (const one of tasks) {
    const { task } = one;
    for (const id of task.divisions.filter((division) => takesPart(task, division, role))) addTo(own, id, one);
  }
  return plan.divisions.map(({ id, name }) => ({ key: id, name, tasks: own.get(id) ?? [] }));
}

/** A task is in the group of every district that it names; in all of them if it names all. */
function groupByDistrict(plan: Plan, tasks: readonly SelectedTask[]): TaskGroup[] {
  const named = plan.districts.map((name) => group(name, name, tasks, ({ task }) => helpsIn(task, name)));
  return [
    ...named,
    group("related", "related", tasks, ({ task }) => helpsIn(task, "related")),
    group("none", "none", tasks, ({ task }) => helpsIn(task, "none")),
  ];
}

/** A milestone is in the quarter in which it is due; a task in every quarter with one of its milestones. */
function groupByQuarter({ year }: Plan, tasks: readonly SelectedTask[], dueDay: DueDay): TaskGroup[] {
  // `selected` may be computed on every access (see lagging.ts): read it once for all quarters.
  const snapshots = tasks.map(({ task, all, selected }) => ({ task, all, selected }));
  const part = (key: string, belongs: (standing: Standing) => boolean): TaskGroup => {
    const own = snapshots.map((one) => ({ ...one, selected: one.selected.filter(belongs) }));
    return { key, name: key, tasks: own.filter(({ selected }) => selected.length > 0) };
  };
  const before = part("before", (standing) => yearOf(standing[dueDay]) < year);
  const after = part("after", (standing) => yearOf(standing[dueDay]) > year);
  const quarters = QUARTERS.map((quarter) =>
    part(`Q${quarter}`, (standing) => yearOf(standing[dueDay]) === year && quarterOf(standing[dueDay]) === quarter),
  );
  return [before, ...quarters, after].filter(({ key, tasks: own }) => key.startsWith("Q") || own.length > 0);
}

function group(
  key: string,
  name: string,
  tasks: readonly SelectedTask[],
  belongs: (task: SelectedTask) => boolean,
): TaskGroup {
  return { key, name, tasks: tasks.filter(belongs) };
}
