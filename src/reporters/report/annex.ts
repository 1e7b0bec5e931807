/** The annex of a bulletin: a row for every milestone, with its task. */
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { TaskView } from "../../core/views/task.ts";
import { workbookTexts } from "../../i18n/workbook.ts";
import { evidenceText } from "../words/phrases.ts";
import type { Cell, Table } from "./document.ts";
import {
  type Pen,
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
} from "./pen.ts";

/** The table of all milestones of the tasks, in plan order. */
export function annexTable(tasks: readonly TaskView[], pen: Pen): Table {
  const { columns } = pen.texts;
  const headings = [
    ...[whole(columns.id, 8), column(columns.task, 15), column(columns.text, 24), names(columns.lead, 10)],
    ...[names(columns.assist, 10), whole(columns.due, 7, "center"), column(columns.state, 19)],
    ...[column(columns.problem, 10), column(columns.nextStep, 10), column(columns.evidence, 14)],
  ];
  const rows = tasks.flatMap((task) => [
    ...taskRows(task, pen),
    ...task.milestones.map((milestone) => milestoneRow(milestone, task, pen)),
  ]);
  return { ...table(pen.texts.sectionTitle("annex"), headings, rows), isRegister: true };
}

/** A row for the task itself, if something was reported about it or if it only has targets. */
function taskRows(task: TaskView, pen: Pen): Cell[][] {
  const { texts, catalogue } = pen;
  const { noMilestones } = workbookTexts(catalogue.language);
  const isBare = task.milestones.length === 0;
  if (task.lastWord === null && !isBare) return [];
  const front = [idCell(task.id), titleCell(task), text(isBare ? noMilestones : texts.wholeTask)];
  const words = [text(wordOf(task, pen)), ...difficultyTexts(task, pen).map(text)];
  return [[...front, ...divisionCells(task, pen), text(null), ...words, text(null)]];
}

function milestoneRow(milestone: MilestoneView, task: TaskView, pen: Pen): Cell[] {
  return [
    ...[idCell(milestone.id), titleCell(task), text(milestone.text), ...divisionCells(task, pen)],
    ...[dayCell(milestone.due, pen), situationCell(milestone, pen)],
    ...[...difficultyTexts(milestone, pen).map(text), text(evidenceText(milestone.evidence, pen.look))],
  ];
}

/** The task with its number. */
function titleCell({ id, title }: TaskView): Cell {
  return { text: `${id} ${title}`, order: idCell(id).order ?? "" };
}

/** The leading division, and those that assist. */
function divisionCells({ lead, divisions }: TaskView, { catalogue }: Pen): [lead: Cell, assist: Cell] {
  return [text(lead), text(divisions.slice(1).join(catalogue.words.listSeparator))];
}
