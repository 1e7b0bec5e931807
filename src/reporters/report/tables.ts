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
  type ReportContext,
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
} from "./report-context.ts";

/** Index of the column of days in a table of indicators: after task, name and lead. */
const DUE_AT = 3;

/** Completed milestones, with the day and whether that was on time. */
export function finishedTable(milestones: readonly ListedMilestone[], context: ReportContext): Table {
  const { columns } = context.texts;
  return table(
    context.texts.sectionTitle("finished"),
    [
      ...[whole(columns.id), column(columns.text), names(columns.lead)],
      ...[whole(columns.completedOn, "center"), whole(columns.timeliness, "center")],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead)],
      ...[dayCell(milestone.completedOn, context), timelinessCell(milestone, context)],
    ]),
  );
}

/** Overdue milestones, with the last report, the problem and the next step. */
export function overdueTable(milestones: readonly ListedMilestone[], context: ReportContext): Table {
  const { columns, overdue } = context.texts;
  return table(
    overdue,
    [
      ...[whole(columns.id), column(columns.text), names(columns.lead), whole(columns.due, "center")],
      ...[whole(columns.overdueDays, "right"), column(columns.situation)],
      ...[column(columns.problem), column(columns.nextStep)],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead), dayCell(milestone.due, context)],
      ...[daysOverdueCell(milestone, context), text(overdueWord(milestone, context))],
      ...difficultyCells(milestone, context),
    ]),
  );
}

/** Milestones that are blocked, behind, or due and not done though not overdue, with the problem and the next step. */
export function hinderedTable(milestones: readonly ListedMilestone[], context: ReportContext): Table {
  const { columns, hindered } = context.texts;
  return table(
    hindered,
    [
      ...[whole(columns.id), column(columns.text), names(columns.lead), whole(columns.due, "center")],
      ...[column(columns.state), column(columns.problem), column(columns.nextStep)],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead), dayCell(milestone.due, context)],
      ...[progressCell(milestone, context), ...difficultyCells(milestone, context)],
    ]),
  );
}

/** The table of indicators with due days; for a quarterly target those of the quarters missed. */
export function behindTable(caption: string, indicators: readonly ListedIndicator[], context: ReportContext): Table {
  const { columns, rows, ...rest } = indicatorTable(caption, indicators, context);
  const days = indicators.map((indicator): Cell => dueCell(indicator, context));
  return {
    ...rest,
    columns: columns.toSpliced(DUE_AT, 0, whole(context.texts.columns.due, "center")),
    rows: rows.map((cells, index) => cells.toSpliced(DUE_AT, 0, days[index] ?? text(null))),
  };
}

function dueCell(indicator: ListedIndicator, context: ReportContext): Cell {
  const missed = context.view.asOf === null ? [] : missedDays(indicator, indicator, context.view.asOf);
  const days = missed.length === 0 ? [indicator.due] : missed;
  return { text: days.map((day) => dayCell(day, context).text).join("\n"), order: days[0] ?? indicator.due };
}

/** Indicators with target, value and verdict. */
export function indicatorTable(caption: string, indicators: readonly ListedIndicator[], context: ReportContext): Table {
  const { columns } = context.texts;
  const headings = [
    ...[whole(columns.task, "center"), column(columns.indicator), names(columns.lead)],
    ...[names(columns.target), names(columns.value)],
    ...[whole(columns.share, "right"), whole(columns.expected, "right"), column(columns.verdict)],
  ];
  const rows = indicators.map((indicator) => indicatorRow(indicator, context));
  return { ...table(caption, headings, rows), lightsOf: "indicators" };
}

function indicatorRow(indicator: ListedIndicator, context: ReportContext): Cell[] {
  const { look, year } = context;
  const { words } = context.catalogue;
  const { value, on, unit, expected, verdict, light } = indicator;
  const isRead = value !== null && on !== null;
  return [
    { text: indicator.task, order: Number(indicator.task) || indicator.task },
    ...[text(indicator.name), text(indicator.lead), text(targetText(indicator, look))],
    text(isRead ? `${amountText(value, unit)}\n${words.inBrackets(dayCell(on, context).text).trim()}` : "—"),
    ...[percentCell(targetShare(indicator)), percentCell(expected)],
    inPieces({ text: verdictText(indicator, year, look).trim(), ...(verdict === "no-reading" ? {} : { light }) }),
  ];
}

