/** Days in forms without a year are taken near the form's as-of day. */
import { expect, it } from "vitest";
import { cellDay, formDays } from "../../src/cli/forms/cells.ts";
import { day } from "../support/builders.ts";

it.each([
  ["in a form that comes back in time", "2017-07-03", "2017-07-05", "6-28", "2017-06-28"],
  ["in a form that comes back a year late", "2017-07-03", "2018-07-19", "6-28", "2017-06-28"],
  ["in a spring form filled in at the end of the year", "2017-03-20", "2018-01-10", "12-30", "2017-12-30"],
  ["in the last form of a year, of January after it", "2017-12-20", "2018-01-10", "1月8日", "2018-01-08"],
  ["in the same form, months later", "2017-12-20", "2018-07-19", "6-28", "2017-06-28"],
  ["with a year, whatever the form's as-of day", "2017-07-03", "2018-07-19", "2018-06-28", "2018-06-28"],
])("a day in a form gets the year near the form's as-of day: %s", (_, asOf, today, typed, meant) => {
  expect(cellDay(typed, "完成日", formDays(day(asOf), day(today), 2017))).toBe(meant);
});
