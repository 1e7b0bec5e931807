import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, isTimeZone, localTime, timestampOf } from "../../src/core/zone.ts";
import { LAW } from "../support/laws.ts";

/** An instant in a zone, such as `2017-04-01 00:00`. */
function seen(instant: string, timezone: string): string {
  const { day, time } = localTime(Date.parse(instant), timezone);
  return `${day} ${time}`;
}

describe("a time zone", () => {
  it.each([
    "Asia/Shanghai",
    "Asia/Chongqing",
    "Asia/Urumqi",
    "UTC",
    "Etc/UTC",
    "America/New_York",
    "America/Argentina/Buenos_Aires",
    "America/Port-au-Prince",
  ])("is %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  it.each([
    ["CST", "it means Chicago"],
    ["EST", "an abbreviation"],
    ["GMT+8", "it lies west of Greenwich"],
    ["Etc/GMT+8", "the same"],
    ["Etc/GMT-8", "the same the other way round"],
    ["UTC+8", "unknown to most programs"],
    ["+08:00", "an offset, no place"],
    ["Asia/Beijing", "no such place"],
    ["Etc/Unknown", "what an empty TZ becomes"],
    ["Shanghai", "a place without its area"],
    ["Asia/", "an area without a place"],
    ["亚洲/上海", "not the zone's name"],
    ["Asia/Shanghai ", "with white space"],
    ["", "nothing"],
  ])("is not %j: %s", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });

  it.each(["etc/gmt+8", "ETC/GMT-8"])("is not %s, however it is written", (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});

describe("an instant in the plan's zone", () => {
  it.each([
    ["Asia/Shanghai", "2017-04-01 00:00"],
    ["UTC", "2017-03-31 16:00"],
    ["America/Los_Angeles", "2017-03-31 09:00"],
  ])("is another time in %s", (timezone, expected) => {
    expect(seen("2017-03-31T16:00:00.000Z", timezone)).toBe(expected);
  });

  it("belongs to a day until its last millisecond", () => {
    expect(seen("2017-03-31T15:59:59.999Z", "Asia/Shanghai")).toBe("2017-03-31 23:59");
  });

  it("writes midnight as 00:00", () => {
    expect(seen("2017-12-31T16:00:00.000Z", "Asia/Shanghai")).toBe("2018-01-01 00:00");
  });

  it.each([
    ["2017-03-12T06:59:00.000Z", "2017-03-12 01:59"],
    ["2017-03-12T07:00:00.000Z", "2017-03-12 03:00"],
    ["2017-11-05T05:30:00.000Z", "2017-11-05 01:30"],
    ["2017-11-05T06:30:00.000Z", "2017-11-05 01:30"],
  ])("follows New York's clocks when they change: %s", (instant, expected) => {
    expect(seen(instant, "America/New_York")).toBe(expected);
  });

  it("knows that Shanghai kept summer time in 1991", () => {
    expect(seen("1991-07-01T15:00:00.000Z", "Asia/Shanghai")).toBe("1991-07-02 00:00");
    expect(seen("1991-12-01T15:00:00.000Z", "Asia/Shanghai")).toBe("1991-12-01 23:00");
  });

  it("is eight hours later in Shanghai than in UTC, on every day of this century's plans", () => {
    const instants = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2199, 11, 30) });
    fc.assert(
      fc.property(instants, (instant) => {
        const later = new Date(instant + 8 * 3_600_000).toISOString();
        const { day, time } = localTime(instant, "Asia/Shanghai");
        expect(`${day}T${time}`).toBe(later.slice(0, 16));
      }),
      LAW,
    );
  });

  it("is read from a timestamp; NaN if that is invalid", () => {
    expect(instantOf("2017-06-21T01:12:03.123Z")).toBe(Date.UTC(2017, 5, 21, 1, 12, 3, 123));
    expect(instantOf("yesterday")).toBeNaN();
  });

  it("keeps its day at both ends of the calendar", () => {
    expect(seen("1970-01-01T00:00:00.000Z", "UTC")).toBe("1970-01-01 00:00");
    expect(seen("2199-12-31T23:59:59.999Z", "UTC")).toBe("2199-12-31 23:59");
  });

  it.each([
    ["9999-12-31T00:00:00.000Z", "Asia/Shanghai", "2199-12"],
    ["2199-12-31T16:00:00.000Z", "Asia/Shanghai", "2199-12"],
    ["1970-01-01T00:00:00.000Z", "America/New_York", "1970-01"],
    ["0001-01-01T00:00:00.000Z", "UTC", "1970-01"],
  ])("outside the calendar counts as its nearer end: %s in %s", (instant, timezone, month) => {
    expect(seen(instant, timezone).slice(0, 7)).toBe(month);
  });

  it("is written as in the journal", () => {
    expect(timestampOf(Date.UTC(2017, 5, 21, 1, 12, 3, 123))).toBe("2017-06-21T01:12:03.123Z");
    const inFourDigits = fc.date({
      min: new Date("0000-01-01T00:00:00.000Z"),
      max: new Date("9999-12-31T23:59:59.999Z"),
      noInvalidDate: true,
    });
    fc.assert(fc.property(inFourDigits, (date) => timestampOf(date.getTime()) === date.toISOString()));
  });
});