function percentCell(percent: number | null): Cell {
  return { text: percentText(percent), order: percent ?? -1 };
}

/** Divisions or themes, with a total if each task counts once. */
export function groupTable(
  caption: string,
  by: "division" | "theme",
  groups: readonly ReportGroup[],
  context: ReportContext,
): Table {
  const { view, texts, catalogue, kind } = context;
  const { columns } = texts;
  const hasTotal = addsUp(by, context);
  const rows = groups.map((group) => groupRow(groupName(group, context), group, context));
  const total = groupRow(texts.total, { key: "", name: "", ...view.totals }, context);
  const count = (heading: string): Table["columns"][number] => whole(heading, "right");
  const inPeriod = view.totals.inPeriod === null ? [] : [whole(capital(texts.periodCompletion(kind)), "right")];
  return {
    ...table(
      caption,
      [
        ...[column(columns[by]), count(columns.tasks), count(columns.milestones), ...inPeriod],
        ...[count(columns.done), count(capital(catalogue.words.state("overdue")))],
        ...[whole(columns.completion, "right"), whole(columns.dueCompletion, "right")],
      ],
      hasTotal ? [...rows, total] : rows,
    ),
    hasTotal,
  };
}

/** The group's name; for a part of one division such as `牵头的任务`. */
export function groupName({ key, name }: ReportGroup, { view, texts, catalogue }: ReportContext): string {
  if (view.groupBy === "division" || (key !== "lead" && key !== "assist")) return name;
  return texts.part(key === "lead" ? catalogue.words.lead : catalogue.words.assist);
}

function groupRow(name: string, { counts, rates, inPeriod }: ReportGroup, { look }: ReportContext): Cell[] {
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
export function extendedTable(milestones: readonly ListedMilestone[], context: ReportContext): Table {
  const { texts } = context;
  const { columns } = texts;
  return table(
    texts.extended,
    [
      ...[whole(columns.id), column(columns.text), names(columns.lead)],
      ...[whole(columns.originalDue, "center"), whole(columns.newDue, "center")],
      ...[column(columns.reason), column(columns.approver)],
    ],
    milestones.map((milestone) => {
      const { extension } = milestone;
      return [
        ...[idCell(milestone.id), text(milestone.text), text(milestone.lead)],
        ...[dayCell(milestone.originalDue, context), dayCell(milestone.due, context)],
        text((extension?.reason ?? "") + extensionMarks(milestone, context.year, context)),
        text(extension?.approver ?? null),
      ];
    }),
  );
}

/** Cancelled milestones, with day, reason and approver. */
export function cancelledTable(milestones: readonly ListedMilestone[], context: ReportContext): Table {
  const { texts } = context;
  const { columns } = texts;
  return table(
    texts.cancelled,
    [
      ...[whole(columns.id), column(columns.text), names(columns.lead)],
      ...[whole(columns.cancelledOn, "center"), column(columns.reason), column(columns.approver)],
    ],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead)],
      ...[dayCell(milestone.cancellation?.on ?? null, context), text(milestone.cancellation?.reason ?? null)],
      text(milestone.cancellation?.approver ?? null),
    ]),
  );
}

/** Completed milestones without evidence. */
export function unprovenTable(milestones: readonly ListedMilestone[], context: ReportContext): Table {
  const { texts } = context;
  const { columns } = texts;
  return table(
    texts.sectionTitle("unproven"),
    [...[whole(columns.id), column(columns.text), names(columns.lead)], whole(columns.completedOn, "center")],
    milestones.map((milestone) => [
      ...[idCell(milestone.id), text(milestone.text), text(milestone.lead), dayCell(milestone.completedOn, context)],
    ]),
  );
}

/** Open milestones due in the next period, with their state. */
export function nextTable(milestones: readonly ListedMilestone[], context: ReportContext): Table {
  const { texts } = context;
  const { columns } = texts;
  return table(
    texts.sectionTitle("next", context.view.next.month !== null),
    [
      ...[whole(columns.due, "center"), whole(columns.id), column(columns.text)],
      ...[names(columns.lead), column(columns.state)],
    ],
    milestones.map((milestone) => [
      ...[dayCell(milestone.due, context), idCell(milestone.id), text(milestone.text)],
      ...[text(milestone.lead), judgedCell(milestone, context)],
    ]),
  );
}
