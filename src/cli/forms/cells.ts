/** Reads what was typed into cells, and what spreadsheets made of it, as if typed on a command line. */
import { percentInCell } from "../../core/amount.ts";
import {
  type Day,
  SERIAL_1970,
  addDays,
  dayOfNumber,
  earlierOf,
  laterOf,
  periodOfMonth,
  yearOf,
} from "../../core/calendar.ts";
import { isPercent } from "../../core/indicators.ts";
import { inPercent } from "../../core/rounding.ts";
import { isNoSuchDay, isRelativeDay, isWithoutYear, mayBeTwoDays, parseTypedDay } from "../../core/typed-days.ts";
import { parseAsOf, parseTypedMonth } from "../../core/typed-periods.ts";
import type { GridValue } from "../../storage/grids.ts";
import { formFailure } from "./heads.ts";
import { pastDay } from "../recording/past-day.ts";

/** The cell's text on one line: its lines are joined by ； unless they end in punctuation. */
export function cellLine(value: GridValue): string {
  const lines = String(value)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.reduce((text, line) => text + (/[，。；！？、,;.!?]$/.test(text) ? "" : "；") + line);
}

/**
 * For up to this many days after a form's as-of day, a day without a year may be in the following year: it is nearer
 * there than in the year before.
 */
const HALF_A_YEAR = 182;

/** What days in a form are read against. */
export interface FormDays {
  readonly today: Day;
  /**
   * The latest day that a day without a year may mean: within the plan's year or near the form's as-of day, however
   * late the form comes back.
   */
  readonly latest: Day;
  readonly planYear: number;
}

/** Makes the `FormDays` of a form with this as-of day; `asOf` is undefined if the form does not give it. */
export function formDays(asOf: Day | undefined, today: Day, planYear: number): FormDays {
  const [yearEnd, near] = [periodOfMonth(planYear, 12).end, asOf === undefined ? today : addDays(asOf, HALF_A_YEAR)];
  return { today, latest: earlierOf(laterOf(near, yearEnd), today), planYear };
}

/** The day in a cell. Refuses days in the future, and days so far in the past that they must be a slip. */
export function cellDay(value: string | number, column: string, { today, latest, planYear }: FormDays): Day {
  const typed = String(value).normalize("NFKC").trim();
  // A spreadsheet turned something else into a fraction: 6.1 may have been 6.10.
  const isWhole = typeof value === "string" || Number.isInteger(value);
  const isDay = isWhole && (parseTypedDay(typed, today) !== undefined || isNoSuchDay(typed) || mayBeTwoDays(typed));
  if (!isDay) {
    const serial = serialDay(typed);
    throw formFailure((texts) => texts.noDay(column, typed) + (serial === null ? "" : texts.serialDay(serial)));
  }
  // `today` meant another day when the cell was filled in.
  if (isRelativeDay(typed)) throw formFailure((texts) => texts.relativeDay(column, typed));
  const day = pastDay(column, typed, isWithoutYear(typed) ? latest : today, planYear) ?? today;
  if (yearOf(day) < planYear - 1) throw formFailure((texts) => texts.tooEarly(day));
  return day;
}

/** The day behind a spreadsheet's serial number (days since 1899-12-30); null if the number is probably no day. */
function serialDay(typed: string): Day | null {
  const day = /^\d{5}$/.test(typed) ? dayOfNumber(Number(typed) - SERIAL_1970) : null;
  return day?.startsWith("20") === true ? day : null;
}

/**
 * The same for the day of a value, which may also be a period of the plan's year, meaning its last day: `6月底`, `6月`,
 * `Q2`, `上半年`.
 */
export function cellValueDay(value: string | number, column: string, days: FormDays): Day {
  const { today, planYear } = days;
  const text = String(value).normalize("NFKC").trim();
  const isPeriod = /[q季月年]/i.test(text) && parseTypedDay(text, today) === undefined;
  const end = isPeriod ? endOf(text, today, planYear) : undefined;
  return cellDay(end ?? value, column, days);
}

function endOf(text: string, today: Day, planYear: number): Day | undefined {
  const month = parseTypedMonth(text.replace(/[底末]$/, ""), planYear);
  if (month !== undefined) return periodOfMonth(planYear, month).end;
  return parseAsOf(text.replace(/(?<=[季度月])[底末]$/, ""), today, planYear);
}

/**
 * A percentage: `80` for 0.8, as a spreadsheet stores 80%; other texts as they are. Refuses 1, which may be 1% or 100%.
 */
export function cellPercent(value: string | number): string {
  const percent = percentInCell(String(value).trim());
  if (percent === null) throw formFailure((texts) => texts.oneOrAll);
  return percent;
}

/**
 * The value of an indicator. Refuses a number up to 1 if the unit is a percentage: the spreadsheet may have stored
 * 23.4% as 0.234.
 */
export function cellValue(value: string | number, unit: string): string {
  const isShare = typeof value === "number" && value !== 0 && Math.abs(value) <= 1;
  if (isShare && isPercent(unit)) throw formFailure((texts) => texts.shareOrPercent(value, String(inPercent(value))));
  return String(value).trim();
}
