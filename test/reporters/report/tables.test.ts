/** The tables of a bulletin: their rows and cells. */
import { expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { viewReport } from "../../../src/core/views/report.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import type { Cell } from "../../../src/reporters/report/document.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { documentOf, exampleView } from "../../support/example-report.ts";

const QUARTER = "2017-04-01..2017-06-30";
const MAY = "2017-04-01..2017-05-31";
const PLAN = plan([
  task("1", [
    milestone({ id: "1-1", window: MAY }),
    milestone({ id: "1-2", window: "2017-04-01..2017-09-30" }),
    milestone({ id: "1-3", window: QUARTER }),
    milestone({ id: "1-4", window: MAY }),
  ]),
  task("2", [milestone({ id: "2-1", window: QUARTER }), milestone({ id: "2-2", window: QUARTER })], {
    divisions: ["b"],
    indicators: ["met", "short", "unread"].map((id) => indicator(id)),
  }),
]);
const RECORDS = [
  record("note", "1-1", "2017-05-20", { note: "等待会签", problem: "没有合作方", next: "再次协商" }),
  record("progress", "1-2", "2017-06-25", { percent: 20, next: "增派人手" }),
  // Recorded after the day that it moves.
  record("extend", "1-3", "2017-06-10", {
    to: "2017-08-15",
    reason: "等批复",
    approver: "局长",
    t: "2017-07-05T04:00:00Z",
  }),
  // Granted after that day, so the milestone is still judged by the first one.
  record("extend", "1-4", "2017-06-05", { to: "2017-07-31", reason: "缺资料", approver: "副局长" }),
  record("done", "2-1", "2017-06-21"),
  record("cancel", "2-2", "2017-06-15", { reason: "并入他项", approver: "局长办公会" }),
  record("reading", "2/met", "2017-06-01", { value: 10 }),
  record("reading", "2/short", "2017-06-20", { value: 4 }),
];

/** The rows of all tables with that caption, as of the end of the second quarter. */
function cellsOf(caption: string, own = PLAN, records = RECORDS): readonly (readonly Cell[])[] {
  const view = viewReport(inquiry(own, "2017-06-30", { journal: foldJournal(records), quarters: [2] }));
  const tables = documentOf(view).sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
  return tables.filter((table) => table.caption === caption).flatMap(({ rows }) => rows);
}

function rowsOf(caption: string): string[][] {
  return cellsOf(caption).map((cells) => cells.map(({ text }) => text));
}

const OF_1_2 = "黄 未达序时，还有 92 天";
const MET = ["2", "name of met", "division b", "至少 10 家", "10 家\n（06-01）", "100.0%", "—", "绿 达标"];
const SHORT = [
  "2",
  "name of short",
  "division b",
  "至少 10 家",
  "4 家\n（06-20）",
  "40.0%",
  "—",
  "黄 未达目标，差 6 家",
];
const UNREAD = ["2", "name of unread", "division b", "至少 10 家", "—", "—", "—", "未填报"];

it.each<[caption: string, rows: string[][]]>([
  ["完成情况", [["2-1", "text of 2-1", "division b", "06-21", "提前 9 天"]]],
  ["逾期的节点", [["1-1", "text of 1-1", "division a", "05-31", "红 30", "05-20 等待会签", "没有合作方", "再次协商"]]],
  [
    // By 25 June, 2 25/30 of 6 months have elapsed: 47.2%.
    "受阻、未达序时或到期未完成的节点",
    [
      // Due on 31 May, and extended only after that.
      [
        ...["1-4", "text of 1-4", "division a", "07-31"],
        ...["蓝 进行中，还有 31 天，原时限后延期，是否按时仍按 05-31 算", "未报", "未报"],
      ],
      [
        "1-2",
        "text of 1-2",
        "division a",
        "09-30",
        `${OF_1_2}，比序时低 27.2 个百分点；06-25 进度 20%`,
        "未报",
        "增派人手",
      ],
    ],
  ],
  ["未达序时或目标、到期未报的量化指标", [SHORT.toSpliced(3, 0, "12-31")]],
  // A target that is met is listed with what was finished, and with all targets.
  ["量化指标完成情况", [MET, MET, SHORT, UNREAD]],
  // Of what division a leads, 1-3 is no longer due in the quarter and 1-4 still is. Cancelled milestones are in no
  // denominator.
  [
    "各处室进展情况",
    [
      ["division a", "1", "4", "0.0%（0/2）", "0", "1", "0.0%（0/4）", "0.0%（0/2）"],
      ["division b", "1", "2", "100.0%（1/1）", "1", "0", "100.0%（1/1）", "100.0%（1/1）"],
      ["division c", "0", "0", "—", "0", "0", "—", "—"],
      ["合计", "2", "6", "33.3%（1/3）", "1", "1", "20.0%（1/5）", "33.3%（1/3）"],
    ],
  ],
  [
    "延期",
    [
      ["1-3", "text of 1-3", "division a", "06-30", "08-15", "等批复（补登）", "局长"],
      [
        ...["1-4", "text of 1-4", "division a", "05-31", "07-31"],
        ...["缺资料（原时限后延期，是否按时仍按 05-31 算）", "副局长"],
      ],
    ],
  ],
  ["取消", [["2-2", "text of 2-2", "division b", "06-15", "并入他项", "局长办公会"]]],
  ["缺佐证材料的节点", [["2-1", "text of 2-1", "division b", "06-21"]]],
  [
    "时限在下季度的节点",
    [
      ["07-31", "1-4", "text of 1-4", "division a", "蓝 进行中，还有 31 天，原时限后延期，是否按时仍按 05-31 算"],
      ["08-15", "1-3", "text of 1-3", "division a", "蓝 进行中，还有 46 天"],
      ["09-30", "1-2", "text of 1-2", "division a", OF_1_2],
    ],
  ],
])("%s", (caption, rows) => {
  expect(rowsOf(caption)).toEqual(rows);
});

it("keeps the last report on an overdue milestone if a later word only names a problem, and says if there is no report", () => {
  const late = plan([
    task(
      "1",
      ["1-1", "1-2", "1-3", "1-4"].map((id) => milestone({ id, window: MAY })),
    ),
  ]);
  const records = [
    record("progress", "1-1", "2017-06-10", { percent: 90, note: "已试运行" }),
    record("note", "1-1", "2017-06-20", { problem: "没有经费" }),
    record("note", "1-2", "2017-06-05", { note: "已送审" }),
    record("note", "1-2", "2017-06-06", { next: "催办" }),
    record("note", "1-3", "2017-06-06", { problem: "没有人手" }),
  ];
  expect(cellsOf("逾期的节点", late, records).map((cells) => cells[5]?.text)).toEqual([
    ...["06-10 进度 90%：已试运行", "06-05 已送审", "未报", "未报"],
  ]);
  const ofTask = [...records, record("note", "1", "2017-06-12", { note: "全部送审" })];
  expect(cellsOf("逾期的节点", late, ofTask).map((cells) => cells[5]?.text)[0]).toContain("06-12 全部送审");
});

it("dates a problem or next step from before the period, so that it is not taken for news", () => {
  const records = [
    record("note", "1-1", "2017-03-31", { note: "等待会签", problem: "没有合作方" }),
    record("note", "1-1", "2017-04-01", { next: "再次协商" }),
    record("note", "1", "2017-01-20", { note: "已布置", next: "2月出初稿" }),
  ];
  const lastTwo = (caption: string): unknown =>
    cellsOf(caption, PLAN, records)
      .filter(([id]) => id?.text === "1-1" || id?.text === "1")
      .map((cells) => (cells.length === 10 ? cells.slice(7, 9) : cells.slice(-2)).map(({ text }) => text));
  expect(lastTwo("逾期的节点")).toEqual([["没有合作方（03-31）", "再次协商"]]);
  expect(lastTwo("任务进展一览表")).toEqual([
    ["", "2月出初稿（01-20）"],
    ["没有合作方（03-31）", "再次协商"],
  ]);
});

it("gives the due days of targets behind; for a quarterly one those of the quarters missed", () => {
  const own = [indicator("year", { due: day("2017-06-30") }), indicator("each", { per: "quarter" })];
  const rows = cellsOf("未达序时或目标、到期未报的量化指标", plan([task("1", [], { indicators: own })]), []);
  expect(rows.map((cells) => [cells[1]?.text, cells[3]?.text])).toEqual([
    ["name of year", "06-30"],
    ["name of each", "03-31\n06-30"],
  ]);
});

it("charts the milestones by state, and the completion of each division that has any", () => {
  const view = viewReport(inquiry(PLAN, "2017-06-30", { journal: foldJournal(RECORDS), quarters: [2] }));
  const charts = documentOf(view).sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "chart"));
  const [states, groups] = charts.map(({ bars }) => bars.map(({ label, text }) => `${label} ${text}`));
  expect(states?.map((bar) => bar.split("（")[0])).toEqual([
    ...["已完成 1", "进行中 3", "逾期 1", "待启动 0", "已取消 1"],
  ]);
  expect(groups).toEqual(["division a 0.0%（0/4）", "division b 100.0%（1/1）"]);
});

