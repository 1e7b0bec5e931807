/** The workbook of the bulletin, read back by another library: every number and day is the view's. */
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { validateXML } from "xmllint-wasm";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { type ReportView, viewReport } from "../../../src/core/views/report.ts";
import type { ReportNumbers } from "../../../src/core/views/report-numbers.ts";
import type { Language } from "../../../src/i18n/catalogue.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { renderReport } from "../../../src/reporters/report/formats.ts";
import { inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { exampleView } from "../../support/example-report.ts";
import { poisonView } from "../../support/poison-plan.ts";

type Value = string | number | boolean | Date | null;

async function bytesOf(view: ReportView, language: Language = "zh"): Promise<Uint8Array> {
  const content = await renderReport(view, "xlsx", { catalogue: catalogueOf(language), isForecast: false });
  return typeof content === "string" ? new Uint8Array() : content;
}

async function sheetsOf(view: ReportView, language: Language = "zh"): Promise<Map<string, Value[][]>> {
  const sheets = await readExcelFile(Buffer.from(await bytesOf(view, language)));
  return new Map(sheets.map(({ sheet, data }) => [sheet, data as unknown as Value[][]]));
}

/** The rows below the head, by heading. */
function rowsOf(sheets: ReadonlyMap<string, Value[][]>, name: string, first: string): Record<string, Value>[] {
  const data = sheets.get(name) ?? [];
  const at = data.findIndex(([cell]) => cell === first);
  expect(at, `${name} has a head`).toBeGreaterThanOrEqual(0);
  const head = (data[at] ?? []).map(String);
  return data.slice(at + 1).map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? null])));
}

const day = (value: Value | undefined): string | null =>
  value instanceof Date ? value.toISOString().slice(0, 10) : null;

/** 35.4 for 0.354. */
const percent = (value: Value | undefined): number | null =>
  typeof value === "number" ? Math.round(value * 1000) / 10 : null;

const view = exampleView();
let sheets: ReadonlyMap<string, Value[][]> = new Map();

