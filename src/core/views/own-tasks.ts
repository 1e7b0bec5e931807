/** What a division head's screen has besides the numbers of `status`: the division's tasks, and what they ask for next. */
import { once } from "../once.ts";
import { leadOf } from "../plan.ts";
import { type SelectedTask, idsOf, selectedStandings, withoutPeriod } from "../selection.ts";
import { type ComingDueView, comingDue } from "./coming-due.ts";
import type { Inquiry } from "./envelope.ts";
import { type GanttRow, ganttRow } from "./gantt-row.ts";
import { type Views, viewsOf } from "./listing.ts";
import { countTargets, pastTargets } from "./targets.ts";
import { type TaskView, viewTask } from "./task.ts";

/** Tasks whole, or as rows of the year: those that the division leads before those that it assists. */
export interface OwnTasks extends Views<TaskView> {
  readonly rows: Views<GanttRow>;
  /** Whether the milestone is of a task that the division only assists. */
  readonly isAssisted: (id: string) => boolean;
}

export interface OwnView {
  /** With one division, and nothing grouped otherwise: its tasks, and what falls due next in them. */
  readonly tasks: OwnTasks;
  readonly comingDue: ComingDueView | null;
  /** Likewise the targets of what it leads that were not reached by their day, over all of the year; null otherwise. */
  readonly targetsPast: number | null;
}

/** On a head's screen: the division's tasks, and what falls due next in them. */
export function viewOwn(inquiry: Inquiry, selected: readonly SelectedTask[], isHeads: boolean): OwnView {
  const tasks = isHeads ? selected : [];
  const whole = viewsOf(tasks, (task) => viewTask(inquiry, task));
  const isLed = ({ task }: SelectedTask): boolean => inquiry.filters.divisions.includes(leadOf(task));
  const others = tasks.filter((task) => !isLed(task));
  const rows = viewsOf([...tasks.filter(isLed), ...others], (task) => ganttRow(inquiry, task));
  const assisted = once(() => new Set(idsOf(selectedStandings(others))));
  const led: Inquiry = { ...inquiry, filters: { ...withoutPeriod(inquiry.filters), role: "lead" } };
  return {
    tasks: Object.assign(whole, { rows, isAssisted: (id: string) => assisted().has(id) }),
    comingDue: isHeads ? comingDue(inquiry, tasks) : null,
    targetsPast: isHeads ? countTargets(pastTargets(led, null)) : null,
  };
}