it.each([
  ["逾期的节点", [["红 30", "red"]]],
  [
    "受阻、未达序时或到期未完成的节点",
    [
      ["蓝 进行中，还有 31 天，原时限后延期，是否按时仍按 05-31 算", "blue"],
      ["黄 未达序时，还有 92 天，比序时低 27.2 个百分点；06-25 进度 20%", "yellow"],
    ],
  ],
  // Without a reading there is no light.
  [
    "量化指标完成情况",
    [
      ["绿 达标", "green"],
      ["绿 达标", "green"],
      ["黄 未达目标，差 6 家", "yellow"],
    ],
  ],
])("has lights in the cells that give the reason: %s", (caption, lights) => {
  const lit = cellsOf(caption).flatMap((cells) => cells.filter(({ light }) => light !== undefined));
  expect(lit.map(({ text, light }) => [text, light])).toEqual(lights);
});

it.each(["zh", "en"] as const)("shows no light of the example without its word: %s", (language) => {
  const { words } = catalogueOf(language);
  const tables = documentOf(exampleView(), language).sections.flatMap(({ blocks }) =>
    blocks.filter((block) => block.kind === "table"),
  );
  const lit = tables.flatMap(({ rows }) => rows.flat().filter(({ light }) => light !== undefined));
  const wordless = lit.filter(({ text, light = "grey" }) => !text.startsWith(`${words.light(light)} `));
  expect(wordless).toEqual([]);
  // Milestones done late, and overdue ones.
  const late = language === "zh" ? ["黄 逾期 20 天", "红 91"] : ["yellow 20 days late", "red 91"];
  expect(lit.map(({ text }) => text)).toEqual(expect.arrayContaining(late));
});

