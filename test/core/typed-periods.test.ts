import { describe, expect, it } from "vitest";
import { parseAsOf, parseTypedMonth, parseTypedMonths, parseTypedQuarters } from "../../src/core/typed-periods.ts";
import { day } from "../support/builders.ts";

const TODAY = day("2017-07-03");

describe("a typed as-of day", () => {
  it.each([
    ["2017-05-15", "2017-05-15"],
    ["昨天", "2017-07-02"],
    ["5-15", "2017-05-15"],
    ["Q1", "2017-03-31"],
    ["H1", "2017-06-30"],
    ["June", "2017-06-30"],
    ["6月", "2017-06-30"],
    ["六月底", "2017-06-30"],
    ["2017-06", "2017-06-30"],
    ["June 28", "2017-06-28"],
    ["q2", "2017-06-30"],
    ["Ｑ３", "2017-09-30"],
    ["四季度", "2017-12-31"],
    ["第二季度", "2017-06-30"],
  ])("%j is %s", (typed, expected) => {
    expect(parseAsOf(typed, TODAY, 2017)).toBe(expected);
  });

  it("takes a quarter, and a day without its year, from the plan's year, not from today's", () => {
    expect(parseAsOf("Q1", day("2018-02-01"), 2017)).toBe("2017-03-31");
    expect(parseAsOf("1-31", day("2018-02-01"), 2017)).toBe("2017-01-31");
    expect(parseAsOf("9月30日", TODAY, 2017)).toBe("2017-09-30");
    expect(parseAsOf("2-29", day("2016-03-01"), 2017)).toBeUndefined();
    expect(parseAsOf("2-29", TODAY, 2016)).toBe("2016-02-29");
    expect(parseAsOf("昨天", day("2018-02-01"), 2017)).toBe("2018-01-31");
  });

  it.each(["Q5", "2017-02-29", "6/7", "2016-06", "2016年二季度", "2016年底", "6", "12", "ma", "someday", ""])(
    "is not %j",
    (typed) => {
      expect(parseAsOf(typed, TODAY, 2017)).toBeUndefined();
    },
  );
});

describe("typed quarters", () => {
  it.each([
    ["2", [2]],
    ["Q2", [2]],
    ["q4", [4]],
    ["二季度", [2]],
    ["第二季度", [2]],
    ["第3季度", [3]],
    ["H1", [1, 2]],
    ["h2", [3, 4]],
    ["一季", [1]],
    ["２", [2]],
    ["2..3", [2, 3]],
    ["Q2..Q3", [2, 3]],
    ["1-4", [1, 2, 3, 4]],
    ["二至三季度", [2, 3]],
    ["二到四季度", [2, 3, 4]],
    ["3..3", [3]],
    ["this", [3]],
    ["本季", [3]],
    ["本季度", [3]],
    ["last", [2]],
    ["上季", [2]],
    ["上季度", [2]],
    ["next", [4]],
    ["NEXT", [4]],
    ["下季", [4]],
    ["下季度", [4]],
    ["上个季度", [2]],
    ["这个季度", [3]],
    ["下个季度", [4]],
    ["last quarter", [2]],
    ["This Quarter", [3]],
    ["上半年", [1, 2]],
    ["下半年", [3, 4]],
    ["全年", [1, 2, 3, 4]],
    ["前三季度", [1, 2, 3]],
    ["二、三季度", [2, 3]],
    ["第一、二季度", [1, 2]],
    ["3,4", [3, 4]],
    ["二季度至下半年", [2, 3, 4]],
    ["2017年二季度", [2]],
    ["2017年度第二季度", [2]],
    ["2017Q2", [2]],
    ["2017 q2", [2]],
    ["２０１７年上半年", [1, 2]],
    ["2017年2..3", [2, 3]],
  ])("%j is %j, seen from 2017-07-03", (typed, expected) => {
    expect(parseTypedQuarters(typed, TODAY, 2017)).toEqual(expected);
  });

  it("of the plan's year are seen from the year after it too", () => {
    expect(parseTypedQuarters("last", day("2018-01-15"), 2017)).toEqual([4]);
    expect(parseTypedQuarters("next", day("2016-12-31"), 2017)).toEqual([1]);
  });

  it.each([
    ["this", "2018-01-15"],
    ["next", "2017-10-01"],
    ["last", "2017-03-31"],
  ])("%s is none of the plan's year on %s", (typed, asOf) => {
    expect(parseTypedQuarters(typed, day(asOf), 2017)).toBeUndefined();
  });

  it.each([
    "0",
    "5",
    "Q",
    "3..2",
    "1..",
    "..3",
    "1..2..3",
    "2017",
    "2017年",
    "2017-2",
    "20172",
    "2016年二季度",
    "2018Q2",
    "五季度",
    "二、四季度",
    "1、2、3",
    "2、2",
    "quarter",
    "constructor",
    "constructor quarter",
    "last month",
    "上个月",
    "上个",
    "年中",
    "下半年至上半年",
    "",
  ])("are not %j", (typed) => {
    expect(parseTypedQuarters(typed, TODAY, 2017)).toBeUndefined();
  });
});

