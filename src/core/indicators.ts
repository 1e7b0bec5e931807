/** What indicators have reached, and whether it is enough: flows go by the pace, all others by the target itself. */
import { type Day, type Period, QUARTERS, type Quarter, earlierOf, periodOfQuarter, periodOfYear } from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import { type PaceMethod, elapsedPercent } from "./pace.ts";
import type { Indicator } from "./plan.ts";
import { difference, oneDecimal } from "./rounding.ts";
import { type Reading, readingsUpTo, sumUp } from "./readings.ts";

/** `exceeded` is above the target, or above a range's maximum; `not-judged` if nobody knows how its time ended. */
export const VERDICTS = ["met", "exceeded", "on-pace", "behind", "no-reading", "not-judged", "cancelled"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Why a verdict was given, if that is not obvious: above the range, above the limit, no reading at or after the due
 * day, a quarter missed, a quarter without a usable reading.
 */
export const VERDICT_REASONS = ["over-maximum", "over-limit", "due-past", "quarter-missed", "quarter-unread"] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** A reading, judged at the pace of its own day. */
export interface Judgement extends Reading {
  /**
   * Percent of the target, one decimal; any sign, may exceed 100. Null for a rank, and if the target is not above 0.
   */
  readonly share: number | null;
  /** Percent of the target that the pace asks for on the reading's day; null if the pace does not apply. */
  readonly expected: number | null;
  /**
   * In points; negative is short. share − expected; for percentages that no pace applies to, the same as `margin`;
   * otherwise null.
   */
  readonly gap: number | null;
  /** How far beyond the target the value is, in the indicator's unit; negative is short of it. */
  readonly margin: number | null;
  readonly verdict: Verdict;
  readonly verdictReason: VerdictReason | null;
  /** The value before this reading's day; null if there was none. */
  readonly previous: { readonly value: number; readonly on: Day } | null;
}

/** One quarter of an indicator that has a target for each quarter. */
export interface QuarterJudgement extends Judgement {
  readonly quarter: Quarter;
  /** The quarter's last day, or the indicator's due day if that is earlier. */
  readonly due: Day;
}

/** How an indicator stands on a day. */
export interface IndicatorStanding extends Judgement {
  /**
   * For a target for each quarter: the quarters that have begun, from the one in which the task was added to that of
   * the due day. Otherwise empty.
   */
  readonly quarters: readonly QuarterJudgement[];
}

/** Which indicator is asked about, as of which day, and how its pace is measured. */
export interface IndicatorQuestion {
  /** The day on which its task was added; null if the plan had it from the start. */
  readonly added: Day | null;
  /** `10/agencies`. */
  readonly ref: string;
  readonly indicator: Indicator;
  readonly journal: Journal;
  readonly asOf: Day;
  readonly year: number;
  readonly pace: PaceMethod;
}

/** Whether the target is reached or exceeded. */
export function isReached(verdict: Verdict): boolean {
  return verdict === "met" || verdict === "exceeded";
}

/** Whether less is better: for ranks, and for indicators with only an upper limit. */
export function isLessBetter({ basis, min }: Pick<Indicator, "basis" | "min">): boolean {
  return basis === "rank" || min === null;
}

/** Whether it is below an upper limit that it must keep until its due day. No pace applies to such a limit. */
export function isWithinLimit({ verdict, expected }: Pick<Judgement, "verdict" | "expected">): boolean {
  return verdict === "on-pace" && expected === null;
}

/** The number to reach: the last rank allowed, else the minimum, else the upper limit. */
export function goalOf({ basis, min, max }: Pick<Indicator, "basis" | "min" | "max">): number {
  return (basis === "rank" ? (max ?? min) : (min ?? max)) ?? 0;
}

/** The time over which a flow adds up: from the year's first day to the indicator's due day. */
export function flowPeriod(indicator: Pick<Indicator, "due">, year: number): Period {
  return { start: periodOfYear(year).start, end: indicator.due };
}

/** How the indicator stands at the end of the day. */
export function indicatorStanding(question: IndicatorQuestion): IndicatorStanding {
  const { indicator, asOf, year, added } = question;
  if (indicator.per === null) return { ...judge(question, flowPeriod(indicator, year), asOf), quarters: [] };
  const quarters = targetQuarters(indicator, added, year)
    .filter(({ start }) => start <= asOf)
    // A reading after the due day still belongs to the quarter, as it belongs to the year if the target is for the
    // year.
    .map(({ quarter, start, due, last }) => ({
      quarter,
      due,
      ...judge(question, { start, end: due }, earlierOf(asOf, last)),
    }));
  return { ...overQuarters(quarters, asOf), quarters };
}

interface TargetQuarter {
  readonly quarter: Quarter;
  readonly start: Day;
  readonly last: Day;
  /** The quarter's last day, or the indicator's due day if that is earlier. */
  readonly due: Day;
}

/** The quarters covered by a target for each quarter: from that of its task's addition to that of the due day. */
export function targetQuarters({ due }: Pick<Indicator, "due">, added: Day | null, year: number): TargetQuarter[] {
  return QUARTERS.flatMap((quarter) => {
    const { start, end: last } = periodOfQuarter(year, quarter);
    if (start > due || (added !== null && last < added)) return [];
    return [{ quarter, start, last, due: earlierOf(last, due) }];
  });
}

/**
 * The latest quarter with a reading speaks for all of them. The exceptions: a quarter that is over and was missed
 * cannot be made up for; and if one that is over has no reading to judge it by, the outcome is unknown.
 */
function overQuarters(quarters: readonly QuarterJudgement[], asOf: Day): Judgement {
  const latest = quarters.findLast(({ value }) => value !== null);
  if (latest === undefined) return unread();
  const { quarter: _, due: __, ...judgement } = latest;
  const isMissed = quartersMissed(quarters, asOf).length > 0;
  if (isMissed) return { ...judgement, ...conclude("behind", "quarter-missed") };
  const isUnread = quartersUnread(quarters, asOf).length > 0 && judgement.verdict !== "behind";
  return isUnread ? { ...judgement, ...conclude("not-judged", "quarter-unread") } : judgement;
}

/** The quarters that are over at the end of the day and have one of the verdicts. */
function quartersOver(quarters: readonly QuarterJudgement[], verdicts: readonly Verdict[], asOf: Day): Quarter[] {
  return quarters.filter(({ verdict, due }) => verdicts.includes(verdict) && due <= asOf).map(({ quarter }) => quarter);
}

/** The quarters that are over and were missed; they cannot be made up for. */
export function quartersMissed(quarters: readonly QuarterJudgement[], asOf: Day): Quarter[] {
  return quartersOver(quarters, ["behind"], asOf);
}

/** The quarters that are over and of which nobody knows how they ended. */
export function quartersUnread(quarters: readonly QuarterJudgement[], asOf: Day): Quarter[] {
  return quartersOver(quarters, ["no-reading", "not-judged"], asOf);
}

function judge(question: IndicatorQuestion, period: Period, until: Day): Judgement {
  const { ref, indicator, journal, pace } = question;
  const from = indicator.basis === "flow" || indicator.per !== null ? period.start : null;
  const readings = readingsUpTo(ref, journal, until, from);
  const { value, on } = sumUp(readings, journal);
  if (value === null || on === null) return unread();
  const before = sumUp(
    readings.filter((reading) => reading.on < on),
    journal,
  );
  const share = shareOf(value, indicator);
  const isPaced = indicator.basis === "flow" && indicator.min !== null;
  const expected = isPaced ? elapsedPercent(period, on, pace) : null;
  const goal = goalOf(indicator);
  const margin = isLessBetter(indicator) ? difference(goal, value) : difference(value, goal);
  return {
    value,
    on,
    share,
    expected,
    gap: gapOf(indicator, share, expected, margin),
    margin,
    ...verdictOn(indicator, { value, share, expected, isOpen: on < period.end, isPast: question.asOf >= period.end }),
    previous: before.value === null || before.on === null ? null : { value: before.value, on: before.on },
  };
}

function unread(): Judgement {
  const nothing = { value: null, on: null, share: null, expected: null, gap: null, margin: null, previous: null };
  return { ...nothing, verdict: "no-reading", verdictReason: null };
}

/** A value short of the target never shows as 100 %. */
function shareOf(value: number, indicator: Indicator): number | null {
  const goal = goalOf(indicator);
  if (indicator.basis === "rank" || goal <= 0) return null;
  const share = oneDecimal((value / goal) * 100);
  return value < goal ? Math.min(share, 99.9) : share;
}

/** Gaps are differences of printed numbers, so that readers can check them: 53.3 − 75.0 = −21.7. */
function gapOf({ unit }: Indicator, share: number | null, expected: number | null, margin: number): number | null {
  if (expected !== null) return share === null ? null : oneDecimal(share - expected);
  return isPercent(unit) ? margin : null;
}

/** Whether the unit is percent, so that differences are points. */
export function isPercent(unit: string): boolean {
  return unit === "%" || unit === "％";
}

interface Facts {
  readonly value: number;
  readonly share: number | null;
  readonly expected: number | null;
  /** The reading is from before the period's end, so that more may have come since. */
  readonly isOpen: boolean;
  /** The period is over at the end of the as-of day. */
  readonly isPast: boolean;
}

type Conclusion = Pick<Judgement, "verdict" | "verdictReason">;

function verdictOn(indicator: Indicator, facts: Facts): Conclusion {
  return isLessBetter(indicator) ? verdictOfLimit(indicator, facts) : verdictOfTarget(indicator, facts);
}

/** A target of at least so much. A range is met at its minimum; above its maximum the verdict says so. */
function verdictOfTarget({ min, max, basis }: Indicator, facts: Facts): Conclusion {
  const { value, share, expected } = facts;
  if (max !== null && value > max) return conclude("exceeded", "over-maximum");
  if (min !== null && value >= min) return conclude(max === null && value > min ? "exceeded" : "met");
  const isOnPace = basis === "flow" && share !== null && expected !== null && share >= expected;
  return isOnPace ? openVerdict(facts) : conclude("behind");
}

/** A limit of at most so much. A flow below its limit has not kept it until its time is over. */
function verdictOfLimit(indicator: Indicator, facts: Facts): Conclusion {
  if (facts.value > goalOf(indicator)) return conclude("behind", indicator.basis === "rank" ? null : "over-limit");
  return indicator.basis === "flow" && facts.isOpen ? openVerdict(facts) : conclude("met");
}

/** On pace; but if the due day has come since the last reading, nobody knows. */
function openVerdict({ isOpen, isPast }: Facts): Conclusion {
  return isOpen && isPast ? conclude("not-judged", "due-past") : conclude("on-pace");
}

function conclude(verdict: Verdict, verdictReason: VerdictReason | null = null): Conclusion {
  return { verdict, verdictReason };
}