beforeAll(async () => {
  sheets = await sheetsOf(view);
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the workbook of the second quarter", () => {
  it("has a sheet for each topic, named in the plan's language", async () => {
    expect([...sheets.keys()]).toEqual([
      ...["总体情况", "分处室", "分主体任务", "节点台账", "逾期", "受阻、未达序时、到期未完成", "完成情况", "量化指标"],
      ...["延期和取消", "缺佐证材料", "未报送", "时限在下季度", "图例"],
    ]);
    expect([...(await sheetsOf(view, "en")).keys()]).toContain("Extended and cancelled");
  });

  it("explains lights of milestones and of indicators in separate columns", async () => {
    expect(rowsOf(sheets, "图例", "灯")).toContainEqual({ 灯: "绿", 含义: "已完成", 量化指标的灯: "达标，超额" });
    const without = await sheetsOf(viewReport(inquiry(plan([task("1", [milestone()])]), "2017-06-30")));
    expect(rowsOf(without, "图例", "灯")).toEqual([{ 灯: "黄", 含义: "临期（14 天内），受阻，未达序时，逾期完成" }]);
  });

  it.each([
    [{ quarters: [2] }, "本季"],
    [{ months: [6] }, "本月"],
    [{ quarters: [1, 2] }, "期内"],
  ] as const)("calls the period as the bulletin does: %j", async (asked, name) => {
    const own = viewReport(inquiry(plan([task("1", [milestone()])]), "2017-06-30", asked));
    const read = await sheetsOf(own);
    const items = rowsOf(read, "总体情况", "项目").map((row) => row["项目"]);
    expect(items).toEqual(expect.arrayContaining([`${name}完成率`, `${name}序时进度`]));
    const headings = Object.keys(rowsOf(read, "分处室", "处室")[0] ?? {});
    expect(headings).toEqual(expect.arrayContaining([`${name}应完成`, `${name}应完成中已完成`, `${name}完成率`]));
    expect(String(await renderReport(own, "md", { catalogue: catalogueOf("zh"), isForecast: false }))).toContain(
      `${name}完成率0.0%（0/1）`,
    );
  });

  it("has the overall numbers in the overview", () => {
    const lines = new Map(rowsOf(sheets, "总体情况", "项目").map((row) => [row["项目"], row]));
    expect(lines.get("节点")?.["数值"]).toBe(80);
    expect(lines.get("已完成")).toMatchObject({ 数值: 28, 比例: 0.35 });
    // 28 of 79: the cancelled one is in no denominator.
    expect(lines.get("完成率")).toMatchObject({ 比例: 0.354, 分子: 28, 分母: 79 });
    expect(lines.get("本季完成率")).toMatchObject({ 比例: 0.765, 分子: 13, 分母: 17 });
    expect(["期间起", "期间止", "截至"].map((item) => day(lines.get(item)?.["数值"]))).toEqual([
      "2017-04-01",
      "2017-06-30",
      "2017-06-30",
    ]);
    expect(percent(lines.get("全年序时进度")?.["比例"])).toBe(view.pace.year);
  });

  it.each([
    ["分处室", "处室", view.groups],
    ["分主体任务", "主体任务", view.themes],
  ] as const)("counts and rates are numbers: %s", (sheet, first, groups) => {
    const expected = (name: string, { counts, rates, inPeriod }: ReportNumbers): unknown[] => [
      ...[name, counts.tasks, counts.milestones, counts.done, counts.active, counts.overdue, counts.upcoming],
      ...[counts.cancelled, rates.completion.percent, inPeriod?.counts.due, inPeriod?.counts.dueDone],
      ...[inPeriod?.rates.quarterCompletion?.percent ?? null, counts.due, counts.dueDone],
      ...[rates.dueCompletion.percent, rates.onTime.numerator, rates.onTime.percent],
    ];
    const shares = new Set(["完成率", "本季完成率", "到期完成率", "按时完成率"]);
    const read = rowsOf(sheets, sheet, first).map((row) =>
      Object.entries(row).map(([column, value]) => (shares.has(column) ? percent(value) : value)),
    );
    expect(read).toEqual([...groups.map((group) => expected(group.name, group)), expected("合计", view.totals)]);
  });

  it("has every milestone with its days and numbers", () => {
    const read = rowsOf(sheets, "节点台账", "编号").map((row) => [
      ...[row["编号"], row["任务编号"], row["节点内容"], row["牵头处室"]],
      ...[day(row["开始"]), day(row["时限"]), day(row["原时限"]), day(row["考核时限"]), day(row["完成日"])],
      ...[row["逾期天数"], row["进度（%）"], row["存在问题"], row["下步措施"]],
    ]);
    const milestones = view.tasks.flatMap(({ lead, milestones: own }) => own.map((one) => ({ ...one, lead })));
    expect(milestones).toHaveLength(80);
    // The reading library trims texts.
    expect(read).toEqual(
      milestones.map((one) => [
        ...[one.id, one.task, one.text.trim(), one.lead],
        ...[one.start, one.due, one.originalDue, one.assessmentDue, one.completedOn],
        ...[one.daysOverdue, one.progress, one.problem, one.nextStep],
      ]),
    );
  });

  it("has the days in all lists", () => {
    const ids = (name: string, first = "编号"): unknown[] => rowsOf(sheets, name, first).map((row) => row["编号"]);
    expect(ids("逾期")).toEqual(view.overdue.map(({ id }) => id));
    expect(ids("受阻、未达序时、到期未完成")).toEqual(view.hindered.map(({ id }) => id));
    expect(ids("缺佐证材料")).toEqual(view.unproven.map(({ id }) => id));
    const finished = rowsOf(sheets, "完成情况", "编号").map((row) => [row["编号"], day(row["完成日"])]);
    expect(finished).toEqual(view.finished.map(({ id, completedOn }) => [id, completedOn]));
    const next = rowsOf(sheets, "时限在下季度", "时限").map((row) => [row["编号"], day(row["时限"])]);
    expect(next).toEqual(view.next.milestones.map(({ id, due }) => [id, due]));
    const changes = rowsOf(sheets, "延期和取消", "事项").map((row) => [
      ...[row["事项"], row["编号"], day(row["原时限"]), day(row["新时限"]), row["批准"]],
    ]);
    expect(changes).toEqual([
      ...view.extended.map((one) => ["延期", one.id, one.originalDue, one.due, one.extension?.approver ?? null]),
      ...view.cancelled.map((one) => ["取消", one.id, one.originalDue, null, one.cancellation?.approver ?? null]),
    ]);
  });

  it("says if an extension was recorded late, or granted after the day that still judges", async () => {
    const own = [milestone({ id: "1-1", window: "2017-04-01..2017-05-31" }), milestone({ id: "1-2" })];
    const records = [
      record("extend", "1-1", "2017-06-05", { to: "2017-07-31", reason: "x", approver: "y" }),
      record("extend", "1-2", "2017-06-10", {
        to: "2017-08-15",
        reason: "x",
        approver: "y",
        t: "2017-07-05T04:00:00.000Z",
      }),
    ];
    const asked = inquiry(plan([task("1", own)]), "2017-06-30", { journal: foldJournal(records), quarters: [2] });
    const states = async (language: Language, name: string, column: string): Promise<Value[]> => {
      const read = rowsOf(await sheetsOf(viewReport(asked), language), name, language === "zh" ? "事项" : "Change");
      return read.map((row) => row[column] ?? null);
    };
    expect(await states("zh", "延期和取消", "进展")).toEqual([
      "蓝 进行中，还有 31 天（原时限后延期，是否按时仍按 05-31 算）",
      "蓝 进行中，还有 46 天（补登）",
    ]);
    const [, english] = await states("en", "Extended and cancelled", "Progress");
    expect(english).toBe("blue active, 46 days left (recorded late)");
  });

  it("has the day that each milestone is judged by, beside the due day", async () => {
    const own = [milestone({ id: "1-1", window: "2017-04-01..2017-06-30" })];
    // The first extension is in time and moves both days; the second only moves the due day.
    const moved = ["2017-03-20", "2017-08-10"].map((on, at) =>
      record("extend", "1-1", on, { to: at === 0 ? "2017-08-15" : "2017-10-31" }),
    );
    const done = record("done", "1-1", "2017-10-20");
    const days = async (name: string, asOf: string, records = moved, first = "编号"): Promise<unknown[]> => {
      const asked = inquiry(plan([task("1", own)]), asOf, { journal: foldJournal(records), quarters: [4] });
      const [row] = rowsOf(await sheetsOf(viewReport(asked)), name, first);
      return [day(row?.["时限"]), day(row?.["考核时限"])];
    };
    const both = ["2017-10-31", "2017-08-15"];
    expect(await days("节点台账", "2017-10-25", [...moved, done])).toEqual(both);
    expect(await days("完成情况", "2017-10-25", [...moved, done])).toEqual(both);
    expect(await days("缺佐证材料", "2017-10-25", [...moved, done])).toEqual(both);
    expect(await days("逾期", "2017-11-20")).toEqual(both);
  });

  it("dates a problem or next step from before the period, like the document", async () => {
    const records = [
      record("note", "1-1", "2017-03-31", { note: "等待会签", problem: "没有合作方" }),
      record("note", "1-1", "2017-04-01", { next: "再次协商" }),
    ];
    const own = plan([task("1", [milestone({ id: "1-1", window: "2017-04-01..2017-05-31" })])]);
    const read = await sheetsOf(
      viewReport(inquiry(own, "2017-06-30", { journal: foldJournal(records), quarters: [2] })),
    );
    for (const name of ["节点台账", "逾期"]) {
      const [row] = rowsOf(read, name, "编号");
      expect([row?.["存在问题"], row?.["下步措施"]], name).toEqual(["没有合作方（03-31）", "再次协商"]);
    }
  });

  it("has targets and readings of indicators as numbers", () => {
    const read = rowsOf(sheets, "量化指标", "编号").map((row) => [
      ...[row["编号"], row["目标下限"], row["目标上限"], row["填报值"], day(row["数据截至"])],
      ...[percent(row["完成比例"]), percent(row["序时应达"]), row["相差（个百分点）"]],
    ]);
    expect(read).toEqual(
      view.indicators.map((one) => [one.id, one.min, one.max, one.value, one.on, one.share, one.expected, one.gap]),
    );
    expect(view.indicators.some(({ value }) => value !== null)).toBe(true);
  });

  it("says in an empty list that there is nothing", async () => {
    const empty = await sheetsOf({ ...view, overdue: [] });
    expect(rowsOf(empty, "逾期", "编号").map((row) => row["编号"])).toEqual(["没有符合条件的"]);
  });
});

