/** Workbooks as people edit them: with copied sheets, text in other cells, merged cells, formulas and percentages. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { newDesk } from "./desk.ts";
import { type Typed, fill, rowsOf, typedShare } from "./fill.ts";

const { path, run, added } = newDesk();

/** Fills in the cells and applies the form. Its rows, from row 3 on: 8-1, 10-1, 10-2@Q2, 10-3@Q2, 23-1, 24-1. */
async function applied(
  typed: Typed,
  copies: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  await fill(path("form.xlsx"), path("back.xlsx"), typed, copies);
  return run("sheet", "--apply", "back.xlsx");
}

describe("a copied sheet", () => {
  const copies = { "节点 (2)": "节点" };

  it.each<[what: string, typed: Typed]>([
    ["only the copy is filled in", { "节点 (2)!F7": "6-30" }],
    ["more is filled in", { "节点!F7": "6-30", "节点 (2)!F7": "6-30", "节点 (2)!H3": 80 }],
    ["another day is filled in", { "节点!F7": "6-30", "节点 (2)!F7": "6-29" }],
  ])("is reported if it says something else: %s", async (_, typed) => {
    const { code, stderr } = await applied(typed, copies);
    expect([code, stderr]).toEqual([
      2,
      "back.xlsx “节点 (2)”和“节点”两张表填得不一样；请都填在“节点”里，删去另一张\n未作登记\n",
    ]);
    expect(added()).toEqual([]);
  });

  it.each<[what: string, typed: Typed]>([
    ["is empty", { "节点!F7": "6-30" }],
    ["says the same", { "节点!F7": "6-30", "节点 (2)!F7": "6-30" }],
  ])("does no harm if it %s", async (_, typed) => {
    expect(await applied(typed, copies)).toMatchObject({ code: 0, stderr: "" });
    expect(added()).toHaveLength(1);
  });

  it("that lost a heading is reported as the original would be", async () => {
    const { stderr } = await applied({ "节点!F7": "6-30", "节点 (2)!H2": "进度" }, copies);
    expect(stderr).toBe("back.xlsx 节点 (2) 缺少“进度（%）”这一列；请恢复原来的表头\n未作登记\n");
  });
});

describe("a sheet that lost a heading", () => {
  it("is reported even if it has a complete copy: what is filled in there would be overlooked", async () => {
    const { code, stderr } = await applied(
      { "节点!F7": "6-30", "节点!H2": "进度", "节点 (2)!F8": "6-30" },
      { "节点 (2)": "节点" },
    );
    expect([code, stderr]).toEqual([2, "back.xlsx 节点 缺少“进度（%）”这一列；请恢复原来的表头\n未作登记\n"]);
    expect(added()).toEqual([]);
  });

  it("is ignored if it has another name", async () => {
    const typed = { "节点!F7": "6-30", "汇总!H2": "进度", "汇总!F8": "6-30" };
    expect(await applied(typed, { 汇总: "节点" })).toMatchObject({ code: 0, stderr: "" });
    expect(added()).toMatchObject([{ do: "done", ref: "23-1" }]);
  });
});

describe("text in cells that are not to be filled in", () => {
  it("is reported by cell, and the rest is recorded", async () => {
    const notes = Object.fromEntries([3, 4, 5, 6, 7, 8].map((row) => [`节点!L${row}`, "见附件"]));
    const { code, stderr } = await applied({
      ...{ ...notes, "节点!F7": "6-30", "节点!L2": "备注", "节点!M4": "张", "指标!H5": 3 },
      "配合!G3": "已完成",
    });
    const told = "这里不用填，写的内容不登记";
    expect([code, stderr.split("\n").slice(0, -1)]).toEqual([
      0,
      [
        `back.xlsx 节点!L3、L4、L5、L6、L7 等 6 处 ${told}`,
        `back.xlsx 节点!M4 ${told}`,
        `back.xlsx 指标!H5 ${told}`,
        `back.xlsx 配合!G3 ${told}`,
      ],
    ]);
    expect(added()).toMatchObject([{ do: "done", ref: "23-1" }]);
  });

  it("is also reported if nothing else is filled in", async () => {
    const { stderr } = await applied({ "节点!L2": "备注", "节点!L7": "已完成" });
    expect(stderr).toBe("back.xlsx 节点!L7 这里不用填，写的内容不登记\n表里没有填写任何内容，未作登记\n");
  });
});

/** Saves the form with the XML of some cells of a sheet replaced: `{ F7: "<c …>" }`. Sheets count from 1. */
function retyped(sheet: number, cells: Readonly<Record<string, string>>): void {
  const parts = unzipSync(readFileSync(path("form.xlsx")));
  const name = `xl/worksheets/sheet${sheet}.xml`;
  let text = strFromU8(parts[name] ?? new Uint8Array());
  for (const [place, cell] of Object.entries(cells)) {
    const other = text.replace(new RegExp(`<c r="${place}"[^>]*?(?:/>|>.*?</c>)`), cell);
    expect(other).not.toBe(text);
    text = other;
  }
  writeFileSync(path("back.xlsx"), zipSync({ ...parts, [name]: strToU8(text) }));
}

