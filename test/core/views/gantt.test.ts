import { describe, expect, it } from "vitest";
import { viewGantt } from "../../../src/core/views/gantt.ts";
import { inquiry, milestone, plan, task } from "../../support/builders.ts";
import { ask2017 } from "../../support/plan-2017.ts";

describe("the year", () => {
  it("has a row for each task and each milestone in the quarter in which it is due", () => {
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

  it("has each row's theme, section and full milestones, and the headings that have rows", () => {
    const { rows, themes, sections } = viewGantt(ask2017("2017-07-03", { divisions: ["xxzx"] }));
    expect(rows.map((row) => `${row.task} ${row.theme} ${row.section}`)).toEqual([
      "16 t2 s2-4",
      "17 t2 s2-4",
      "18 t2 s2-4",
    ]);
    expect([themes, sections]).toEqual([
      [{ id: "t2", title: "“专利制度运行保障体系建设”主体任务", number: 2 }],
      [{ id: "s2-4", title: "加强知识产权人才与服务体系建设", number: 4 }],
    ]);
    expect(
      rows[1]?.milestones.map(({ id, start, originalDue, due }) => `${id} ${start} ${originalDue} ${due}`),
    ).toEqual([
      "17-1 2017-01-01 2017-03-31 2017-03-31",
      "17-2 2017-04-01 2017-06-30 2017-09-30",
      "17-3 2017-07-01 2017-09-30 2017-09-30",
      "17-4 2017-01-01 2017-12-31 2017-12-31",
    ]);
  });

  it("numbers sections within their theme, even if the plan's list mixes themes", () => {
    const mixed = [
      { id: "x", theme: "t2", title: "x" },
      { id: "y", theme: "t1", title: "y" },
      { id: "z", theme: "t2", title: "z" },
    ];
    const tasks = ["x", "y", "z"].map((section, index) =>
      task(String(index + 1), [milestone({ id: `${index + 1}-1` })], { section, theme: section === "y" ? "t1" : "t2" }),
    );
    const { sections } = viewGantt(inquiry(plan(tasks, { sections: mixed }), "2017-05-15"));
    expect(sections.map(({ id, number }) => `${id} ${number}`)).toEqual(["y 1", "x 1", "z 2"]);
  });

  it("has what is due outside it at its nearer end, and no current quarter on a day outside", () => {
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
