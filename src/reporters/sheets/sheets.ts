/** Views as plain tables for CSV, Markdown and workbooks: a row for each milestone, record, group or problem. */
import { formatPlace, severityOf } from "../../core/problem.ts";
import type { CheckView } from "../../core/views/check.ts";
import type { JournalCheckView } from "../../core/views/journal-check.ts";
import type { DiffView } from "../../core/views/diff.ts";
import type { DueView } from "../../core/views/due.ts";
import type { Light } from "../../core/lights.ts";
import { marksIn } from "../../core/views/gantt-row.ts";
import type { LogView } from "../../core/views/log.ts";
import type { MilestoneView } from "../../core/views/milestone.ts";
import type { RecordView } from "../../core/views/records.ts";
import type { ReadView } from "../../core/views/answer.ts";
import type { TaskView } from "../../core/views/task.ts";
import { countTargets } from "../../core/views/targets.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { changeTexts } from "../../i18n/changes.ts";
import { changeValues, diffTitle } from "../words/change-texts.ts";
import { districtText } from "../words/districts.ts";
import { type Sheet, type SheetHead, type Value, headOf } from "./sheet.ts";
import { dueSheet, ganttSheet, legendSheets, overdueByGroup, overdueSheet, statusSheets } from "./status-sheets.ts";
import { indicatorSheet, targetSheets } from "./indicator-sheet.ts";
import type { Language } from "../../i18n/languages.ts";
import { problemTexts } from "../../i18n/problems.ts";
import { workbookTexts } from "../../i18n/workbook.ts";
import { shortId } from "../../core/journal/record.ts";
import type { OverdueView } from "../../core/views/overdue.ts";
import type { ShowView } from "../../core/views/show.ts";

/** The tables of a view; CSV only has the first. */
export function sheetsOf(view: ReadView, catalogue: Catalogue): [Sheet, ...Sheet[]] {
  switch (view.kind) {
    case "ipplan/list":
      return [
        milestoneSheet(headOf(view, catalogue.screens.list), view.tasks, catalogue),
        ...legendSheets(view.lightPolicy, lightsIn(view.tasks.flatMap(({ milestones }) => milestones)), catalogue),
      ];
    case "ipplan/show":
      return showSheets(view, catalogue);
    case "ipplan/status":
      return statusSheets(view, catalogue);
    case "ipplan/overdue":
      return overdueSheets(view, catalogue);
    case "ipplan/indicators":
      return [indicatorSheet(headOf(view, catalogue.screens.indicatorsTitle), view.indicators, catalogue)];
    case "ipplan/due":
      return dueSheets(view, catalogue);
    case "ipplan/gantt":
      return [ganttSheet(view, catalogue), ...legendSheets(view.lightPolicy, lightsIn(marksIn(view.rows)), catalogue)];
    case "ipplan/log":
      return [logSheet(view, catalogue)];
    case "ipplan/diff":
      return [diffSheet(view, catalogue)];
    case "ipplan/check":
    case "ipplan/journal-verify":
      return [checkSheet(view, catalogue)];
  }
}

function overdueSheets(view: OverdueView, catalogue: Catalogue): [Sheet, ...Sheet[]] {
  const { screens, words } = catalogue;
  const past = view.indicators.map((one) => [one.pastDue, one.daysOverdue, one] as const);
  const head = headOf(view, words.state("overdue"));
  return [
    view.grouped ? overdueByGroup(head, view, catalogue) : overdueSheet(head, view.milestones.items, catalogue),
    ...targetSheets(
      screens.targetsPast(countTargets(view.indicators), past.length),
      screens.daysOverdue,
      past,
      catalogue,
    ),
  ];
}

function dueSheets(view: DueView, catalogue: Catalogue): [Sheet, ...Sheet[]] {
  const { screens } = catalogue;
  const coming = view.indicators.map((one) => [one.reachBy, one.daysLeft, one] as const);
  return [
    dueSheet(view, catalogue),
    ...targetSheets(
      screens.targetsComing(countTargets(view.indicators), coming.length),
      screens.inDays,
      coming,
      catalogue,
    ),
    ...legendSheets(view.lightPolicy, lightsIn(view.groups.flatMap(({ milestones }) => milestones)), catalogue),
  ];
}

function lightsIn(items: readonly Pick<MilestoneView, "light">[]): Light[] {
  return items.map(({ light }) => light);
}

function milestoneSheet(head: SheetHead, tasks: readonly TaskView[], { screens, words, language }: Catalogue): Sheet {
  const headings = [
    screens.id,
    screens.tasks,
    screens.leadDivision,
    screens.divisions,
    screens.districts,
    ...[screens.startDay, screens.due, screens.originalDue, screens.assessmentDue],
    ...[screens.state, screens.light, screens.reason],
    ...[screens.completedOn, screens.daysOverdue, screens.daysLate, screens.labelEvidence, screens.milestoneText],
  ];
  const rows = tasks.flatMap((task) => {
    const named = [`${task.id} ${task.title}`, task.lead, task.divisions.join(words.listSeparator)];
    const own = [...named, districtText(task.districts, words)];
    if (task.milestones.length === 0) return [bareRow(task.id, own, headings.length, language)];
    return task.milestones.map((one) => [one.id, ...own, ...milestoneValues(one, words), one.text]);
  });
  return { ...head, headings, rows };
}

