import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayOfNumber } from "../../../src/core/calendar.ts";
import { viewGantt } from "../../../src/core/views/gantt.ts";
import { placeAll } from "../../../src/reporters/gantt-svg/lanes.ts";
import { type Scale, makeScale, monthTicks, quarterTicks, yearTicks } from "../../../src/reporters/gantt-svg/scale.ts";
import { day, inquiry, milestone, plan, task } from "../../support/builders.ts";

function scaleOf(...windows: readonly string[]): Scale {
  const own = windows.map((window, index) => milestone({ id: `10-${index + 1}`, window }));
  return makeScale(viewGantt(inquiry(plan([task("10", own)]), "2017-05-15")), { left: 100, right: 830 });
}

describe("the scale", () => {
  it("covers the plan's year if nothing lies outside, 365 days over 730 units", () => {
    const scale = scaleOf("2017-04-01..2017-06-30");
    expect([scale.first, scale.last, scale.perDay]).toEqual(["2017-01-01", "2017-12-31", 2]);
    expect([scale.startOf(day("2017-01-01")), scale.endOf(day("2017-01-01"))]).toEqual([100, 102]);
    expect([scale.startOf(day("2017-12-31")), scale.endOf(day("2017-12-31"))]).toEqual([828, 830]);
  });

  it("grows by whole quarters if windows begin before the year or end after it", () => {
    const scale = scaleOf("2016-11-15..2017-03-31", "2017-10-01..2018-02-28");
    expect([scale.first, scale.last]).toEqual(["2016-10-01", "2018-03-31"]);
    expect(yearTicks(scale).map(({ year }) => year)).toEqual([2016, 2017, 2018]);
    expect(quarterTicks(scale).map(({ year, quarter }) => `${year}Q${quarter}`)).toEqual([
      ...["2016Q4", "2017Q1", "2017Q2", "2017Q3", "2017Q4", "2018Q1"],
    ]);
    expect(monthTicks(scale)).toHaveLength(18);
  });

  it("puts later days further right, for any two days of any scale", () => {
    const scales = [scaleOf("2017-04-01..2017-06-30"), scaleOf("1970-01-01..2199-12-31")];
    const number = fc.integer({ min: 0, max: 84_005 });
    fc.assert(
      fc.property(fc.constantFrom(...scales), number, number, (scale, a, b) => {
        const [one, other] = [dayOfNumber(a), dayOfNumber(b)];
        expect(Math.sign(scale.startOf(one) - scale.startOf(other))).toBe(Math.sign(a - b));
        expect(scale.endOf(one)).toBeCloseTo(scale.startOf(addDays(one, 1)), 6);
      }),
      { seed: 6 },
    );
  });

  it.each([
    ["years", yearTicks],
    ["quarters", quarterTicks],
    ["months", monthTicks],
  ])("has %s that fill it without gaps", (_, ticksOf) => {
    const scale = scaleOf("2016-11-15..2018-02-28");
    const ticks = ticksOf(scale);
    expect(ticks[0]?.from).toBeCloseTo(scale.left, 6);
    expect(ticks.at(-1)?.to).toBeCloseTo(scale.right, 6);
    ticks.slice(1).forEach(({ from }, index) => expect(from).toBeCloseTo(ticks[index]?.to ?? 0, 6));
  });
});

describe("lanes", () => {
  it("separate windows that overlap and marks that would touch", () => {
    const windows = [
      ...["2017-01-01..2017-03-31", "2017-04-01..2017-06-30", "2017-04-01..2017-06-30", "2017-07-01..2017-12-31"],
      ...["2017-06-29..2017-07-02", "2017-01-01..2017-12-31"],
    ];
    const own = windows.map((window, index) => milestone({ id: `10-${index + 1}`, window }));
    const view = viewGantt(inquiry(plan([task("10", own)]), "2017-05-15"));
    const placed = placeAll(view.rows[0]?.milestones ?? [], makeScale(view, { left: 100, right: 830 }));
    const laneOf = (id: string): number | undefined => placed.find((one) => one.milestone.id === id)?.lane;
    // Successive quarters are in one lane; what overlaps them is in the next.
    expect(["10-1", "10-6", "10-2", "10-3", "10-5", "10-4"].map(laneOf)).toEqual([0, 1, 0, 2, 3, 0]);
    for (const a of placed) {
      for (const b of placed) {
        if (a === b || a.lane !== b.lane) continue;
        expect(a.mark <= b.from + 0.1 || b.mark <= a.from + 0.1).toBe(true);
        expect(Math.abs(a.mark - b.mark)).toBeGreaterThanOrEqual(13);
      }
    }
  });
});
