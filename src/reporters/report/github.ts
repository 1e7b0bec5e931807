/**
 * A bulletin as annotations in the log of a GitHub runner: errors for overdue milestones, warnings for those due soon.
 */
import { compareText } from "../../core/order.ts";
import type { Place } from "../../core/problem.ts";
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { ReportView } from "../../core/views/report.ts";
import type { TaskView } from "../../core/views/task.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { MOST_ANNOTATIONS, placeProperties, workflowCommand } from "../findings/workflow-commands.ts";
import { moreLines, nameOf, overdueText, stateText } from "./milestone-texts.ts";
import { type ReportContext, makeReportContext } from "./report-context.ts";

/**
 * Where the milestones are in the plan files, by entry id, and the prefix that makes these files paths in the
 * repository.
 */
export interface MilestonePlaces {
  readonly places: ReadonlyMap<string, Place>;
  readonly prefix: string;
}

/** Most days overdue first, then what is due soon, by due day. Empty if there is neither. */
export function renderGithubReport(view: ReportView, catalogue: Catalogue, where: MilestonePlaces): string {
  const context = makeReportContext(view, catalogue);
  const all = view.tasks.flatMap((task) => task.milestones.map((milestone) => ({ task, milestone })));
  const overdue = all.filter(({ milestone }) => milestone.state === "overdue");
  const soon = all.filter(({ milestone }) => milestone.dueSoon);
  const order = (a: { milestone: MilestoneView }, b: { milestone: MilestoneView }): number =>
    compareText(a.milestone.due, b.milestone.due);
  const shown = [...overdue.toSorted(order), ...soon.toSorted(order)];
  const more = shown.length - MOST_ANNOTATIONS;
  const lines = shown
    .slice(0, MOST_ANNOTATIONS)
    .map(({ task, milestone }) => annotation(milestone, task, context, placeOf(milestone, where)));
  const rest = more > 0 ? [workflowCommand("notice", [], context.texts.moreMilestones(more))] : [];
  return [...lines, ...rest].map((line) => `${line}\n`).join("");
}

function placeOf({ entry }: MilestoneView, { places, prefix }: MilestonePlaces): ReturnType<typeof placeProperties> {
  const at = places.get(entry);
  return at === undefined ? [] : placeProperties(at, prefix);
}

function annotation(
  milestone: MilestoneView,
  task: TaskView,
  context: ReportContext,
  place: ReturnType<typeof placeProperties>,
): string {
  const isOverdue = milestone.state === "overdue";
  const { words } = context.catalogue;
  const said = isOverdue
    ? overdueText(milestone, task, context)
    : [stateText(milestone, context), `${words.lead} ${task.lead}`].join(words.clauseSeparator);
  const text = [nameOf(milestone), ...moreLines(milestone, task, context)].join("\n");
  return workflowCommand(isOverdue ? "error" : "warning", [...place, ["title", `${milestone.id} ${said}`]], text);
}
