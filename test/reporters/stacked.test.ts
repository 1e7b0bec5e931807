import { describe, expect, it } from "vitest";
import { NO_PAINT, plainLook } from "../../src/reporters/look.ts";
import { stacked } from "../../src/reporters/stacked.ts";
import { type Column, type TableRow, heightOfTable, renderTable } from "../../src/reporters/table.ts";
import { catalogueOf } from "../support/catalogues.ts";

const LOOK = { ...plainLook(catalogueOf("zh")), stack: stacked };
const COLUMNS: readonly Column[] = [
  { heading: "牵头处室", align: "left" },
  { heading: "任务", align: "right" },
  { heading: "节点", align: "right" },
  { heading: "最近情况", align: "left", fill: true },
];

function drawn(rows: readonly TableRow[], width: number, columns = COLUMNS): string[] {
  return renderTable(columns, rows, { ...LOOK, width });
}

describe("a table that is wider than a narrow screen", () => {
  it("has the cells of a row one after the other, and its text below", () => {
    expect(drawn([["专利管理处", "6", "21", "融资租赁机构尚未签约，下步召开银企对接会"]], 32)).toEqual([
      "专利管理处  任务 6  节点 21",
      "  融资租赁机构尚未签约，下步召开",
      "  银企对接会",
    ]);
  });

  it("stays a table if it fits", () => {
    expect(drawn([["专利管理处", "6", "21", "已签约"]], 40)[1]).toBe("----------  ----  ----  ----------------");
  });

  it("leaves out empty cells and rules, and keeps short texts beside the numbers", () => {
    const rows: TableRow[] = [
      ["信息中心", "", "3", "+2.0"],
      "rule",
      ["合计（含配合）", "6", "24", ""],
      "blank",
      ["", "", "", "无"],
    ];
    expect(drawn(rows, 33)).toEqual([
      "信息中心  节点 3  最近情况 +2.0",
      "合计（含配合）  任务 6  节点 24",
      "",
      "最近情况 无",
    ]);
  });

  it("puts spanning texts below their id, or at the edge if they are a heading", () => {
    const rows: TableRow[] = [
      { across: "07-03 周一", from: 0 },
      { across: "每季度举办培训", from: 1, first: "10-3" },
    ];
    expect(drawn(rows, 29)).toEqual(["07-03 周一", "10-3", "  每季度举办培训"]);
  });

  it("gives the first column's heading if it is a number, and keeps ids whole", () => {
    const columns: Column[] = [
      { heading: "任务", align: "right" },
      { heading: "应完成", align: "right" },
      { heading: "本季未完成的节点", align: "left" },
    ];
    expect(drawn([["8", "2", { pieces: ["10-2@Q2", "25-2@2017-08"] }]], 28, columns)).toEqual([
      "任务 8  应完成 2",
      "  本季未完成的节点 10-2@Q2",
      "  25-2@2017-08",
    ]);
  });

  it("paints cells and each line of a text separately", () => {
    const red = (text: string): string => `<${text}>`;
    const look = { ...LOOK, width: 20, paint: { ...NO_PAINT, red } };
    const rows: TableRow[] = [
      ["法规处", { text: "5", brush: red }, "1", { text: "机构尚未签约，下步开会协调", brush: red }],
    ];
    expect(renderTable(COLUMNS, rows, look)).toEqual([
      "法规处  <任务 5>",
      "  节点 1",
      "  <机构尚未签约，下步>",
      "  <开会协调>",
    ]);
  });

  it("is as high as heightOfTable says", () => {
    const rows: TableRow[] = [["专利管理处", "6", "21", "融资租赁机构尚未签约，下步召开银企对接会"]];
    expect(heightOfTable(COLUMNS, rows, { ...LOOK, width: 32 })).toBe(3);
  });
});
