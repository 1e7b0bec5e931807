import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Day,
  addDays,
  dayOfMonthOf,
  dayOfNumber,
  daysBetween,
  daysInMonth,
  monthOf,
  numberOfDay,
  periodOfQuarter,
  periodOfYear,
  yearOf,
} from "../../src/core/calendar.ts";
import { PACE_METHODS, type PaceMethod, elapsedShare, monthsAfter, monthsInto } from "../../src/core/pace.ts";
import { oneDecimal } from "../../src/core/rounding.ts";
import { day, period } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

const YEAR = periodOfYear(2017);

/** The share in percent, with one decimal as notices print it. */
function percent(asOf: string, method: PaceMethod, days = YEAR): string {
  return (elapsedShare(days, day(asOf), method) * 100).toFixed(1);
}

const periods = fc
  .tuple(fc.integer({ min: 0, max: 80_000 }), fc.integer({ min: 0, max: 800 }))
  .map(([start, length]) => ({ start: dayOfNumber(start), end: dayOfNumber(start + length) }));
const methods = fc.constantFrom(...PACE_METHODS);

/** A numerator and a denominator. */
type Fraction = readonly [bigint, bigint];

/** Months to the end of the day. */
function monthsTo(last: Day): Fraction {
  const length = BigInt(daysInMonth(yearOf(last), monthOf(last)));
  return [BigInt(yearOf(last) * 12 + monthOf(last)) * length + BigInt(dayOfMonthOf(last)), length];
}

function minus([a, b]: Fraction, [c, d]: Fraction): Fraction {
  return [a * d - c * b, b * d];
}

/** The share in tenths of a percent, half up. */
function tenthsOf([a, b]: Fraction = [0n, 1n], [c, d]: Fraction = [1n, 1n]): number {
  return Number((a * d * 2000n + b * c) / (b * c * 2n));
}

describe("pace by month", () => {
  it.each([
    ["2017-03-31", "25.0"],
    ["2017-06-30", "50.0"],
    ["2017-09-30", "75.0"],
    ["2017-11-30", "91.7"],
    ["2017-05-15", "37.4"],
    ["2017-01-31", "8.3"],
  ])("of the year on %s is %s percent, as official notices print it", (asOf, expected) => {
    expect(percent(asOf, "month")).toBe(expected);
  });

  it("of the second quarter is 49.5 % on 05-15", () => {
    expect(percent("2017-05-15", "month", periodOfQuarter(2017, 2))).toBe("49.5");
  });

  it("counts whole months alike, however long they are", () => {
    expect(elapsedShare(periodOfQuarter(2017, 1), day("2017-02-28"), "month")).toBeCloseTo(2 / 3, 12);
    expect(elapsedShare(periodOfQuarter(2016, 1), day("2016-02-29"), "month")).toBeCloseTo(2 / 3, 12);
  });

  it("rounds half up: a sixteenth is 6.25 %, printed 6.3", () => {
    const sixteen = period("2017-01-01..2017-01-16");
    const shares = ["2017-01-01", "2017-01-05", "2017-01-13"].map((on) => elapsedShare(sixteen, day(on), "month"));
    expect(shares.map((share) => oneDecimal(share * 100))).toEqual([6.3, 31.3, 81.3]);
  });

  it("equals exact fractions, to one decimal", () => {
    fc.assert(
      fc.property(periods, fc.nat(), (days, any) => {
        const asOf = addDays(days.start, any % (daysBetween(days.start, days.end) + 1));
        const [elapsed, all] = [asOf, days.end].map((last) => minus(monthsTo(last), monthsTo(addDays(days.start, -1))));
        expect(oneDecimal(elapsedShare(days, asOf, "month") * 100)).toBe(tenthsOf(elapsed, all) / 10);
      }),
      LAW,
    );
  });

  it("counts a period that begins within a month by that month's days", () => {
    const half = period("2017-04-16..2017-05-31");
    expect(elapsedShare(half, day("2017-04-30"), "month")).toBeCloseTo(1 / 3, 12);
  });
});

describe("pace by day", () => {
  it("is elapsed days ÷ all days: 181/365 at the middle of the year", () => {
    expect(elapsedShare(YEAR, day("2017-06-30"), "day")).toBe(181 / 365);
    expect(percent("2017-06-30", "day")).toBe("49.6");
  });

  it("has 366 days in a leap year", () => {
    expect(elapsedShare(periodOfYear(2016), day("2016-02-29"), "day")).toBe(60 / 366);
  });

  it("equals a count of the days", () => {
    fc.assert(
      fc.property(periods, fc.nat(), (days, any) => {
        const length = daysBetween(days.start, days.end) + 1;
        const elapsed = (any % length) + 1;
        const asOf = dayOfNumber(numberOfDay(days.start) + elapsed - 1);
        expect(elapsedShare(days, asOf, "day")).toBeCloseTo(elapsed / length, 12);
      }),
      LAW,
    );
  });
});

describe("pace by either method", () => {
  it("is 0 before the period, and 1 from its last day on", () => {
    fc.assert(
      fc.property(periods, methods, fc.integer({ min: 1, max: 500 }), (days, method, distance) => {
        expect(elapsedShare(days, addDays(days.start, -distance), method)).toBe(0);
        expect(elapsedShare(days, days.end, method)).toBe(1);
        expect(elapsedShare(days, addDays(days.end, distance), method)).toBe(1);
      }),
      LAW,
    );
  });

  it("grows every day, and stays between 0 and 1", () => {
    fc.assert(
      fc.property(periods, methods, fc.nat(), (days, method, any) => {
        const length = daysBetween(days.start, days.end);
        fc.pre(length > 0);
        const asOf = addDays(days.start, any % length);
        const [share, next] = [elapsedShare(days, asOf, method), elapsedShare(days, addDays(asOf, 1), method)];
        expect(share).toBeGreaterThan(0);
        expect(next).toBeGreaterThan(share);
        expect(next).toBeLessThanOrEqual(1);
      }),
      LAW,
    );
  });
});

describe("calendar months", () => {
  it.each([
    ["2017-03-31", "2017-12-31", 9],
    ["2017-06-15", "2017-06-30", 0.5],
    ["2016-02-29", "2016-03-31", 1],
    ["2017-12-31", "2017-12-31", 0],
    ["2018-01-15", "2017-12-31", 0],
  ])("from the end of %s to the end of %s are %d", (from, to, expected) => {
    expect(monthsAfter(day(from), day(to))).toBeCloseTo(expected, 9);
  });

  it.each([
    ["2017-03-31", 3],
    ["2017-04-15", 3.5],
    ["2017-01-01", 1 / 31],
    ["2016-12-15", 0],
  ])("of the year up to %s are %d", (to, expected) => {
    expect(monthsInto(YEAR, day(to))).toBeCloseTo(expected, 9);
  });
});

describe("pace of a milestone's window", () => {
  it("is measured over its own days: half of September on the 15th, a third after one month of three", () => {
    expect(percent("2017-09-15", "month", period("2017-09-01..2017-09-30"))).toBe("50.0");
    expect(percent("2017-07-31", "month", period("2017-07-01..2017-09-30"))).toBe("33.3");
    expect(percent("2017-07-31", "day", period("2017-07-01..2017-09-30"))).toBe("33.7");
  });
});
