/** All mistakes in filled forms are reported at once, cell by cell, and nothing is recorded. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Cell } from "write-excel-file/node";
import { newDesk } from "./desk.ts";
import { type Typed, fill, rowsOf, typedDay } from "./fill.ts";

const { path, run } = newDesk();
let before = "";

beforeEach(() => {
  before = readFileSync(path("journal.jsonl"), "utf8");
});

/** Fills in the cells and applies the form, which must fail; returns the lines of the message. */
async function told(typed: Typed): Promise<string[]> {
  await fill(path("form.xlsx"), path("back.xlsx"), typed);
  const { code, stdout, stderr } = await run("sheet", "--apply", "back.xlsx");
  expect([code, stdout]).toEqual([2, ""]);
  expect(readFileSync(path("journal.jsonl"), "utf8")).toBe(before);
  const lines = stderr.trimEnd().split("\n");
  expect(lines.at(-1)).toBe("未作登记");
  return lines.slice(0, -1);
}

// Rows of the form, from row 3 on: 8-1, 10-1, 10-2@Q2, 10-3@Q2, 23-1, 24-1.
describe("a cell", () => {
  it("is in the row that the other tests expect", async () => {
    const rows = await rowsOf(path("form.xlsx"), "节点");
    expect([...rows].slice(2)).toEqual([
      ...[["8-1", 3] as const, ["10-1", 4] as const, ["10-2@Q2", 5] as const],
      ...[["10-3@Q2", 6] as const, ["23-1", 7] as const, ["24-1", 8] as const],
    ]);
  });

  it.each<[what: string, cell: string, typed: Cell, said: string]>([
    ["a word for a day", "F7", "月底", "完成日 读不懂“月底”这个日期；可以写 2017-06-28、6-28、6月28日"],
    [
      "a day relative to the day of writing",
      "F7",
      "昨天",
      "完成日 写的是“昨天”，看不出是哪一天填的；请写日期，如 6月28日",
    ],
    ["the same in English", "F7", "Today", "完成日 写的是“Today”，看不出是哪一天填的"],
    ["a day in the future", "F7", typedDay("2017-07-04"), "完成日 2017-07-04 在今天（2017-07-03）之后"],
    ["a day ten years too early", "F7", typedDay("2007-06-28"), "日期 2007-06-28 太早"],
    ["a day to come, without its year", "F7", "7月31日", "完成日 7月31日 在 2017 年还没有到"],
    ["a decimal number for a day", "F7", 6.28, "完成日 读不懂“6.28”这个日期"],
    [
      "the same in a cell with a day format",
      "F7",
      { type: Number, value: 6.28, format: "yyyy-mm-dd" },
      "完成日 读不懂“6.28”这个日期",
    ],
    [
      "a serial number",
      "F7",
      42_902,
      "完成日 读不懂“42902”这个日期；可以写 2017-06-28、6-28、6月28日；如果是 2017-06-16，把单元格格式改成日期，或写 2017-06-16",
    ],
    [
      "the same as a text",
      "F7",
      "42902",
      "完成日 读不懂“42902”这个日期；可以写 2017-06-28、6-28、6月28日；如果是 2017-06-16",
    ],
    ["the day before the month", "F7", "16/6", "完成日 的“16/6”没有这一天；月在前、日在后，写 6-16"],
    [
      "a day that may be two",
      "F7",
      "5/6",
      "完成日 的“5/6”可能是 5 月 6 日，也可能是 6 月 5 日；请写 5-6 或 6-5，月在前",
    ],
    ["words for a percentage", "H7", "大部分", "进度“大部分”读不懂"],
    ["more than 100%", "H7", 120, "进度“120”读不懂；写 0 到 100 的整数"],
    ["a fraction of a percent", "H7", 80.5, "进度“80.5”读不懂"],
    ["a share below one percent", "H7", 0.005, "进度“0.005”读不懂"],
    ["a share that is no whole percentage", "H7", 0.805, "进度“0.805”读不懂"],
    ["1, which may mean 1% or 100%", "H7", 1, "“1”看不出是 1% 还是 100%"],
    ["an invalid link", "G7", "link:example", "链接 example 不能用"],
    ["a file outside", "G7", "file:../x", "佐证文件 ../x 不能用"],
    ["a note that is too long", "I7", "长".repeat(2001), "进展说明 太长，最多 2000 个字"],
  ])("is reported with its position: %s", async (_, cell, typed, said) => {
    // Evidence alone would be a mistake of its own.
    const more: Typed = cell === "G7" ? { "节点!F7": "6-30" } : {};
    const lines = await told({ ...more, [`节点!${cell}`]: typed });
    expect(lines).toHaveLength(1);
    expect(lines[0]?.startsWith(`back.xlsx 节点!${cell} ${said}`), lines[0]).toBe(true);
  });

  it.each<[what: string, cell: string, typed: Cell, said: string]>([
    ["words for a number", "E4", "十来家", "填报值“十来家”读不懂"],
    ["another unit", "E4", "12件", "填报值“12件”读不懂"],
    ["a day without a value", "F4", typedDay("2017-06-30"), "写了数据日或佐证，却没有填报值"],
  ])("of an indicator is reported with its position too: %s", async (_, cell, typed, said) => {
    const [line = ""] = await told({ [`指标!${cell}`]: typed });
    expect(line).toContain(said);
    expect(line).toContain("back.xlsx 指标!E4 ");
  });

  it("for the day of a reading must be a day or period that is over", async () => {
    const lines = await told({ "指标!E4": 12, "指标!F4": "7月底", "指标!E5": 2, "指标!F5": "2" });
    expect(lines.map((line) => line.split("；")[0])).toEqual([
      "back.xlsx 指标!F4 数据日 2017-07-31 在今天（2017-07-03）之后",
      "back.xlsx 指标!F5 数据日 读不懂“2”这个日期",
    ]);
  });

  it("that was merged with others is reported with its range; empty ones may be merged", async () => {
    const day = typedDay("2017-06-28");
    const joined: Cell = typeof day === "object" && day !== null ? { ...day, rowSpan: 3 } : day;
    const said = "是合并的单元格，只有第一格有内容；请取消合并，每一行各填各的";
    expect(await told({ "节点!F3": joined })).toEqual([`back.xlsx 节点!F3:F5 ${said}`]);
    const { code } = await run("sheet", "--apply", "form.xlsx");
    expect(code).toBe(0);
  });

  it("with 0.234 for an indicator in percent is refused, because it may mean 23.4%", async () => {
    await run("sheet", "-d", "专利管理处", "-q", "2", "--as-of", "2017-07-03", "-o", "growth.xlsx");
    const rows = await rowsOf(path("growth.xlsx"), "指标");
    const place = `指标!E${rows.get("5/application-growth")}`;
    await fill(path("growth.xlsx"), path("back.xlsx"), { [place]: 0.234 });
    const { code, stderr } = await run("sheet", "--apply", "back.xlsx");
    expect([code, stderr.split("\n")[0]]).toEqual([
      2,
      `back.xlsx ${place} “0.234”看不出是 0.234% 还是 23.4%；请在单元格里写成文字“23.4%”或“0.234%”`,
    ]);
  });
});

