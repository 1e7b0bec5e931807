/** All formats have the same facts: each text and cell of the document is in all of them. */
import { unzipSync, strFromU8 } from "fflate";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../support/catalogues.ts";
import type { ReportDocument, Table } from "../../../src/reporters/report/document.ts";
import { renderReport } from "../../../src/reporters/report/formats.ts";
import { renderHtmlReport } from "../../../src/reporters/report/html.ts";
import { renderMarkdownReport } from "../../../src/reporters/report/markdown.ts";
import { documentOf, exampleView } from "../../support/example-report.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { viewReport } from "../../../src/core/views/report.ts";
import { indicator, inquiry, plan, record, task } from "../../support/builders.ts";
import { cellsOf } from "../payloads.ts";

const view = exampleView();
const document = documentOf(view);
const request = { catalogue: catalogueOf("zh"), isForecast: false };

/** All texts outside tables, in order. */
function textsOf({ intro, sections, signatory }: ReportDocument): string[] {
  const blocks = sections.flatMap(({ heading, blocks: own }) => [
    heading,
    ...own.flatMap((block) => {
      if (block.kind === "items") return block.items;
      return block.kind === "table" || block.kind === "chart" ? [] : [block.text];
    }),
  ]);
  return [...intro, ...blocks, signatory ?? ""];
}

function tablesOf({ sections }: ReportDocument): Table[] {
  return sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === "table"));
}

const TEXTS = textsOf(document);
const CELLS = tablesOf(document).flatMap(({ columns, rows }) => [
  columns.map(({ heading }) => heading),
  ...rows.map((cells) => cells.map(({ text }) => text)),
]);

describe("the bulletin of the second quarter", () => {
  it("gives the numbers: 28 of 80 done, 13 of the 17 due in the quarter", () => {
    const [overview] = document.sections;
    const said = overview?.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("") ?? "";
    expect(view.totals.counts).toMatchObject({ milestones: 80, done: 28, cancelled: 1 });
    // 28/79 = 35.4%: the cancelled one is in no denominator.
    expect(said).toContain("共26项任务、80个节点");
    expect(said).toContain("已完成28个，占35.0%");
    expect(said).toContain("完成率35.4%（28/79）");
    expect(said).toContain("二季度应完成17个节点，已完成13个，本季完成率76.5%（13/17）");
    expect(said).toContain("全年50.0%，本季100.0%");
  });

  it("has the sections in the order of a bulletin, the annex after the signature", () => {
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      ...["一、总体情况", "二、完成情况", "三、未达进度的事项", "四、未报送情况", "五、各处室进展情况"],
      ...["六、各主体任务进展情况", "七、量化指标完成情况", "八、延期和取消情况", "九、缺佐证材料的节点"],
      ...["十、时限在下季度的节点", "附件：任务进展一览表"],
    ]);
    expect(document).toMatchObject({ issue: "第2期", signatory: "某市知识产权局办公室", day: "2017年6月30日" });
  });

  it("has every text and cell in Markdown", () => {
    const lines = renderMarkdownReport(document).split("\n");
    const plain = lines.map((line) => line.replaceAll("\\", "").replaceAll("\u2060", ""));
    expect(TEXTS.filter((text) => !plain.some((line) => line.includes(text)))).toEqual([]);
    const rows = plain.filter((line) => line.startsWith("| ") && !line.startsWith("| :-") && !line.startsWith("| -"));
    const written = rows.map((line) => cellsOf(line).map((cell) => cell.replaceAll("**", "").replaceAll("<br>", "\n")));
    expect(written).toEqual(CELLS);
  });

  it("has every text and cell on the HTML page", () => {
    const page = renderHtmlReport(document);
    for (const text of TEXTS) expect(page, text).toContain(text);
    const rows = [...page.matchAll(/<tr role="row"[^>]*>(.*?)<\/tr>/g)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
        cell.replaceAll("<br>", "\n").replace(/<[^>]*>/g, ""),
      ),
    );
    expect(rows).toEqual(CELLS);
  });

  it("has every text and cell in Word, as read by another library", async () => {
    const bytes = await renderReport(view, "docx", request);
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const plain = value.replaceAll("&amp;", "&");
    for (const text of TEXTS) expect(plain, text).toContain(text);
    const rows = [...plain.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = ""]) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = ""]) =>
        [...cell.matchAll(/<p>(.*?)<\/p>/g)].map(([, line]) => line).join("\n"),
      ),
    );
    // A narrow column may break a text without losing anything.
    const joined = (cells: readonly string[]): string[] => cells.map((text) => text.replaceAll("\n", ""));
    expect(rows.map(joined)).toEqual(CELLS.map(joined));
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
  });

  it("has breaks only between the lines of a text in Word", async () => {
    const breaks = async (signatory: string): Promise<number> => {
      const bytes = await renderReport({ ...view, template: { ...view.template, signatory } }, "docx", request);
      const word = strFromU8(unzipSync(new Uint8Array(Buffer.from(bytes)))["word/document.xml"] ?? new Uint8Array());
      return word.split("<w:br/>").length - 1;
    };
    expect([await breaks("一处"), await breaks("一处\n二处")]).toEqual([0, 1]);
  });

  it("repeats the header of each table, and splits no row", async () => {
    const bytes = await renderReport(view, "docx", request);
    const word = strFromU8(unzipSync(new Uint8Array(Buffer.from(bytes)))["word/document.xml"] ?? new Uint8Array());
    const rows = CELLS.length;
    expect(word.split("<w:tblHeader/>")).toHaveLength(tablesOf(document).length + 1);
    expect(word.split("<w:cantSplit/>")).toHaveLength(rows + 1);
  });

  it("keeps a total with the row before it, so that it is never alone at the top of a page", async () => {
    const bytes = await renderReport(view, "docx", request);
    const word = strFromU8(unzipSync(new Uint8Array(Buffer.from(bytes)))["word/document.xml"] ?? new Uint8Array());
    const tables = word.split("<w:tbl>").slice(1);
    const totals = tablesOf(document).flatMap(({ hasTotal }, index) => (hasTotal ? [tables[index] ?? ""] : []));
    expect(totals.length).toBeGreaterThan(1);
    for (const table of totals) {
      const [before = "", total = ""] = table.split("</w:tbl>")[0]?.split("<w:tr>").slice(-2) ?? [];
      expect(total).toContain("合计");
      expect(before.split("<w:keepNext/>")).toHaveLength(before.split("<w:p>").length);
      expect(total).not.toContain("<w:keepNext/>");
    }
  });

  it("keeps the signature with the last row before it, so that it is never alone on a page", async () => {
    const signed = { ...view, template: { ...view.template, signatory: "某某局" } };
    const bytes = await renderReport(signed, "docx", request);
    const word = strFromU8(unzipSync(new Uint8Array(Buffer.from(bytes)))["word/document.xml"] ?? new Uint8Array());
    const before = word.slice(0, word.lastIndexOf("某某局"));
    const kept = before.slice(before.lastIndexOf("<w:tr>"));
    const paragraphs = kept.split("<w:p>").slice(1);
    // Five cells, the line below the table, two blank lines, and the signatory's line.
    expect(paragraphs.length).toBeGreaterThanOrEqual(9);
    for (const paragraph of paragraphs) expect(paragraph).toContain("<w:keepNext/>");
    expect(before.slice(0, before.lastIndexOf("<w:tr>")).split("<w:tr>").at(-1)).not.toContain("<w:keepNext/>");
  });
});

