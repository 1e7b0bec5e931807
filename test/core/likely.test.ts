import { describe, expect, it } from "vitest";
import { likelyDay, likelyId, likelyLanguage, likelyWhen, likelyWord } from "../../src/core/likely.ts";

describe("a guess at a day", () => {
  it.each([
    ["2017/3/31", "2017-03-31"],
    ["2017.3.31", "2017-03-31"],
    ["2017年3月31日", "2017-03-31"],
    ["20170331", "2017-03-31"],
    [" 2017-1-31 ", "2017-01-31"],
    ["２０１７-3-31", "2017-03-31"],
    ["2017-02-30", "2017-02-28"],
    ["2016-02-30", "2016-02-29"],
    ["2017-06-31", "2017-06-30"],
    ["2017年6月30日前", "2017-06-30"],
  ])("%s is %s", (typed, day) => expect(likelyDay(typed)).toBe(day));

  it("without a year is in the plan's year, if that is known", () => {
    expect(likelyDay("6月30日", 2018)).toBe("2018-06-30");
    expect(likelyDay("6月30日之前", 2018)).toBe("2018-06-30");
    expect(likelyDay("6月30日")).toBeNull();
  });

  it.each([
    "Q2",
    "2017-12",
    "2017/12",
    "201712",
    "2017-1231",
    "2017-13-01",
    "2017-00-10",
    "2017-06-32",
    "2017-06-00",
    "1969-12-31",
    "2017-06-30T00:00",
  ])("%s is none", (typed) => expect(likelyDay(typed)).toBeNull());
});

describe("a guess at a window", () => {
  it.each([
    ["二季度", "Q2"],
    ["第二季度", "Q2"],
    ["2018年第三季度", "Q3"],
    ["2017年第三季度", "2017-07..2017-09"],
    ["2019年Q1", "2019-01..2019-03"],
    ["2017年1月", "2017-01"],
    ["q4", "Q4"],
    ["Q２", "Q2"],
    ["Q2-Q3", "Q2..Q3"],
    ["Q1…Q2", "Q1..Q2"],
    ["一、二季度", "Q1..Q2"],
    ["第三至四季度", "Q3..Q4"],
    ["二、四季度", "[Q2, Q4]"],
    ["Q2, Q4", "[Q2, Q4]"],
    ["第一、二季度", "Q1..Q2"],
    ["2018年第一、二季度", "Q1..Q2"],
    ["2018年二、四季度", "[Q2, Q4]"],
    ["2017年第一、二季度", "2017-01..2017-06"],
    ["2017年二、四季度", "[2017-04..2017-06, 2017-10..2017-12]"],
    ["2019年上半年", "2019-01..2019-06"],
    ["一、二、三季度", "Q1..Q3"],
    ["一、三、四季度", "[Q1, Q3, Q4]"],
    ["四、一季度", "[Q4, Q1]"],
    ["【Q2，四季度】", "[Q2, Q4]"],
    ["Q1，Q2", "[Q1, Q2]"],
    ["上半年", "Q1..Q2"],
    ["下半年", "Q3..Q4"],
    ["H1", "Q1..Q2"],
    ["每半年", "[Q1..Q2, Q3..Q4]"],
    ["2019年每半年", "[2019-01..2019-06, 2019-07..2019-12]"],
    ["每季度", "every quarter"],
    ["Every Quarter", "every quarter"],
    ["每月", "every month"],
    ["monthly", "every month"],
    ["全年", "year"],
    ["2018", "year"],
    ["2018年", "year"],
    ["2018年度", "year"],
    ["2019", "2019-01..2019-12"],
    ["2017年", "2017-01..2017-12"],
    ["8月", "2018-08"],
    ["2017年8月", "2017-08"],
    ["2017/8", "2017-08"],
    ["201708", "2017-08"],
    ["7-9月", "2018-07..2018-09"],
    ["2017/12", "2017-12"],
    ["201711", "2017-11"],
    ["2017年7至9月", "2017-07..2017-09"],
    ["2017/11/30", "2017-11-30"],
    ["11月30日", "2018-11-30"],
    ["2018年6月底前", "2018-06"],
    ["6月底", "2018-06"],
    ["二季度末", "Q2"],
    ["上半年", "Q1..Q2"],
    ["2018年底前", "year"],
    ["年底前", "year"],
    ["年末", "year"],
    ["年内", "year"],
    ["全年持续推进", "year"],
    ["长期", "year"],
    ["all year", "year"],
    ["9月上旬", "2018-09-01..2018-09-10"],
    ["9月中旬前", "2018-09-11..2018-09-20"],
    ["2020年2月下旬", "2020-02-21..2020-02-29"],
    ["2月下旬", "2018-02-21..2018-02-28"],
  ])("%s is %s in a plan of 2018", (typed, when) => expect(likelyWhen(typed, 2018)).toBe(when));

  it.each(["9999", "2017年五季度", "Q5", "soon", "13月", "9-7月", "13月上旬", "每年", "", "Q3-Q1", "Q2、Q2"])(
    "%s is none",
    (typed) => {
      expect(likelyWhen(typed, 2018)).toBeNull();
    },
  );
});

describe("a guess at an id", () => {
  it.each([
    ["１０", "task", "10"],
    ["10.1", "task", "10-1"],
    ["10。1", "other", "10-1"],
    ["10.10", "other", "10-10"],
    ["１０－1", "other", "10-1"],
    ["10 - 1", "other", "10-1"],
    ["010", "task", "10"],
    ["010", "other", '"010"'],
    ["000", "task", '"000"'],
    ["0", "task", '"0"'],
    ["101", "other", '"101"'],
    ["1e5", "task", '"1e5"'],
    ["0x1F", "other", '"0x1F"'],
    ["true", "task", '"true"'],
    ["Agencies", "small", "agencies"],
    ["NULL", "small", '"null"'],
    ["FGK", "small", "fgk"],
  ] as const)("%s of a %s is %s", (typed, owner, id) => expect(likelyId(typed, owner)).toBe(id));

  it.each([
    ["10-1@Q2", "other"],
    ["10..1", "other"],
    ["编号", "task"],
    ["", "task"],
    ["10", "small"],
    ["a_b", "small"],
    ["FGK", "other"],
  ] as const)("%s of a %s is none", (typed, owner) => expect(likelyId(typed, owner)).toBeNull());
});

describe("a guess at a word", () => {
  it.each([
    ["basis", "期末数", "stock"],
    ["basis", " 累计数", "flow"],
    ["from", "工作目标", "objective"],
    ["districts", "各区县", "all"],
    ["per", "每季度", "quarter"],
  ])("%s: %s is %s", (key, typed, word) => expect(likelyWord(key, typed)).toBe(word));

  it.each([
    ["basis", "工作目标"],
    ["basis", "constructor"],
    ["title", "全部"],
  ])("%s: %s is none", (key, typed) => expect(likelyWord(key, typed)).toBeNull());
});

describe("a guess at a language", () => {
  it.each([
    ["cn", "zh"],
    ["zh-CN", "zh"],
    ["中文", "zh"],
    ["English", "en"],
    ["英文", "en"],
    ["fr", null],
  ])("%s is %s", (typed, language) => expect(likelyLanguage(typed)).toBe(language));
});