describe("a row", () => {
  it.each<[what: string, typed: Typed, said: string]>([
    ["a changed id", { "节点!A7": "23-9", "节点!F7": "6-30" }, "节点!A7 计划里没有 23-9"],
    [
      "an id of another row",
      { "节点!A7": "10-1", "节点!F7": "6-30" },
      "节点!A7 与 10-1 在计划里的内容不一致：编号或内容被改过",
    ],
    [
      "an id that a spreadsheet turned into a day",
      { "节点!A7": typedDay("2017-10-01"), "节点!F7": "6-30" },
      "节点!A7 计划里没有 2017-10-01",
    ],
    ["no id", { "节点!A7": "", "节点!F7": "6-30" }, "节点!A7 填了内容，却没有编号"],
    [
      "a milestone of another division",
      { "节点!A9": "9-1", "节点!B9": "建立申请主体诚信档案", "节点!F9": "6-30" },
      "节点!A9 9-1 不由专利代办处牵头，由规划发展处填报",
    ],
    [
      "a completion day and progress below 100%",
      { "节点!F7": "6-30", "节点!H7": 80 },
      "节点!H7 写了完成日，进度却是 80%；",
    ],
    ["the same with a % sign", { "节点!F7": "6-30", "节点!H7": "80%" }, "节点!H7 写了完成日，进度却是 80%；"],
    ["evidence alone", { "节点!G7": "验收意见" }, "节点!G7 只有佐证材料"],
    ["progress of what is done", { "节点!H4": 80 }, "节点!A4 10-1 已经完成；先撤销完成记录再登记"],
  ])("is reported with its position: %s", async (_, typed, said) => {
    const lines = await told(typed);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`back.xlsx ${said}`);
  });

  it("has all its mistakes reported, together with those of other rows", async () => {
    const lines = await told({
      ...{ "节点!F7": "月底", "节点!H7": 120, "节点!H8": "多半", "节点!A6": "10-9", "节点!I6": "x" },
      "指标!E4": "若干",
    });
    expect(lines.map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
      ...["back.xlsx 节点!A6", "back.xlsx 节点!F7", "back.xlsx 节点!H7", "back.xlsx 节点!H8", "back.xlsx 指标!E4"],
    ]);
  });

  it("must not differ in another form", async () => {
    mkdirSync(path("back"));
    await fill(path("form.xlsx"), path("back/a.xlsx"), { "节点!F7": "6-30" });
    await fill(path("form.xlsx"), path("back/b.xlsx"), { "节点!F7": "6-29" });
    const { code, stderr } = await run("sheet", "--apply", "back");
    expect([code, stderr]).toEqual([
      2,
      "b.xlsx 节点!A7 23-1 填了两次，另一处在 a.xlsx 节点!A7；请只留一处\n未作登记\n",
    ]);
  });
});

