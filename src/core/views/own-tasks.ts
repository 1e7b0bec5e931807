/**
 * What the screen of a division head has besides the numbers of `status`: the division's tasks, and what they ask for
 * next.
 */
import { once } from "../once.ts";
import { leadOf } from "../plan.ts";
import { type SelectedTask, idsOf, selectedStandings, withoutPeriod } from "../selection.ts";
import { type ComingDueView, comingDue } from "./coming-due.ts";
import type { Inquiry } from "./envelope.ts";
import { type GanttRow, ganttRow } from "./gantt-row.ts";
import { type Views, viewsOf } from "./listing.ts";
import { countTargets, pastTargets } from "./targets.ts";
import { type TaskView, viewTask } from "./task.ts";

/** Tasks in full; or as rows of the year, tasks that the division leads before those that it assists in. */
export interface OwnTasks extends Views<TaskView> {
  readonly rows: Views<GanttRow>;
  /** Whether the milestone is of a task in which the division only assists. */
  readonly isAssisted: (id: string) => boolean;
}

export interface OwnView {
  /** The division's tasks; empty unless this is a head's screen. */
  readonly tasks: OwnTasks;
  /** What falls due next in what it leads; null if nothing does, and unless this is a head's screen. */
  readonly comingDue: ComingDueView | null;
  /**
   * How many targets of the tasks that it leads were not reached by their day, in the whole year; null unless this is a
   * head's screen.
   */
  readonly targetsPast: number | null;
}

/**
 * The division's part of `status`. `isHeads`: whether this is a head's screen, for one division and without a grouping.
 */
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
