/** Days of forms that leave out their year. */
import { expect, it } from "vitest";
import { cellDay, formDays } from "../../src/cli/forms/cells.ts";
import { day } from "../support/builders.ts";

it.each([
  ["of a form that comes back in time", "2017-07-03", "2017-07-05", "6-28", "2017-06-28"],
  ["of one that comes back a year late", "2017-07-03", "2018-07-19", "6-28", "2017-06-28"],
  ["of one of the spring, filled in at the year's end", "2017-03-20", "2018-01-10", "12-30", "2017-12-30"],
  ["of the last form of a year, in the next", "2017-12-20", "2018-01-10", "1月8日", "2018-01-08"],
  ["of that form, later", "2017-12-20", "2018-07-19", "6-28", "2017-06-28"],
  ["with its year, whatever the form's day", "2017-07-03", "2018-07-19", "2018-06-28", "2018-06-28"],
])("are those near the form's as-of day: %s", (_, asOf, today, typed, meant) => {
  expect(cellDay(typed, "完成日", formDays(day(asOf), day(today), 2017))).toBe(meant);
});
