import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  QUARTERS,
  addDays,
  contains,
  dayOfMonthOf,
  dayOfNumber,
  daysBetween,
  daysInMonth,
  laterOf,
  makeDay,
  monthOf,
  numberOfDay,
  overlaps,
  parseDay,
  periodOfMonth,
  periodOfQuarter,
  periodOfYear,
  quarterOf,
  quartersOf,
  span,
  weekdayOf,
  yearOf,
} from "../../src/core/calendar.ts";
import { day, period } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

/** 230 years of 365 days, and 56 leap days: every fourth year from 1972 to 2196 but for 2100. */
const LAST_NUMBER = 230 * 365 + 56 - 1;

const days = fc.integer({ min: 0, max: LAST_NUMBER }).map(dayOfNumber);
const years = fc.integer({ min: 1970, max: 2199 });
const periods = fc.tuple(days, days).map(([a, b]) => (a <= b ? { start: a, end: b } : { start: b, end: a }));

/** Every day of the calendar as counted by hand, month by month. */
function* countedDays(): Generator<{ text: string; year: number; month: number; dayOfMonth: number }> {
  for (let year = 1970; year <= 2199; year += 1) {
    const isLeap = year % 4 === 0 && year !== 2100;
    for (const [index, length] of [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries()) {
      for (let dayOfMonth = 1; dayOfMonth <= length; dayOfMonth += 1) {
        const month = index + 1;
        const text = [year, String(month).padStart(2, "0"), String(dayOfMonth).padStart(2, "0")].join("-");
        yield { text, year, month, dayOfMonth };
      }
    }
  }
}

describe("a day", () => {
  it("is every day from 1970-01-01 to 2199-12-31, numbered without a gap", () => {
    const wrong: string[] = [];
    let number = 0;
    for (const { text, year, month, dayOfMonth } of countedDays()) {
      const made = makeDay(year, month, dayOfMonth);
      if (made !== text || parseDay(text) !== text || dayOfNumber(number) !== text || numberOfDay(made) !== number) {
        wrong.push(text);
      }
      number += 1;
    }
    expect(wrong).toEqual([]);
    expect(number - 1).toBe(LAST_NUMBER);
  });

  it.each([
    ["2017-02-29", "2017 is no leap year"],
    ["2100-02-29", "nor is 2100"],
    ["2017-04-31", "April has 30 days"],
    ["2017-02-30", "no February has 30"],
    ["2017-13-01", "there are twelve months"],
    ["2017-00-10", "counted from 1"],
    ["2017-01-00", "and so are days"],
    ["1969-12-31", "before the first year"],
    ["2200-01-01", "after the last year"],
    ["2017-3-31", "without a leading zero"],
    ["2017/03/31", "with slashes"],
    ["20170331", "without hyphens"],
    [" 2017-03-31", "white space before it"],
    ["2017-03-31\n", "a line end after it"],
    ["２０１７-03-31", "full-width digits"],
    ["", "nothing"],
  ])("is not %j: %s", (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it.each([
    [1969, 12, 31],
    [2200, 1, 1],
    [2017, 0, 1],
    [2017, 13, 1],
    [2017, 1, 0],
    [2017, 2, 29],
  ])("is not made of %i, %i and %i", (year, month, dayOfMonth) => {
    expect(makeDay(year, month, dayOfMonth)).toBeUndefined();
  });

  it("falls on the 29th of February in 2000 and 2016", () => {
    expect([parseDay("2000-02-29"), parseDay("2016-02-29")]).toEqual(["2000-02-29", "2016-02-29"]);
  });

  it("knows its year, month, day of the month and quarter", () => {
    const parts = [yearOf, monthOf, dayOfMonthOf, quarterOf].map((part) => part(day("2017-08-31")));
    expect(parts).toEqual([2017, 8, 31, 3]);
  });

  it.each([
    ["1970-01-01", 4],
    ["2017-05-15", 1],
    ["2017-07-03", 1],
    ["2017-12-31", 0],
    ["2017-09-30", 6],
  ])("%s is weekday %i, counted from Sunday", (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });
});

describe("arithmetic of days", () => {
  it("gives back a day from its number", () => {
    fc.assert(fc.property(days, (any) => dayOfNumber(numberOfDay(any)) === any), LAW);
  });

  it("takes away what it added", () => {
    const numbers = fc.integer({ min: -3000, max: 3000 });
    fc.assert(fc.property(days, numbers, (any, count) => addDays(addDays(any, count), -count) === any), LAW);
  });

  it("adds as many days as lie between two days", () => {
    fc.assert(fc.property(days, days, (from, to) => addDays(from, daysBetween(from, to)) === to), LAW);
  });

  it("counts days between as a signed distance", () => {
    fc.assert(fc.property(days, days, (a, b) => daysBetween(a, b) + daysBetween(b, a) === 0), LAW);
  });

  it("orders days as their texts are ordered", () => {
    fc.assert(fc.property(days, days, (a, b) => a < b === numberOfDay(a) < numberOfDay(b)), LAW);
  });

  it("goes on by one weekday every day", () => {
    fc.assert(fc.property(days, (any) => weekdayOf(addDays(any, 1)) === (weekdayOf(any) + 1) % 7), LAW);
  });

  it.each([
    ["2017-02-28", 1, "2017-03-01"],
    ["2016-02-28", 1, "2016-02-29"],
    ["2017-12-31", 1, "2018-01-01"],
    ["2017-01-01", -1, "2016-12-31"],
    ["2017-03-31", 94, "2017-07-03"],
  ])("%s and %i days is %s", (from, count, to) => {
    expect(addDays(day(from), count)).toBe(to);
    expect(daysBetween(day(from), day(to))).toBe(count);
  });

  it("names the later of two days", () => {
    expect(laterOf(day("2017-06-30"), day("2017-09-30"))).toBe("2017-09-30");
    expect(laterOf(day("2017-09-30"), day("2017-06-30"))).toBe("2017-09-30");
  });
});

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

  it("parts every year into its four quarters", () => {
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
  it("overlap when some day lies in both", () => {
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

  it("touch the quarters that they reach into, of the asked year alone", () => {
    expect(quartersOf(period("2017-03-31..2017-07-01"), 2017)).toEqual([1, 2, 3]);
    expect(quartersOf(period("2017-11-01..2018-05-31"), 2017)).toEqual([4]);
    expect(quartersOf(period("2018-01-01..2018-03-31"), 2017)).toEqual([]);
  });
});
