import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  dayOfMonthOf,
  dayOfNumber,
  daysBetween,
  laterOf,
  makeDay,
  monthOf,
  numberOfDay,
  parseDay,
  quarterOf,
  quarterWithin,
  weekdayOf,
  yearOf,
} from "../../src/core/calendar.ts";
import { day } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

/** 230 years of 365 days, and 56 leap days: every fourth year from 1972 to 2196 except 2100. */
const LAST_NUMBER = 230 * 365 + 56 - 1;

const days = fc.integer({ min: 0, max: LAST_NUMBER }).map(dayOfNumber);

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

  it("outside a year belongs to its first or last quarter", () => {
    const quarters = ["2016-12-31", "2017-01-01", "2017-08-15", "2017-12-31", "2018-01-01"].map((text) =>
      quarterWithin(2017, day(text)),
    );
    expect(quarters).toEqual([1, 1, 3, 4, 4]);
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
  it("turns a day into its number and back", () => {
    fc.assert(
      fc.property(days, (any) => dayOfNumber(numberOfDay(any)) === any),
      LAW,
    );
  });

  it("subtracts what it added", () => {
    const numbers = fc.integer({ min: -3000, max: 3000 });
    fc.assert(
      fc.property(days, numbers, (any, count) => addDays(addDays(any, count), -count) === any),
      LAW,
    );
  });

  it("adds as many days as lie between two days", () => {
    fc.assert(
      fc.property(days, days, (from, to) => addDays(from, daysBetween(from, to)) === to),
      LAW,
    );
  });

  it("counts days between as a signed distance", () => {
    fc.assert(
      fc.property(days, days, (a, b) => daysBetween(a, b) + daysBetween(b, a) === 0),
      LAW,
    );
  });

  it("orders days as their texts are ordered", () => {
    fc.assert(
      fc.property(days, days, (a, b) => a < b === numberOfDay(a) < numberOfDay(b)),
      LAW,
    );
  });

  it("moves one weekday further every day", () => {
    fc.assert(
      fc.property(days, (any) => weekdayOf(addDays(any, 1)) === (weekdayOf(any) + 1) % 7),
      LAW,
    );
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
