/**
 * Calendar days and periods. A day is a branded string made only in this file. No `Date` leaves the file, so that no
 * result can depend on the machine's time zone. Arithmetic uses day numbers (days since 1970-01-01).
 */

declare const dayBrand: unique symbol;

/** A real calendar day, `YYYY-MM-DD`, from 1970-01-01 to 2199-12-31. Days compare as strings. */
export type Day = string & { readonly [dayBrand]: true };

export const QUARTERS = [1, 2, 3, 4] as const;

/** A quarter of the calendar year. */
export type Quarter = (typeof QUARTERS)[number];

/** A span of days, both ends included. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
}

/** Milliseconds in a day. */
export const DAY_MS = 86_400_000;
const DAY_PATTERN = /^(19[7-9]\d|20\d\d|21\d\d)-(\d\d)-(\d\d)$/;

/** The text as a day; undefined if it is not written `YYYY-MM-DD` or no such day exists from 1970 to 2199. */
export function parseDay(text: string): Day | undefined {
  const match = DAY_PATTERN.exec(text);
  if (match === null) return undefined;
  return makeDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The day of a year, month (1–12) and day of the month; undefined if no such day exists from 1970 to 2199. */
export function makeDay(year: number, month: number, dayOfMonth: number): Day | undefined {
  if (year < 1970 || year > 2199 || month < 1 || month > 12) return undefined;
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return undefined;
  return dayIn(year, month, dayOfMonth);
}

/** How many days the month (1–12) has. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** A cache: a plan has many milestones but few different days. */
const numbers = new Map<Day, number>();

/** The serial number of 1970-01-01 in spreadsheets, which count days from 1899-12-30. */
export const SERIAL_1970 = 25_569;

/** Days since 1970-01-01. */
export function numberOfDay(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Date.UTC(yearOf(day), monthOf(day) - 1, dayOfMonthOf(day)) / DAY_MS;
  numbers.set(day, number);
  return number;
}

/** Days from 0000-03-01 to 1970-01-01, and in 400, 100 and 4 years. The calendar repeats every 400 years. */
const [BEFORE_1970, DAYS_OF_400, DAYS_OF_100, DAYS_OF_4] = [719_468, 146_097, 36_524, 1461];

/** A cache, as above. */
const days = new Map<number, Day>();

/** The day that lies `number` days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = dayAfter1970(number);
  days.set(number, day);
  return day;
}

/**
 * Counts years from March, so that leap days come last: see `civil_from_days` in Howard Hinnant, chrono-Compatible
 * Low-Level Date Algorithms. Not with Date: its first use would take longer than all days of a small plan.
 */
function dayAfter1970(number: number): Day {
  const since = number + BEFORE_1970;
  const eras = Math.floor(since / DAYS_OF_400);
  const inEra = since - eras * DAYS_OF_400;
  const leapDays =
    Math.floor(inEra / (DAYS_OF_4 - 1)) - Math.floor(inEra / DAYS_OF_100) + Math.floor(inEra / (DAYS_OF_400 - 1));
  const yearOfEra = Math.floor((inEra - leapDays) / 365);
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const dayOfMonth = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return dayIn(eras * 400 + yearOfEra + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** The day `count` days later (earlier if negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfNumber(numberOfDay(day) + count);
}

/** Days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** The year of the day, 1970 to 2199. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The month, 1–12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** The day of the month, 1–31. */
export function dayOfMonthOf(day: Day): number {
  return Number(day.slice(8, 10));
}

/** The quarter of the day. */
export function quarterOf(day: Day): Quarter {
  return Math.ceil(monthOf(day) / 3) as Quarter;
}

/** The quarter of the day within `year`; for an earlier day the first quarter, for a later one the last. */
export function quarterWithin(year: number, day: Day): Quarter {
  if (yearOf(day) === year) return quarterOf(day);
  return yearOf(day) < year ? 1 : 4;
}

/** The day of the week, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: Day): number {
  return (numberOfDay(day) + 4) % 7;
}

/** The number as a quarter; undefined if it is not one. */
export function quarterNumber(number: number): Quarter | undefined {
  return QUARTERS.find((quarter) => quarter === number);
}

/** The whole year. `year` is 1970–2199. */
export function periodOfYear(year: number): Period {
  return { start: dayIn(year, 1, 1), end: dayIn(year, 12, 31) };
}

/** The quarter of the year from its first day to its last, both included. */
export function periodOfQuarter(year: number, quarter: Quarter): Period {
  const last = quarter * 3;
  return { start: dayIn(year, last - 2, 1), end: dayIn(year, last, daysInMonth(year, last)) };
}

/** The whole month (1–12). */
export function periodOfMonth(year: number, month: number): Period {
  return { start: dayIn(year, month, 1), end: dayIn(year, month, daysInMonth(year, month)) };
}

/** The days from the first period's start to the last one's end. */
export function span(first: Period, last: Period): Period {
  return { start: first.start, end: last.end };
}

/** Whether the periods have a day in common. */
export function overlaps(a: Period, b: Period): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Whether the day lies in the period, ends included. */
export function contains(period: Period, day: Day): boolean {
  return period.start <= day && day <= period.end;
}

/** The quarters of `year` that the period touches, in order. */
export function quartersOf(period: Period, year: number): Quarter[] {
  const from = yearOf(period.start);
  const until = yearOf(period.end);
  if (from > year || until < year) return [];
  const first = from < year ? 1 : quarterOf(period.start);
  const last = until > year ? 4 : quarterOf(period.end);
  return QUARTERS.slice(first - 1, last);
}

/** The later of two days. */
export function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlierOf(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** Formats numbers that are known to be a day. Years have four digits. */
function dayIn(year: number, month: number, dayOfMonth: number): Day {
  return `${year}${month < 10 ? "-0" : "-"}${month}${dayOfMonth < 10 ? "-0" : "-"}${dayOfMonth}` as Day;
}
