/** `show`: one task with everything that the plan and the journal say about it. */
import { type Task, taskRefsOf } from "../plan.ts";
import { select } from "../selection.ts";
import { type Envelope, type Inquiry, envelope } from "./envelope.ts";
import { type LightPolicyView, viewLightPolicy } from "./light-policy.ts";
import { type RecordOrigins, type RecordView, viewRecords } from "./records.ts";
import { type TaskView, viewTask } from "./task.ts";

export interface ShowView extends Envelope<"show"> {
  readonly lightPolicy: LightPolicyView;
  readonly task: TaskView;
  /** Titles of the theme and section, in full. */
  readonly themeTitle: string;
  readonly sectionTitle: string;
  /** Positions among the themes of the plan and the sections of the theme, from 1. */
  readonly themeNumber: number;
  readonly sectionNumber: number;
  /** Records about the task, its milestones and its indicators, newest first. */
  readonly records: readonly RecordView[];
}

/**
 * The answer of `show`. The inquiry's filters must name the task and nothing else. An error if the plan lacks the task.
 */
export function viewShow(inquiry: Inquiry, task: Task, origins: RecordOrigins): ShowView {
  const { plan } = inquiry;
  if (!plan.tasks.some(({ id }) => id === task.id)) throw new Error(`task ${task.id} is not of this plan`);
  // A task that is not in the plan yet on the as-of day has no milestones that count.
  const [selected = { task, all: [], selected: [] }] = select(inquiry);
  const section = plan.sections.find(({ id }) => id === task.section);
  const siblings = plan.sections.filter(({ theme }) => theme === task.theme);
  const subjects = { milestones: task.milestones, others: taskRefsOf([task]) };
  const records = viewRecords(inquiry, origins, { subjects });
  return {
    ...envelope("show", inquiry),
    lightPolicy: viewLightPolicy(plan.policy),
    task: viewTask(inquiry, selected),
    themeTitle: plan.themes.find(({ id }) => id === task.theme)?.title ?? task.theme,
    sectionTitle: section?.title ?? task.section,
    themeNumber: plan.themes.findIndex(({ id }) => id === task.theme) + 1,
    sectionNumber: siblings.findIndex(({ id }) => id === task.section) + 1,
    records,
  };
}
