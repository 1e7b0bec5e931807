/** Texts made of numbers and days: quarters, periods, windows, and what changed after a record. */
import { expect, it } from "vitest";
import { problemTexts } from "../../src/i18n/problems.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { period } from "../support/builders.ts";

const [zh, en] = [catalogueOf("zh").words, catalogueOf("en").words];

it.each([
  [[2], "二季度", "Q2"],
  [[1, 2], "一、二季度", "Q1 and Q2"],
  [[2, 4], "二、四季度", "Q2 and Q4"],
  [[2, 3, 4], "二至四季度", "Q2 to Q4"],
  // Three quarters are a range only if they are consecutive.
  [[1, 2, 4], "一、二、四季度", "Q1, Q2 and Q4"],
])("quarters %j", (list, chinese, english) => {
  expect([zh.quarters(list), en.quarters(list)]).toEqual([chinese, english]);
});

it.each([
  [[1, 2], "上半年"],
  [[3, 4], "下半年"],
  [[1, 2, 3], "前三季度"],
  [[2, 3], "二、三季度"],
])("the quarters of a report: %j", (list, chinese) => {
  expect(zh.span(list)).toBe(chinese);
});

it("numerals are Chinese, as in headings", () => {
  expect([1, 9, 10, 11, 20, 26].map(zh.numeral)).toEqual(["一", "九", "十", "十一", "二十", "二十六"]);
});

it.each([
  ["2017-01-01..2017-12-31", "全年", "all year"],
  ["2017-04-01..2017-06-30", "二季度", "Q2"],
  ["2017-04-01..2017-12-31", "二至四季度", "Q2-Q4"],
  ["2017-07-01..2017-08-31", "7-8月", "Jul-Aug"],
  ["2017-08-01..2017-08-31", "8月", "Aug"],
  ["2017-11-30..2017-11-30", "11月30日", "11-30"],
  ["2017-11-01..2017-12-15", "11月1日至12月15日", "11-01 to 12-15"],
  ["2017-11-01..2018-01-31", "2017-11-01 至 2018-01-31", "2017-11-01 to 2018-01-31"],
  ["2018-03-31..2018-03-31", "2018-03-31", "2018-03-31"],
])("a window %s", (window, chinese, english) => {
  expect([zh.window(period(window), 2017), en.window(period(window), 2017)]).toEqual([chinese, english]);
});

it.each([
  [
    "window",
    "10-1 的时段在登记（4518f647）之后改过。",
    "The window of 10-1 was changed after it was recorded (4518f647).",
  ],
  ["text", "10-1 的内容在登记（4518f647）之后改过。", "The text of 10-1 was changed after it was recorded (4518f647)."],
] as const)("the warning about a change after a record names what changed: %s", (what, chinese, english) => {
  const details = { id: "4518f647", ref: "10-1", what };
  const problem = { code: "W-JOURNAL-CHANGED", details, at: null, excerpt: null } as const;
  expect([problemTexts(problem, "zh").message, problemTexts(problem, "en").message]).toEqual([chinese, english]);
});