describe("a typed month", () => {
  it.each([
    ["6", 6],
    ["06", 6],
    ["1", 1],
    ["12", 12],
    ["6月", 6],
    ["６月份", 6],
    ["2017-06", 6],
    ["2017年6月", 6],
    ["六月", 6],
    ["June", 6],
    ["Jun", 6],
    ["sept", 9],
    ["十月份", 10],
    ["十一月", 11],
  ])("%j is %i", (typed, expected) => {
    expect(parseTypedMonth(typed, 2017)).toBe(expected);
  });

  it.each(["0", "13", "2016-06", "2017", "ju", "junes", "6-1", "十三月", "二一月", "月", ""])("is not %j", (typed) => {
    expect(parseTypedMonth(typed, 2017)).toBeUndefined();
  });
});

describe("typed months", () => {
  it.each([
    ["6", [6]],
    ["六月", [6]],
    ["2017-06", [6]],
    ["this", [7]],
    ["本月", [7]],
    ["last", [6]],
    ["上月", [6]],
    ["上个月", [6]],
    ["next", [8]],
    ["下月", [8]],
    ["last month", [6]],
    ["next month", [8]],
    ["这月", [7]],
    ["6..8", [6, 7, 8]],
    ["6-8", [6, 7, 8]],
    ["６－８月", [6, 7, 8]],
    ["6月至8月", [6, 7, 8]],
    ["六至八月", [6, 7, 8]],
    ["六、七月", [6, 7]],
    ["June..Aug", [6, 7, 8]],
    ["2017-06..2017-08", [6, 7, 8]],
    ["1..12", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ["6..6", [6]],
  ])("%j are %j, seen from 2017-07-03", (typed, expected) => {
    expect(parseTypedMonths(typed, TODAY, 2017)).toEqual(expected);
  });

  it("of the plan's year are seen from the year after it too", () => {
    expect(parseTypedMonths("last", day("2018-01-15"), 2017)).toEqual([12]);
    expect(parseTypedMonths("next", day("2016-12-31"), 2017)).toEqual([1]);
  });

  it.each([
    ["this", "2018-01-15"],
    ["next", "2017-12-01"],
    ["last", "2017-01-31"],
  ])("%s is none of the plan's year on %s", (typed, asOf) => {
    expect(parseTypedMonths(typed, day(asOf), 2017)).toBeUndefined();
  });

  it.each([
    "0",
    "13",
    "8..6",
    "6..",
    "..8",
    "6..7..8",
    "6-28",
    "6、8月",
    "2016-06",
    "2017-06-28",
    "constructor",
    "月",
    "上",
    "last quarter",
    "上周",
    "",
  ])("are not %j", (typed) => {
    expect(parseTypedMonths(typed, TODAY, 2017)).toBeUndefined();
  });
});

describe("the end of a half or of the year", () => {
  it.each([
    ["上半年", "2017-06-30"],
    ["年中", "2017-06-30"],
    ["下半年", "2017-12-31"],
    ["年末", "2017-12-31"],
    ["年底", "2017-12-31"],
    ["全年", "2017-12-31"],
    ["year", "2017-12-31"],
    ["2017年二季度", "2017-06-30"],
    ["2017Q3", "2017-09-30"],
    ["2017年底", "2017-12-31"],
    ["2017年6月底", "2017-06-30"],
  ])("%s is %s", (typed, expected) => {
    expect(parseAsOf(typed, TODAY, 2017)).toBe(expected);
  });
});
