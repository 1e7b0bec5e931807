import { describe, expect, it } from "vitest";
import { type Forecast, forecastOf } from "../../src/core/forecast.ts";
import type { PaceMethod } from "../../src/core/pace.ts";
import type { Indicator } from "../../src/core/plan.ts";
import { day, indicator } from "../support/builders.ts";

function forecast(
  value: number | null,
  on: string,
  more: Partial<Indicator> = {},
  { asOf = on, pace = "month" }: { asOf?: string; pace?: PaceMethod } = {},
): Forecast {
  const what = indicator("x", { basis: "flow", min: 1200, ...more });
  const latest = { value, on: value === null ? null : day(on), verdict: "on-pace" } as const;
  return forecastOf(what, latest, { asOf: day(asOf), year: 2017, pace });
}

describe("a forecast", () => {
  it("extrapolates: 300 by the end of March are 100 a month and 1200 by the year's end", () => {
    expect(forecast(300, "2017-03-31")).toEqual({
      soFarPerMonth: 100,
      requiredPerMonth: 100,
      projected: 1200,
      projectedShare: 100,
      reason: null,
    });
  });

  it("spreads what is missing over the months left: 900 of 1200 by the end of June leave 50 a month", () => {
    expect(forecast(900, "2017-06-30")).toMatchObject({ soFarPerMonth: 150, requiredPerMonth: 50, projected: 1800 });
  });

  it("asks for nothing more once the target is reached", () => {
    expect(forecast(1300, "2017-06-30").requiredPerMonth).toBe(0);
  });

  it("under pace by day divides by 181/365", () => {
    expect(forecast(600, "2017-06-30", {}, { pace: "day" }).projected).toBe(1209.9);
  });

  it("counts months from the reading's day, not from the as-of day", () => {
    expect(forecast(300, "2017-03-31", {}, { asOf: "2017-10-15" })).toEqual(forecast(300, "2017-03-31"));
  });

  it("is too early before a quarter of the time, but says what is required", () => {
    expect(forecast(100, "2017-02-28")).toEqual({
      soFarPerMonth: 50,
      requiredPerMonth: 110,
      projected: null,
      projectedShare: null,
      reason: "too-early",
    });
    expect(forecast(300, "2017-03-30").reason).toBe("too-early");
  });

  it("ends at the indicator's own due day", () => {
    const trips = { min: 2, due: day("2017-11-30") };
    expect(forecast(1, "2017-05-31", trips)).toMatchObject({ projected: 2.2, requiredPerMonth: 0.2 });
    expect(forecast(1, "2017-05-31", trips, { asOf: "2017-11-30" }).reason).toBe("over");
  });

  it("requires nothing of a limit, and has no share of a target that is not above 0", () => {
    expect(forecast(5, "2017-06-30", { min: null, max: 20 })).toMatchObject({
      requiredPerMonth: null,
      projected: 10,
      projectedShare: 50,
    });
    expect(forecast(5, "2017-06-30", { min: 0 })).toMatchObject({ projected: 10, projectedShare: null });
  });

  it("works for a target of 1: 0.25 by the end of March is 1 by the year's end", () => {
    expect(forecast(0.25, "2017-03-31", { min: 1 })).toMatchObject({ projected: 1, projectedShare: 100 });
    expect(forecast(0.1, "2017-06-30", { min: 0.5 })).toMatchObject({ projected: 0.2, projectedShare: 40 });
  });

  it.each([
    ["no reading", null, {}, "no-reading"],
    ["no flow", 12, { basis: "stock" }, "not-flow"],
    ["a target for each quarter", 2, { per: "quarter" }, "per-quarter"],
    ["its time over", 2, { due: day("2017-03-31") }, "over"],
  ] as const)("is none with %s", (_, value, more, reason) => {
    expect(forecast(value, "2017-06-30", more)).toEqual({
      soFarPerMonth: null,
      requiredPerMonth: null,
      projected: null,
      projectedShare: null,
      reason,
    });
  });
});