describe("a bulletin", () => {
  it("says nothing untrue if nothing was recorded", () => {
    const empty = documentOf({ ...view, tasks: [] });
    expect(empty.sections).toEqual([]);
    expect(empty.intro.at(-1)).toBe("没有符合条件的任务。");
  });

  it("gives the gap to pace on the day of the estimate", () => {
    const hindered = tablesOf(document).find(({ caption }) => caption === "受阻、未达序时或到期未完成的节点");
    const states = new Map(hindered?.rows.map((cells) => [cells[0]?.text, cells[4]?.text]));
    // 20% on 06-25: of the 6 months from April to September, 2 25/30 have elapsed: 47.2%.
    expect(states.get("2-2")).toBe("黄 未达序时，还有 92 天，比序时低 27.2 个百分点；06-25 进度 20%");
    expect(states.get("18-2")).toBe("黄 受阻，还有 92 天");
  });

  it("gives the last word on open milestones", () => {
    const cells = tablesOf(documentOf(exampleView("2017-07-03"))).flatMap(({ rows }) => rows.flat());
    expect(cells.some(({ text }) => text.endsWith("06-30 进度 80%：已检查32个区县"))).toBe(true);
  });

  it("has no Chinese in English but the plan's own texts", () => {
    const english = documentOf(view, "en");
    const headings = english.sections.map(({ heading }) => heading);
    expect(headings[0]).toBe("1. Overview");
    expect(headings.join("")).not.toMatch(/\p{Script=Han}/u);
    expect(english.title).toBe("2017年知识产权工作计划: Q2 progress report");
  });
});

it.each([
  ["en", "milestones. As of ", ". Rates: completion "],
  ["zh", "个节点。截至", "。完成率"],
] as const)("sentences of one paragraph stand as the language has it: %s", async (language, ...expected) => {
  const text = String(await renderReport(view, "md", { catalogue: catalogueOf(language), isForecast: false }));
  for (const words of expected) expect(text).toContain(words);
});

it.each([
  ["csv", "27,27 只有指标,（没有节点）,division b,division a,,,,,,\r\n"],
  ["md", "| 27 | 27 只有指标 | （没有节点） | division b | division a |  |  |  |  |  |"],
] as const)("a task that has targets alone stands in the annex too: %s", async (format, row) => {
  const asked = inquiry(
    plan([task("27", [], { title: "只有指标", divisions: ["b", "a"], indicators: [indicator("n")] })]),
    "2017-06-30",
    { journal: foldJournal([]), quarters: [2] },
  );
  expect(String(await renderReport(viewReport(asked), format, request))).toContain(row);
});

it("counts targets by verdict, and lists those met or exceeded with what was finished", () => {
  const values = { met: 10, over: 25, short: 9 };
  const indicators = [...Object.keys(values), "unread"].map((id) => indicator(id, { min: 10, max: 20 }));
  const readings = Object.entries(values).map(([id, value]) => record("reading", `27/${id}`, "2017-06-01", { value }));
  const asked = inquiry(plan([task("27", [], { indicators })]), "2017-06-30", {
    journal: foldJournal(readings),
    quarters: [2],
  });
  const { sections } = documentOf(viewReport(asked));
  const textOf = (at: number): string =>
    (sections[at]?.blocks ?? []).map((block) => (block.kind === "paragraph" ? block.text : "")).join("");
  expect(textOf(0)).toContain("量化指标4项：超额1项、达标1项、未达序时或目标1项、未填报1项。");
  expect(textOf(1)).toContain("已达标或超额的量化指标2项：");
  const tables = (sections[1]?.blocks ?? []).filter((block) => block.kind === "table");
  const cells = tables.flatMap(({ rows }) => rows.flat().map(({ text }) => text));
  expect(cells).toEqual(expect.arrayContaining(["name of met", "name of over"]));
  expect(cells).not.toContain("name of short");
  expect(cells).not.toContain("name of unread");
});