describe("its parts", () => {
  const partsOf = async (from: ReportView): Promise<Record<string, string>> =>
    Object.fromEntries(Object.entries(unzipSync(await bytesOf(from))).map(([name, part]) => [name, strFromU8(part)]));

  it("freeze, filter and repeat the head of every sheet, and print on A4 landscape", async () => {
    const parts = await partsOf(view);
    const book = parts["xl/workbook.xml"] ?? "";
    const register = parts["xl/worksheets/sheet4.xml"] ?? "";
    // 80 milestones below one row of head, in 21 columns.
    expect(register).toContain('<autoFilter ref="A1:U81"/>');
    expect(register).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(register).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(register).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(book).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="3" hidden="1">&#39;节点台账&#39;!$A$1:$U$81</definedName>`,
    );
    expect(book).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="3">&#39;节点台账&#39;!$1:$1</definedName>`,
    );
    // Six divisions and a head; the total below is not filtered.
    expect(parts["xl/worksheets/sheet2.xml"]).toContain('<autoFilter ref="A1:Q7"/>');
    // Title and introduction are above the head.
    expect(parts["xl/worksheets/sheet1.xml"]).toContain('<pane ySplit="3" topLeftCell="A4"');
  });

  it("have the elements of a sheet in the order that the format requires", async () => {
    const parts = await partsOf(view);
    const order = "sheetPr sheetViews cols sheetData autoFilter mergeCells pageMargins pageSetup headerFooter".split(
      " ",
    );
    for (const [name, xml] of Object.entries(parts).filter(([part]) => part.startsWith("xl/worksheets/sheet"))) {
      const places = order.map((element) => xml.indexOf(`<${element}`)).filter((place) => place >= 0);
      expect(places, name).toEqual(places.toSorted((a, b) => a - b));
      expect(places.length, name).toBeGreaterThanOrEqual(8);
    }
  });

  it("print title, day and page number on each page", async () => {
    const parts = await partsOf({ ...view, plan: { ...view.plan, title: "A & B", year: 2017, timezone: "UTC" } });
    const footer = "&amp;LA &amp;&amp; B二季度进展情况通报  2017-06-30&amp;R第 &amp;P 页，共 &amp;N 页";
    expect(parts["xl/worksheets/sheet4.xml"]).toContain(`<oddFooter>${footer}</oddFooter>`);
  });

  it("print the sheet's name on each page if the table has no title", async () => {
    const parts = await partsOf(view);
    const header = '<oddHeader>&amp;C&amp;"-,Bold"&amp;12&amp;A</oddHeader>';
    expect(parts["xl/worksheets/sheet1.xml"]).not.toContain("<oddHeader>");
    for (const number of [2, 4, 8]) {
      const xml = parts[`xl/worksheets/sheet${number}.xml`];
      expect(xml).toContain(`${header}<oddFooter>`);
      // It keeps clear of the table.
      expect(xml).toContain(' top="0.7" ');
    }
  });

  it("are dated with the report's as-of day, whenever it is made", async () => {
    const made = async (time: string): Promise<string> => {
      vi.useFakeTimers({ now: Date.parse(time), toFake: ["Date"] });
      return createHash("sha256")
        .update(await bytesOf(view))
        .digest("hex");
    };
    expect(await made("2030-01-01T00:00:00Z")).toBe(await made("2017-07-03T12:34:56Z"));
    const core = (await partsOf(view))["docProps/core.xml"] ?? "";
    expect([...core.matchAll(/\d{4}-\d\d-\d\dT[^<]*/g)].map(([time]) => time)).toEqual([
      "2017-06-30T00:00:00Z",
      "2017-06-30T00:00:00Z",
    ]);
  });

  it("are found where a reader of the format looks for them", async () => {
    const parts = await partsOf(view);
    const kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    const relations = (parts["_rels/.rels"] ?? "").match(/<Relationship [^>]*>/g) ?? [];
    const target = relations
      .filter((tag) => tag.includes(`Type="${kind}"`))
      .map((tag) => /Target="([^"]*)"/.exec(tag)?.[1]);
    expect(target).toEqual(["docProps/core.xml"]);
    const types = (parts["[Content_Types].xml"] ?? "").match(/<Override [^>]*>/g) ?? [];
    const own = types.filter((tag) => tag.includes('PartName="/docProps/core.xml"'));
    expect(own.map((tag) => /ContentType="([^"]*)"/.exec(tag)?.[1])).toEqual([
      "application/vnd.openxmlformats-package.core-properties+xml",
    ]);
  });

  it("are well-formed and inert if every text is a payload", async () => {
    const parts = await partsOf(poisonView());
    const files = Object.entries(parts).map(([fileName, contents]) => ({ fileName, contents }));
    const { errors } = await validateXML({ xml: files, normalization: "format", maxMemoryPages: 16_384 });
    expect(errors.map(({ message }) => message)).toEqual([]);
    for (const { fileName, contents } of files) {
      expect(contents, fileName).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u,
      );
      expect(contents, fileName).not.toMatch(/<f[ >]|<hyperlink|TargetMode="External"|_x00[01][0-9A-F]_/);
    }
    const names = [...(parts["xl/workbook.xml"] ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name);
    expect(names.every((name = "") => name.length <= 31 && !/[:\\/?*[\]]/.test(name))).toBe(true);
  });

  it("keep payloads as unchanged texts", async () => {
    const register = rowsOf(await sheetsOf(poisonView()), "节点台账", "编号").map((row) => row["节点内容"]);
    expect(register).toContain("=1+1");
    expect(register).toContain("<script>alert(1)</script>");
    expect(register.filter((text) => typeof text !== "string")).toEqual([]);
  });
});
