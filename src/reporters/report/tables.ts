/** The tables of a bulletin. */
import { missedDays } from "../../core/indicator-days.ts";
import type { Rate } from "../../core/rounding.ts";
import type { ListedIndicator } from "../../core/views/indicators.ts";
import type { ListedMilestone } from "../../core/views/milestone.ts";
import type { ReportGroup } from "../../core/views/report-numbers.ts";
import { percentText } from "../look.ts";
import { amountText, targetShare, targetText, verdictText } from "../words/indicator-lines.ts";
import { capital, extensionMarks, fractionText } from "../words/phrases.ts";
import { addsUp } from "./division-parts.ts";
import type { Cell, Table } from "./document.ts";
import {
  type Pen,
  amount,
  column,
  dayCell,
  daysOverdueCell,
  difficultyCells,
  idCell,
  inPieces,
  judgedCell,
  names,
  overdueWord,
  progressCell,
  table,
  text,
  timelinessCell,
  whole,
} from "./pen.ts";

/** Index of the column of days in a table of indicators: after task, name and lead. */
const DUE_AT = 3;

/** Completed milestones, with the day and whether that was on time. */
export function finishedTable(milestones: readonly ListedMilestone[], pen: Pen): Table {
  const { columns } = pen.texts;
  return table(
    pen.texts.sectionTitle("finished"),
    [
      ...[whole(columns.id, 11), column(columns.text, 40), names(columns.lead, 13)],
      ...[whole(columns.completedOn, 8, "center"), whole(columns.timeliness, 13, "center")],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead)],
      ...[dayCell(milestone.completedOn, pen), timelinessCell(milestone, pen)],
    ]),
  );
}

/** Overdue milestones, with the last report, the problem and the next step. */
export function overdueTable(milestones: readonly ListedMilestone[], pen: Pen): Table {
  const { columns, overdue } = pen.texts;
  return table(
    overdue,
    [
      ...[whole(columns.id, 11), column(columns.text, 24), names(columns.lead, 12), whole(columns.due, 9, "center")],
      ...[whole(columns.overdueDays, 6, "right"), column(columns.situation, 14)],
      ...[column(columns.problem, 12), column(columns.nextStep, 12)],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead), dayCell(milestone.due, pen)],
      ...[daysOverdueCell(milestone, pen), text(overdueWord(milestone, pen)), ...difficultyCells(milestone, pen)],
    ]),
  );
}

/** Milestones that are blocked, behind, or due and not done though not overdue, with the problem and the next step. */
export function hinderedTable(milestones: readonly ListedMilestone[], pen: Pen): Table {
  const { columns, hindered } = pen.texts;
  return table(
    hindered,
    [
      ...[whole(columns.id, 11), column(columns.text, 26), names(columns.lead, 13), whole(columns.due, 10, "center")],
      ...[column(columns.state, 20), column(columns.problem, 14), column(columns.nextStep, 14)],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead), dayCell(milestone.due, pen)],
      ...[progressCell(milestone, pen), ...difficultyCells(milestone, pen)],
    ]),
  );
}

/** The table of indicators with due days; for a quarterly target those of the quarters missed. */
export function behindTable(caption: string, indicators: readonly ListedIndicator[], pen: Pen): Table {
  const { columns, rows, ...rest } = indicatorTable(caption, indicators, pen);
  const days = indicators.map((indicator): Cell => dueCell(indicator, pen));
  return {
    ...rest,
    columns: columns.toSpliced(DUE_AT, 0, whole(pen.texts.columns.due, 9, "center")),
    rows: rows.map((cells, index) => cells.toSpliced(DUE_AT, 0, days[index] ?? text(null))),
  };
}

function dueCell(indicator: ListedIndicator, pen: Pen): Cell {
  const missed = pen.view.asOf === null ? [] : missedDays(indicator, indicator, pen.view.asOf);
  const days = missed.length === 0 ? [indicator.due] : missed;
  return { text: days.map((day) => dayCell(day, pen).text).join("\n"), order: days[0] ?? indicator.due };
}

/** Indicators with target, value and verdict. */
export function indicatorTable(caption: string, indicators: readonly ListedIndicator[], pen: Pen): Table {
  const { columns } = pen.texts;
  const headings = [
    ...[whole(columns.task, 5, "center"), column(columns.indicator, 21), names(columns.lead, 13)],
    ...[names(columns.target, 14), names(columns.value, 15)],
    ...[whole(columns.share, 11, "right"), whole(columns.expected, 11, "right"), column(columns.verdict, 21)],
  ];
  const rows = indicators.map((indicator) => indicatorRow(indicator, pen));
  return { ...table(caption, headings, rows), lightsOf: "indicators" };
}

function indicatorRow(indicator: ListedIndicator, pen: Pen): Cell[] {
  const { look, year } = pen;
  const { words } = pen.catalogue;
  const { value, on, unit, expected, verdict, light } = indicator;
  const isRead = value !== null && on !== null;
  return [
    { text: indicator.task, order: Number(indicator.task) || indicator.task },
    ...[text(indicator.name), text(indicator.lead), text(targetText(indicator, look))],
    text(isRead ? `${amountText(value, unit)}\n${words.inBrackets(dayCell(on, pen).text).trim()}` : "—"),
    ...[percentCell(targetShare(indicator)), percentCell(expected)],
    inPieces({ text: verdictText(indicator, year, look).trim(), ...(verdict === "no-reading" ? {} : { light }) }),
  ];
}

