/** A form is made, filled in by another program, and applied: the journal gets exactly what was typed. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";
import { type Typed, fill, rowsOf, typedDay, typedShare } from "./fill.ts";

let home = "";

beforeEach(() => {
  home = makeHome(47);
});

afterEach(() => removeHome(home));

const path = (name: string): string => join(home, name);

async function run(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return runIn(home, argv, { env: { IPPLAN_LANG: "zh" } });
}

async function make(division: string, name = "form.xlsx"): Promise<void> {
  expect(await run("sheet", "-d", division, "-q", "2", "--as-of", "2017-07-03", "-o", name)).toMatchObject({ code: 0 });
}

/** The records added to the journal, without the fields that the program adds. */
function added(): Record<string, unknown>[] {
  const lines = readFileSync(path("journal.jsonl"), "utf8").trimEnd().split("\n").slice(47);
  return lines.map((line) => {
    const { v: _, t: __, was: ___, prev: ____, id: _____, ...said } = JSON.parse(line) as Record<string, unknown>;
    return said;
  });
}

/** Fills in the form by id and column (`{ "10-1.F": … }` is column F of 10-1) or by cell (`说明!B14`). */
async function filled(typed: Typed, name = "back.xlsx"): Promise<void> {
  const [milestones, indicators] = [await rowsOf(path("form.xlsx"), "节点"), await rowsOf(path("form.xlsx"), "指标")];
  const places = Object.entries(typed).map(([key, cell]) => {
    const [, id = "", column = ""] = /^(.*)\.([A-Z])$/.exec(key) ?? [];
    if (key.includes("!")) return [key, cell] as const;
    const [sheet, row] = milestones.has(id) ? ["节点", milestones.get(id)] : ["指标", indicators.get(id)];
    if (row === undefined) throw new Error(`${id} is not in the form`);
    return [`${sheet}!${column}${row}`, cell] as const;
  });
  await fill(path("form.xlsx"), path(name), Object.fromEntries(places));
}

const REPORT = { by: "综合科", from: "专利代办处" };

