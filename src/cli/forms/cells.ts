/** What is typed into cells, habits of spreadsheets included, as it would be typed on a command line. */
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
import {
  isNoSuchDay,
  isRelativeDay,
  isWithoutYear,
  parseAsOf,
  parseTypedDay,
  parseTypedMonth,
} from "../../core/typed.ts";
import type { GridValue } from "../../storage/grids.ts";
import { wrong } from "./heads.ts";
import { pastDay } from "../recording/past-day.ts";

/** A text of one line: the lines of a cell are joined. */
export function cellLine(value: GridValue): string {
  const lines = String(value)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return lines.reduce((text, line) => text + (/[，。；！？、,;.!?]$/.test(text) ? "" : "；") + line);
}

/** Days after a form's own up to which a day without its year may be of the next one: nearer to it than that of the year before. */
const HALF_A_YEAR = 182;

/** The days by which a form's own are read. */
export interface FormDays {
  readonly today: Day;
  /** The last one that is meant without its year: of the plan's year, or nearer to the form's as-of day, however late it comes back. */
  readonly latest: Day;
  readonly planYear: number;
}

/** The days by which a form of the as-of day is read; `asOf` is undefined where the form does not say it. */
export function formDays(asOf: Day | undefined, today: Day, planYear: number): FormDays {
  const [yearEnd, near] = [periodOfMonth(planYear, 12).end, asOf === undefined ? today : addDays(asOf, HALF_A_YEAR)];
  return { today, latest: earlierOf(laterOf(near, yearEnd), today), planYear };
}

/** A day that has been, and not so long ago that it must be a slip. */
export function cellDay(value: string | number, column: string, { today, latest, planYear }: FormDays): Day {
  const typed = String(value).normalize("NFKC").trim();
  // A number with a part behind the dot is what became of something else: 6.1 may have been 6.10.
  const isWhole = typeof value === "string" || Number.isInteger(value);
  const isDay = isWhole && (parseTypedDay(typed, today) !== undefined || isNoSuchDay(typed));
  if (!isDay) {
    const serial = serialDay(typed);
    throw wrong((texts) => texts.noDay(column, typed) + (serial === null ? "" : texts.serialDay(serial)));
  }
  // Today was another day when the cell was filled in.
  if (isRelativeDay(typed)) throw wrong((texts) => texts.relativeDay(column, typed));
  const day = pastDay(column, typed, isWithoutYear(typed) ? latest : today, planYear) ?? today;
  if (yearOf(day) < planYear - 1) throw wrong((texts) => texts.tooEarly(day));
  return day;
}

/** The day that a spreadsheet shows of the number once its cell is one for days; null where that is not likely meant. */
function serialDay(typed: string): Day | null {
  const day = /^\d{5}$/.test(typed) ? dayOfNumber(Number(typed) - SERIAL_1970) : null;
  return day?.startsWith("20") === true ? day : null;
}

/** The same, or the end of a month, quarter or half of the plan's year up to which a value goes: `6月底`, `6月`, `Q2`, `上半年`. */
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

/** `80` of 0.8, which a spreadsheet keeps of 80%; all else as it stands. */
export function cellPercent(value: string | number): string {
  const percent = percentInCell(String(value).trim());
  if (percent === null) throw wrong((texts) => texts.oneOrAll);
  return percent;
}

/** A value of an indicator; of a percentage a number up to 1 may be its hundredth part. */
export function cellValue(value: string | number, unit: string): string {
  const isShare = typeof value === "number" && value !== 0 && Math.abs(value) <= 1;
  if (isShare && isPercent(unit)) throw wrong((texts) => texts.shareOrPercent(value, String(inPercent(value))));
  return String(value).trim();
}
