/** `gantt`: the year, one row a task, one mark a milestone in the quarter in which it is due. */
import { type Day, QUARTERS, type Quarter, quarterOf, yearOf } from "../calendar.ts";
import type { Light, LightReason, State } from "../lights.ts";
import { select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { type TaskView, viewTask } from "./task.ts";

/** A milestone's place in the year. */
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
  /** The four quarters, in order; what is due outside the plan's year stands at its nearer end. */
  readonly quarters: readonly { readonly quarter: Quarter; readonly milestones: readonly GanttMark[] }[];
}

export interface GanttView extends Envelope<"gantt"> {
  /** The quarter in which the day asked about lies; null before and after the plan's year. */
  readonly currentQuarter: Quarter | null;
  readonly lightPolicy: LightPolicyView;
  readonly rows: readonly GanttRow[];
}

export function viewGantt(inquiry: Inquiry): GanttView {
  const { plan, asOf } = inquiry;
  return {
    ...envelope("gantt", inquiry),
    currentQuarter: yearOf(asOf) === plan.year ? quarterOf(asOf) : null,
    lightPolicy: viewLightPolicy(plan.policy),
    rows: select(inquiry).map((task) => ganttRow(viewTask(inquiry, task), plan.year)),
  };
}

/** The task's milestones by the quarter in which they are due. */
export function ganttRow(task: TaskView, planYear: number): GanttRow {
  const { id, title, lead, state, light, lightReason, progress, milestones } = task;
  const quarters = QUARTERS.map((quarter) => ({
    quarter,
    milestones: milestones
      .filter(({ assessmentDue }) => dueQuarter(assessmentDue, planYear) === quarter)
      .map((milestone) => ({
        id: milestone.id,
        due: milestone.assessmentDue,
        state: milestone.state,
        light: milestone.light,
        lightReason: milestone.lightReason,
      })),
  }));
  return { task: id, title, lead, state, light, lightReason, progress, quarters };
}

function dueQuarter(day: Day, planYear: number): Quarter {
  const year = yearOf(day);
  if (year === planYear) return quarterOf(day);
  return year < planYear ? 1 : 4;
}