describe("a form that comes back", () => {
  it("records completions, progress, notes and readings, with the division as source", async () => {
    await make("专利代办处");
    await filled({
      "10-2@Q2.F": typedDay("2017-06-28"),
      "10-2@Q2.G": "局发〔2017〕33号；link:https://example.org/10",
      "10-2@Q2.I": "报名组织完成",
      "23-1.H": typedShare(0.95),
      "23-1.J": "验收专家未定",
      "23-1.K": "7月中旬验收",
      "10/agencies.E": 12,
      "10/agencies.F": typedDay("2017-06-30"),
      "10/courses.E": "２期",
    });
    expect(await run("sheet", "--apply", "back.xlsx")).toMatchObject({ code: 0, stderr: "" });
    expect(added()).toEqual([
      {
        ...{ ...REPORT, do: "done", ref: "10-2@Q2", on: "2017-06-28", note: "报名组织完成" },
        evidence: [
          { kind: "doc", value: "局发〔2017〕33号" },
          { kind: "link", value: "https://example.org/10" },
        ],
        of: [],
      },
      {
        ...{ ...REPORT, do: "progress", ref: "23-1", on: "2017-07-03", percent: 95 },
        ...{ problem: "验收专家未定", next: "7月中旬验收", of: [] },
      },
      { ...REPORT, do: "reading", ref: "10/agencies", on: "2017-06-30", value: 12, mode: "total", of: [] },
      { ...REPORT, do: "reading", ref: "10/courses", on: "2017-07-03", value: 2, mode: "total", of: [] },
    ]);
  });

  it("records nothing the second time, and nothing from untouched cells", async () => {
    await make("专利代办处");
    expect(await run("sheet", "--apply", "form.xlsx")).toEqual({
      ...{ code: 0, stdout: "" },
      stderr: "表里没有填写任何内容，未作登记\n",
    });
    expect(added()).toEqual([]);
    await filled({ "23-1.F": "6月30日", "23-1.G": "验收意见", "10-1.I": "补充说明", "10/agencies.E": 12 });
    await run("sheet", "--apply", "back.xlsx");
    const once = readFileSync(path("journal.jsonl"), "utf8");
    expect(added().map(({ do: kind, ref }) => `${kind} ${ref}`)).toEqual([
      ...["note 10-1", "done 23-1", "reading 10/agencies"],
    ]);
    expect(await run("sheet", "--apply", "back.xlsx")).toMatchObject({ code: 0 });
    expect(readFileSync(path("journal.jsonl"), "utf8")).toBe(once);
  });

  it("shows with --dry-run what it would record, and records nothing", async () => {
    await make("专利代办处");
    await filled({ "23-1.F": typedDay("2017-06-30") });
    const { code, stdout } = await run("sheet", "--apply", "back.xlsx", "--dry-run");
    expect([code, stdout.split("\n")[0]]).toEqual([0, "试运行，未登记  23-1 完成军民结合知识产权网络平台建设。"]);
    expect(added()).toEqual([]);
  });

  it("adds evidence to a completion without changing its day", async () => {
    await make("保护协调处");
    await filled({ "21-2.G": "实施方案" });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([
      { do: "done", ref: "21-2", on: "2017-06-26", evidence: [{ value: "局发〔2017〕31号" }, { value: "实施方案" }] },
    ]);
  });

  it("adds evidence to a completion whose day it corrects", async () => {
    await make("保护协调处");
    await filled({ "21-2.F": typedDay("2017-06-27"), "21-2.G": "实施方案" });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([
      { do: "done", ref: "21-2", on: "2017-06-27", evidence: [{ value: "局发〔2017〕31号" }, { value: "实施方案" }] },
    ]);
  });

  it("records progress for the day of filling in, if that is given", async () => {
    await make("法律事务处");
    await filled({ "14-2.H": "85%", "说明!B14": "7月1日" });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([{ do: "progress", ref: "14-2", percent: 85, on: "2017-07-01" }]);
  });

  it("records a reading without a day of its own for the day of filling in", async () => {
    await make("专利代办处");
    await filled({ "10/agencies.E": 12, "说明!B14": "7月1日" });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([{ do: "reading", on: "2017-07-01", value: 12 }]);
  });

  it.each([
    ["2017-6-28", "2017-06-28"],
    ["2017/6/28", "2017-06-28"],
    ["2017.6.28", "2017-06-28"],
    ["6.28", "2017-06-28"],
    ["6-28", "2017-06-28"],
    ["６月２８日", "2017-06-28"],
    ["2017年6月28日", "2017-06-28"],
    ["6月28号", "2017-06-28"],
    [20_170_628, "2017-06-28"],
  ])("understands days as people type them: %s", async (typed, day) => {
    await make("专利代办处");
    await filled({ "23-1.F": typed });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([{ do: "done", on: day }]);
  });

  it.each([
    ["Q2", "2017-06-30"],
    ["二季度", "2017-06-30"],
    ["二季度末", "2017-06-30"],
    ["上半年", "2017-06-30"],
    ["6月底", "2017-06-30"],
    ["五月", "2017-05-31"],
    ["2017年5月", "2017-05-31"],
    ["6月28日", "2017-06-28"],
  ])("takes the end of a period as the day of a reading: %s", async (typed, day) => {
    await make("专利代办处");
    await filled({ "10/agencies.E": 12, "10/agencies.F": typed });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([{ do: "reading", on: day, value: 12 }]);
  });

  it.each([
    ["a number", 80, 80],
    ["a share", typedShare(0.8), 80],
    ["a share that binary numbers cannot hold exactly", typedShare(0.57), 57],
    ["a number stored as text", "80", 80],
    ["full width", "８０％", 80],
    ["zero", 0, 0],
    ["100%", "100%", 100],
  ])("understands progress as spreadsheets store it: %s", async (_, typed, percent) => {
    await make("专利代办处");
    await filled({ "23-1.H": typed });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([{ do: "progress", percent }]);
  });

  it("joins the lines of a note, and takes each line of evidence as one item", async () => {
    await make("专利代办处");
    await filled({ "23-1.F": "6-30", "23-1.G": "验收意见\n会议纪要", "23-1.I": "平台已上线。\n已验收\n\n移交" });
    await run("sheet", "--apply", "back.xlsx");
    expect(added()).toMatchObject([
      { note: "平台已上线。已验收；移交", evidence: [{ value: "验收意见" }, { value: "会议纪要" }] },
    ]);
  });

  it("accepts blank rows and additional columns", async () => {
    await make("专利代办处");
    await filled({ "23-1.F": "6-30", "23-1.L": "处室内部备注", "节点!A40": "  ", "指标!H2": "备注" });
    expect(await run("sheet", "--apply", "back.xlsx")).toMatchObject({ code: 0 });
    expect(added()).toHaveLength(1);
  });

  it("may be in Markdown and in English", async () => {
    const { stdout } = await run("sheet", "-d", "zldbc", "-q", "2", "--as-of", "2017-07-03", "--lang", "en");
    expect(stdout).toContain("| Id | Milestone | When | Due |");
    const filledIn = stdout.replace(/^(\| 23-1 \|.*?)(?:\| {2}){6}\|$/m, "$1| 6-30 | 验收 \\| 意见 |  | note |  |  |");
    expect(filledIn).not.toBe(stdout);
    writeFileSync(path("back.md"), filledIn);
    expect(await run("sheet", "--apply", "back.md")).toMatchObject({ code: 0 });
    expect(added()).toMatchObject([
      { do: "done", ref: "23-1", on: "2017-06-30", note: "note", evidence: [{ value: "验收 | 意见" }] },
    ]);
  });

  it("may be in a folder with others: all are recorded at once", async () => {
    mkdirSync(path("back"));
    await make("专利代办处");
    await filled({ "23-1.F": "6-30" }, "back/a.xlsx");
    await filled({ "23-1.F": "6-30" }, "back/again.xlsx");
    await make("保护协调处", "other.xlsx");
    await fill(path("other.xlsx"), path("back/b.xlsx"), { "节点!F5": "6-30" });
    // The lock file of a program that has the workbook open.
    writeFileSync(path("back/~$a.xlsx"), "lock");
    expect(await run("sheet", "--apply", "back")).toMatchObject({ code: 0 });
    expect(added().map(({ ref, from }) => `${ref} ${from}`)).toEqual(["23-1 专利代办处", "22-2 保护协调处"]);
  });

  it("gives a JSON answer as every write does", async () => {
    await make("专利代办处");
    await filled({ "10/agencies.E": 12 });
    const { stdout } = await run("sheet", "--apply", "back.xlsx", "--format", "json");
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ kind: "ipplan/sheet", dryRun: false, records: [{ do: "reading", value: 12 }] },
      indicators: [{ id: "10/agencies", value: 12, valueBefore: null }],
    });
  });
});

