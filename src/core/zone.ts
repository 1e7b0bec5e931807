/** Instants in the plan's time zone. The zone is always named; the machine's own is never read. */
import { DAY_MS, dayOfNumber } from "./calendar.ts";
import { type LocalTime, type OffsetSpan, formattedTime, isKnownZone, twoDigits } from "./zone-offsets.ts";

/** The timestamp in milliseconds since 1970 UTC; NaN if it is invalid. */
export function instantOf(timestamp: string): number {
  return Date.parse(timestamp);
}

/** The timestamp of an instant (milliseconds since 1970 UTC) as journals have it: UTC with milliseconds. */
export function timestampOf(instant: number): string {
  const date = new Date(instant);
  const day = [date.getUTCMonth() + 1, date.getUTCDate()].map(twoDigits);
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(twoDigits);
  const [year, milliseconds] = [String(date.getUTCFullYear()), String(date.getUTCMilliseconds())];
  // Not `toISOString`: its first use looks up the machine's time zone, which is slow.
  return `${year.padStart(4, "0")}-${day.join("-")}T${time.join(":")}.${milliseconds.padStart(3, "0")}Z`;
}

const MINUTE_MS = 60_000;

const knownSpans = new Map<string, readonly OffsetSpan[]>();

/**
 * Whether the name is an IANA zone that means the same place everywhere. `CST`, `EST` and `GMT+8` are refused, since
 * they often mean other zones than their writers think (`CST` is Chicago, `Etc/GMT+8` lies west of Greenwich).
 */
export function isTimeZone(name: string): boolean {
  if (name !== "UTC" && !/^[A-Za-z]+(?:\/[A-Za-z0-9_+-]+)+$/.test(name)) return false;
  if (/^etc\/gmt/i.test(name)) return false;
  return knownSpans.has(name) || isKnownZone(name);
}

/** Takes over spans that `offsetSpans` found before. Instants in them need no formatter, which is slow to make. */
export function cacheOffsets(timezone: string, spans: readonly OffsetSpan[]): void {
  knownSpans.set(timezone, spans);
}

/**
 * The local time of an instant (milliseconds since 1970 UTC) in a zone that `isTimeZone` accepts. An instant outside
 * the calendar's years, from a wrong clock, is moved to the nearer end, since it must not stop a reader.
 */
export function localTime(instant: number, timezone: string): LocalTime {
  const span = knownSpans.get(timezone)?.find(({ from, until }) => instant >= from && instant < until);
  if (span === undefined) return formattedTime(instant, timezone);
  // Not with Date, whose first use is slow.
  const day = Math.floor((instant + span.offset) / DAY_MS);
  const minutes = Math.floor((instant + span.offset - day * DAY_MS) / MINUTE_MS);
  return { day: dayOfNumber(day), time: `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` };
}
