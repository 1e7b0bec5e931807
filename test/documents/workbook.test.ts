/** The workbook of examples/, opened and printed by LibreOffice. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import readExcelFile from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import { catalogueOf } from "../support/catalogues.ts";
import { renderReport } from "../../src/reporters/report/formats.ts";
import { exampleView } from "../support/example-report.ts";
import { poisonView } from "../support/poison-plan.ts";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";
import { convert, pageSizes, pagesOf, squeeze, toPictures } from "./machine.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-workbook-"));

let pdf = "";
let pages: readonly string[] = [];

beforeAll(() => {
  pdf = convert(join(import.meta.dirname, "../../examples/2017-Q2.xlsx"), "pdf", folder);
  pages = pagesOf(pdf);
  toPictures(pdf, "workbook");
});

describe("the workbook", () => {
  it("prints on A4 landscape, with every page numbered", () => {
    const sizes = pageSizes(pdf).map(({ width, height }) => `${Math.round(width)} × ${Math.round(height)}`);
    expect(new Set(sizes)).toEqual(new Set(["297 × 210"]));
    for (const [index, text] of pages.entries()) expect(text).toContain(`第${index + 1}页，共${pages.length}页`);
  });

  it("fits every sheet to the page width, and repeats the ledger's header on each of its pages", () => {
    const ledger = pages.filter((text) => text.includes("任务编号"));
    expect(ledger.length).toBeGreaterThan(1);
    for (const text of ledger) {
      const [before = ""] = text.split("编号任务编号");
      // Nothing comes before the header but the rest of its first line.
      expect(before.length).toBeLessThan(12);
      expect(text).toContain("佐证材料");
    }
  });

  it("shows every milestone, and no column is too narrow (###)", () => {
    const whole = pages.join("");
    for (const { id } of exampleView().tasks.flatMap(({ milestones }) => milestones)) expect(whole).toContain(id);
    expect(whole).toContain(squeeze("示例（内容为虚构） 第2期"));
    expect(whole).not.toContain("###");
  });

  it("keeps its values when LibreOffice saves it", async () => {
    const source = join(import.meta.dirname, "../../examples/2017-Q2.xlsx");
    const saved = convert(source, "xlsx", folder);
    const [before, after] = [await readExcelFile(source), await readExcelFile(saved)];
    expect(before.length).toBe(13);
    expect(after).toEqual(before);
  });
});

it("a list keeps its ids and days when LibreOffice saves it", async () => {
  const home = makeHome(53);
  try {
    await runIn(home, ["list", "--quarter", "2", "-o", "list.xlsx"]);
    const before = await readExcelFile(join(home, "list.xlsx"));
    const ids = before[0]?.data.map(([id]) => id);
    // Typed into a spreadsheet, these two would become days.
    expect(ids).toEqual(expect.arrayContaining(["1-1", "12-2"]));
    expect(await readExcelFile(convert(join(home, "list.xlsx"), "xlsx", folder))).toEqual(before);
  } finally {
    removeHome(home);
  }
});

it("a workbook full of payloads opens, and no formula in it is evaluated", async () => {
  const request = { catalogue: catalogueOf("zh"), isForecast: false };
  const path = join(folder, "poison.xlsx");
  writeFileSync(path, await renderReport(poisonView(), "xlsx", request));
  const whole = pagesOf(convert(path, "pdf", folder)).join("");
  expect(whole).toContain("=1+1");
  expect(whole).toContain(squeeze("<script>alert(1)</script>"));
});
