/** Reads as-of days, quarters and months as people type them at the prompt. */
import {
  type Day,
  QUARTERS,
  type Quarter,
  makeDay,
  monthOf,
  parseDay,
  periodOfMonth,
  periodOfQuarter,
  quarterNumber,
  quarterOf,
  yearOf,
} from "./calendar.ts";
import { foldTyped } from "./text.ts";
import { dayText, englishMonth, parseTypedDay, shortDayIn } from "./typed-days.ts";

const CHINESE_DIGITS: Readonly<Record<string, Quarter>> = { 一: 1, 二: 2, 三: 3, 四: 4 };
/** Words in front of a unit, and how many units away from now they mean. */
const WHICH: Readonly<Record<string, number>> = {
  ...{ "this ": 0, "last ": -1, "next ": 1 },
  ...{ 本: 0, 这: 0, 这个: 0, 上: -1, 上个: -1, 下: 1, 下个: 1 },
};
const UNITS = { week: ["week", "周"], month: ["month", "月"], quarter: ["quarter", "季度", "季"] } as const;

/** First and last quarter of halves and of the year, as offices call them. */
const PERIODS: Readonly<Record<string, readonly [Quarter, Quarter]>> = {
  上半年: [1, 2],
  下半年: [3, 4],
  前三季度: [1, 3],
  全年: [1, 4],
  year: [1, 4],
  h1: [1, 2],
  h2: [3, 4],
};
/** Words for the end of a quarter. */
const ENDS: Readonly<Record<string, Quarter>> = { 年中: 2, 年末: 4, 年底: 4 };
const CHINESE_MONTHS = "一 二 三 四 五 六 七 八 九 十 十一 十二".split(" ");
/**
 * A typed as-of day: a day, which without a year is in the plan's year; or the last day of a quarter, half, month or
 * the whole of the plan's year (`Q2`, `二季度`, `上半年`, `6月`, `June`, `年末`). Undefined if it is neither.
 */
export function parseAsOf(typed: string, today: Day, planYear: number): Day | undefined {
  const plain = parseDay(typed);
  if (plain !== undefined) return plain;
  const text = withoutYear(dayText(typed), planYear);
  const short = shortDayIn(text);
  if (short !== null) return makeDay(planYear, short.month, short.dayOfMonth);
  const day = parseTypedDay(typed, today);
  if (day !== undefined) return day;
  const quarter = Object.hasOwn(ENDS, text) ? ENDS[text] : quartersWord(text)?.[1];
  if (quarter !== undefined) return periodOfQuarter(planYear, quarter).end;
  // A bare number is too ambiguous to be a month here: it may be a day.
  const month = /^\d*$/.test(text) ? undefined : parseTypedMonth(text.replace(/(?<=月)[底末]$/, ""), planYear);
  return month === undefined ? undefined : periodOfMonth(planYear, month).end;
}

/** Removes the plan's year in front of one of its quarters or halves (`2017年二季度`, `2017q2`, `2017年底`). */
function withoutYear(text: string, planYear: number): string {
  // Hardly anybody types a year here, and V8 takes a while to make a pattern.
  if (!text.startsWith(String(planYear))) return text;
  return text.replace(new RegExp(`^${planYear}(?:年度?(?=[^末底])|(?=[^\\d-]))\\s*`), "");
}

/**
 * Typed consecutive quarters of the plan's year: `2`, `Q2`, `二季度`, `2017Q2`, `2..3`, `二、三季度`, `上半年`, or `this`, `last`,
 * `next` (`last quarter`, 上季, 上个季度) as seen from the as-of day. Undefined if it is anything else, or outside the plan's
 * year.
 */
export function parseTypedQuarters(typed: string, asOf: Day, planYear: number): Quarter[] | undefined {
  const text = withoutYear(foldTyped(typed), planYear);
  const offset = offsetOf(`${text} `) ?? relativeOffset(text, "quarter");
  if (offset !== undefined) return relativeQuarter(offset, asOf, planYear);
  const ends = spanIn(text, /\.\.|[-至到、,]/, quartersWord);
  return ends === undefined ? undefined : QUARTERS.filter((quarter) => ends[0] <= quarter && quarter <= ends[1]);
}

/**
 * Typed consecutive months of the plan's year: a single one (`parseTypedMonth`), `6..8`, `6-8月`, `六、七月`, or `this`,
 * `last`, `next` (`last month`, 上月, 上个月) as seen from the as-of day. Undefined if it is anything else, or outside the
 * plan's year.
 */
