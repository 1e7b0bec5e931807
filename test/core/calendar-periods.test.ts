import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  QUARTERS,
  addDays,
  contains,
  dayOfMonthOf,
  dayOfNumber,
  daysInMonth,
  overlaps,
  periodOfMonth,
  periodOfQuarter,
  periodOfYear,
  quarterNumber,
  quarterOf,
  quartersOf,
  span,
  yearOf,
} from "../../src/core/calendar.ts";
import { day, period } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

const days = fc.integer({ min: 0, max: 84_005 }).map(dayOfNumber);
const years = fc.integer({ min: 1970, max: 2199 });
const periods = fc.tuple(days, days).map(([a, b]) => (a <= b ? { start: a, end: b } : { start: b, end: a }));

describe("months, quarters and years", () => {
  it("ends each month the day before the next one begins", () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 11 }), (year, month) => {
        expect(addDays(periodOfMonth(year, month).end, 1)).toBe(periodOfMonth(year, month + 1).start);
      }),
      LAW,
    );
  });

  it.each([
    [2017, 2, 28],
    [2016, 2, 29],
    [2000, 2, 29],
    [2100, 2, 28],
    [2017, 4, 30],
    [2017, 12, 31],
  ])("%i month %i has %i days", (year, month, count) => {
    expect(daysInMonth(year, month)).toBe(count);
    expect(dayOfMonthOf(periodOfMonth(year, month).end)).toBe(count);
  });

  it("divides every year into its four quarters", () => {
    fc.assert(
      fc.property(years, (year) => {
        const [first, second, third, fourth] = QUARTERS.map((quarter) => periodOfQuarter(year, quarter));
        expect(periodOfYear(year)).toEqual({ start: first?.start, end: fourth?.end });
        expect(first && addDays(first.end, 1)).toBe(second?.start);
        expect(second && addDays(second.end, 1)).toBe(third?.start);
        expect(third && addDays(third.end, 1)).toBe(fourth?.start);
      }),
      LAW,
    );
  });

  it("puts every day into exactly one quarter of its year", () => {
    fc.assert(
      fc.property(days, (any) => {
        const home = QUARTERS.filter((quarter) => contains(periodOfQuarter(yearOf(any), quarter), any));
        expect(home).toEqual([quarterOf(any)]);
      }),
      LAW,
    );
  });

  it("begins the second quarter on 04-01 and ends it on 06-30", () => {
    expect(periodOfQuarter(2017, 2)).toEqual(period("2017-04-01..2017-06-30"));
  });
});

describe("periods", () => {
  it("overlap if a day is in both", () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        const common = contains(a, b.start) || contains(a, b.end) || contains(b, a.start);
        expect(overlaps(a, b)).toBe(common);
        expect(overlaps(b, a)).toBe(common);
      }),
      LAW,
    );
  });

  it("overlap in a single shared day", () => {
    expect(overlaps(period("2017-01-01..2017-03-31"), period("2017-03-31..2017-06-30"))).toBe(true);
    expect(overlaps(period("2017-01-01..2017-03-31"), period("2017-04-01..2017-06-30"))).toBe(false);
  });

  it("contain their first and last day", () => {
    const quarter = period("2017-04-01..2017-06-30");
    const asked = ["2017-03-31", "2017-04-01", "2017-06-30", "2017-07-01"].map((text) => contains(quarter, day(text)));
    expect(asked).toEqual([false, true, true, false]);
  });

  it("span from the first one's start to the last one's end", () => {
    expect(span(periodOfQuarter(2017, 2), periodOfQuarter(2017, 3))).toEqual(period("2017-04-01..2017-09-30"));
  });

  it("touch the quarters of a year that they overlap", () => {
    expect(quartersOf(period("2017-03-31..2017-07-01"), 2017)).toEqual([1, 2, 3]);
    expect(quartersOf(period("2017-11-01..2018-05-31"), 2017)).toEqual([4]);
    expect(quartersOf(period("2016-11-01..2017-05-31"), 2017)).toEqual([1, 2]);
    expect(quartersOf(period("2018-01-01..2018-03-31"), 2017)).toEqual([]);
    expect(quartersOf(period("2016-01-01..2016-12-31"), 2017)).toEqual([]);
    fc.assert(
      fc.property(days, fc.nat({ max: 900 }), fc.integer({ min: -1, max: 3 }), (start, length, behind) => {
        const [own, year] = [{ start, end: addDays(start, length) }, yearOf(start) + behind];
        const touched = QUARTERS.filter((quarter) => overlaps(periodOfQuarter(year, quarter), own));
        expect(quartersOf(own, year)).toEqual(touched);
      }),
      LAW,
    );
  });
});

describe("a quarter", () => {
  it("is one of four numbers", () => {
    expect([0, 1, 2, 3, 4, 5, 1.5, NaN].map(quarterNumber)).toEqual([
      undefined,
      1,
      2,
      3,
      4,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
