import type { Indicator, Task } from "../plan.ts";
import { select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type ListedMilestone, byDaysOverdue, listMilestones } from "./milestone.ts";
import { type RecordOrigins, type RecordView, viewRecords } from "./records.ts";
import { type TaskView, viewTask } from "./task.ts";

export interface ListView extends Envelope<"list"> {
  readonly tasks: readonly TaskView[];
  /** How many tasks the plan has in all. */
  readonly tasksInPlan: number;
}

export interface ShowView extends Envelope<"show"> {
  readonly task: TaskView;
  /** Headings above the task, whole. */
  readonly themeTitle: string;
  readonly sectionTitle: string;
  /** Positions among the themes of the plan and the sections of the theme, from 1. */
  readonly themeNumber: number;
  readonly sectionNumber: number;
  /** Records about the task, its milestones and indicators, newest first. */
  readonly records: readonly RecordView[];
}

export interface OverdueView extends Envelope<"overdue"> {
  /** Most days overdue first. */
  readonly milestones: readonly ListedMilestone[];
  /** Open ones that would be overdue had no extension been approved. */
  readonly extended: readonly ListedMilestone[];
}

export function viewList(inquiry: Inquiry): ListView {
  const { plan } = inquiry;
  const tasks = select(inquiry).map((task) => viewTask(inquiry, task));
  return { ...envelope("list", inquiry), tasks, tasksInPlan: plan.tasks.length };
}

/** One task, whole. The inquiry's filters name it; other filters do not apply. */
export function viewShow(inquiry: Inquiry, task: Task, origins: RecordOrigins): ShowView {
  const { plan } = inquiry;
  if (!plan.tasks.some(({ id }) => id === task.id)) throw new Error(`task ${task.id} is not of this plan`);
  // A task that came into the plan only later has no milestones that count yet.
  const [selected = { task, all: [], selected: [] }] = select(inquiry);
  const section = plan.sections.find(({ id }) => id === task.section);
  const siblings = plan.sections.filter(({ theme }) => theme === task.theme);
  const own = refsOf(task);
  const records = viewRecords(inquiry, origins).filter(({ ref }) => own.has(ref));
  return {
    ...envelope("show", inquiry),
    task: viewTask(inquiry, selected),
    themeTitle: plan.themes.find(({ id }) => id === task.theme)?.title ?? task.theme,
    sectionTitle: section?.title ?? task.section,
    themeNumber: plan.themes.findIndex(({ id }) => id === task.theme) + 1,
    sectionNumber: siblings.findIndex(({ id }) => id === task.section) + 1,
    records,
  };
}

export function viewOverdue(inquiry: Inquiry): OverdueView {
  const { asOf } = inquiry;
  const tasks = select(inquiry);
  const milestones = byDaysOverdue(listMilestones(inquiry, tasks, (standing) => standing.state === "overdue"));
  const rescued = listMilestones(inquiry, tasks, (standing) => {
    const open = standing.state === "active" || standing.state === "upcoming";
    return open && standing.extension !== null && standing.originalDue < asOf;
  });
  return { ...envelope("overdue", inquiry), milestones, extended: rescued };
}

/** Everything of the task that a record can speak of. */
export function refsOf(task: Task): Set<string> {
  const indicators = task.indicators.map((indicator: Indicator) => `${task.id}/${indicator.id}`);
  return new Set([task.id, ...task.milestones.map((milestone) => milestone.id), ...indicators]);
}
