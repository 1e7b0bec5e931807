/** The form of a division as tables, from which the workbook and the Markdown file are made. */
import { isPercent } from "../../core/indicators.ts";
import { type FormSpan, type FormView, FORM_VERSION, isArrear } from "../../core/views/form.ts";
import type { ListedIndicator } from "../../core/views/indicators.ts";
import type { ListedMilestone } from "../../core/views/milestone.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { formTexts } from "../../i18n/form.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import { type Look, shortDay, wordLook } from "../look.ts";
import { amountText, targetText } from "../words/indicator-lines.ts";
import { stateLine } from "../words/milestone-lines.ts";
import { type XlsxCell, type XlsxColumn, column, dayCell, idCell, numberCell, textCell } from "../workbook/workbook.ts";

/** A table of the form; its `fill` columns are empty. */
export interface FormTable {
  readonly name: string;
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly XlsxCell[])[];
}

/** A form, ready for any format. */
export interface FormDocument {
  readonly title: string;
  /** How to fill in the form. Which columns to fill in is said by each format in its own way. */
  readonly instructions: readonly string[];
  /** The first table is the head. */
  readonly tables: readonly FormTable[];
}

interface FormContext {
  readonly view: FormView;
  readonly texts: FormTexts;
  readonly look: Look;
}

/** Composes the form: its head, the tables to fill in, and those for information. */
export function composeForm(view: FormView, catalogue: Catalogue): FormDocument {
  const texts = formTexts(catalogue.language);
  const context = { view, texts, look: wordLook(catalogue) };
  const { plan, division, span } = view;
  return {
    title: texts.title(plan.title, division.name, spanText(span, catalogue)),
    instructions: texts.instructions(plan.year),
    tables: [headTable(context), milestoneTable(context), ...indicatorTables(context), ...assistingTables(context)],
  };
}

/** `二季度`, `4月`. */
function spanText(span: FormSpan, { words }: Catalogue): string {
  return "month" in span ? words.months([span.month]) : words.quarters([span.quarter]);
}

function headTable({ view, texts, look }: FormContext): FormTable {
  const { facts } = texts;
  const { plan, division, asOf, span } = view;
  return {
    name: texts.sheets.head,
    columns: [column(texts.item, 18), { ...column(texts.content, 60), least: 60 }],
    rows: [
      [textCell(facts.plan), textCell(plan.title)],
      [textCell(facts.year), numberCell(plan.year)],
      [textCell(facts.division), textCell(division.name)],
      [textCell(facts.period), textCell(spanText(span, look.catalogue))],
      [textCell(facts.asOf), dayCell(asOf)],
      [textCell(facts.reportedOn), { kind: "fill", with: "day" }],
      [textCell(facts.version), textCell(FORM_VERSION)],
    ],
  };
}

function fillColumn(heading: string, most: number): XlsxColumn {
  return { heading, most, align: "left", isFill: true };
}

function milestoneTable(context: FormContext): FormTable {
  const { view, texts } = context;
  const { columns } = texts;
  const fills = [
    ...[fillColumn(columns.completedOn, 12), fillColumn(columns.evidence, 22), fillColumn(columns.progress, 10)],
    ...[fillColumn(columns.note, 24), fillColumn(columns.problem, 20), fillColumn(columns.nextStep, 20)],
  ];
  const toFill: XlsxCell[] = [
    { kind: "fill", with: "day" },
    ...fills.slice(1).map((): XlsxCell => ({ kind: "fill", with: "text" })),
  ];
  return {
    name: texts.sheets.milestones,
    columns: [...knownColumns(context), ...fills],
    rows: view.milestones.map((milestone) => [...knownCells(milestone, context), ...toFill]),
  };
}

function knownColumns({ texts: { columns } }: FormContext): XlsxColumn[] {
  return [
    ...[column(columns.id, 14), column(columns.text, 40), column(columns.window, 12)],
    ...[column(columns.due, 12, "center"), column(columns.state, 24)],
  ];
}

function knownCells(milestone: ListedMilestone, { view, texts, look }: FormContext): XlsxCell[] {
  const { words } = look.catalogue;
  const { id, text, start, originalDue, due } = milestone;
  const state = stateLine(milestone, view.plan.year, look).trim();
  const arrear = isArrear(milestone, view.period) ? words.inBrackets(texts.arrear("month" in view.span)) : "";
  return [
    ...[idCell(id), textCell(text), textCell(words.window({ start, end: originalDue }, view.plan.year))],
    ...[dayCell(due), textCell(state + arrear)],
  ];
}

/** The table of indicators; none if the division has none. */
function indicatorTables(context: FormContext): FormTable[] {
  const { view, texts, look } = context;
  const { columns } = texts;
  if (view.indicators.length === 0) return [];
  // A number cell would store a percentage as a fraction.
  const toFill = (unit: string): XlsxCell[] => [
    { kind: "fill", with: isPercent(unit) ? "text" : "number" },
    { kind: "fill", with: "day" },
    { kind: "fill", with: "text" },
  ];
  return [
    {
      name: texts.sheets.indicators,
      columns: [
        ...[column(columns.id, 24), column(columns.indicator, 30), column(columns.target, 24)],
        column(columns.lastValue, 24),
        ...[fillColumn(columns.value, 14), fillColumn(columns.valueOn, 12), fillColumn(columns.evidence, 26)],
      ],
      rows: view.indicators.map((indicator) => [
        ...[idCell(indicator.id), textCell(indicator.name), textCell(targetText(indicator, look))],
        ...[textCell(lastValue(indicator, context)), ...toFill(indicator.unit)],
      ]),
    },
  ];
}

function lastValue({ value, on, unit }: ListedIndicator, { view, look }: FormContext): string {
  const { words } = look.catalogue;
  if (value === null || on === null) return words.verdict("no-reading");
  return amountText(value, unit) + words.inBrackets(shortDay(on, view.plan.year));
}

/** The milestones that the division assists in and others report, for information. */
function assistingTables(context: FormContext): FormTable[] {
  const { view, texts } = context;
  if (view.assisting.length === 0) return [];
  return [
    {
      name: texts.sheets.assisting,
      columns: [...knownColumns(context), column(texts.columns.lead, 16)],
      rows: view.assisting.map((milestone) => [...knownCells(milestone, context), textCell(milestone.lead)]),
    },
  ];
}
