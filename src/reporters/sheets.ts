/** Views as plain tables for CSV and Markdown: one row a milestone, a record, a group or a problem. */
import { formatPlace, severityOf } from "../core/problem.ts";
import type { CheckView } from "../core/views/check.ts";
import type { JournalCheckView } from "../core/views/journal-check.ts";
import type { DiffView } from "../core/views/diff.ts";
import type { IndicatorsView } from "../core/views/indicators.ts";
import type { LogView } from "../core/views/log.ts";
import type { ListedMilestone, MilestoneView, WordView } from "../core/views/milestone.ts";
import type { RecordView } from "../core/views/records.ts";
import type { StatusView } from "../core/views/status.ts";
import type { ListView, OverdueView, ShowView } from "../core/views/tasks.ts";
import type { TaskView } from "../core/views/task.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import { changeValues, diffTitle } from "./change-texts.ts";
import { districtText } from "./districts.ts";
import { indicatorSheet } from "./indicator-sheet.ts";
import { problemTexts } from "../i18n/problems.ts";

export type Value = string | number | null;

/** A table with a title; every row has as many values as there are headings. */
export interface Sheet {
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

export type ReadView =
  ListView | ShowView | StatusView | OverdueView | IndicatorsView | LogView | DiffView | CheckView | JournalCheckView;

/** The tables of a view; the first one is the one that CSV has room for. */
export function sheetsOf(view: ReadView, catalogue: Catalogue): [Sheet, ...Sheet[]] {
  switch (view.kind) {
    case "ipplan/list":
      return [milestoneSheet(titleOf(view, catalogue.screens.list), view.tasks, catalogue)];
    case "ipplan/show":
      return showSheets(view, catalogue);
    case "ipplan/status":
      return statusSheets(view, catalogue);
    case "ipplan/overdue":
      return [overdueSheet(titleOf(view, catalogue.words.state("overdue")), view.milestones, catalogue)];
    case "ipplan/indicators":
      return [indicatorSheet(titleOf(view, catalogue.screens.indicator), view.indicators, catalogue)];
    case "ipplan/log":
      return [logSheet(view, catalogue)];
    case "ipplan/diff":
      return [diffSheet(view, catalogue)];
    case "ipplan/check":
    case "ipplan/journal-verify":
      return [checkSheet(view, catalogue)];
  }
}

function titleOf({ plan, asOf }: Pick<StatusView, "plan" | "asOf">, part: string): string {
  return `${plan?.title ?? ""} ${part} ${asOf ?? ""}`.trim();
}

function milestoneSheet(title: string, tasks: readonly TaskView[], { screens, words }: Catalogue): Sheet {
  const headings = [
    screens.id,
    screens.tasks,
    screens.leadDivision,
    screens.divisions,
    screens.districts,
    ...[screens.startDay, screens.due, screens.originalDue, screens.state, screens.light, screens.reason],
    ...[screens.completedOn, screens.daysOverdue, screens.daysLate, screens.labelEvidence, screens.milestoneText],
  ];
  const rows = tasks.flatMap((task) =>
    task.milestones.map((milestone) => [
      milestone.id,
      `${task.id} ${task.title}`,
      task.lead,
      task.divisions.join(words.listSeparator),
      districtText(task.districts, words),
      ...milestoneValues(milestone, words),
      milestone.text,
    ]),
  );
  return { title, headings, rows };
}

function milestoneValues(milestone: MilestoneView, words: Catalogue["words"]): Value[] {
  return [
    milestone.start,
    milestone.due,
    milestone.originalDue,
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
  ];
  const title = `${screens.taskTitle(task.id)} ${task.title}`;
  return [
    milestoneSheet(titleOf(view, title), [task], catalogue),
    { title, headings: [screens.source, screens.milestoneText], rows: texts },
  ];
}

function statusSheets(view: StatusView, catalogue: Catalogue): [Sheet, ...Sheet[]] {
  const { screens, words } = catalogue;
  const states = ["done", "active", "overdue", "upcoming", "cancelled"] as const;
  const headings = [
    screens.leadDivision,
    screens.tasks,
    screens.milestones,
    screens.dueInPeriod,
    screens.dueDone,
    ...states.map((state) => words.state(state)),
    ...[screens.completion, screens.dueCompletion, screens.onTime].map(screens.inPercent),
  ];
  const total = { key: "total", name: screens.total, counts: view.totals, rates: view.rates };
  const groups = view.role === "lead" && view.groupBy === "division" ? [...view.groups, total] : view.groups;
  const rows = groups.map(({ key, name, counts, rates }) => [
    view.groupBy === "role" ? `${name} ${key === "lead" ? words.lead : words.assist}` : name,
    ...[counts.tasks, counts.milestones, counts.due, counts.dueDone],
    ...states.map((state) => counts[state]),
    ...[rates.completion.percent, rates.dueCompletion.percent, rates.onTime.percent],
  ]);
  const groupSheet = { title: titleOf(view, screens.status), headings, rows };
  const overdue = [...view.overdue, ...view.arrears];
  if (overdue.length === 0) return [groupSheet];
  return [groupSheet, overdueSheet(words.state("overdue"), overdue, catalogue)];
}

function overdueSheet(title: string, milestones: readonly ListedMilestone[], { screens, words }: Catalogue): Sheet {
  const headings = [
    ...[screens.daysOverdue, screens.id, screens.due, screens.originalDue, screens.leadDivision, screens.divisions],
    ...[screens.tasks, screens.milestoneText, screens.lastWord],
  ];
  const rows = milestones.map((milestone) => [
    milestone.daysOverdue,
    milestone.id,
    milestone.due,
    milestone.originalDue,
    milestone.lead,
    milestone.divisions.join(words.listSeparator),
    `${milestone.task} ${milestone.taskTitle}`,
    milestone.text,
    lastWordValue(milestone.lastWord, screens, words),
  ]);
  return { title, headings, rows };
}

/** The day, the kind and the words: `2017-04-28 受阻：合作机构尚未落实`. */
function lastWordValue(word: WordView | null, screens: Catalogue["screens"], words: Catalogue["words"]): Value {
  if (word === null) return null;
  const kind = word.percent === null ? words.recordKind(word.do) : screens.wordProgress(word.percent);
  return `${word.on} ${word.text === null ? kind : screens.wordWith(kind, word.text)}`;
}

function logSheet(view: LogView, { screens, words }: Catalogue): Sheet {
  const headings = [
    ...[screens.recorded, screens.recordId, screens.recordedBy, screens.recordKind, screens.milestone],
    ...[screens.happened, screens.labelNote, screens.labelEvidence, screens.counts],
  ];
  const rows = view.records.map((record) => [
    `${record.recorded.day} ${record.recorded.time}`,
    record.id,
    record.by,
    (record.isCorrection ? words.correction : words.recordKind(record.do)) + numberOf(record),
    record.ref,
    record.on,
    record.note ?? record.reason ?? null,
    (record.evidence ?? []).map(({ kind, value }) => `${kind}:${value}`).join(words.sentenceSeparator),
    record.live ? words.yes : words.no,
  ]);
  return { title: titleOf(view, screens.journal), headings, rows };
}

/** An estimate's percent or a reading's value behind its kind. */
function numberOf({ percent, value }: RecordView): string {
  if (percent !== undefined) return ` ${percent}%`;
  return value === undefined ? "" : ` ${value}`;
}

function checkSheet(view: CheckView | JournalCheckView, catalogue: Catalogue): Sheet {
  const { screens } = catalogue;
  const headings = [screens.check.place, screens.check.code, screens.check.severity, screens.milestoneText];
  const rows = view.problems.map((problem) => {
    const { message } = problemTexts(problem, catalogue.language);
    return [formatPlace(problem.at), problem.code, screens.check[severityOf(problem)], message];
  });
  return { title: screens.check.title, headings, rows };
}

/** For a pull request: both sides whole, so that they can be read without the plan. */
function diffSheet(view: DiffView, catalogue: Catalogue): Sheet {
  const { changes } = catalogue;
  const { task, id, kind, field, was, is } = changes.headings;
  const rows = view.changes.map((change) => [
    change.task === null ? changes.subject(change.subject) : `${change.task} ${change.taskTitle ?? ""}`,
    change.subject === "task" ? null : change.id,
    changes.kind(change.change),
    change.field === null ? changes.subject(change.subject) : changes.field(change.field),
    ...changeValues(change, view.after.year, catalogue),
  ]);
  const title = diffTitle(view, catalogue);
  return { title: view.same ? `${title} ${changes.none}` : title, headings: [task, id, kind, field, was, is], rows };
}