/** The row of a task that only has targets. */
function bareRow(id: string, own: readonly string[], columns: number, language: Language): Value[] {
  const blank = Array.from({ length: columns - own.length - 2 }, () => null);
  return [id, ...own, ...blank, workbookTexts(language).noMilestones];
}

function milestoneValues(milestone: MilestoneView, words: Catalogue["words"]): Value[] {
  return [
    milestone.start,
    milestone.due,
    milestone.originalDue,
    milestone.assessmentDue,
    words.state(milestone.state),
    words.light(milestone.light),
    words.reason(milestone.lightReason),
    milestone.completedOn,
    milestone.daysOverdue,
    milestone.daysLate,
    milestone.evidence.map(({ kind, value }) => `${kind}:${value}`).join(words.sentenceSeparator),
  ];
}

function showSheets(view: ShowView, catalogue: Catalogue): [Sheet, ...Sheet[]] {
  const { screens, words } = catalogue;
  const { task } = view;
  const texts: [string, string][] = [
    [words.columns.objective, task.objective],
    ...task.measures.map((measure): [string, string] => [words.columns.measures, measure]),
    [words.columns.assessment, task.assessment],
    ...(task.remarks === null ? [] : [[screens.remarks, task.remarks] satisfies [string, string]]),
  ];
  const indicators = task.indicators.map((indicator) => ({
    ...indicator,
    ...{ taskTitle: task.title, divisions: task.divisions, lead: task.lead },
  }));
  const titleOfIndicators = { title: screens.indicatorsTitle, name: screens.indicatorsTitle };
  const name = screens.taskTitle(task.id);
  const title = `${name} ${task.title}`;
  return [
    milestoneSheet({ ...headOf(view, title), name }, [task], catalogue),
    ...(indicators.length === 0 ? [] : [indicatorSheet(titleOfIndicators, indicators, catalogue)]),
    { title, name: screens.source, headings: [screens.source, screens.milestoneText], rows: texts },
    ...legendSheets(view.lightPolicy, lightsIn(task.milestones), catalogue),
  ];
}

function logSheet(view: LogView, catalogue: Catalogue): Sheet {
  const { screens, words } = catalogue;
  const { movedTo, ofRecords } = workbookTexts(catalogue.language);
  const headings = [
    ...[screens.recorded, screens.recordId, screens.recordedBy, screens.recordKind, screens.milestone],
    ...[screens.happened, movedTo, screens.labelReason, screens.labelApprover, screens.labelFrom, screens.labelNote],
    ...[screens.labelProblem, screens.labelNext, screens.labelEvidence, ofRecords, screens.counts],
  ];
  const rows = view.records.map((record) => [
    `${record.recorded.day} ${record.recorded.time}`,
    record.id,
    record.by,
    words.recordKind(record.do) +
      (record.isCorrection ? words.inBrackets(words.correction) : "") +
      numberOf(record, catalogue),
    ...[record.ref, record.on, record.to ?? null, record.reason ?? null, record.approver ?? null, record.from ?? null],
    ...[record.note ?? null, record.problem ?? null, record.next ?? null],
    (record.evidence ?? []).map(({ kind, value }) => `${kind}:${value}`).join(words.sentenceSeparator),
    record.of.map(shortId).join(words.listSeparator),
    record.live ? words.yes : words.no,
  ]);
  return { ...headOf(view, screens.journal), headings, rows, isSparse: true };
}

/** The percentage of an estimate or the value of a reading, after its kind; an added value says so. */
function numberOf({ percent, value, mode }: RecordView, { screens, words }: Catalogue): string {
  if (percent !== undefined) return ` ${percent}%`;
  if (value === undefined) return "";
  return ` ${value}${mode === "add" ? words.inBrackets(screens.modeAdd) : ""}`;
}

function checkSheet(view: CheckView | JournalCheckView, catalogue: Catalogue): Sheet {
  const { screens } = catalogue;
  const headings = [screens.check.place, screens.check.code, screens.check.severity, screens.milestoneText];
  const rows = view.problems.map((problem) => {
    const { message } = problemTexts(problem, catalogue.language);
    return [formatPlace(problem.at), problem.code, screens.check[severityOf(problem)], message];
  });
  return { title: screens.check.title, name: screens.check.title, headings, rows };
}

/** The changes, with the full text of both sides, so that they can be read without the plan. */
function diffSheet(view: DiffView, catalogue: Catalogue): Sheet {
  const changes = changeTexts(catalogue.language);
  const { task, id, kind, field, was, is } = changes.headings;
  const rows = view.changes.map((change) => [
    change.task === null ? changes.subject(change.subject) : `${change.task} ${change.taskTitle ?? ""}`,
    change.subject === "task" ? null : change.id,
    changes.kind(change.change),
    change.field === null ? changes.subject(change.subject) : changes.field(change.field),
    ...changeValues(change, view, catalogue),
  ]);
  const title = diffTitle(view, catalogue);
  return { title, name: title, headings: [task, id, kind, field, was, is], rows, isEmptySaid: view.same };
}
