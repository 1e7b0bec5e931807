/** Tasks in groups. What is counted once and what several times differs, and headings say it. */
import { QUARTERS, quarterOf, yearOf } from "./calendar.ts";
import { addTo } from "./lists.ts";
import type { Plan } from "./plan.ts";
import { type Role, type SelectedTask, helpsIn, takesPart } from "./selection.ts";
import type { Standing } from "./standing.ts";

export const GROUPINGS = ["division", "theme", "section", "district", "quarter"] as const;

/** By what a table is divided. */
export type Grouping = (typeof GROUPINGS)[number];

/** One group. Names of districts and quarters that the plan has no name for are keys: `related`, `none`, `Q1`, `after`. */
export interface TaskGroup {
  readonly key: string;
  readonly name: string;
  /** With the milestones that belong to the group. */
  readonly tasks: readonly SelectedTask[];
}

/** The day by whose quarter milestones are grouped: the one that rates go by, or the one that is chased. */
type DueDay = "assessmentDue" | "due";

/** The groups in the order of the plan; the empty ones too. `role` says under which divisions a task counts. */
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

/** Whether each milestone stands in one group only, so that the groups add up to the whole. */
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

/** A task stands under every district that it names, under all where it names all. */
function groupByDistrict(plan: Plan, tasks: readonly SelectedTask[]): TaskGroup[] {
  const named = plan.districts.map((name) => group(name, name, tasks, ({ task }) => helpsIn(task, name)));
  return [
    ...named,
    group("related", "related", tasks, ({ task }) => helpsIn(task, "related")),
    group("none", "none", tasks, ({ task }) => helpsIn(task, "none")),
  ];
}

/** A milestone stands in the quarter in which it is due, a task in every quarter that has one of its milestones. */
function groupByQuarter({ year }: Plan, tasks: readonly SelectedTask[], dueDay: DueDay): TaskGroup[] {
  // How milestones stand may be worked out each time it is asked for (see lagging.ts): once for all quarters.
  const stood = tasks.map(({ task, all, selected }) => ({ task, all, selected }));
  const part = (key: string, belongs: (standing: Standing) => boolean): TaskGroup => {
    const own = stood.map((one) => ({ ...one, selected: one.selected.filter(belongs) }));
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