describe("merged cells", () => {
  it("are also reported if the workbook has absolute sheet paths, as some programs write", async () => {
    const day = { type: Number, value: 42_914, format: "yyyy-mm-dd", rowSpan: 3 };
    await fill(path("form.xlsx"), path("back.xlsx"), { "节点!F3": day });
    const { "xl/_rels/workbook.xml.rels": relations, ...parts } = unzipSync(readFileSync(path("back.xlsx")));
    const text = strFromU8(relations ?? new Uint8Array()).replaceAll('Target="worksheets/', 'Target="/xl/worksheets/');
    expect(text).toContain('Target="/xl/worksheets/');
    writeFileSync(path("back.xlsx"), zipSync({ ...parts, "xl/_rels/workbook.xml.rels": strToU8(text) }));
    const { code, stderr } = await run("sheet", "--apply", "back.xlsx");
    expect([code, stderr.split(" ").slice(0, 2).join(" ")]).toEqual([2, "back.xlsx 节点!F3:F5"]);
  });
});

describe("a formula", () => {
  it("without a value, or with an error, is reported with its cell", async () => {
    retyped(2, {
      F7: '<c r="F7"><f>1+1</f></c>',
      H7: '<c r="H7" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      I7: '<c r="I7" t="str"><f>A1</f></c>',
    });
    const { code, stderr } = await run("sheet", "--apply", "back.xlsx");
    const told = "是公式，没有算出值（或出错）；请直接写值";
    expect([code, stderr]).toEqual([
      2,
      `${["F7", "H7", "I7"].map((cell) => `back.xlsx 节点!${cell} ${told}\n`).join("")}未作登记\n`,
    ]);
  });

  it("without a value is ignored in cells that are not to be filled in", async () => {
    retyped(2, { E7: '<c r="E7"><f>1+1</f></c>', H7: '<c r="H7"><v>80</v></c>' });
    expect(await run("sheet", "--apply", "back.xlsx")).toMatchObject({ code: 0, stderr: "" });
    expect(added()).toMatchObject([{ do: "progress", ref: "23-1", percent: 80 }]);
  });

  it("without a value is reported for the day of filling in; one with a value is read", async () => {
    retyped(1, { B14: '<c r="B14"><f>TODAY()</f></c>' });
    expect((await run("sheet", "--apply", "back.xlsx")).stderr).toContain("back.xlsx 说明!B14 是公式");
    retyped(2, { H7: '<c r="H7"><f>40*2</f><v>80</v></c>' });
    expect(await run("sheet", "--apply", "back.xlsx")).toMatchObject({ code: 0 });
    expect(added()).toMatchObject([{ do: "progress", percent: 80 }]);
  });
});

describe("a cell that shows a percentage", () => {
  it.each([
    [1, 100],
    [0.57, 57],
    [0, 0],
  ])("is read as progress as it is shown: %s", async (value, percent) => {
    expect(await applied({ "节点!H7": typedShare(value) })).toMatchObject({ code: 0 });
    expect(added()).toMatchObject([{ do: "progress", percent }]);
  });

  it("is quoted as it is shown if it is no whole percentage or has another unit", async () => {
    const { stderr } = await applied({ "节点!H7": typedShare(0.005), "指标!E4": typedShare(0.12) });
    expect(stderr.split("\n").map((line) => line.split("；")[0])).toEqual([
      "back.xlsx 节点!H7 进度“0.5%”读不懂",
      "back.xlsx 指标!E4 填报值“12%”读不懂",
      ...["未作登记", ""],
    ]);
  });

  it("is read as a value as it is shown, also above 100%", async () => {
    rmSync(path("form.xlsx"));
    await run("sheet", "-d", "专利管理处", "-q", "2", "--as-of", "2017-07-03", "-o", "form.xlsx");
    const row = (await rowsOf(path("form.xlsx"), "指标")).get("5/application-growth");
    const shown = { type: Number, value: 1.178, format: "0.0%" };
    expect(await applied({ [`指标!E${row}`]: shown })).toMatchObject({ code: 0 });
    expect(added()).toMatchObject([{ do: "reading", ref: "5/application-growth", value: 117.8 }]);
  });
});

describe("a mark for nothing", () => {
  it.each(["无", "/", "—", "——", "-", "／", "－", " 无 "])("counts as empty: %s", async (nothing) => {
    const row = Object.fromEntries([..."FHIJKL"].map((column) => [`节点!${column}7`, nothing]));
    const values = { "指标!E4": nothing, "指标!F4": nothing, "指标!G4": nothing };
    const { stderr } = await applied({ ...row, ...values, "节点!G4": nothing, "说明!B14": nothing });
    expect(stderr).toBe("表里没有填写任何内容，未作登记\n");
  });

  it("does not affect the cells beside it", async () => {
    await applied({ "节点!F7": "6-30", "节点!G7": "/", "节点!H7": "—", "节点!I7": "无障碍", "节点!J7": "无" });
    expect(added()).toMatchObject([{ do: "done", ref: "23-1", on: "2017-06-30", note: "无障碍" }]);
    expect(Object.keys(added()[0] ?? {})).not.toContain("problem");
  });
});
