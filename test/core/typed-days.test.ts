import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOfNumber, daysBetween } from "../../src/core/calendar.ts";
import { isNoSuchDay, isWithoutYear, mayBeTwoDays, mayLackZero, parseTypedDay } from "../../src/core/typed-days.ts";
import { day } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

const TODAY = day("2017-07-03");
/** Days from 1980 on, so that the years before are in the calendar too. */
const days = fc.integer({ min: 3652, max: 84_005 }).map(dayOfNumber);

describe("a typed day", () => {
  it.each([
    ["2017-06-28", "2017-06-28"],
    ["2017-6-8", "2017-06-08"],
    ["2017/6/28", "2017-06-28"],
    ["2017年6月28日", "2017-06-28"],
    ["２０１７－０６－２８", "2017-06-28"],
    ["2017—06—28", "2017-06-28"],
    [" 2017-06-28 ", "2017-06-28"],
    ["2018-01-05", "2018-01-05"],
    ["20170628", "2017-06-28"],
    ["２０１７０６２８", "2017-06-28"],
    ["today", "2017-07-03"],
    ["Today", "2017-07-03"],
    ["今天", "2017-07-03"],
    ["yesterday", "2017-07-02"],
    ["昨天", "2017-07-02"],
    ["前天", "2017-07-01"],
    ["6-28", "2017-06-28"],
    ["6/28", "2017-06-28"],
    ["6/6", "2017-06-06"],
    ["06-28", "2017-06-28"],
    ["6月28日", "2017-06-28"],
    ["June 28", "2017-06-28"],
    ["28 June", "2017-06-28"],
    ["Jun. 28", "2017-06-28"],
    ["28 jun 2016", "2016-06-28"],
    ["June 28, 2016", "2016-06-28"],
    ["６月２８日", "2017-06-28"],
    ["7-3", "2017-07-03"],
  ])("%j is %s", (typed, expected) => {
    expect(parseTypedDay(typed, TODAY)).toBe(expected);
  });

  it.each([
    ["7-4", "2016-07-04"],
    ["12-31", "2016-12-31"],
  ])("without a year is the latest one not after today: %s is %s", (typed, expected) => {
    expect(parseTypedDay(typed, TODAY)).toBe(expected);
  });

  it("without a year can only be a leap day of this year", () => {
    expect(parseTypedDay("2-29", TODAY)).toBeUndefined();
    expect(parseTypedDay("2-29", day("2104-02-28"))).toBeUndefined();
    expect(parseTypedDay("2-29", day("2104-02-29"))).toBe("2104-02-29");
    expect(parseTypedDay("2-29", TODAY, day("2096-02-01"))).toBe("2096-02-29");
    expect(parseTypedDay("2-29", TODAY, day("2096-03-01"))).toBeUndefined();
  });

  it("without a year is the first one from `after` on, whatever today is", () => {
    const first = (typed: string, after: string): string | undefined => parseTypedDay(typed, TODAY, day(after));
    expect(first("6-30", "2017-06-30")).toBe("2017-06-30");
    expect(first("9-30", "2017-06-30")).toBe("2017-09-30");
    expect(first("7-1", "2017-06-30")).toBe("2017-07-01");
    expect(first("6-29", "2017-06-30")).toBe("2018-06-29");
    expect(first("昨天", "2017-06-30")).toBe("2017-07-02");
  });

  it.each([
    ["2017.6.28", "2017-06-28"],
    ["6.28", "2017-06-28"],
    ["6.1", "2017-06-01"],
    ["7.4", "2016-07-04"],
  ])("may be written with dots: %s is %s", (typed, expected) => {
    expect(parseTypedDay(typed, TODAY)).toBe(expected);
  });

  it.each([
    ["6.1", true],
    ["１０．３", true],
    ["6.10", false],
    ["6.4", false],
    ["6-1", false],
    ["2017.6.1", false],
  ])("with a dot may or may not lack a 0: %s", (typed, expected) => {
    expect(mayLackZero(typed)).toBe(expected);
  });

  it("may end with 号, as it is spoken", () => {
    expect(parseTypedDay("6月28号", TODAY)).toBe("2017-06-28");
    expect(parseTypedDay("2017年6月28号", TODAY)).toBe("2017-06-28");
  });

  it.each([
    ["6-28", true],
    ["6.28", true],
    ["20170628", false],
    ["６月２８日", true],
    ["2017-06-28", false],
    ["昨天", false],
  ])("may or may not leave out its year: %s", (typed, expected) => {
    expect(isWithoutYear(typed)).toBe(expected);
  });

  it("without a year is never after today, nor a year or more before it", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 364 }), (today, back) => {
        const past = addDays(today, -back);
        fc.pre(!past.endsWith("02-29"));
        const found = parseTypedDay(past.slice(5), today);
        expect(found).toBeDefined();
        expect(found !== undefined && daysBetween(found, today)).toBe(back);
      }),
      LAW,
    );
  });

  it.each([
    "2017-02-29",
    "2-30",
    "13-1",
    "0-1",
    "6-0",
    "2017-06",
    "20170230",
    "2017628",
    "1.2.3",
    "28",
    "tomorrow",
    "1-2-3",
    "constructor",
    "__proto__",
    "",
  ])("is not %j", (typed) => {
    expect(parseTypedDay(typed, TODAY)).toBeUndefined();
  });

  it.each([
    "2017-02-29",
    "2021年2月29日",
    "2-30",
    "2.30",
    "20170230",
    "6月31日",
    "June 31",
    "13-1",
    "0-1",
    "6-0",
    "2-29",
  ])("does not exist in the calendar: %s", (typed) => {
    expect(isNoSuchDay(typed)).toBe(true);
  });

  it.each([
    ["1/4", true],
    ["12/1", true],
    ["１／４", true],
    ["4/4", false],
    ["6/28", false],
    ["28/6", false],
    ["0/4", false],
    ["1-4", false],
    ["1.4", false],
    ["1月4日", false],
    ["1/4日", false],
    ["2017/1/4", false],
  ])("with a stroke may be two days: %s", (typed, isEither) => {
    expect(mayBeTwoDays(typed)).toBe(isEither);
    const isRefused = parseTypedDay(typed, TODAY) === undefined && !isNoSuchDay(typed);
    expect(isRefused && !isWithoutYear(typed)).toBe(isEither);
  });

  it.each(["2020-02-29", "6-30", "2017-06", "28", "1-2-3", "1900-02-30", "昨天", ""])(
    "is one, or not written as one, or of a year that no plan has: %j",
    (typed) => {
      expect(isNoSuchDay(typed)).toBe(false);
    },
  );
});
