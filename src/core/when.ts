import {
  type Period,
  QUARTERS,
  type Quarter,
  parseDay,
  periodOfMonth,
  periodOfQuarter,
  periodOfYear,
  quarterNumber,
  span,
} from "./calendar.ts";

/** One span of time that a milestone entry names. `key` is what follows `@` in the id of its occurrence. */
export interface Window {
  readonly key: string;
  readonly period: Period;
}

/** What a `when:` means: its windows in the order written, and whether each is an occurrence with its own id. */
export interface Schedule {
  readonly repeating: boolean;
  readonly windows: readonly Window[];
}

/** Why a `when:` cannot be read. `text` is the part at fault. */
export interface WhenFault {
  readonly fault: "grammar" | "no-such-day" | "backwards" | "twice";
  readonly text: string;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * Reads the value of a `when:` for a plan of the given year. A list has one occurrence for each item and is never
 * filled in between: `[Q2, Q4]` is not `Q2..Q4`.
 */
export function parseWhen(value: string | readonly string[], year: number): Schedule | WhenFault {
  if (value === "every quarter") return { repeating: true, windows: QUARTERS.map((q) => quarterWindow(year, q)) };
  if (value === "every month") return { repeating: true, windows: MONTHS.map((month) => monthWindow(year, month)) };
  if (value === "year") return { repeating: false, windows: [{ key: "year", period: periodOfYear(year) }] };
  if (typeof value === "string") return once(value, year);
  const windows: Window[] = [];
  for (const item of value) {
    const window = parseSpan(item, year);
    if ("fault" in window) return window;
    if (windows.some(({ key }) => key === window.key)) return { fault: "twice", text: item };
    windows.push(window);
  }
  return { repeating: true, windows };
}

function once(value: string, year: number): Schedule | WhenFault {
  const window = parseSpan(value, year);
  return "fault" in window ? window : { repeating: false, windows: [window] };
}

function parseSpan(text: string, year: number): Window | WhenFault {
  const points = text.split("..");
  if (points.length > 2) return { fault: "grammar", text };
  const [from = "", to = from] = points;
  const first = parsePoint(from, year);
  const last = parsePoint(to, year);
  if ("fault" in first) return first;
  if ("fault" in last) return last;
  if (first.start > last.start) return { fault: "backwards", text };
  return { key: text, period: span(first, last) };
}

function parsePoint(text: string, year: number): Period | WhenFault {
  const quarter = quarterNumber(Number(/^Q([1-4])$/.exec(text)?.[1]));
  if (quarter !== undefined) return periodOfQuarter(year, quarter);
  const month = /^(19[7-9]\d|20\d\d|21\d\d)-(0[1-9]|1[0-2])$/.exec(text);
  if (month !== null) return periodOfMonth(Number(month[1]), Number(month[2]));
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return { fault: "grammar", text };
  const day = parseDay(text);
  return day === undefined ? { fault: "no-such-day", text } : { start: day, end: day };
}

function quarterWindow(year: number, quarter: Quarter): Window {
  return { key: `Q${quarter}`, period: periodOfQuarter(year, quarter) };
}

function monthWindow(year: number, month: number): Window {
  return { key: `${year}-${String(month).padStart(2, "0")}`, period: periodOfMonth(year, month) };
}
