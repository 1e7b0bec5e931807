import { describe, expect, it } from "vitest";
import { viewGantt } from "../../../src/core/views/gantt.ts";
import { inquiry, milestone, plan, task } from "../../support/builders.ts";
import { ask2017 } from "../../support/plan-2017.ts";

describe("the year", () => {
  it("has a row a task and each milestone in the quarter in which it is due", () => {
    const { rows, currentQuarter } = viewGantt(ask2017("2017-07-03"));
    expect([rows.length, currentQuarter]).toEqual([26, 3]);
    const ten = rows[9];
    expect(ten).toMatchObject({ task: "10", lead: "专利代办处", progress: { done: 4, milestones: 7 } });
    expect(ten?.quarters.map(({ quarter, milestones }) => [quarter, milestones.map(({ id }) => id)])).toEqual([
      [1, ["10-3@Q1"]],
      [2, ["10-1", "10-2@Q2", "10-3@Q2"]],
      [3, ["10-3@Q3"]],
      [4, ["10-2@Q4", "10-3@Q4"]],
    ]);
    expect(rows[24]?.quarters[2]?.milestones[0]).toEqual({
      id: "25-2@2017-08",
      due: "2017-08-31",
      state: "upcoming",
      light: "grey",
      lightReason: "not-begun",
    });
  });

  it("has what is due outside it at its nearer end, and no quarter of its own for a day outside", () => {
    const windows = ["2016-11-01..2016-12-15", "2017-01-01..2018-02-28"];
    const milestones = windows.map((window, index) => milestone({ id: `10-${index + 1}`, window }));
    const { rows, currentQuarter, lightPolicy } = viewGantt(inquiry(plan([task("10", milestones)]), "2018-01-05"));
    expect(rows[0]?.quarters.map((quarter) => quarter.milestones.map(({ id }) => id))).toEqual([
      ["10-1"],
      [],
      [],
      ["10-2"],
    ]);
    expect(currentQuarter).toBeNull();
    expect(lightPolicy).toEqual({ name: "standard", yellowGap: 0, redGap: null, redMonths: null, dueSoonDays: 14 });
  });
});
