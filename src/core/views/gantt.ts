/** `gantt`: the year, one row a task, one mark a milestone in the quarter in which it is due. */
import { type Day, QUARTERS, type Quarter, quarterOf, yearOf } from "../calendar.ts";
import type { Light, LightReason, State } from "../lights.ts";
import type { Plan, Section, Theme } from "../plan.ts";
import { select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import type { MilestoneView } from "./milestone.ts";
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

/** A task's row with all that a drawing to scale needs. */
export interface GanttTaskRow extends GanttRow {
  readonly theme: string;
  readonly section: string;
  /** The same milestones as in the quarters, whole, in plan order. */
  readonly milestones: readonly MilestoneView[];
}

/** A heading above rows; its number is its place in the plan (a section's: in its theme), from 1. */
export interface GanttHeading {
  readonly id: string;
  readonly title: string;
  readonly number: number;
}

export interface GanttView extends Envelope<"gantt"> {
  /** The quarter in which the day asked about lies; null before and after the plan's year. */
  readonly currentQuarter: Quarter | null;
  readonly lightPolicy: LightPolicyView;
  /** Headings of the plan that have rows, in plan order. */
  readonly themes: readonly GanttHeading[];
  readonly sections: readonly GanttHeading[];
  readonly rows: readonly GanttTaskRow[];
}

export function viewGantt(inquiry: Inquiry): GanttView {
  const { plan, asOf } = inquiry;
  const rows = select(inquiry).map((task) => taskRow(viewTask(inquiry, task), plan.year));
  return {
    ...envelope("gantt", inquiry),
    currentQuarter: yearOf(asOf) === plan.year ? quarterOf(asOf) : null,
    lightPolicy: viewLightPolicy(plan.policy),
    ...headingsOf(plan, rows),
    rows,
  };
}

function taskRow(task: TaskView, planYear: number): GanttTaskRow {
  const { theme, section, milestones } = task;
  return { ...ganttRow(task, planYear), theme, section, milestones };
}

function headingsOf(plan: Plan, rows: readonly GanttTaskRow[]): Pick<GanttView, "themes" | "sections"> {
  const [themes, sections] = [new Set(rows.map(({ theme }) => theme)), new Set(rows.map(({ section }) => section))];
  const numberedSections = plan.themes.flatMap(({ id: theme }) =>
    plan.sections.filter((section) => section.theme === theme).map(numbered),
  );
  return {
    themes: plan.themes.map(numbered).filter(({ id }) => themes.has(id)),
    sections: numberedSections.filter(({ id }) => sections.has(id)),
  };
}

function numbered({ id, title }: Theme | Section, index: number): GanttHeading {
  return { id, title, number: index + 1 };
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
