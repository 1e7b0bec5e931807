/** The annex of a bulletin: a row for every milestone, with its task. */
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { TaskView } from "../../core/views/task.ts";
import { workbookTexts } from "../../i18n/workbook.ts";
import { evidenceText } from "../words/phrases.ts";
import type { Cell, Table } from "./document.ts";
import {
  type ReportContext,
  column,
  dayCell,
  difficultyTexts,
  idCell,
  names,
  situationCell,
  table,
  text,
  whole,
  wordOf,
} from "./report-context.ts";

/** The table of all milestones of the tasks, in plan order. */
export function annexTable(tasks: readonly TaskView[], context: ReportContext): Table {
  const { columns } = context.texts;
  const headings = [
    ...[whole(columns.id), column(columns.task), column(columns.text), names(columns.lead)],
    ...[names(columns.assist), whole(columns.due, "center"), column(columns.state)],
    ...[column(columns.problem), column(columns.nextStep), column(columns.evidence)],
  ];
  const rows = tasks.flatMap((task) => [
    ...taskRows(task, context),
    ...task.milestones.map((milestone) => milestoneRow(milestone, task, context)),
  ]);
  return { ...table(context.texts.sectionTitle("annex"), headings, rows), isRegister: true };
}

/** A row for the task itself, if something was reported about it or if it only has targets. */
function taskRows(task: TaskView, context: ReportContext): Cell[][] {
  const { texts, catalogue } = context;
  const { noMilestones } = workbookTexts(catalogue.language);
  const isBare = task.milestones.length === 0;
  if (task.lastWord === null && !isBare) return [];
  const front = [idCell(task.id), titleCell(task), text(isBare ? noMilestones : texts.wholeTask)];
  const words = [text(wordOf(task, context)), ...difficultyTexts(task, context).map(text)];
  return [[...front, ...divisionCells(task, context), text(null), ...words, text(null)]];
}

function milestoneRow(milestone: MilestoneView, task: TaskView, context: ReportContext): Cell[] {
  return [
    ...[idCell(milestone.id), titleCell(task), text(milestone.text), ...divisionCells(task, context)],
    ...[dayCell(milestone.due, context), situationCell(milestone, context)],
    ...[...difficultyTexts(milestone, context).map(text), text(evidenceText(milestone.evidence, context.look))],
  ];
}

/** The task with its number. */
function titleCell({ id, title }: TaskView): Cell {
  return { text: `${id} ${title}`, order: idCell(id).order ?? "" };
}

/** The leading division, and those that assist. */
function divisionCells({ lead, divisions }: TaskView, { catalogue }: ReportContext): [lead: Cell, assist: Cell] {
  return [text(lead), text(divisions.slice(1).join(catalogue.words.listSeparator))];
}
