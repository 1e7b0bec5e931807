/** A task as a row of the year, with one mark for each milestone in the quarter in which it is due. */
import { type Day, QUARTERS, type Quarter, quarterWithin } from "../calendar.ts";
import type { Light, LightReason, State } from "../lights.ts";
import { once } from "../once.ts";
import { leadOf } from "../plan.ts";
import type { Question, SelectedTask } from "../selection.ts";
import { divisionName } from "./envelope.ts";
import { type TaskView, progressOf, viewTaskStanding } from "./task.ts";

/** A milestone's mark, placed by `due`. */
export interface GanttMark {
  readonly id: string;
  readonly due: Day;
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
}

export interface GanttRow {
  readonly task: string;
  readonly title: string;
  readonly lead: string;
  readonly state: State;
  readonly light: Light;
  readonly lightReason: LightReason;
  readonly progress: TaskView["progress"];
  /** The four quarters, in order. What is due outside the plan's year is in the nearer end quarter. */
  readonly quarters: readonly { readonly quarter: Quarter; readonly milestones: readonly GanttMark[] }[];
}

/** The row of a task, with its selected milestones. */
export function ganttRow(question: Question, own: SelectedTask): GanttRow {
  const { plan } = question;
  const { task, selected } = own;
  // Lazy: a division's screen does not show it, and it needs everything recorded about the task.
  const whole = once(() => viewTaskStanding(question, own));
  const quarters = QUARTERS.map((quarter) => ({
    quarter,
    milestones: selected
      .filter(({ due }) => quarterWithin(plan.year, due) === quarter)
      .map((standing) => ({
        id: standing.milestone.id,
        due: standing.due,
        state: standing.state,
        light: standing.light,
        lightReason: standing.lightReason,
      })),
  }));
  const lead = divisionName(plan, leadOf(task));
  return {
    task: task.id,
    title: task.title,
    lead,
    get state() {
      return whole().state;
    },
    get light() {
      return whole().light;
    },
    get lightReason() {
      return whole().lightReason;
    },
    progress: progressOf(own),
    quarters,
  };
}

/** All marks of all rows. */
export function marksIn(rows: readonly GanttRow[]): GanttMark[] {
  return rows.flatMap(({ quarters }) => quarters.flatMap(({ milestones }) => milestones));
}
