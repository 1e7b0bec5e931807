/** `indicators`: numbers in columns, with words below them; indicators without a reading come at the end. */
import { isLessBetter, isReached } from "../../core/indicators.ts";
import { difference } from "../../core/rounding.ts";
import type { IndicatorView } from "../../core/views/indicator.ts";
import type { IndicatorsView, ListedIndicator } from "../../core/views/indicators.ts";
import { wrap } from "../layout.ts";
import { type Look, brushOf, percentText, shortDay } from "../look.ts";
import { type Column, type TableRow, renderTable } from "../table.ts";
import {
  amountText,
  differenceText,
  pointsText,
  targetShare,
  targetText,
  verdictCounts,
  verdictText,
} from "../words/indicator-lines.ts";
import { legendFooter } from "./legend-lines.ts";
import { filterPieces } from "../words/subject.ts";
import { afterYearLines, heading } from "./frame.ts";

/** The screen of `indicators`. */
export function renderIndicators(view: IndicatorsView, look: Look): string[] {
  const { screens, words } = look.catalogue;
  const { plan, indicators } = view;
  if (plan === null) return [];
  const title = heading(screens.titleWith(plan.title, screens.indicatorsTitle), view, look);
  if (indicators.length === 0) {
    return [...title, "", screens.noIndicators(filterPieces(view.filters, [], look).length > 0)];
  }
  const isWaitedFor = ({ value, verdict }: IndicatorView): boolean => value === null && verdict !== "cancelled";
  const reported = indicators.filter((indicator) => !isWaitedFor(indicator));
  const others = indicators.filter(isWaitedFor);
  const lights = reported.map(({ light }) => light);
  const { method, leastElapsed } = view.pace;
  const hasLimit = reported.some(({ basis, min }) => basis === "flow" && min === null);
  const note = screens.indicatorNote(words.paceMethod(method), percentText(leastElapsed), hasLimit);
  return [
    ...title,
    "",
    ...wrap(totals(view, look), look.width),
    ...(reported.length === 0 ? [] : ["", ...reportedTable(reported, plan.year, look)]),
    ...(others.length === 0 ? [] : ["", screens.noReadings(others.length), ...openTable(others, look)]),
    ...legendFooter({ lightPolicy: view.lightPolicy, lights, of: "indicators" }, look),
    ...(reported.length === 0 ? [] : ["", ...wrap(note, look.width).map((line) => look.paint.dim(line))]),
    ...afterYearLines(view, look),
  ];
}

/** The number of indicators by verdict, and of those not reached by their due day. */
function totals({ counts }: IndicatorsView, look: Look): string {
  const { screens, words } = look.catalogue;
  const verdicts = screens.indicatorTotals(counts.indicators, verdictCounts(counts, look));
  return counts.pastDue === 0 ? verdicts : verdicts + words.sentenceSeparator + screens.pastDueCount(counts.pastDue);
}

function reportedTable(indicators: readonly ListedIndicator[], planYear: number, look: Look): string[] {
  const { screens } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.id, align: "left" },
    ...[screens.reportedValue, screens.dataUntil, screens.shareHeading, screens.expectedHeading].map(
      (name): Column => ({ heading: name, align: "right" }),
    ),
    { heading: screens.gapHeading, align: "left", fill: true },
  ];
  const rows = indicators.flatMap((indicator, index): TableRow[] => [
    ...(index === 0 ? [] : ["blank" as const]),
    numberRow(indicator, planYear),
    ...wordRows(indicator, planYear, look),
  ]);
  return renderTable(columns, rows, look);
}

function numberRow(indicator: ListedIndicator, planYear: number): TableRow {
  const { value, on, unit, expected, gap } = indicator;
  return [
    indicator.id,
    value === null ? "" : amountText(value, unit),
    on === null ? "" : shortDay(on, planYear),
    percentText(targetShare(indicator)),
    percentText(expected),
    gap === null ? "—" : signed(gap),
  ];
}

function wordRows(indicator: ListedIndicator, planYear: number, look: Look): TableRow[] {
  const { screens, words } = look.catalogue;
  const name = screens.targetOf(indicator.name, targetText(indicator, look));
  const trend = trendText(indicator, planYear, look);
  const verdict = [verdictText(indicator, planYear, look), ...(trend === "" ? [] : [trend])];
  const forecast = forecastText(indicator, planYear, look);
  return [
    { across: name, from: 1 },
    { across: verdict.join(words.sentenceSeparator), from: 1, brush: brushOf(look, indicator.light) },
    ...(forecast === "" ? [] : [{ across: forecast, from: 1 }]),
  ];
}

/** `较 05-31 增加 1200 件`; empty for a first reading. */
function trendText({ value, previous, unit, basis }: IndicatorView, planYear: number, look: Look): string {
  if (value === null || previous === null) return "";
  const change = difference(value, previous.value);
  const amount = differenceText(change, unit, look);
  return look.catalogue.screens.trend(shortDay(previous.on, planYear), Math.sign(change), amount, basis === "rank");
}

/** The projected value at the due day, and the value needed each month; empty if there is neither. */
function forecastText(indicator: IndicatorView, planYear: number, look: Look): string {
  const { screens, words } = look.catalogue;
  const { forecast, unit, due, verdict } = indicator;
  const { projected, projectedShare, requiredPerMonth, soFarPerMonth, reason } = forecast;
  const shareOf = isLessBetter(indicator) ? screens.shareOfLimit : screens.shareOfTarget;
  const share = projectedShare === null ? "" : words.inBrackets(shareOf(percentText(projectedShare)));
  const parts = [
    ...(projected === null ? [] : [screens.projected(shortDay(due, planYear), amountText(projected, unit)) + share]),
    ...(reason === "too-early" ? [screens.tooEarly] : []),
    ...(requiredPerMonth === null || soFarPerMonth === null || isReached(verdict)
      ? []
      : [screens.requiredPace(amountText(requiredPerMonth, unit), amountText(soFarPerMonth, unit))]),
  ];
  return parts.join(words.sentenceSeparator);
}

function openTable(indicators: readonly ListedIndicator[], look: Look): string[] {
  const { screens } = look.catalogue;
  const columns: Column[] = [
    { heading: screens.id, align: "left" },
    { heading: screens.leadDivision, align: "left" },
    { heading: screens.nameAndTarget, align: "left", fill: true },
  ];
  const rows = indicators.map((indicator): TableRow => {
    const target = screens.targetOf(indicator.name, targetText(indicator, look));
    return [indicator.id, indicator.lead, target];
  });
  return renderTable(columns, rows, look);
}

/** `+2.0`, `-21.7`, `-0.05`. */
function signed(points: number): string {
  return `${points > 0 ? "+" : ""}${pointsText(points)}`;
}