it("breaks a cell between the parts of its verdict, never within what people wrote", () => {
  const note = "已送审，等待批复，预计 7 月，再定";
  const own = plan([
    task("1", [
      milestone({ id: "1-1", window: "2017-04-01..2017-09-30" }),
      milestone({ id: "1-2", window: QUARTER }),
      milestone({ id: "1-3", window: QUARTER }),
    ]),
  ]);
  const records = [
    record("progress", "1-1", "2017-06-25", { percent: 20, note }),
    record("done", "1-2", "2017-06-21"),
    record("cancel", "1-3", "2017-06-15", { reason: "并入他项，不再单列，另行报告", approver: "局长" }),
  ];
  const piecesOf = (caption: string, column: number): unknown =>
    cellsOf(caption, own, records).map((cells) => cells[column]?.pieces);
  expect(piecesOf("受阻、未达序时或到期未完成的节点", 4)).toEqual([
    ["黄 未达序时，", "还有 92 天，", "比序时低 27.2 个百分点；", `06-25 进度 20%：${note}`],
  ]);
  expect(piecesOf("任务进展一览表", 6)).toEqual([
    ["黄 未达序时，", "还有 92 天；", `06-25 进度 20%：${note}`],
    ["绿 06-21 完成，", "提前 9 天", "（待销号）"],
    ["灰 06-15 取消", "（局长批准；并入他项，不再单列，另行报告）"],
  ]);
});
