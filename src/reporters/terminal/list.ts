/** `list`: tasks in plan order; if a filter concerns milestones, also these, below their tasks. */
import { isOpen } from "../../core/lights.ts";
import { areOfMilestones } from "../../core/selection.ts";
import type { TaskView } from "../../core/views/task.ts";
import { wrap } from "../layout.ts";
import { type Look, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import { detailLines, stateLine } from "../words/milestone-lines.ts";
import { legendFooter } from "./legend-lines.ts";
import { lightCell, lightText, situationText } from "../words/phrases.ts";
import { afterYearLines, heading } from "./frame.ts";
import type { ListView } from "../../core/views/list.ts";

/** The screen of `list`. */
export function renderList(view: ListView, look: Look): string[] {
  const { screens } = look.catalogue;
  const { plan, tasks, filters, tasksInPlan } = view;
  if (plan === null) return [];
  const title = heading(screens.titleWith(plan.title, screens.list), view, look);
  if (tasks.length === 0) return [...title, "", screens.nothingFound];
  const isByMilestone = areOfMilestones(filters);
  const milestones = tasks.reduce((sum, task) => sum + task.milestones.length, 0);
  const footer = isByMilestone
    ? screens.shownMilestones(tasks.length, milestones, tasksInPlan)
    : screens.shown(tasks.length, tasksInPlan);
  const body = isByMilestone ? milestoneTable(tasks, plan.year, look) : taskTable(tasks, plan.year, look);
  const lights = tasks.flatMap((task) => (isByMilestone ? task.milestones : [task]).map(({ light }) => light));
  const legend = legendFooter({ lightPolicy: view.lightPolicy, lights }, look);
  return [...title, "", ...body, ...legend, "", ...wrap(footer, look.width), ...afterYearLines(view, look)];
}

function taskTable(tasks: readonly TaskView[], planYear: number, look: Look): string[] {
  const { screens } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.id, align: "right" },
    { heading: screens.leadDivision, align: "left" },
    { heading: screens.progress, align: "left" },
    { heading: screens.ratio, align: "right" },
    { heading: screens.due, align: "left" },
    { heading: screens.tasks, align: "left", fill: true },
  ];
  const rows = tasks.map((task): TableRow => {
    const { done, milestones } = task.progress;
    const light = lightCell(lightText(task, look), task, look);
    return [task.id, task.lead, light, `${done}/${milestones}`, nextDue(task, planYear), task.title];
  });
  return renderTable(columns, rows, look);
}

/** The earliest due day of the task's open milestones. */
function nextDue(task: TaskView, planYear: number): string {
  const open = task.milestones.filter(isOpen);
  const day = open.map(({ due }) => due).toSorted()[0];
  return day === undefined ? "-" : shortDay(day, planYear);
}

/** The last word on the task itself, given once as it would repeat on all its open milestones. */
function taskWords(task: TaskView, planYear: number, look: Look): string[] {
  return task.lastWord === null ? [] : [situationText({ ...task, saidOfTask: true }, planYear, look)];
}

function milestoneTable(tasks: readonly TaskView[], planYear: number, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.id, align: "left" },
    { heading: screens.window, align: "left" },
    { heading: screens.due, align: "left" },
    { heading: screens.progressAndText, align: "left", fill: true },
  ];
  const rows = tasks.flatMap((task): TableRow[] => [
    { across: `${screens.taskTitle(task.id)}  ${task.lead}  ${task.title}`, from: 0, brush: look.paint.bold },
    ...taskWords(task, planYear, look).map((line) => ["", "", "", line]),
    ...task.milestones.flatMap((milestone) => [
      [
        `  ${milestone.id}`,
        words.window({ start: milestone.start, end: milestone.originalDue }, planYear),
        shortDay(milestone.due, planYear),
        lightCell(stateLine(milestone, planYear, look), milestone, look),
      ],
      ...[milestone.text, ...detailLines(milestone, planYear, look)].map((line) => ["", "", "", line]),
    ]),
  ]);
  return renderTable(columns, rows, look);
}
