/** Offsets found once give the same local times as the formatter, to the minute. */
import { afterEach, describe, expect, it } from "vitest";
import { formattedTime, offsetSpans } from "../../src/core/zone-offsets.ts";
import { cacheOffsets, localTime } from "../../src/core/zone.ts";

const HOUR_MS = 3_600_000;
const utc = (text: string): number => Date.parse(`${text}Z`);

/** Zones, each with two instants between which its offset changes or not. */
const ZONES = [
  ["Asia/Shanghai", "2016-07-01T00:00", "2018-07-01T00:00", [8]],
  ["Asia/Shanghai", "1991-01-01T00:00", "1991-12-31T00:00", [8, 9, 8]],
  ["America/New_York", "2017-01-01T00:00", "2017-12-31T00:00", [-5, -4, -5]],
  ["Pacific/Apia", "2011-12-01T00:00", "2012-05-01T00:00", [-10, 14, 13]],
  ["Asia/Kathmandu", "2017-01-01T00:00", "2017-01-02T00:00", [5.75]],
  ["UTC", "2017-01-01T00:00", "2017-01-01T00:01", [0]],
] as const;

afterEach(() => {
  for (const [zone] of ZONES) cacheOffsets(zone, []);
});

describe("the offsets of a zone", () => {
  it.each(ZONES)("%s from %s to %s", (zone, from, until, hours) => {
    const spans = offsetSpans(zone, utc(from), utc(until));
    expect(spans.map(({ offset }) => offset / HOUR_MS)).toEqual(hours);
    expect(spans[0]?.from).toBe(utc(from));
    expect(spans.at(-1)?.until).toBe(utc(until));
    expect(spans.slice(1).map((span) => span.from)).toEqual(spans.slice(0, -1).map((span) => span.until));
  });

  it("go no further than the calendar, and instants beyond count as its end", () => {
    const [start, beyond] = [utc("2199-01-01T00:00"), utc("2286-11-20T17:46")];
    expect(offsetSpans("Asia/Shanghai", start, beyond)).toEqual([
      { from: start, until: utc("2199-12-31T00:00"), offset: 8 * HOUR_MS },
    ]);
    expect(offsetSpans("Asia/Shanghai", beyond, beyond + HOUR_MS)).toEqual([]);
    expect(offsetSpans("America/New_York", -HOUR_MS, utc("1970-01-03T00:00"))).toEqual([
      { from: utc("1970-01-02T00:00"), until: utc("1970-01-03T00:00"), offset: -5 * HOUR_MS },
    ]);
  });

  it("are left out where a zone's minutes do not begin with those of UTC", () => {
    expect(offsetSpans("Africa/Monrovia", utc("1971-01-01T00:00"), utc("1971-06-01T00:00"))).toEqual([]);
  });

  it("change at the minute at which clocks go forward", () => {
    const [before, after] = offsetSpans("America/New_York", utc("2017-03-01T00:00"), utc("2017-03-31T00:00"));
    expect([before?.until, after?.from]).toEqual([utc("2017-03-12T07:00"), utc("2017-03-12T07:00")]);
  });

  it.each(ZONES)("give the local times of the formatter: %s from %s", (zone, from, until) => {
    const instants = Array.from({ length: 400 }, (_, step) => utc(from) + step * 21.7 * HOUR_MS);
    const edges = offsetSpans(zone, utc(from), utc(until)).flatMap((span) => [
      span.from - 1,
      span.from,
      span.until - 1,
    ]);
    const asked = [...instants, ...edges, utc(until), 0, -1].map(Math.floor);
    const formatted = asked.map((instant) => formattedTime(instant, zone));
    cacheOffsets(zone, offsetSpans(zone, utc(from), utc(until)));
    expect(asked.map((instant) => localTime(instant, zone))).toEqual(formatted);
  });
});
