/** Lists as workbooks, read back by another library: the cells of CSV, with ids as texts and days as days. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import readExcelFile from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "./payloads.ts";
import { columnLetters } from "../../src/reporters/workbook/workbook.ts";
import { OWN_HEAD, type Result, makeHome, makeOwnHome, removeHome, runIn } from "./run-main.ts";

type Value = string | number | boolean | Date | null;

let home = "";

beforeAll(() => {
  home = makeHome(53);
});

afterAll(() => removeHome(home));

const run = async (line: string): Promise<Result> => runIn(home, line.split(" "), { env: { IPPLAN_LANG: "zh" } });

/** The sheets of the workbook that the command writes, and its bytes. */
async function workbookOf(line: string): Promise<{ sheets: Map<string, Value[][]>; bytes: Uint8Array }> {
  const file = `${line.replaceAll(" ", "_")}.xlsx`;
  expect(await run(`${line} -o ${file}`)).toEqual({ code: 0, stdout: "", stderr: "" });
  const bytes = readFileSync(join(home, file));
  const read = await readExcelFile(bytes);
  return { sheets: new Map(read.map(({ sheet, data }) => [sheet, data as unknown as Value[][]])), bytes };
}

const written = (value: Value): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? "");

/** The rows from the head row on. */
function tableIn(data: readonly Value[][], first: string): string[][] {
  return data.slice(data.findIndex(([cell]) => cell === first)).map((row) => row.map(written));
}

describe("a list as a workbook", () => {
  it.each([
    ...[
      "list",
      "list -q 2 -d 专利管理处",
      "show 10",
      "status",
      "status -q 2",
      "status -d 专利管理处",
      "status --group-by district",
      "overdue",
    ],
    ...["due", "indicators", "gantt", "log"],
  ])("has the content of CSV in its first table: %s", async (line) => {
    const { stdout } = await run(`${line} --format csv`);
    const rows = parseCsv(stdout.replace(/^\ufeff/, ""));
    expect(rows.length).toBeGreaterThan(1);
    const data = [...(await workbookOf(line)).sheets.values()][0] ?? [];
    expect(tableIn(data, rows[0]?.[0] ?? "")).toEqual(rows);
  });

  it.each([
    ["status -q 2 --as-of 05-15", ["本季应完成", "本季应完成中已完成", "本季完成率（%）"], "往季逾期"],
    ["status -q 2..3 --as-of 05-15", ["期内应完成", "期内应完成中已完成", "期内完成率（%）"], "往期逾期"],
  ])("calls the period as screens do: %s", async (line, headings, arrears) => {
    const { sheets } = await workbookOf(line);
    const [head = []] = tableIn([...sheets.values()][0] ?? [], "牵头处室");
    expect(head.slice(3, 6)).toEqual(headings);
    expect([...sheets.keys()]).toContain(arrears);
    expect(sheets.get(arrears)?.[0]?.[0]).toContain(`另有${arrears} 2 个`);
  });

  it("names sheets by content, and has title, day and filters above the first table", async () => {
    const { sheets } = await workbookOf("status -q 2");
    expect([...sheets.keys()]).toEqual(["进展情况", "逾期", "往季逾期"]);
    expect(
      sheets
        .get("进展情况")
        ?.slice(0, 2)
        .map(([cell]) => cell),
    ).toEqual(["2017年知识产权工作计划 进展情况 2017-07-03", "只含  二季度"]);
    expect([...(await workbookOf("list")).sheets.keys()]).toEqual(["任务清单", "图例"]);
  });

  it("keeps ids as texts, days as days and counts as numbers", async () => {
    const { sheets, bytes } = await workbookOf("overdue");
    const [head = [], first = []] = (sheets.get("逾期") ?? []).slice(1);
    expect(head.slice(0, 3)).toEqual(["逾期天数", "编号", "时限"]);
    expect(first.slice(0, 3)).toEqual([94, "12-1", new Date("2017-03-31")]);
    // In text format, an id stays one when somebody edits the cell.
    const parts = unzipSync(bytes);
    const part = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const [, style = ""] = /<c r="B3" s="(\d+)"/.exec(part("xl/worksheets/sheet1.xml")) ?? [];
    const formats =
      part("xl/styles.xml")
        .split("<cellXfs")[1]
        ?.match(/<xf [^>]*>/g) ?? [];
    const [, format = ""] = /numFmtId="(\d+)"/.exec(formats[Number(style)] ?? "") ?? [];
    expect(part("xl/styles.xml")).toContain(`<numFmt numFmtId="${format}" formatCode="@"/>`);
  });

  it("shows rates with one decimal, whole ones too, and counts with none", async () => {
    const { sheets, bytes } = await workbookOf("status --as-of 2017-05-15");
    const rows = [...sheets.values()][0] ?? [];
    const at = rows.findIndex(([name]) => name === "牵头处室");
    const place = rows[at]?.indexOf("到期完成率（%）") ?? -1;
    // 4 of 4 beside 3 of 4.
    expect(rows.slice(at + 1).map((row) => row[place])).toContain(100);
    const line = rows.findIndex((row) => row[place] === 100) + 1;
    const xml = (name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());
    const formats = (xml("xl/styles.xml").split("<cellXfs")[1] ?? "").split("<xf ").slice(1);
    const [, decimal = ""] = /numFmtId="(\d+)" formatCode="0\.0"/.exec(xml("xl/styles.xml")) ?? [];
    const formatOf = (cell: string): string | undefined => {
      const style = xml("xl/worksheets/sheet1.xml").split(`<c r="${cell}" s="`)[1] ?? "";
      return /numFmtId="(\d+)"/.exec(formats[Number.parseInt(style, 10)] ?? "")?.[1];
    };
    expect(formatOf(`${columnLetters(place)}${line}`)).toBe(decimal);
    expect(decimal).not.toBe("");
    expect(formatOf(`B${line}`)).toBeUndefined();
  });

  it("has a row for each problem of check", async () => {
    const own = makeOwnHome({ "plan/plan.yaml": OWN_HEAD, "plan/1.yaml": "section: s1\ntasks:\n  - id: 1\n" });
    try {
      const { stdout } = await runIn(own, ["check", "--format", "csv"]);
      expect((await runIn(own, ["check", "-o", "found.xlsx"])).code).toBe(1);
      const [only] = await readExcelFile(readFileSync(join(own, "found.xlsx")));
      const rows = parseCsv(stdout.replace(/^\ufeff/, ""));
      expect(rows.length).toBeGreaterThan(1);
      for (const [place] of rows.slice(1)) expect(place).toMatch(/^plan\/1\.yaml:3/);
      expect(tableIn(only?.data as unknown as Value[][], rows[0]?.[0] ?? "")).toEqual(rows);
    } finally {
      removeHome(own);
    }
  });

  it("says so if there is nothing", async () => {
    const { sheets } = await workbookOf("list 没有这样的文字");
    expect(sheets.get("任务清单")?.at(-1)?.[0]).toBe("没有符合条件的");
  });

  it("only goes into a file, and not into one whose ending means another format", async () => {
    expect(await run("list --format xlsx")).toMatchObject({ code: 2, stdout: "" });
    expect((await run("list --format xlsx")).stderr).toContain("--output");
    expect(await run("list --format xlsx -o list.csv")).toMatchObject({ code: 2, stdout: "" });
  });
});
