/** The year in CSV and Markdown. */
import { expect, it } from "vitest";
import { viewGantt } from "../../src/core/views/gantt.ts";
import { ganttSheet } from "../../src/reporters/sheets/status-sheets.ts";
import { inquiry, milestone, plan, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";

it("gives the due day of a milestone due in another year, in the nearest quarter", () => {
  const windows = ["2017-10-01..2017-12-31", "2017-10-01..2018-03-31"];
  const milestones = windows.map((window, index) => milestone({ id: `1-${index + 1}`, window }));
  const view = viewGantt(inquiry(plan([task("1", milestones)]), "2017-05-15"));
  const [row] = ganttSheet(view, catalogueOf("zh")).rows;
  expect(row?.slice(3, 7)).toEqual(["", "", "", "1-1 灰 待启动、1-2 灰 待启动（2018-03-31）"]);
});
