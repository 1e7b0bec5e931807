/** The words about a milestone in formats for code hosting and CI systems. */
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { TaskView } from "../../core/views/task.ts";
import { inert } from "../findings/finding-texts.ts";
import { shortDay } from "../look.ts";
import { detailLines, stateLine } from "../words/milestone-lines.ts";
import type { ReportContext } from "./report-context.ts";

/** `逾期 94 天，时限 03-31，牵头 专利管理处`. */
export function overdueText(milestone: MilestoneView, task: TaskView, { catalogue, year }: ReportContext): string {
  const { screens, words } = catalogue;
  const parts = [
    screens.overdueBy(milestone.daysOverdue ?? 0),
    screens.dueIs(shortDay(milestone.due, year)),
    `${words.lead} ${task.lead}`,
  ];
  return inert(parts.join(words.clauseSeparator));
}

/** `蓝 进行中，还有 46 天`. */
export function stateText(milestone: MilestoneView, { look, year }: ReportContext): string {
  return inert(stateLine(milestone, year, look).trim());
}

/** `10-1 出台……`: one line. */
export function nameOf({ id, text }: MilestoneView): string {
  return inert(`${id} ${text}`);
}

/** Further lines: the task, evidence, extension and last word, each on one line. */
export function moreLines(
  milestone: MilestoneView,
  task: TaskView,
  { catalogue, look, year }: ReportContext,
): string[] {
  const { screens } = catalogue;
  const lines = [`${screens.taskTitle(task.id)} ${task.title}`, ...detailLines(milestone, year, look)];
  return lines.map(inert);
}
