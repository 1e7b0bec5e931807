/** What indicators have reached, and whether that is enough: flows against the pace, all others against the target. */
import { type Day, type Period, QUARTERS, type Quarter, earlierOf, periodOfQuarter, periodOfYear } from "./calendar.ts";
import type { Journal } from "./journal/fold.ts";
import { type PaceMethod, elapsedPercent } from "./pace.ts";
import type { Indicator } from "./plan.ts";
import { difference, oneDecimal } from "./rounding.ts";
import { type Reading, readingsUpTo, sumUp } from "./readings.ts";

export const VERDICTS = ["met", "exceeded", "on-pace", "behind", "no-reading", "not-judged", "cancelled"] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What a verdict rests on, where that is not plain: above a range, above a limit, nothing said up to the due day, a quarter
 * missed, a quarter of which nothing was said.
 */
export const VERDICT_REASONS = ["over-maximum", "over-limit", "due-past", "quarter-missed", "quarter-unread"] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

/** A reading judged at the pace of its own day. */
export interface Judgement extends Reading {
  /** Percent of the target, one decimal, below 0 and above 100 as it comes; null for a rank and where the target is not above 0. */
  readonly share: number | null;
  /** Percent of the target that the pace asks for on the reading's day; null where the target itself is the measure. */
  readonly expected: number | null;
  /** Points: share − expected; for percentages that are no flow, value − target. Below 0 is short. Null elsewhere. */
  readonly gap: number | null;
  /** In the indicator's unit, how far beyond the target (short of it: below 0). */
  readonly margin: number | null;
  readonly verdict: Verdict;
  readonly verdictReason: VerdictReason | null;
  /** The reading before this one; null where this is the first. */
  readonly previous: { readonly value: number; readonly on: Day } | null;
}

/** One quarter of an indicator whose target holds for each quarter. */
export interface QuarterJudgement extends Judgement {
  readonly quarter: Quarter;
  /** The quarter's last day, or the indicator's due day where that is earlier. */
  readonly due: Day;
}

/** All that is said of an indicator on a day. */
export interface IndicatorStanding extends Judgement {
  /** The quarters begun, where the target holds for each quarter, from that of the task's addition up to that of the due day; else none. */
  readonly quarters: readonly QuarterJudgement[];
}

/** Which indicator is asked about, and by whose calendar. */
export interface IndicatorQuestion {
  /** The day from which its task belongs to the plan; null for a task of the first hour. */
  readonly added: Day | null;
  /** `10/agencies`. */
  readonly ref: string;
  readonly indicator: Indicator;
  readonly journal: Journal;
  readonly asOf: Day;
  readonly year: number;
  readonly pace: PaceMethod;
}

/** Whether the target is reached, or more than that. */
export function isReached(verdict: Verdict): boolean {
  return verdict === "met" || verdict === "exceeded";
}

/** Whether less is better: ranks, and what has an upper limit alone. */
export function isLessBetter({ basis, min }: Pick<Indicator, "basis" | "min">): boolean {
  return basis === "rank" || min === null;
}

/** Below an upper limit that it must keep until its time is over: no pace is asked of it. */
export function isWithinLimit({ verdict, expected }: Pick<Judgement, "verdict" | "expected">): boolean {
  return verdict === "on-pace" && expected === null;
}

/** The number to reach: the minimum of a range, the last rank allowed, the limit. */
export function goalOf({ basis, min, max }: Pick<Indicator, "basis" | "min" | "max">): number {
  return (basis === "rank" ? (max ?? min) : (min ?? max)) ?? 0;
}

/** The time in which a flow adds up: from the year's first day to the indicator's due day. */
export function flowPeriod(indicator: Pick<Indicator, "due">, year: number): Period {
  return { start: periodOfYear(year).start, end: indicator.due };
}

