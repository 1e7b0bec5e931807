/** Instants seen in the plan's time zone. The zone is always named; the machine's own is never read. */
import { type Day, makeDay } from "./calendar.ts";

/** An instant as the plan's people see it: the day and `HH:MM`. */
export interface LocalTime {
  readonly day: Day;
  readonly time: string;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/**
 * Whether the name is a zone that means one place everywhere: an IANA name. `CST`, `EST` and `GMT+8` are refused,
 * since they mean other zones than their writers think (`CST` is Chicago, `Etc/GMT+8` lies west of Greenwich).
 */
export function isTimeZone(name: string): boolean {
  if (name !== "UTC" && !/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  if (name.startsWith("Etc/GMT")) return false;
  try {
    formatterFor(name);
    return true;
  } catch {
    return false;
  }
}

/** The instant, in milliseconds since 1970 UTC, in a zone that `isTimeZone` accepts. Years are 1970–2199. */
export function localTime(instant: number, timezone: string): LocalTime {
  const parts = new Map(formatterFor(timezone).formatToParts(instant).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const day = makeDay(number("year"), number("month"), number("day"));
  if (day === undefined) throw new RangeError(`instant ${instant} lies outside the calendar`);
  return { day, time: `${parts.get("hour")}:${parts.get("minute")}` };
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