function percentCell(percent: number | null): Cell {
  return { text: percentText(percent), order: percent ?? -1 };
}

/** Divisions or themes, with a total if each task counts once. */
export function groupTable(caption: string, by: "division" | "theme", groups: readonly ReportGroup[], pen: Pen): Table {
  const { view, texts, catalogue } = pen;
  const { columns } = texts;
  const hasTotal = addsUp(by, pen);
  const rows = groups.map((group) => groupRow(groupName(group, pen), group, pen));
  const total = groupRow(texts.total, { key: "", name: "", ...view.totals }, pen);
  const count = (heading: string): Table["columns"][number] => whole(heading, 6, "right");
  const inPeriod = view.totals.inPeriod === null ? [] : [whole(capital(texts.periodCompletion(pen.kind)), 18, "right")];
  return {
    ...table(
      caption,
      [
        ...[column(columns[by], 16), count(columns.tasks), count(columns.milestones), ...inPeriod],
        ...[count(columns.done), count(capital(catalogue.words.state("overdue")))],
        ...[whole(columns.completion, 18, "right"), whole(columns.dueCompletion, 18, "right")],
      ],
      hasTotal ? [...rows, total] : rows,
    ),
    hasTotal,
  };
}

/** The group's name; for a part of one division such as `牵头的任务`. */
export function groupName({ key, name }: ReportGroup, { view, texts, catalogue }: Pen): string {
  if (view.groupBy === "division" || (key !== "lead" && key !== "assist")) return name;
  return texts.part(key === "lead" ? catalogue.words.lead : catalogue.words.assist);
}

function groupRow(name: string, { counts, rates, inPeriod }: ReportGroup, { look }: Pen): Cell[] {
  const share = (of: Rate): Cell => ({
    text: of.percent === null ? percentText(null) : fractionText(of, look),
    order: of.percent ?? -1,
  });
  const rate = inPeriod?.rates.quarterCompletion ?? null;
  const period = rate === null ? [] : [share(rate)];
  return [
    ...[text(name), amount(counts.tasks), amount(counts.milestones), ...period],
    ...[amount(counts.done), amount(counts.overdue), share(rates.completion), share(rates.dueCompletion)],
  ];
}

/** Extended milestones, with both due days, reason and approver. */
export function extendedTable(milestones: readonly ListedMilestone[], pen: Pen): Table {
  const { texts } = pen;
  const { columns } = texts;
  return table(
    texts.extended,
    [
      ...[whole(columns.id, 11), column(columns.text, 26), names(columns.lead, 13)],
      ...[whole(columns.originalDue, 9, "center"), whole(columns.newDue, 9, "center")],
      ...[column(columns.reason, 16), column(columns.approver, 12)],
    ],
    milestones.map((milestone) => {
      const { extension } = milestone;
      return [
        ...[idCell(milestone.id), text(milestone.text), text(milestone.lead)],
        ...[dayCell(milestone.originalDue, pen), dayCell(milestone.due, pen)],
        ...[
          text((extension?.reason ?? "") + extensionMarks(milestone, pen.year, pen)),
          text(extension?.approver ?? null),
        ],
      ];
    }),
  );
}

/** Cancelled milestones, with day, reason and approver. */
export function cancelledTable(milestones: readonly ListedMilestone[], pen: Pen): Table {
  const { texts } = pen;
  const { columns } = texts;
  return table(
    texts.cancelled,
    [
      ...[whole(columns.id, 11), column(columns.text, 30), names(columns.lead, 13)],
      ...[whole(columns.cancelledOn, 9, "center"), column(columns.reason, 18), column(columns.approver, 14)],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead)],
      ...[dayCell(milestone.cancellation?.on ?? null, pen), text(milestone.cancellation?.reason ?? null)],
      text(milestone.cancellation?.approver ?? null),
    ]),
  );
}

/** Completed milestones without evidence. */
export function unprovenTable(milestones: readonly ListedMilestone[], pen: Pen): Table {
  const { texts } = pen;
  const { columns } = texts;
  return table(
    texts.sectionTitle("unproven"),
    [
      whole(columns.id, 11),
      column(columns.text, 46),
      names(columns.lead, 14),
      whole(columns.completedOn, 10, "center"),
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead), dayCell(milestone.completedOn, pen)],
    ]),
  );
}

/** Open milestones due in the next period, with their state. */
export function nextTable(milestones: readonly ListedMilestone[], pen: Pen): Table {
  const { texts } = pen;
  const { columns } = texts;
  return table(
    texts.sectionTitle("next", pen.view.next.month !== null),
    [
      ...[whole(columns.due, 10, "center"), whole(columns.id, 11), column(columns.text, 40)],
      ...[names(columns.lead, 13), column(columns.state, 18)],
    ],
    milestones.map((milestone) => [
      ...[dayCell(milestone.due, pen), idCell(milestone.id), text(milestone.text)],
      ...[text(milestone.lead), judgedCell(milestone, pen)],
    ]),
  );
}
