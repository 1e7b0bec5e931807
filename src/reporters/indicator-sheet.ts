import type { ListedIndicator } from "../core/views/indicators.ts";
import type { Catalogue } from "../i18n/catalogue.ts";
import type { Sheet, SheetHead } from "./sheet.ts";
import { verdictName } from "./terminal/indicator-lines.ts";

/** One row an indicator: target, value, verdict, forecast; numbers stay numbers. */
export function indicatorSheet(head: SheetHead, indicators: readonly ListedIndicator[], catalogue: Catalogue): Sheet {
  const { screens, words } = catalogue;
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
    verdictWord(indicator, catalogue),
    ...[indicator.previous?.value ?? null, indicator.forecast.requiredPerMonth, indicator.forecast.projected],
  ]);
  return { ...head, headings, rows };
}

/** What is behind says by what: by its limit, by a quarter that is over, by the target itself, or else by the pace. */
function verdictWord(indicator: ListedIndicator, catalogue: Catalogue): string {
  const { screens, words } = catalogue;
  const { verdict, verdictReason, expected, missedQuarters } = indicator;
  if (verdictReason === "over-limit") return screens.overLimitWord;
  if (verdictReason === "quarter-missed") return screens.quarterMissed(words.quarters(missedQuarters));
  return verdict === "behind" && expected === null ? screens.belowTargetWord : verdictName(indicator, catalogue);
}
