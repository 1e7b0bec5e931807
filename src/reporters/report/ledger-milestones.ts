/** The sheets of the ledger with a row for each milestone. */
import type { ListedMilestone, MilestoneView } from "../../core/views/milestone.ts";
import type { TaskView } from "../../core/views/task.ts";
import { cancelledWords } from "../words/milestone-lines.ts";
import { evidenceText, extensionMarks } from "../words/phrases.ts";
import { type XlsxSheet, column, dayCell, idCell, numberCell, textCell } from "../workbook/workbook.ts";
import { type Field, type LedgerContext, sheetOf } from "./ledger-context.ts";
import { difficultyTexts, stateCell, wordOf } from "./report-context.ts";

type Sheets = "register" | "finished" | "overdue" | "hindered" | "changes" | "unproven" | "next";

/** All these sheets. */
export function milestoneSheets(context: LedgerContext): Record<Sheets, XlsxSheet> {
  const { view, book } = context;
  const fields = fieldsOf(context);
  const { id, text, lead, state, completedOn, daysOverdue, situation, problem, nextStep, progress } = fields;
  const due = [fields.due, fields.assessmentDue] as const;
  const sheet = (
    name: keyof typeof book.sheets,
    own: readonly Field<ListedMilestone>[],
    rows: readonly ListedMilestone[],
  ): XlsxSheet => sheetOf(book.sheets[name], own, rows, context);
  return {
    register: registerSheet(context),
    finished: sheet("finished", [id, text, lead, ...due, completedOn, state], view.finished),
    overdue: sheet(
      "overdue",
      [id, text, lead, ...due, daysOverdue, progress, situation, problem, nextStep],
      view.overdue,
    ),
    hindered: sheet("hindered", [id, text, lead, ...due, state, progress, situation, problem, nextStep], view.hindered),
    changes: sheetOf(book.sheets.changes, changeFields(context), [...view.extended, ...view.cancelled], context),
    unproven: sheet("unproven", [id, text, lead, ...due, completedOn], view.unproven),
    next: sheet(view.next.month === null ? "next" : "nextMonth", [...due, id, text, lead, state], view.next.milestones),
  };
}

type Fields = Record<
  | "id"
  | "text"
  | "due"
  | "assessmentDue"
  | "state"
  | "completedOn"
  | "daysOverdue"
  | "situation"
  | "problem"
  | "nextStep"
  | "progress",
  Field<MilestoneView>
> &
  Record<"lead", Field<ListedMilestone>>;

function fieldsOf(context: LedgerContext): Fields {
  const { columns } = context.texts;
  return {
    id: [column(columns.id, 14), ({ id }) => idCell(id)],
    text: [column(columns.text, 46), ({ text }) => textCell(text)],
    lead: [column(columns.lead, 16), ({ lead }) => textCell(lead)],
    due: [column(columns.due, 12, "center"), ({ due }) => dayCell(due)],
    assessmentDue: [
      column(context.catalogue.screens.assessmentDue, 12, "center"),
      ({ assessmentDue }) => dayCell(assessmentDue),
    ],
    state: [column(columns.state, 32), (milestone) => textCell(stateCell(milestone, context).text)],
    completedOn: [column(columns.completedOn, 12, "center"), ({ completedOn }) => dayCell(completedOn)],
    daysOverdue: [column(columns.overdueDays, 10, "right"), ({ daysOverdue }) => numberCell(daysOverdue)],
    situation: [column(columns.situation, 26), (milestone) => textCell(wordOf(milestone, context))],
    problem: [column(columns.problem, 26), (milestone) => textCell(difficultyTexts(milestone, context)[0])],
    nextStep: [column(columns.nextStep, 26), (milestone) => textCell(difficultyTexts(milestone, context)[1])],
    progress: [column(context.book.progress, 8, "right"), ({ progress }) => numberCell(progress)],
  };
}

interface Entry {
  readonly task: TaskView;
  readonly milestone: MilestoneView;
}

/** The register: every milestone with its task, for the clerk to filter. */
function registerSheet(context: LedgerContext): XlsxSheet {
  const { view, book, texts, catalogue, look } = context;
  const { words } = catalogue;
  const { columns } = texts;
  const { id, text, due, assessmentDue, state, completedOn, daysOverdue, situation, problem, nextStep, progress } =
    fieldsOf(context);
  const own = ([head, cell]: Field<MilestoneView>): Field<Entry> => [head, ({ milestone }) => cell(milestone)];
  const narrow = ([head, cell]: Field<MilestoneView>, most: number): Field<Entry> => own([{ ...head, most }, cell]);
  const fields: Field<Entry>[] = [
    own(id),
    [column(book.taskId, 8), ({ task }) => idCell(task.id)],
    [column(columns.task, 18), ({ task }) => textCell(task.title)],
    narrow(text, 36),
    [column(columns.lead, 12), ({ task }) => textCell(task.lead)],
    [column(columns.assist, 12), ({ task }) => textCell(task.divisions.slice(1).join(words.listSeparator))],
    [column(book.start, 12, "center"), ({ milestone }) => dayCell(milestone.start)],
    own(due),
    [column(columns.originalDue, 12, "center"), ({ milestone }) => dayCell(milestone.originalDue)],
    own(assessmentDue),
    [column(book.state, 9, "center"), ({ milestone }) => textCell(words.state(milestone.state))],
    [column(columns.light, 7, "center"), ({ milestone }) => textCell(words.light(milestone.light))],
    narrow(state, 20),
    own(completedOn),
    own(daysOverdue),
    own(progress),
    [column(book.accepted, 7, "center"), ({ milestone }) => textCell(milestone.accepted ? book.yes : null)],
    narrow(situation, 18),
    narrow(problem, 18),
    narrow(nextStep, 18),
    [column(columns.evidence, 16), ({ milestone }) => textCell(evidenceText(milestone.evidence, look))],
  ];
  const rows = view.tasks.flatMap((task) => task.milestones.map((milestone) => ({ task, milestone })));
  return sheetOf(book.sheets.register, fields, rows, context);
}

/** The columns for extensions (with both due days) and cancellations: who approved them, and why. */
function changeFields(context: LedgerContext): Field<ListedMilestone>[] {
  const { texts, book, look, year } = context;
  const { columns } = texts;
  const { id, text, lead } = fieldsOf(context);
  const isCancelled = ({ state }: MilestoneView): boolean => state === "cancelled";
  const change = (milestone: MilestoneView): MilestoneView["cancellation"] =>
    isCancelled(milestone) ? milestone.cancellation : milestone.extension;
  return [
    [column(book.kind, 8), (one) => textCell(isCancelled(one) ? texts.cancelled : texts.extended)],
    ...[id, text, lead],
    [column(columns.originalDue, 12, "center"), ({ originalDue }) => dayCell(originalDue)],
    [column(columns.newDue, 12, "center"), (one) => dayCell(isCancelled(one) ? null : one.due)],
    [column(book.onDay, 12, "center"), (one) => dayCell(change(one)?.on ?? null)],
    [column(columns.reason, 30), (one) => textCell(change(one)?.reason ?? null)],
    [column(columns.approver, 20), (one) => textCell(change(one)?.approver ?? null)],
    [
      column(columns.state, 30),
      (one) =>
        textCell(
          isCancelled(one)
            ? cancelledWords(one, year, look)
            : stateCell(one, context).text + extensionMarks(one, year, context),
        ),
    ],
  ];
}
