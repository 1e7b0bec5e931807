/** Reads days as people type them at the prompt. */
import { type Day, addDays, makeDay, parseDay, yearOf } from "./calendar.ts";
import { foldTyped } from "./text.ts";

const ENGLISH_MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
/** A year without a leap day: stands in for a year that was not typed. */
const COMMON_YEAR = 2001;
const RELATIVE_DAYS: Readonly<Record<string, number>> = { today: 0, 今天: 0, yesterday: -1, 昨天: -1, 前天: -2 };

/**
 * A typed day: `2017-06-28`, `20170628`, `today`, `昨天`, or one without a year (`6-28`, `6.28`, `6月28日`). A day without
 * a year is the latest such day not after `today`; or, with `after`, the earliest not before `after`. Undefined if it
 * is no day, or may be two.
 */
export function parseTypedDay(typed: string, today: Day, after: Day | null = null): Day | undefined {
  const plain = parseDay(typed);
  if (plain !== undefined) return plain;
  const text = dayText(typed);
  const offset = Object.hasOwn(RELATIVE_DAYS, text) ? RELATIVE_DAYS[text] : undefined;
  if (offset !== undefined) return addDays(today, offset);
  const whole = wholeDayIn(text);
  if (whole !== null) return makeDay(whole.year, whole.month, whole.dayOfMonth);
  const short = shortDayIn(text);
  return short === null
    ? undefined
    : nearestDay(short.month, short.dayOfMonth, after ?? today, after === null ? -1 : 1);
}

/** Whether the text names a day relative to today: `today`, `昨天`. */
export function isRelativeDay(typed: string): boolean {
  return Object.hasOwn(RELATIVE_DAYS, foldTyped(typed));
}

/** Whether the text is a day without a year, so that the nearest one was taken. */
export function isWithoutYear(typed: string): boolean {
  return shortDayIn(dayText(typed)) !== null;
}

/** Whether it looks like a day that does not exist: `2-30`, `2021-02-29`, or a leap day without a year. */
export function isNoSuchDay(typed: string): boolean {
  const text = dayText(typed);
  const short = shortDayIn(text);
  const written = wholeDayIn(text) ?? (short === null ? null : { ...short, year: COMMON_YEAR });
  if (written === null || makeDay(written.year, 1, 1) === undefined) return false;
  return makeDay(written.year, written.month, written.dayOfMonth) === undefined;
}

/** The folded text, with `june 28` and `28 jun 2017` turned into digits. */
export function dayText(typed: string): string {
  const text = foldTyped(typed);
  const match = /^(?:([a-z]+)\.? (\d{1,2})|(\d{1,2}) ([a-z]+)\.?)(?:,? (\d{4}))?$/.exec(text);
  const [, before, dayAfter, dayOfMonth = dayAfter ?? "", month = before, year] = match ?? [];
  const number = englishMonth(month);
  return number === 0 ? text : `${year === undefined ? "" : `${year}-`}${number}-${dayOfMonth}`;
}

/** The month (1–12) whose English name begins with the word, at least three letters long; 0 if there is none. */
export function englishMonth(word = ""): number {
  return word.length < 3 ? 0 : 1 + ENGLISH_MONTHS.findIndex((name) => name.startsWith(word));
}

function wholeDayIn(
  text: string,
): { readonly year: number; readonly month: number; readonly dayOfMonth: number } | null {
  const match =
    /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$/.exec(text) ?? /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  return match === null ? null : { year: Number(match[1]), month: Number(match[2]), dayOfMonth: Number(match[3]) };
}

export function shortDayIn(text: string): { readonly month: number; readonly dayOfMonth: number } | null {
  const match = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})[日号]?$/.exec(text);
  const [month, dayOfMonth] = [Number(match?.[1]), Number(match?.[2])];
  return match === null || mayBeTwoDays(text) ? null : { month, dayOfMonth };
}

/**
 * Whether it may be two days: `1/4` is 4 January to one reader and 1 April to another. Hyphens, dots and 月 always have
 * the month first.
 */
export function mayBeTwoDays(typed: string): boolean {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(foldTyped(typed));
  return match !== null && isEither(Number(match[1]), Number(match[2]));
}

/** Whether either number may be the month, and it matters which one is. */
function isEither(one: number, other: number): boolean {
  return one !== other && [one, other].every((number) => number >= 1 && number <= 12);
}

/** Whether it may be a day that lost its last digit: a spreadsheet turns 6.10 into 6.1. */
export function mayLackZero(typed: string): boolean {
  return /^\d{1,2}\.[1-3]$/.test(foldTyped(typed));
}

/**
 * The nearest such day before (`step` -1) or after (1) `today`, itself included. Undefined if the year of `today` has
 * no such day: whoever means another year's leap day has to type the year.
 */
function nearestDay(month: number, dayOfMonth: number, today: Day, step: -1 | 1): Day | undefined {
  const own = makeDay(yearOf(today), month, dayOfMonth);
  if (own === undefined || (step < 0 ? own <= today : own >= today)) return own;
  return makeDay(yearOf(today) + step, month, dayOfMonth);
}
