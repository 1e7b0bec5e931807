/** `gantt`: the year, with a row for each task and a mark for each milestone in the quarter in which it is due. */
import { type Quarter, quarterOf, yearOf } from "../calendar.ts";
import type { Plan, Section, Theme } from "../plan.ts";
import { type Question, type SelectedTask, select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type GanttRow, ganttRow } from "./gantt-row.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { type TaskMilestone, viewTaskMilestone } from "./milestone.ts";

/** A task's row, with all that a drawing to scale needs. */
export interface GanttTaskRow extends GanttRow {
  readonly theme: string;
  readonly section: string;
  /** The milestones of all quarters, in full, in plan order. */
  readonly milestones: readonly TaskMilestone[];
}

/** A heading above rows. Its number is its position in the plan (of a section: in its theme), from 1. */
export interface GanttHeading {
  readonly id: string;
  readonly title: string;
  readonly number: number;
}

export interface GanttView extends Envelope<"gantt"> {
  /** The quarter of the as-of day; null outside the plan's year. */
  readonly currentQuarter: Quarter | null;
  readonly lightPolicy: LightPolicyView;
  /** The themes and sections that have rows, in plan order. */
  readonly themes: readonly GanttHeading[];
  readonly sections: readonly GanttHeading[];
  readonly rows: readonly GanttTaskRow[];
}

/** The answer of `gantt`: a row for each task that passes the filters. */
export function viewGantt(inquiry: Inquiry): GanttView {
  const { plan, asOf } = inquiry;
  const rows = select(inquiry).map((task) => taskRow(inquiry, task));
  return {
    ...envelope("gantt", inquiry),
    currentQuarter: yearOf(asOf) === plan.year ? quarterOf(asOf) : null,
    lightPolicy: viewLightPolicy(plan.policy),
    ...headingsOf(plan, rows),
    rows,
  };
}

function taskRow(question: Question, own: SelectedTask): GanttTaskRow {
  const { theme, section } = own.task;
  const milestones = own.selected.map((standing) => viewTaskMilestone(question, standing));
  return { ...ganttRow(question, own), theme, section, milestones };
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