export function parseTypedMonths(typed: string, asOf: Day, planYear: number): number[] | undefined {
  const text = foldTyped(typed);
  const offset = offsetOf(`${text} `) ?? relativeOffset(text, "month");
  const own = offset === undefined ? undefined : (yearOf(asOf) - planYear) * 12 + monthOf(asOf) + offset;
  const whole = own ?? parseTypedMonth(text, planYear);
  // 2017-06 is a single month. With `..`, each side may have a year with a hyphen, so hyphens do not split it.
  const mark = text.includes("..") ? /\.\./ : /[-至到、,]/;
  const ends =
    whole === undefined ? spanIn(text, mark, (word) => monthsWord(word, planYear)) : ([whole, whole] as const);
  return ends === undefined ? undefined : monthsFrom(ends[0], ends[1]);
}

/** How many units away a folded text means (`last month`, 上个季度): 0, -1 or 1. Undefined for anything else. */
export function relativeOffset(text: string, unit: keyof typeof UNITS): number | undefined {
  const name = UNITS[unit].find((one) => text.endsWith(one));
  return name === undefined ? undefined : offsetOf(text.slice(0, -name.length));
}

function offsetOf(which: string): number | undefined {
  return Object.hasOwn(WHICH, which) ? WHICH[which] : undefined;
}

/** Undefined if one of them is outside the year. */
function monthsFrom(first: number, last: number): number[] | undefined {
  if (first < 1 || last > 12) return undefined;
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The first month of a range may lack its own 月: 六至八月. */
function monthsWord(text: string, planYear: number): readonly [number, number] | undefined {
  const month = parseTypedMonth(text, planYear) ?? parseTypedMonth(`${text}月`, planYear);
  return month === undefined ? undefined : [month, month];
}

/** First and last of a range on both sides of a mark, or of a single word; undefined if it runs backwards. */
function spanIn<Part extends number>(
  text: string,
  mark: RegExp,
  wordsOf: (word: string) => readonly [Part, Part] | undefined,
): readonly [Part, Part] | undefined {
  const spans = text.split(mark).map(wordsOf);
  const first = spans[0]?.[0];
  const last = spans.at(-1)?.[1];
  if (spans.length > 2 || first === undefined || last === undefined || first > last) return undefined;
  // A list means only its items: 二、四季度 leaves one out, so it is no range.
  return /[、,]/.test(text) && last - first !== 1 ? undefined : [first, last];
}

/** A typed month of the plan's year: `6`, `06`, `6月`, `六月`, `June`, `2017-06`; undefined if it is none. */
export function parseTypedMonth(typed: string, planYear: number): number | undefined {
  const text = foldTyped(typed);
  const word = CHINESE_MONTHS.indexOf(/^([一二三四五六七八九十]+)月份?$/.exec(text)?.[1] ?? "");
  if (word >= 0) return word + 1;
  const english = englishMonth(text);
  if (english > 0) return english;
  const match = /^(?:(\d{4})[-年])?(\d{1,2})月?份?$/.exec(text);
  if (match === null || (match[1] !== undefined && Number(match[1]) !== planYear)) return undefined;
  const month = Number(match[2]);
  return month >= 1 && month <= 12 ? month : undefined;
}

/** First and last quarter of a folded word: of `上半年` and the like, or a single quarter twice. */
function quartersWord(text: string): readonly [Quarter, Quarter] | undefined {
  if (Object.hasOwn(PERIODS, text)) return PERIODS[text];
  const quarter = quarterWord(text);
  return quarter === undefined ? undefined : [quarter, quarter];
}

/** The quarter of a folded word: `2`, `q2`, `二`, `二季度`, `第二季度`; undefined for anything else. */
export function quarterWord(text: string): Quarter | undefined {
  const match = /^(?:q|第)?([1-4一二三四])(?:季度?)?$/.exec(text);
  const digit = match?.[1];
  if (digit === undefined) return undefined;
  return CHINESE_DIGITS[digit] ?? quarterNumber(Number(digit));
}

function relativeQuarter(offset: number, asOf: Day, planYear: number): Quarter[] | undefined {
  const quarter = quarterNumber((yearOf(asOf) - planYear) * 4 + quarterOf(asOf) + offset);
  return quarter === undefined ? undefined : [quarter];
}
