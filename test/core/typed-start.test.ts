import { describe, expect, it } from "vitest";
import { parseTypedStart } from "../../src/core/typed-start.ts";
import { day } from "../support/builders.ts";

describe("the first day of a typed period", () => {
  // 2017-07-03 is a Monday.
  it.each([
    ["本周", "2017-07-05", "2017-07-03"],
    ["this week", "2017-07-03", "2017-07-03"],
    ["this week", "2017-07-02", "2017-06-26"],
    ["上周", "2017-07-09", "2017-06-26"],
    ["Last Week", "2017-07-03", "2017-06-26"],
    ["本月", "2017-07-31", "2017-07-01"],
    ["上月", "2017-07-31", "2017-06-01"],
    ["上个月", "2017-07-31", "2017-06-01"],
    ["last month", "2017-01-15", "2016-12-01"],
    ["本季", "2017-09-30", "2017-07-01"],
    ["本季度", "2017-07-01", "2017-07-01"],
    ["上季度", "2017-07-01", "2017-04-01"],
    ["上个季度", "2017-07-01", "2017-04-01"],
    ["这个季度", "2017-07-01", "2017-07-01"],
    ["last quarter", "2017-02-01", "2016-10-01"],
  ])("%s, on %s, is %s", (typed, today, expected) => {
    expect(parseTypedStart(typed, day(today))).toBe(expected);
  });

  it.each(["this", "last", "week", "next week", "下周", "本年", "this constructor", "lastweek", "6-28", ""])(
    "%j is none",
    (typed) => {
      expect(parseTypedStart(typed, day("2017-07-03"))).toBeUndefined();
    },
  );

  it("is undefined before the calendar begins", () => {
    expect(parseTypedStart("last month", day("1970-01-05"))).toBeUndefined();
  });
});
