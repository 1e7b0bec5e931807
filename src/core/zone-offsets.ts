/** What the clocks of a time zone show, according to Node.js. Its first answer takes a while. */
import { DAY_MS, type Day, dayOfNumber, numberOfDay } from "./calendar.ts";

/** An instant as local clocks show it: the day and `HH:MM`. */
export interface LocalTime {
  readonly day: Day;
  readonly time: string;
}

/**
 * A span of instants with one offset from UTC. `from` (included) and `until` (excluded) are milliseconds since 1970
 * UTC; `offset` is in milliseconds, positive east of UTC.
 */
export interface OffsetSpan {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const MINUTE_MS = 60_000;
const WEEK_MS = 7 * DAY_MS;
/** 2199-12-31, the calendar's last day. */
const LAST_DAY = Date.UTC(2199, 11, 31) / DAY_MS;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether Node.js knows the zone. */
export function isKnownZone(name: string): boolean {
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The zone's offsets between two instants (milliseconds since 1970 UTC), span by span, within the calendar's years.
 * Changes of offset are found to the minute. Spans whose offset is not in whole minutes are left out.
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

/** Whether minutes in the zone begin when those of UTC do. */
function isWholeMinutes(instant: number, offset: number, timezone: string): boolean {
  const minute = Math.floor(instant / MINUTE_MS) * MINUTE_MS;
  return offsetAt(minute + MINUTE_MS - 1, timezone) === offset;
}

function offsetAt(instant: number, timezone: string): number {
  const { day, time } = formattedTime(instant, timezone);
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const local = numberOfDay(day) * DAY_MS + minutes * MINUTE_MS;
  return local - Math.floor(instant / MINUTE_MS) * MINUTE_MS;
}

/**
 * The first minute after `start` with another offset, or `until`. Searches week by week: no zone changes its offset and
 * back within a week.
 */
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
 * The local time of an instant (milliseconds since 1970 UTC) in a zone that Node.js knows. An instant outside the
 * calendar's years is moved to its nearer end.
 */
export function formattedTime(instant: number, timezone: string): LocalTime {
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

/** `07` for 7. */
export function twoDigits(number: number): string {
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
