/** Texts about an indicator that several screens share: target, value and verdict. */
import { type Day, type Quarter, quarterOf } from "../../core/calendar.ts";
import { type Judgement, isLessBetter, isPercent, isWithinLimit } from "../../core/indicators.ts";
import type { IndicatorView } from "../../core/views/indicator.ts";
import type { VerdictCounts } from "../../core/views/indicators.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { type Look, percentText, shortDay } from "../look.ts";

/** `10-20 家` · `至少 500 家` · `前 10 名` · `每季度 2-3 期` · `至少 20%（上年基数 4000）`. */
export function targetText(indicator: IndicatorView, look: Look): string {
  const { screens } = look.catalogue;
  const { min, max, unit } = indicator;
  const bounded = (): string => {
    if (indicator.basis === "rank") return screens.targetRank(amountText(max ?? min ?? 0, unit));
    if (min !== null && max !== null) return isPercent(unit) ? `${min}-${max}%` : `${min}-${max} ${unit}`;
    return min === null
      ? screens.targetAtMost(amountText(max ?? 0, unit))
      : screens.targetAtLeast(amountText(min, unit));
  };
  const text = indicator.per === "quarter" ? screens.targetPerQuarter(bounded()) : bounded();
  return (indicator.stretch ? screens.targetStretch(text) : text) + baselineText(indicator, look);
}

/** The baseline in brackets; empty without one. That of a growth is not in the unit of the growth. */
function baselineText({ baseline, basis, unit }: IndicatorView, { catalogue }: Look): string {
  if (baseline === null) return "";
  const { screens, words } = catalogue;
  return words.inBrackets(screens.fromBaseline(basis === "growth" ? String(baseline) : amountText(baseline, unit)));
}

/**
 * The name of the target; with its quarter if it is quarterly (`业务能力提升培训（一季度）`), since lists of due days
 * contain it once for each quarter.
 */
export function targetName({ name, per }: IndicatorView, day: Day, { words }: Catalogue): string {
  return per === null ? name : name + words.inBrackets(words.quarters([quarterOf(day)]));
}

/** `12 家`, `6.1%`. */
export function amountText(value: number, unit: string): string {
  return isPercent(unit) ? `${value}%` : `${value} ${unit}`;
}

/** A difference without its sign: `4 家`, or for percentages `0.9 个百分点`. */
export function differenceText(value: number, unit: string, look: Look): string {
  const amount = Math.abs(value);
  return isPercent(unit) ? look.catalogue.screens.points(pointsText(amount)) : `${amount} ${unit}`;
}

/** Points with all their decimals, at least one. */
export function pointsText(points: number): string {
  return Number.isInteger(points) ? points.toFixed(1) : String(points);
}

/** `✓ 绿 达标` · `! 黄 未达序时，差 21.7 个百分点` · `未填报`. */
export function verdictText(indicator: IndicatorView, planYear: number, look: Look): string {
  const { words } = look.catalogue;
  const text = verdictWords(indicator, (day) => shortDay(day, planYear), look);
  if (indicator.verdict === "no-reading") return text;
  return `${look.symbols[indicator.light]} ${words.light(indicator.light)} ${text}`;
}

/** The verdict without its light. */
export function verdictWords(indicator: IndicatorView, dayText: (day: Day) => string, look: Look): string {
  const { screens, words } = look.catalogue;
  const { verdict, verdictReason, expected, gap, unit } = indicator;
  switch (verdictReason) {
    case "over-maximum":
      return screens.overMaximum(differenceText((indicator.value ?? 0) - (indicator.max ?? 0), unit, look));
    case "over-limit":
      return screens.overLimit(differenceText(indicator.margin ?? 0, unit, look));
    case "due-past":
      return screens.duePast(dayText(judgedUntil(indicator)));
    case "quarter-missed":
      return missedText(indicator, look.catalogue) + latestQuarter(indicator, look);
    case "quarter-unread":
      return screens.quarterUnread(words.quarters(indicator.unreadQuarters)) + latestQuarter(indicator, look);
    case null:
      if (verdict !== "behind") return verdictName(indicator, look.catalogue) + shareOfLimit(indicator, look);
      return expected === null || gap === null
        ? screens.belowTarget(differenceText(indicator.margin ?? 0, unit, look))
        : screens.behindPace(Math.abs(gap).toFixed(1));
  }
}

/** `一季度未达标`; of a limit, `一季度超过上限`. */
export function missedText({ missedQuarters, min, basis }: IndicatorView, { screens, words }: Catalogue): string {
  return screens.quarterMissed(words.quarters(missedQuarters), min === null && basis !== "rank");
}

/** The verdict's word. A value within its limit is not compared with pace. */
export function verdictName(judged: Pick<Judgement, "verdict" | "expected">, { screens, words }: Catalogue): string {
  return isWithinLimit(judged) ? screens.withinLimit : words.verdict(judged.verdict);
}

/** How much of a limit is used up: `，占上限的 37.5%`. Empty if the target is not a limit. */
function shareOfLimit(indicator: IndicatorView, { catalogue }: Look): string {
  const { share } = indicator;
  if (share === null || !isLessBetter(indicator)) return "";
  return catalogue.words.clauseSeparator + catalogue.screens.shareOfLimit(percentText(share));
}

