/** The sheets of the ledger with numbers: overview, divisions and themes, indicators, and silent divisions. */
import { STATES } from "../../core/lights.ts";
import type { Rate } from "../../core/rounding.ts";
import type { ListedIndicator } from "../../core/views/indicators.ts";
import { type ReportGroup, type ReportNumbers, sharesOf } from "../../core/views/report-numbers.ts";
import type { SilenceView } from "../../core/views/report-lists.ts";
import { targetShare, targetText, verdictText } from "../words/indicator-lines.ts";
import { capital } from "../words/phrases.ts";
import {
  BLANK,
  type XlsxCell,
  type XlsxSheet,
  column,
  dayCell,
  idCell,
  numberCell,
  percentCell,
  textCell,
} from "../workbook/workbook.ts";
import { addsUp, divisionParts } from "./division-parts.ts";
import type { ReportDocument } from "./document.ts";
import { groupName } from "./tables.ts";
import { type Field, type LedgerContext, sheetOf } from "./ledger-context.ts";

/** A line of the overview: a value of any type, or a share, or a rate with its fraction. */
interface Line {
  readonly item: string;
  readonly value?: XlsxCell;
  readonly share?: number | null;
  readonly rate?: Rate;
}

/** The first sheet: the bulletin's head, the overall numbers, and the shares by state. */
export function overviewSheet(document: ReportDocument, context: LedgerContext): XlsxSheet {
  const { book } = context;
  const fields: Field<Line>[] = [
    [column(book.item, 40), ({ item }) => textCell(item)],
    [column(book.number, 40, "right"), ({ value }) => value ?? BLANK],
    [column(book.share, 10, "right"), ({ share, rate }) => percentCell(share ?? rate?.percent ?? null)],
    [column(book.numerator, 10, "right"), ({ rate }) => numberCell(rate?.numerator ?? null)],
    [column(book.denominator, 10, "right"), ({ rate }) => numberCell(rate?.denominator ?? null)],
  ];
  const sheet = sheetOf(
    book.sheets.overview,
    fields,
    [...headLines(document, context), ...countLines(context)],
    context,
  );
  return { ...sheet, above: [document.title, ...document.intro] };
}

function headLines({ office, issue }: ReportDocument, { view, book }: LedgerContext): Line[] {
  const said = (item: string, text: string | null): Line[] => (text === null ? [] : [{ item, value: textCell(text) }]);
  const day = (item: string, value: XlsxCell): Line[] => (value === BLANK ? [] : [{ item, value }]);
  return [
    ...said(book.planTitle, view.plan?.title ?? null),
    ...said(book.office, office),
    ...said(book.issue, issue),
    ...day(book.periodStart, dayCell(view.period.start)),
    ...day(book.periodEnd, dayCell(view.period.end)),
    ...day(book.asOf, dayCell(view.asOf)),
    ...(view.journal === null ? [] : [{ item: book.records, value: numberCell(view.journal.records) }]),
    ...said(book.digest, view.journal?.digest ?? null),
    ...(view.journalDamaged === 0 ? [] : [{ item: book.damaged, value: numberCell(view.journalDamaged) }]),
    ...(view.journalUncounted === 0 ? [] : [{ item: book.uncounted, value: numberCell(view.journalUncounted) }]),
  ];
}

/** The overall numbers; for one division those of its two parts, which are never added up. */
function countLines(context: LedgerContext): Line[] {
  const { view, book, catalogue, kind } = context;
  const parts = divisionParts(context);
  const named = parts.flatMap(({ word, numbers }) =>
    numberLines(numbers, context).map((line) => ({ ...line, item: word + catalogue.screens.colon + line.item })),
  );
  return [
    ...(parts.length === 0 ? numberLines(view.totals, context) : named),
    { item: book.yearPace, share: view.pace.year },
    ...(view.totals.inPeriod === null ? [] : [{ item: book.periodPace(kind), share: view.pace.period }]),
  ];
}

function numberLines(
  { counts, rates, inPeriod }: ReportNumbers,
  { book, texts, catalogue, kind }: LedgerContext,
): Line[] {
  const { words, screens } = catalogue;
  const count = (item: string, number: number): Line => ({ item, value: numberCell(number) });
  const quarter = inPeriod?.rates.quarterCompletion ?? null;
  return [
    count(texts.columns.tasks, counts.tasks),
    count(texts.columns.milestones, counts.milestones),
    ...sharesOf(counts).map(({ state, milestones, percent }) => ({
      ...count(capital(words.state(state)), milestones),
      share: counts.milestones === 0 ? null : percent,
    })),
    { item: screens.completion, rate: rates.completion },
    { item: screens.dueCompletion, rate: rates.dueCompletion },
    { item: screens.onTime, rate: rates.onTime },
    ...(quarter === null ? [] : [{ item: book.dueInRate(kind), rate: quarter }]),
  ];
}

