/** The bulletin of one division never adds up what the division leads and what it only assists. */
import { describe, expect, it } from "vitest";
import readExcelFile from "read-excel-file/node";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { type ReportView, viewReport } from "../../../src/core/views/report.ts";
import type { Block } from "../../../src/reporters/report/document.ts";
import { renderReport } from "../../../src/reporters/report/formats.ts";
import { inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { documentOf } from "../../support/example-report.ts";

/** Two milestones that division a leads and three that it assists, all due in the second quarter. */
const milestonesOf = (id: string, count: number): ReturnType<typeof milestone>[] =>
  Array.from({ length: count }, (_, index) =>
    milestone({ id: `${id}-${index + 1}`, window: "2017-04-01..2017-06-30" }),
  );
const PLAN = plan([
  task("1", milestonesOf("1", 2), { divisions: ["a"] }),
  task("2", milestonesOf("2", 3), { divisions: ["b", "a"] }),
]);
const JOURNAL = foldJournal([record("done", "1-1", "2017-05-02"), record("done", "2-1", "2017-05-02")]);

function bulletin(role: "any" | "lead" = "any"): ReportView {
  return viewReport(inquiry(PLAN, "2017-06-30", { journal: JOURNAL, quarters: [2], divisions: ["a"], role }));
}

function blocksOf(section: string, view = bulletin(), language: "zh" | "en" = "zh"): readonly Block[] {
  return documentOf(view, language).sections.find(({ id }) => id === section)?.blocks ?? [];
}

function said(view = bulletin(), language: "zh" | "en" = "zh"): string[] {
  return blocksOf("overview", view, language).flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
}

describe("the overview", () => {
  it("has a paragraph for each part", () => {
    const [apart, lead, assist, pace] = said();
    expect(apart).toBe("牵头1项任务、2个节点，配合1项任务、3个节点。牵头与配合分别统计，不相加。");
    expect(lead).toBe(
      "牵头方面，截至2017年6月30日，已完成1个，占50.0%；进行中1个，占50.0%。" +
        "完成率50.0%（1/2），到期完成率50.0%（1/2），按时完成率50.0%（1/2）。" +
        "二季度应完成2个节点，已完成1个，本季完成率50.0%（1/2）。" +
        "与2017年3月31日相比，完成率由0.0%（0/2）变为50.0%（1/2），提高50.0个百分点。逾期节点2017年3月31日为0个，目前为0个。",
    );
    expect(assist).toContain("配合方面，截至2017年6月30日，已完成1个，占33.3%；进行中2个，占66.7%。");
    expect(pace).toBe("序时进度（按月计）：全年50.0%，本季100.0%。");
    expect(said(bulletin(), "en")[1]).toContain("Leading. As of 30 June 2017: 1 done (50.0%); 1 active (50.0%).");
  });

  it("has a chart for each part", () => {
    const charts = blocksOf("overview").flatMap((block) => (block.kind === "chart" ? [block] : []));
    expect(charts.map(({ caption, bars }) => [caption, bars[0]?.text])).toEqual([
      ["各状态的节点数（牵头）", "1（50.0%）"],
      ["各状态的节点数（配合）", "1（33.3%）"],
    ]);
  });

  it("is about the whole if only one part was asked for", () => {
    expect(said(bulletin("lead"))[0]).toContain("共1项任务、2个节点。其中牵头1项任务、2个节点，");
  });
});

describe("the table by theme", () => {
  it("has rows for each part, and no total", () => {
    const tables = blocksOf("themes").flatMap((block) => (block.kind === "table" ? [block] : []));
    expect(tables.map(({ hasTotal }) => hasTotal)).toEqual([false]);
    expect(tables.flatMap(({ rows }) => rows.map((cells) => cells.slice(0, 3).map(({ text }) => text)))).toEqual([
      ["牵头：first theme", "1", "2"],
      ["配合：first theme", "1", "3"],
    ]);
  });
});

describe("the workbook", () => {
  it("separates both parts too", async () => {
    const content = await renderReport(bulletin(), "xlsx", { catalogue: catalogueOf("zh"), isForecast: false });
    const sheets = await readExcelFile(Buffer.from(content as Uint8Array));
    const rowsOf = (name: string): unknown[][] =>
      (sheets.find(({ sheet }) => sheet === name)?.data ?? []).map((row) => row.slice(0, 3));
    expect(rowsOf("分主体任务").slice(1)).toEqual([
      ["牵头：first theme", 1, 2],
      ["配合：first theme", 1, 3],
    ]);
    const numbers = new Map(rowsOf("总体情况").map(([item, number]) => [item, number]));
    expect([numbers.get("牵头：节点"), numbers.get("配合：节点"), numbers.has("节点")]).toEqual([2, 3, false]);
  });
});