/** The share of the target that was reached, in percent; null for a limit, which is not something to reach. */
export function targetShare(indicator: IndicatorView): number | null {
  return isLessBetter(indicator) ? null : indicator.share;
}

/** The verdict of the latest quarter with a reading, unless it is one of those missed: `，二季度达标`. */
function latestQuarter({ quarters, missedQuarters }: IndicatorView, look: Look): string {
  const { screens, words } = look.catalogue;
  const latest = quarters.findLast(({ value }) => value !== null);
  if (latest === undefined || missedQuarters.includes(latest.quarter)) return "";
  return (
    words.clauseSeparator +
    screens.quarterVerdict(words.quarters([latest.quarter]), verdictName(latest, look.catalogue))
  );
}

/** The due day of the latest quarter with a reading, or else of the whole target. */
function judgedUntil({ due, quarters }: IndicatorView): IndicatorView["due"] {
  return quarters.findLast(({ value }) => value !== null)?.due ?? due;
}

/** The number of targets with each verdict, in display order, without zeros. */
export function countedVerdicts(counts: VerdictCounts, { screens, words }: Catalogue): [name: string, count: number][] {
  const all: [name: string, count: number][] = [
    [words.verdict("exceeded"), counts.exceeded],
    [words.verdict("met"), counts.met],
    [words.verdict("on-pace"), counts.onPace - counts.withinLimit],
    [screens.withinLimit, counts.withinLimit],
    [screens.behindCount, counts.behind],
    [words.verdict("not-judged"), counts.notJudged],
    [screens.unreadCount, counts.noReading],
    [words.verdict("cancelled"), counts.cancelled],
  ];
  return all.filter(([, count]) => count > 0);
}

/** `超额 1，达标 2，未填报 24`. */
export function verdictCounts(counts: VerdictCounts, { catalogue }: Look): string {
  const { screens, words } = catalogue;
  const shown = countedVerdicts(counts, catalogue).map(([name, count]) => screens.verdictCount(name, count));
  return shown.join(words.clauseSeparator);
}

/** `量化指标 3 个：达标 1，未填报 2；到期未达标 1`. */
export function indicatorText(counts: VerdictCounts, look: Look): string {
  const said = look.catalogue.screens.indicatorLine(counts.indicators, verdictCounts(counts, look));
  return said + pastDueText(counts, look);
}

/** `量化指标 3 个，其中未填报 2；到期未达标 1`: only those that need attention. */
export function openIndicatorText(counts: VerdictCounts, look: Look): string {
  const open = { ...counts, exceeded: 0, met: 0, onPace: 0, withinLimit: 0, cancelled: 0 };
  const said = look.catalogue.screens.openIndicatorLine(counts.indicators, verdictCounts(open, look));
  return said + pastDueText(counts, look);
}

function pastDueText({ pastDue }: VerdictCounts, { catalogue }: Look): string {
  return pastDue === 0 ? "" : catalogue.words.sentenceSeparator + catalogue.screens.pastDueCount(pastDue);
}

/** `完成目标的 52.0%，序时应达 50.0%`; empty if there is neither. */
export function shareText(indicator: IndicatorView, look: Look): string {
  const { screens, words } = look.catalogue;
  const { expected } = indicator;
  const share = targetShare(indicator);
  const parts = [
    ...(share === null ? [] : [screens.shareOfTarget(percentText(share))]),
    ...(expected === null ? [] : [screens.expectedByNow(percentText(expected))]),
  ];
  return parts.join(words.clauseSeparator);
}

/**
 * The indicator as judged for one of its due days. For a quarterly target only the quarter that ends on that day
 * counts; if that has not begun, there is no value.
 */
export function byDay(indicator: IndicatorView, day: Day): IndicatorView {
  if (indicator.per === null) return indicator;
  const quarters = indicator.quarters.filter(({ due }) => due === day);
  const isIts = (quarter: Quarter): boolean => quarters.some((own) => own.quarter === quarter);
  const [missedQuarters, unreadQuarters] = [
    indicator.missedQuarters.filter(isIts),
    indicator.unreadQuarters.filter(isIts),
  ];
  const isMissed = missedQuarters.length > 0;
  const verdictReason = isMissed ? "quarter-missed" : "quarter-unread";
  const { value, on, share, expected } = quarters[0] ?? { value: null, on: null, share: null, expected: null };
  // The light covers all quarters.
  const light = isMissed ? indicator.light : "grey";
  return { ...indicator, value, on, share, expected, verdictReason, light, quarters, missedQuarters, unreadQuarters };
}

/** The value with its day, its share and the verdict; or only that there is no reading. */
export function readingLines(indicator: IndicatorView, planYear: number, look: Look): string[] {
  const facts = numberFacts(indicator, (day) => shortDay(day, planYear), look);
  return indicator.value === null ? facts : [...facts, verdictText(indicator, planYear, look)];
}

/** The value with its day, and its share; or only that there is no reading. */
export function numberFacts(indicator: IndicatorView, dayText: (day: Day) => string, look: Look): string[] {
  const { screens } = look.catalogue;
  const { value, on, unit } = indicator;
  if (value === null || on === null) return [screens.noReading];
  const share = shareText(indicator, look);
  return [screens.reading(amountText(value, unit), dayText(on)), ...(share === "" ? [] : [share])];
}
