import type { Day } from "../../core/calendar.ts";
import type { IndicatorView } from "../../core/views/indicator.ts";
import type { ListedIndicator } from "../../core/views/indicators.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import type { Sheet, SheetHead } from "./sheet.ts";
import { missedText, targetName, verdictName } from "../words/indicator-lines.ts";

/** A row for each indicator: target, value, verdict, forecast. Numbers stay numbers. */
export function indicatorSheet(
  head: SheetHead,
  indicators: readonly Omit<ListedIndicator, "leadPlace">[],
  catalogue: Catalogue,
): Sheet {
  const { screens, words } = catalogue;
  const { inPercent } = screens;
  const headings = [
    ...[screens.id, screens.indicatorName, screens.tasks, screens.leadDivision, screens.divisions],
    ...[screens.basis, screens.minimum, screens.maximum, screens.baseline, screens.unit],
    ...[screens.stretch, screens.due],
    ...[screens.reportedValue, screens.dataUntil, inPercent(screens.shareHeading), inPercent(screens.expectedHeading)],
    ...[screens.gapHeading, screens.verdict, screens.trendHeading, screens.requiredHeading, screens.forecast],
  ];
  const rows = indicators.map((indicator) => [
    ...[indicator.id, indicator.name, `${indicator.task} ${indicator.taskTitle}`, indicator.lead],
    indicator.divisions.join(words.listSeparator),
    words.basis(indicator.basis) + (indicator.per === null ? "" : words.inBrackets(screens.perQuarter)),
    ...[indicator.min, indicator.max, indicator.baseline, indicator.unit],
    ...[indicator.stretch ? words.yes : words.no, indicator.due],
    ...[indicator.value, indicator.on, indicator.share, indicator.expected, indicator.gap],
    verdictWord(indicator, catalogue),
    ...[indicator.previous?.value ?? null, indicator.forecast.requiredPerMonth, indicator.forecast.projected],
  ]);
  return { ...head, headings, rows };
}

/**
 * The same with two columns in front: the number of days between the as-of day and the day by which the target has to
 * be reached, and that day. None if there are no targets.
 */
export function targetSheets(
  title: string,
  daysHeading: string,
  targets: readonly (readonly [day: Day, days: number, indicator: ListedIndicator])[],
  catalogue: Catalogue,
): Sheet[] {
  const { screens } = catalogue;
  if (targets.length === 0) return [];
  const name = screens.indicatorsTitle;
  const indicators = targets.map(([day, , one]) => ({ ...one, name: targetName(one, day, catalogue) }));
  const { headings, rows } = indicatorSheet({ title, name }, indicators, catalogue);
  const dated = targets.map(([day, days], index) => [days, day, ...(rows[index] ?? [])]);
  return [{ title, name, headings: [daysHeading, screens.reachBy, ...headings], rows: dated }];
}

/**
 * The verdict in a word. If behind, it says what was missed: the limit, a past quarter's target, the target itself, or
 * the pace.
 */
function verdictWord(indicator: IndicatorView, catalogue: Catalogue): string {
  const { screens } = catalogue;
  const { verdict, verdictReason, expected } = indicator;
  if (verdictReason === "over-limit") return screens.overLimitWord;
  if (verdictReason === "quarter-missed") return missedText(indicator, catalogue);
  return verdict === "behind" && expected === null ? screens.belowTargetWord : verdictName(indicator, catalogue);
}
