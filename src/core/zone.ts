/** Instants seen in the plan's time zone. The zone is always named; the machine's own is never read. */
import { type Day, dayOfNumber, numberOfDay } from "./calendar.ts";

/** An instant as the plan's people see it: the day and `HH:MM`. */
export interface LocalTime {
  readonly day: Day;
  readonly time: string;
}

/** Milliseconds since 1970 UTC of a timestamp; NaN where it is none. */
export function instantOf(timestamp: string): number {
  return Date.parse(timestamp);
}

/** The instant as the journal has it: UTC with milliseconds. */
export function timestampOf(instant: number): string {
  const date = new Date(instant);
  const day = [date.getUTCMonth() + 1, date.getUTCDate()].map(twoDigits);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits);
  const [year, milliseconds] = [String(date.getUTCFullYear()), String(date.getUTCMilliseconds())];
  // Not `toISOString`: on its first use it looks up the machine's zone, which takes a while.
  return `${year.padStart(4, "0")}-${day.join("-")}T${time.join(":")}.${milliseconds.padStart(3, "0")}Z`;
}

const DAY_MS = 86_400_000;
/** 2199-12-31, the calendar's last day. */
const LAST_DAY = Date.UTC(2199, 11, 31) / DAY_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Whether the name is a zone that means one place everywhere: an IANA name. `CST`, `EST` and `GMT+8` are refused,
 * since they mean other zones than their writers think (`CST` is Chicago, `Etc/GMT+8` lies west of Greenwich).
 */
export function isTimeZone(name: string): boolean {
  if (name !== "UTC" && !/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  if (/^etc\/gmt/i.test(name)) return false;
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

/** A span of instants (from, until: milliseconds since 1970 UTC) in which a zone's clocks are ahead of UTC by so much. */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 86_400_000;
const knownSpans = new Map<string, readonly OffsetSpan[]>();

/**
 * The zone's offsets between two instants, span by span, as far as the calendar goes: beyond it all instants are taken for its
 * end. Changes of the clocks are found to the minute; spans whose offset has seconds are left out.
 */
export function offsetSpans(timezone: string, from: number, until: number): OffsetSpan[] {
  const spans: OffsetSpan[] = [];
  const [first, last] = [Math.max(from, DAY_MS), Math.min(until, LAST_DAY * DAY_MS)];
  for (let start = first; start < last;) {
    const offset = offsetAt(start, timezone);
    const end = endOfOffset(start, last, offset, timezone);
    if (isWholeMinutes(start, offset, timezone)) spans.push({ from: start, until: end, offset });
    start = end;
  }
  return spans;
}

/** Whether the zone's minutes begin with those of UTC. */
function isWholeMinutes(instant: number, offset: number, timezone: string): boolean {
  const minute = Math.floor(instant / MINUTE_MS) * MINUTE_MS;
  return offsetAt(minute + MINUTE_MS - 1, timezone) === offset;
}

/** Spans that `offsetSpans` found in an earlier run: instants in them need no formatter, which is slow to make. */
export function knowOffsets(timezone: string, spans: readonly OffsetSpan[]): void {
  knownSpans.set(timezone, spans);
}

function offsetAt(instant: number, timezone: string): number {
  const { day, time } = formattedTime(instant, timezone);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const local = numberOfDay(day) * DAY_MS + minutes * MINUTE_MS;
  return local - Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}

/** The first whole minute after `start` with another offset; no zone changes twice within a week and back again. */
function endOfOffset(start: number, until: number, offset: number, timezone: string): number {
  let same = start;
  let other = Math.min(start + WEEK_MS, until);
  while (other < until && offsetAt(other, timezone) === offset) {
    same = other;
    other = Math.min(other + WEEK_MS, until);
  }
  if (offsetAt(other, timezone) === offset) return until;
  while (other - same > MINUTE_MS) {
    const middle = same + Math.floor((other - same) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle, timezone) === offset) same = middle;
    else other = middle;
  }
  return other;
}

/**
 * The instant, in milliseconds since 1970 UTC, in a zone that `isTimeZone` accepts. A clock that stood outside the
 * calendar's years is taken for its nearer end: it must not stop a reader.
 */
export function localTime(instant: number, timezone: string): LocalTime {
  const span = knownSpans.get(timezone)?.find(({ from, until }) => instant >= from && instant < until);
  if (span === undefined) return formattedTime(instant, timezone);
  // Without Date, whose first use takes a while.
  const day = Math.floor((instant + span.offset) / DAY_MS);
  const minutes = Math.floor((instant + span.offset - day * DAY_MS) / MINUTE_MS);
  return { day: dayOfNumber(day), time: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` };
}

function formattedTime(instant: number, timezone: string): LocalTime {
  const inCalendar = Math.min(Math.max(instant, 0), (LAST_DAY + 1) * DAY_MS - 1);
  const parts = new Map(
    formatterFor(timezone)
      .formatToParts(inCalendar)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const number = Date.UTC(part("year"), part("month") - 1, part("day")) / DAY_MS;
  const day = dayOfNumber(Math.min(Math.max(number, 0), LAST_DAY));
  return { day, time: `${twoDigits(part("hour"))}:${twoDigits(part("minute"))}` };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function formatterFor(timezone: string): Intl.DateTimeFormat {
  const known = formatters.get(timezone);
  if (known !== undefined) return known;
  const formatter = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: timezone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formatters.set(timezone, formatter);
  return formatter;
}