/** How the indicator stands at the end of the day. */
export function indicatorStanding(question: IndicatorQuestion): IndicatorStanding {
  const { indicator, asOf, year, added } = question;
  if (indicator.per === null) return { ...judge(question, flowPeriod(indicator, year), asOf), quarters: [] };
  const quarters = targetQuarters(indicator, added, year)
    .filter(({ start }) => start <= asOf)
    // What is read after the due day is of the quarter all the same, as it is of the year where the target is the year's.
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
  /** Its last day, or the indicator's due day where that is earlier. */
  readonly due: Day;
}

/** The quarters for which a target for each quarter holds: from that in which its task came into the plan to that of its due day. */
export function targetQuarters({ due }: Pick<Indicator, "due">, added: Day | null, year: number): TargetQuarter[] {
  return QUARTERS.flatMap((quarter) => {
    const { start, end: last } = periodOfQuarter(year, quarter);
    if (start > due || (added !== null && last < added)) return [];
    return [{ quarter, start, last, due: earlierOf(last, due) }];
  });
}

/**
 * The latest quarter with a reading speaks for all, unless one that is over was missed, which does not mend, or has no reading
 * by which it can be judged: then nobody knows.
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

/** Those that are over and were missed, which does not mend. */
export function quartersMissed(quarters: readonly QuarterJudgement[], asOf: Day): Quarter[] {
  return quartersOver(quarters, ["behind"], asOf);
}

/** Those that are over and of which nobody knows how they ended. */
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

/** What is short of the target never prints as all of it. */
function shareOf(value: number, indicator: Indicator): number | null {
  const goal = goalOf(indicator);
  if (indicator.basis === "rank" || goal <= 0) return null;
  const share = oneDecimal((value / goal) * 100);
  return value < goal ? Math.min(share, 99.9) : share;
}

/** Gaps are differences of the numbers as printed, so that a reader can check them: 53.3 − 75.0 = −21.7. */
function gapOf({ unit }: Indicator, share: number | null, expected: number | null, margin: number): number | null {
  if (expected !== null) return share === null ? null : oneDecimal(share - expected);
  return isPercent(unit) ? margin : null;
}

/** Whether values in the unit are percentages: their differences are points. */
export function isPercent(unit: string): boolean {
  return unit === "%" || unit === "％";
}

interface Facts {
  readonly value: number;
  readonly share: number | null;
  readonly expected: number | null;
  /** The reading is of a day before the period's end: more may have come since. */
  readonly isOpen: boolean;
  /** The period is over at the end of the day asked about. */
  readonly isPast: boolean;
}

type Conclusion = Pick<Judgement, "verdict" | "verdictReason">;

function verdictOn(indicator: Indicator, facts: Facts): Conclusion {
  return isLessBetter(indicator) ? verdictOfLimit(indicator, facts) : verdictOfTarget(indicator, facts);
}

/** At least so much: a range is met at its minimum, and above its maximum it says so. */
function verdictOfTarget({ min, max, basis }: Indicator, facts: Facts): Conclusion {
  const { value, share, expected } = facts;
  if (max !== null && value > max) return conclude("exceeded", "over-maximum");
  if (min !== null && value >= min) return conclude(max === null && value > min ? "exceeded" : "met");
  const isOnPace = basis === "flow" && share !== null && expected !== null && share >= expected;
  return isOnPace ? openVerdict(facts) : conclude("behind");
}

/** At most so much. A flow that is still below its limit has not kept it until the time is over. */
function verdictOfLimit(indicator: Indicator, facts: Facts): Conclusion {
  if (facts.value > goalOf(indicator)) return conclude("behind", indicator.basis === "rank" ? null : "over-limit");
  return indicator.basis === "flow" && facts.isOpen ? openVerdict(facts) : conclude("met");
}

/** On pace then; but nothing is known of the time from then to a due day that has come. */
function openVerdict({ isOpen, isPast }: Facts): Conclusion {
  return isOpen && isPast ? conclude("not-judged", "due-past") : conclude("on-pace");
}

function conclude(verdict: Verdict, verdictReason: VerdictReason | null = null): Conclusion {
  return { verdict, verdictReason };
}