/** Divisions or themes, with a total if each task counts once. */
export function groupSheet(
  name: string,
  by: "division" | "theme",
  groups: readonly ReportGroup[],
  context: LedgerContext,
): XlsxSheet {
  const { view, texts } = context;
  const fields = groupFields(texts.columns[by], context);
  const named = groups.map((group) => ({ ...group, name: groupName(group, context) }));
  const total: ReportGroup[] =
    addsUp(by, context) && groups.length > 0 ? [{ key: "", name: texts.total, ...view.totals }] : [];
  return { ...sheetOf(name, fields, [...named, ...total], context), hasTotal: total.length > 0 };
}

function groupFields(first: string, { view, book, texts, catalogue, kind }: LedgerContext): Field<ReportGroup>[] {
  const { words, screens } = catalogue;
  const count = (heading: string, number: (group: ReportGroup) => number | undefined): Field<ReportGroup> => [
    column(heading, 10, "right"),
    (group) => numberCell(number(group) ?? null),
  ];
  const share = (heading: string, rate: (group: ReportGroup) => Rate | null | undefined): Field<ReportGroup> => [
    column(heading, 11, "right"),
    (group) => percentCell(rate(group)?.percent ?? null),
  ];
  const inPeriod: Field<ReportGroup>[] = [
    count(book.dueIn(kind), (group) => group.inPeriod?.counts.due),
    count(book.dueDoneIn(kind), (group) => group.inPeriod?.counts.dueDone),
    share(book.dueInRate(kind), (group) => group.inPeriod?.rates.quarterCompletion),
  ];
  return [
    [column(first, 34), ({ name }) => textCell(name)],
    count(texts.columns.tasks, ({ counts }) => counts.tasks),
    count(texts.columns.milestones, ({ counts }) => counts.milestones),
    ...STATES.map((state) => count(capital(words.state(state)), ({ counts }) => counts[state])),
    share(screens.completion, ({ rates }) => rates.completion),
    ...(view.totals.inPeriod === null ? [] : inPeriod),
    count(book.dueSoFar, ({ counts }) => counts.due),
    count(book.dueDone, ({ counts }) => counts.dueDone),
    share(screens.dueCompletion, ({ rates }) => rates.dueCompletion),
    count(book.onTimeCount, ({ rates }) => rates.onTime.numerator),
    share(screens.onTime, ({ rates }) => rates.onTime),
  ];
}

/** A row for each indicator. */
export function indicatorSheet(context: LedgerContext): XlsxSheet {
  const { view, book, texts, catalogue, look, year } = context;
  const { columns } = texts;
  const fields: Field<ListedIndicator>[] = [
    [column(columns.id, 22), ({ id }) => idCell(id)],
    [column(columns.indicator, 26), ({ name }) => textCell(name)],
    [column(columns.lead, 14), ({ lead }) => textCell(lead)],
    [column(columns.target, 20), (indicator) => textCell(targetText(indicator, look))],
    [column(book.min, 10, "right"), ({ min }) => numberCell(min)],
    [column(book.max, 10, "right"), ({ max }) => numberCell(max)],
    [column(book.unit, 9, "center"), ({ unit }) => textCell(unit)],
    [column(book.basis, 10, "center"), ({ basis }) => textCell(catalogue.words.basis(basis))],
    [column(columns.due, 12, "center"), ({ due }) => dayCell(due)],
    [column(book.valueNumber, 12, "right"), ({ value }) => numberCell(value)],
    [column(book.valueOn, 12, "center"), ({ on }) => dayCell(on)],
    [column(columns.share, 11, "right"), (indicator) => percentCell(targetShare(indicator))],
    [column(columns.expected, 11, "right"), ({ expected }) => percentCell(expected)],
    [column(book.gap, 11, "right"), ({ gap }) => numberCell(gap)],
    [column(columns.verdict, 30), (indicator) => textCell(verdictText(indicator, year, look).trim())],
  ];
  return sheetOf(book.sheets.indicators, fields, view.indicators, context);
}

/** Divisions that reported nothing about milestones that fell due. */
export function silentSheet(context: LedgerContext): XlsxSheet {
  const { view, book, texts, catalogue } = context;
  const fields: Field<SilenceView>[] = [
    [column(texts.columns.division, 24), ({ name }) => textCell(name)],
    [column(book.silentDue, 14, "right"), ({ due }) => numberCell(due)],
    [column(book.silentCount, 16, "right"), ({ milestones }) => numberCell(milestones.length)],
    [
      column(book.silentIds, 60),
      ({ milestones }) => textCell(milestones.map(({ id }) => id).join(catalogue.words.listSeparator)),
    ],
  ];
  return sheetOf(book.sheets.silent, fields, view.silent, context);
}