describe("a form", () => {
  it.each<[what: string, typed: Typed, said: string]>([
    ["of another plan", { "说明!B9": "2017年工作要点" }, "说明!B9 是另一份计划的表：“2017年工作要点”"],
    ["of another year", { "说明!B10": 2018 }, "说明!B10 是 2018 年的表，这里的计划是 2017 年"],
    ["of an unknown division", { "说明!B11": "财务处" }, "说明!B11 计划里没有“财务处”这个处室"],
    [
      "of another version",
      { "说明!B15": "ipplan-form/2" },
      "说明!B15 表格版本是“ipplan-form/2”，这里只认 ipplan-form/1",
    ],
    ["without the row of its version", { "说明!A15": "" }, "back.xlsx 缺少“表格版本”这一行，或没有内容；"],
    ["without a year", { "说明!B10": "" }, "back.xlsx 说明!B10 缺少“年度”这一行，或没有内容；"],
    ["without its first header", { "说明!A8": "" }, "不是填报表：找不到“项目、内容”表头"],
    ["without its table", Object.fromEntries([..."ABCDEFGHIJK"].map((c) => [`节点!${c}2`, ""])), "节点 找不到表头"],
    ["without the heading of ids", { "节点!A2": "" }, "节点 缺少“编号”这一列"],
    ["without a column", { "节点!J2": "问题" }, "节点 缺少“存在问题”这一列"],
    ["with another heading of values", { "指标!E2": "填报值（家）" }, "指标 缺少“填报值”这一列"],
    [
      "without the header of its indicators",
      Object.fromEntries([..."ABCDEFG"].map((c) => [`指标!${c}2`, ""])),
      "指标 找不到表头",
    ],
  ])("%s is refused", async (_, typed, said) => {
    const lines = await told({ "节点!F7": "6-30", ...typed });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(said);
  });

  it.each<[what: string, typed: Typed, cells: string[]]>([
    ["the year", { "说明!B10": 2018 }, ["说明!B10", "节点!F7", "节点!H8"]],
    ["the plan", { "说明!B9": "工作要点" }, ["说明!B9", "节点!F7", "节点!H8"]],
    ["year and plan (then it is another plan's)", { "说明!B10": 2018, "说明!B9": "工作要点" }, ["说明!B10"]],
    ["the division (then its rows cannot be checked)", { "说明!B11": "财务处" }, ["说明!B11"]],
  ])("with a mistake in its first table has its other mistakes reported too: %s", async (_, typed, cells) => {
    const lines = await told({ "节点!F7": "月底", "节点!H8": "多半", ...typed });
    expect(lines.map((line) => line.split(" ")[1])).toEqual(cells);
  });

  it("of another year is not compared with one of this year", async () => {
    mkdirSync(path("back"));
    await fill(path("form.xlsx"), path("back/a.xlsx"), { "节点!F7": "6-30", "说明!B10": 2018 });
    await fill(path("form.xlsx"), path("back/b.xlsx"), { "节点!F7": "6-29" });
    const { stderr } = await run("sheet", "--apply", "back");
    expect(stderr).toBe("a.xlsx 说明!B10 是 2018 年的表，这里的计划是 2017 年\n未作登记\n");
  });

  it("with an as-of day still to come needs the day on which it was filled in", async () => {
    await run("sheet", "-d", "专利代办处", "-q", "3", "--as-of", "2017-09-30", "-o", "ahead.xlsx");
    const rows = await rowsOf(path("ahead.xlsx"), "节点");
    const progress = { [`节点!H${rows.get("23-1")}`]: 95, [`节点!I${rows.get("8-2")}`]: "名册已报" };
    await fill(path("ahead.xlsx"), path("back.xlsx"), progress);
    const { stderr } = await run("sheet", "--apply", "back.xlsx");
    expect(stderr).toBe("back.xlsx 说明!B14 截至日 2017-09-30 还没有到；请在“填报日”写上填报的日期\n未作登记\n");
    await fill(path("ahead.xlsx"), path("back.xlsx"), { ...progress, "说明!B14": "7月3日" });
    expect(await run("sheet", "--apply", "back.xlsx")).toMatchObject({ code: 0 });
    await fill(path("ahead.xlsx"), path("back.xlsx"), { ...progress, "说明!B14": "下周" });
    const bad = await run("sheet", "--apply", "back.xlsx");
    expect(bad.stderr).toContain("back.xlsx 说明!B14 填报日 读不懂“下周”这个日期");
  });
});

