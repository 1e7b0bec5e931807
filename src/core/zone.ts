/** Instants seen in the plan's time zone. The zone is always named; the machine's own is never read. */
import { type Day, dayOfNumber } from "./calendar.ts";

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
  return new Date(instant).toISOString();
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

/**
 * The instant, in milliseconds since 1970 UTC, in a zone that `isTimeZone` accepts. A clock that stood outside the
 * calendar's years is taken for its nearer end: it must not stop a reader.
 */
export function localTime(instant: number, timezone: string): LocalTime {
  const inCalendar = Math.min(Math.max(instant, 0), (LAST_DAY + 1) * DAY_MS - 1);
  const parts = new Map(
    formatterFor(timezone)
      .formatToParts(inCalendar)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const number = Date.UTC(part("year"), part("month") - 1, part("day")) / DAY_MS;
  const day = dayOfNumber(Math.min(Math.max(number, 0), LAST_DAY));
  const twoDigits = (type: Intl.DateTimeFormatPartTypes): string => String(part(type)).padStart(2, "0");
  return { day, time: `${twoDigits("hour")}:${twoDigits("minute")}` };
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
