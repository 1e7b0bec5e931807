/** What spreadsheets make of what people type, read from files that another program wrote. */
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import { readWorkbook } from "../../src/storage/workbook-file.ts";

async function bytesOf(data: SheetData): Promise<Uint8Array> {
  return new Uint8Array(await writeExcelFile([{ sheet: "节点", data }]).toBuffer());
}

const serial = (value: number, format: string): { type: NumberConstructor; value: number; format: string } => ({
  type: Number,
  value,
  format,
});

describe("a workbook", () => {
  it("has rows by their numbers, blank ones among them", async () => {
    const grids = await readWorkbook(await bytesOf([["a"], [null], [], [null, "b"], [" "], [null]]));
    expect(grids?.map(({ name }) => name)).toEqual(["节点"]);
    expect(grids?.[0]?.rows.find(({ cells }) => cells[1] === "b")?.line).toBe(4);
  });

  it("has days as days, in whatever format, without their time", async () => {
    // 42914 is 2017-06-28, counted from 1899-12-30.
    const formats = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "m/d"];
    const grids = await readWorkbook(
      await bytesOf([[...formats.map((format) => serial(42_914, format)), serial(42_914.75, "yyyy-mm-dd")]]),
    );
    expect(grids?.[0]?.rows[0]?.cells).toEqual(Array.from({ length: 5 }, () => "2017-06-28"));
  });

  it("keeps a number that was typed into a cell for days: 6.28 and 20170628 are no serial numbers", async () => {
    const grids = await readWorkbook(await bytesOf([[serial(20_170_628, "yyyy-mm-dd"), serial(42_914, "0")]]));
    expect(grids?.[0]?.rows[0]?.cells).toEqual([20_170_628, 42_914]);
    const short = await readWorkbook(await bytesOf([[serial(62.8, "yyyy-mm-dd")]]));
    expect(short?.[0]?.rows[0]?.cells[0]).toBeCloseTo(62.8, 6);
  });

  it("has numbers as numbers, percentages as their hundredth part, and texts as typed", async () => {
    const row = [80, serial(0.8, "0%"), "８０％", " 6月28日 ", "2017/6/28", true, "a\nb"];
    const grids = await readWorkbook(await bytesOf([row]));
    expect(grids?.[0]?.rows[0]?.cells).toEqual([80, 0.8, "８０％", "6月28日", "2017/6/28", "TRUE", "a\nb"]);
  });
});

describe("what is no workbook", () => {
  it.each([
    ["text", strToU8("编号,完成日\n")],
    ["nothing", new Uint8Array()],
    ["another archive", zipSync({ "a.txt": strToU8("a") })],
  ])("is none: %s", async (_, bytes) => {
    expect(await readWorkbook(bytes)).toBeNull();
  });

  it("is none where it unpacks to more than any form", async () => {
    const parts = unzipSync(await bytesOf([["a"]]));
    const padded = (size: number): Uint8Array => zipSync({ ...parts, "xl/media/1.bin": new Uint8Array(size) });
    expect(await readWorkbook(padded(1_000_000))).not.toBeNull();
    expect(await readWorkbook(padded(60_000_000))).toBeNull();
  });

  it("is none where a part is damaged", async () => {
    const parts = unzipSync(await bytesOf([["a"]]));
    expect(
      await readWorkbook(zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData>") })),
    ).toBeNull();
  });
});
