import { describe, expect, it } from "vitest";
import { shiftDay, shiftPeriod } from "../../src/core/shift.ts";
import { day, period } from "../support/builders.ts";

describe("a day some years on", () => {
  it.each([
    ["2017-03-31", 1, "2018-03-31"],
    ["2017-06-15", -1, "2016-06-15"],
    ["2019-02-28", 1, "2020-02-29"],
    ["2020-02-29", 1, "2021-02-28"],
    ["2020-02-28", 1, "2021-02-28"],
    ["2019-02-27", 1, "2020-02-27"],
    ["2017-12-31", 0, "2017-12-31"],
  ])("%s and %i years: %s", (from, years, to) => {
    expect(shiftDay(day(from), years)).toBe(to);
  });

  it("stays the same at the end of the calendar", () => {
    expect(shiftDay(day("2199-05-01"), 1)).toBe("2199-05-01");
  });

  it("shifts both ends of a period", () => {
    expect(shiftPeriod(period("2017-04-01..2017-06-30"), 1)).toEqual(period("2018-04-01..2018-06-30"));
  });
});