describe("making forms", () => {
  it("makes those of all divisions, with the same bytes each time", async () => {
    const names = ["专利管理处", "规划发展处", "法律事务处", "保护协调处", "专利代办处", "信息中心"];
    const { code, stdout } = await run("sheet", "--all", "-q", "2", "-o", "forms");
    expect([code, stdout]).toEqual([
      0,
      `已生成 6 份：${names.map((name) => `填报表-${name}-2017Q2.xlsx`).join("、")}\n`,
    ]);
    await run("sheet", "--all", "-q", "2", "-o", "again");
    for (const name of names) {
      const file = `填报表-${name}-2017Q2.xlsx`;
      expect(readFileSync(path(`forms/${file}`)).equals(readFileSync(path(`again/${file}`)))).toBe(true);
    }
  });

  it("never writes over a form that may have been filled in", async () => {
    await run("sheet", "--all", "-q", "2", "-o", "forms");
    writeFileSync(path("forms/填报表-信息中心-2017Q2.xlsx"), "filled in");
    const again = await run("sheet", "--all", "-q", "2", "-o", "forms");
    expect([again.code, again.stderr.includes("没有改动任何文件")]).toEqual([3, true]);
    expect(readFileSync(path("forms/填报表-信息中心-2017Q2.xlsx"), "utf8")).toBe("filled in");
    await make("信息中心");
    expect(await run("sheet", "-d", "信息中心", "-o", "form.xlsx")).toMatchObject({ code: 3 });
  });

  it("makes only the missing ones if the others are unchanged", async () => {
    await run("sheet", "--all", "-q", "2", "-o", "forms");
    const [one, other] = ["forms/填报表-信息中心-2017Q2.xlsx", "forms/填报表-专利管理处-2017Q2.xlsx"].map(path);
    const bytes = readFileSync(one ?? "");
    const { ino } = statSync(other ?? "");
    rmSync(one ?? "");
    expect(await run("sheet", "--all", "-q", "2", "-o", "forms")).toMatchObject({ code: 0, stderr: "" });
    expect([readFileSync(one ?? "").equals(bytes), statSync(other ?? "").ino]).toEqual([true, ino]);
  });

  it("uses the quarter of the as-of day by default", async () => {
    const { stdout } = await run("sheet", "-d", "信息中心", "--as-of", "2017-11-15");
    expect(stdout).toContain("四季度填报表（信息中心）");
  });

  it.each([
    [[], "请写明"],
    [["--all"], "--output"],
    [["--all", "-d", "信息中心", "-o", "x"], "只能用一样"],
    [["-d", "信息中心", "-d", "专利代办处"], "只能用一样"],
    [["-d", "信息中心", "-q", "2..3"], "一张表只出一个季度"],
    [["-d", "信息中心", "-q", "5"], "--quarter"],
    [["-d", "信息中心", "--format", "xlsx"], "--output"],
    [["-d", "信息中心", "-o", "x.pdf"], ".md .xlsx"],
    [["-d", "信息中心", "--format", "json"], "xlsx, md"],
    [["-d", "信息中心", "--dry-run"], "--apply"],
    [["-d", "财务处"], "财务处"],
  ])("refuses wrong or missing options: %j", async (argv, said) => {
    const { code, stdout, stderr } = await run("sheet", ...argv);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(said);
  });
});
