import type { ListedIndicator } from "../core/views/indicators.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Sheet } from "./sheet.ts";

/** One row an indicator: target, value, verdict, forecast; numbers stay numbers. */
export function indicatorSheet(
  title: string,
  indicators: readonly ListedIndicator[],
  { screens, words }: Catalogue,
): Sheet {
  const { inPercent } = screens;
  const headings = [
    ...[screens.id, screens.indicatorName, screens.tasks, screens.leadDivision, screens.divisions],
    ...[screens.basis, screens.minimum, screens.maximum, screens.unit, screens.stretch, screens.due],
    ...[screens.reportedValue, screens.dataUntil, inPercent(screens.shareHeading), inPercent(screens.expectedHeading)],
    ...[screens.gapHeading, screens.verdict, screens.trendHeading, screens.requiredHeading, screens.forecast],
  ];
  const rows = indicators.map((indicator) => [
    ...[indicator.id, indicator.name, `${indicator.task} ${indicator.taskTitle}`, indicator.lead],
    indicator.divisions.join(words.listSeparator),
    words.basis(indicator.basis) + (indicator.per === null ? "" : words.inBrackets(screens.perQuarter)),
    ...[indicator.min, indicator.max, indicator.unit, indicator.stretch ? words.yes : words.no, indicator.due],
    ...[indicator.value, indicator.on, indicator.share, indicator.expected, indicator.gap],
    isShortOfTarget(indicator) ? screens.belowTargetWord : words.verdict(indicator.verdict),
    ...[indicator.previous?.value ?? null, indicator.forecast.requiredPerMonth, indicator.forecast.projected],
  ]);
  return { title, headings, rows };
}

/** Behind, and measured by the target itself. */
function isShortOfTarget({ verdict, expected }: ListedIndicator): boolean {
  return verdict === "behind" && expected === null;
}