describe("a file", () => {
  it("that is not a workbook is reported, with all others in the folder", async () => {
    mkdirSync(path("back"));
    writeFileSync(path("back/a.xlsx"), "no archive");
    writeFileSync(path("back/b.md"), new Uint8Array([0xff, 0xfe, 0x41]));
    writeFileSync(path("back/c.md"), "# 会议纪要\n");
    const { code, stderr } = await run("sheet", "--apply", "back");
    expect(code).toBe(2);
    expect(stderr.split("\n").map((line) => line.split("；")[0])).toEqual([
      "a.xlsx 读不了：要是 .xlsx 工作簿（.xls、.et、.ods 请另存为 .xlsx）或 UTF-8 的 .md 文件",
      "b.md 读不了：要是 .xlsx 工作簿（.xls、.et、.ods 请另存为 .xlsx）或 UTF-8 的 .md 文件",
      "c.md 不是填报表：找不到“项目、内容”表头（“说明”表是否被删？）",
      "未作登记",
      "",
    ]);
  });

  it("in a folder is never left out without a word: unread files are named, with all other mistakes", async () => {
    mkdirSync(path("back/二批/处室"), { recursive: true });
    mkdirSync(path("back/佐证"));
    writeFileSync(path("back/二批/处室/b.et"), "D0CF");
    writeFileSync(path("back/佐证/扫描.pdf"), "%PDF");
    await fill(path("form.xlsx"), path("back/a.xlsx"), { "节点!H7": "大半" });
    for (const name of ["b.xls", "c.docx", "d.et", ".hidden", "~$a.xlsx", "Thumbs.db", ".DS_Store"]) {
      writeFileSync(path(`back/${name}`), "D0CF");
    }
    const { code, stderr } = await run("sheet", "--apply", "back");
    expect(code).toBe(2);
    const why =
      "读不了：要是 .xlsx 工作簿（.xls、.et、.ods 请另存为 .xlsx）或 UTF-8 的 .md 文件；不是填报表的，请移出文件夹";
    expect(stderr.split("\n").slice(0, -2)).toEqual([
      "a.xlsx 节点!H7 进度“大半”读不懂；写 0 到 100 的整数，例如 80",
      `b.xls ${why}`,
      `c.docx ${why}`,
      `d.et ${why}`,
      "二批/ 是下一级文件夹，里面有表，没有读；请把表移到上一级，或另用 --apply 登记这个文件夹",
    ]);
  });

  it("that does not exist is an error with exit code 3", async () => {
    expect(await run("sheet", "--apply", "none.xlsx")).toMatchObject({ code: 3, stdout: "" });
  });

  it("in Markdown with another heading of values is refused", async () => {
    const { stdout } = await run("sheet", "-d", "专利代办处", "-q", "2", "--as-of", "2017-07-03");
    writeFileSync(path("back.md"), stdout.replace("| 填报值 |", "| 填报值（家） |"));
    const { code, stderr } = await run("sheet", "--apply", "back.md");
    expect([code, stderr]).toEqual([2, "back.md 指标 缺少“填报值”这一列；请恢复原来的表头\n未作登记\n"]);
  });

  it("in Markdown without its table of milestones is refused", async () => {
    const { stdout } = await run("sheet", "-d", "专利代办处", "-q", "2", "--as-of", "2017-07-03");
    const without = stdout.replace(/^## 节点\n[^]*?(?=^## 指标)/m, "");
    expect(without).not.toBe(stdout);
    writeFileSync(path("back.md"), without);
    const { code, stderr } = await run("sheet", "--apply", "back.md");
    const said = "back.md 缺少节点表（“编号、完成日”的表头找不到）；请用 ipplan sheet 重新生成\n未作登记\n";
    expect([code, stderr]).toEqual([2, said]);
  });

  it("in Markdown has its mistakes reported by line", async () => {
    const { stdout } = await run("sheet", "-d", "专利代办处", "-q", "2", "--as-of", "2017-07-03");
    const lines = stdout.split("\n");
    const at = lines.findIndex((line) => line.startsWith("| 23-1 "));
    writeFileSync(path("back.md"), stdout.replace(/^(\| 23-1 \|.*?)(?:\| {2}){6}\|$/m, "$1|  |  | 150 |  |  |  |"));
    const { stderr } = await run("sheet", "--apply", "back.md");
    expect(stderr).toBe(`back.md:${at + 1}（进度（%）） 进度“150”读不懂；写 0 到 100 的整数，例如 80\n未作登记\n`);
  });
});
