/** How spreadsheets store what people type, read from files written by another program. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import writeExcelFile, { type SheetData } from "write-excel-file/node";
import type { Grid } from "../../src/storage/grids.ts";
import { readWorkbook } from "../../src/storage/workbook-file.ts";

async function bytesOf(data: SheetData): Promise<Uint8Array> {
  return new Uint8Array(await writeExcelFile([{ sheet: "节点", data }]).toBuffer());
}

async function gridsOf(bytes: Uint8Array): Promise<Grid[]> {
  const grids = await readWorkbook(bytes);
  if (typeof grids === "string") throw new TypeError(grids);
  return grids;
}

const serial = (value: number, format: string): { type: NumberConstructor; value: number; format: string } => ({
  type: Number,
  value,
  format,
});

describe("a workbook", () => {
  it("has numbered rows, including blank ones", async () => {
    const grids = await gridsOf(await bytesOf([["a"], [null], [], [null, "b"], [" "], [null]]));
    expect(grids.map(({ name }) => name)).toEqual(["节点"]);
    expect(grids[0]?.rows.find(({ cells }) => cells[1] === "b")?.line).toBe(4);
  });

  it("has days as days, in any format, without their time", async () => {
    // 42914 is 2017-06-28, counted from 1899-12-30.
    const formats = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "[$-804]yyyy/m/d;@", "m/d"];
    const grids = await gridsOf(
      await bytesOf([[...formats.map((format) => serial(42_914, format)), serial(42_914.75, "yyyy-mm-dd")]]),
    );
    expect(grids[0]?.rows[0]?.cells).toEqual(Array.from({ length: 5 }, () => "2017-06-28"));
  });

  it("keeps a number typed into a cell formatted as a day: 6.28 and 20170628 are no serial numbers", async () => {
    const grids = await gridsOf(await bytesOf([[serial(20_170_628, "yyyy-mm-dd"), serial(42_914, "0")]]));
    expect(grids[0]?.rows[0]?.cells).toEqual([20_170_628, 42_914]);
    const short = await gridsOf(await bytesOf([[serial(62.8, "yyyy-mm-dd")]]));
    expect(short[0]?.rows[0]?.cells[0]).toBe(62.8);
  });

  it("has numbers as numbers, percentages as they are shown, and texts as typed", async () => {
    const row = [80, serial(0.8, "0%"), "８０％", " 6月28日 ", "2017/6/28", true, "a\nb"];
    const grids = await gridsOf(await bytesOf([row]));
    expect(grids[0]?.rows[0]?.cells).toEqual([80, "80%", "８０％", "6月28日", "2017/6/28", "TRUE", "a\nb"]);
  });
});

describe("a number in a workbook", () => {
  it.each([
    ["0%", 1, "100%"],
    ["0.0%", 1.178, "117.8%"],
    ["0.00%", -0.031, "-3.1%"],
    ["[>=1]0%;0.0%", 0.57, "57%"],
    ['0.0"%"', 57, 57],
    [String.raw`0\%`, 57, 57],
    ["0.0", 0.57, 0.57],
  ])("is a percentage if its format %j says so", async (format, value, expected) => {
    const [grid] = await gridsOf(await bytesOf([[null], ["a", serial(value, format)]]));
    expect(grid?.rows[1]?.cells).toEqual(["a", expected]);
  });
});

describe("a workbook whose first style", () => {
  /** The cells of a workbook with a percentage in style 1, after a change of its sheet and of its list of styles. */
  async function cellsWith(sheet: (text: string) => string, styles: string): Promise<readonly unknown[] | undefined> {
    const parts = unzipSync(await bytesOf([["a", serial(0.57, "0%")]]));
    const textOf = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
    const listed = `<cellXfs>${styles}</cellXfs>`;
    const changed = {
      "xl/worksheets/sheet1.xml": strToU8(sheet(textOf("xl/worksheets/sheet1.xml"))),
      "xl/styles.xml": strToU8(textOf("xl/styles.xml").replace(/<cellXfs.*<\/cellXfs>/s, listed)),
    };
    return (await gridsOf(zipSync({ ...parts, ...changed })))[0]?.rows[0]?.cells;
  }

  it("says nothing still counts it", async () => {
    expect(await cellsWith((text) => text, `<xf/><xf numFmtId="9"/>`)).toEqual(["a", "57%"]);
  });

  it("is a percentage shows one in cells that name no style", async () => {
    const unnamed = (text: string): string => text.replace(' s="1"', "");
    expect(await cellsWith(unnamed, `<xf numFmtId="9"/>`)).toEqual(["a", "57%"]);
  });
});

describe("a workbook with single quotes in its XML", () => {
  it("still has its percentages and merged cells", async () => {
    const parts = unzipSync(await bytesOf([["a", serial(0.57, "0%")]]));
    const quoted = (name: string): Uint8Array =>
      strToU8(strFromU8(parts[name] ?? new Uint8Array()).replaceAll(/="([^"]*)"/g, "='$1'"));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    const joined = sheet.replace("</sheetData>", "</sheetData><mergeCells><mergeCell ref = 'A1:A2'/></mergeCells>");
    const bytes = zipSync({
      ...parts,
      ...Object.fromEntries(["xl/workbook.xml", "xl/_rels/workbook.xml.rels"].map((name) => [name, quoted(name)])),
      "xl/worksheets/sheet1.xml": strToU8(joined),
    });
    const [grid] = await gridsOf(bytes);
    expect(grid?.rows[0]?.cells).toEqual(["a", "57%"]);
    expect(grid?.merged).toEqual([{ range: "A1:A2", line: 1, column: 0 }]);
  });
});

describe("a file that is not a workbook", () => {
  it.each([
    ["text", strToU8("编号,完成日\n")],
    ["nothing", new Uint8Array()],
    ["another archive", zipSync({ "a.txt": strToU8("a") })],
    ["a large document of another program", zipSync({ "word/document.xml": strToU8("<w>".padEnd(6_000_000)) })],
  ])("is unreadable: %s", async (_, bytes) => {
    expect(await readWorkbook(bytes)).toBe("unreadable");
  });

  it("is unreadable, too, if a part is damaged", async () => {
    const parts = unzipSync(await bytesOf([["a"]]));
    expect(
      await readWorkbook(zipSync({ ...parts, "xl/worksheets/sheet1.xml": strToU8("<worksheet><sheetData>") })),
    ).toBe("unreadable");
  });
});

describe("a workbook that is too large for a form", () => {
  /** A workbook whose sheet has this data. */
  async function withSheet(data: string): Promise<Uint8Array> {
    const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data}</sheetData></worksheet>`;
    return zipSync({ ...unzipSync(await bytesOf([["a"]])), "xl/worksheets/sheet1.xml": strToU8(sheet) });
  }
  const cell = (place: string): string => `<c r="${place}" t="inlineStr"><is><t>b</t></is></c>`;

  it("is not unpacked; parts that are not read do not count", async () => {
    const parts = unzipSync(await bytesOf([["a"]]));
    const padded = zipSync({ ...parts, "xl/media/1.png": new Uint8Array(60_000_000) });
    expect((await gridsOf(padded))[0]?.rows[0]?.cells).toEqual(["a"]);
    const blanks = `<row>${" ".repeat(99_000)}</row>`;
    expect(await readWorkbook(await withSheet(blanks.repeat(50)))).toHaveLength(1);
    expect(await readWorkbook(await withSheet(blanks.repeat(51)))).toBe("tooLarge");
  });

  it.each([
    ["the last cell of a sheet", `<row r="1048576">${cell("XFD1048576")}</row>`],
    ["one row too many", `<row r="5001">${cell("A5001")}</row>`],
    ["the same if the row has no number", `<row>${cell("A5001")}</row>`],
    ["one column too many", `<row r="1">${cell("CW1")}</row>`],
    ["a row far below", `<row r="1">${cell("A1")}</row><row r="900000000"><c r="A2"><v>1</v></c></row>`],
    [
      "a position with other quotes and prefixes",
      `<x:row r='1'><x:c s="1" x:r = 'XFD1' t="inlineStr"><x:v>1</x:v></x:c></x:row>`,
    ],
    ["a position behind what looks like the end of a tag", `<row r="1"><c s=">" r="XFD1"><v>1</v></c></row>`],
    ["a position written as an entity", `<row r="1"><c r="&#88;FD1"><v>1</v></c></row>`],
    ["a tag without an end", `<row r="1">${"<c ".repeat(50_000)}`],
    ["a row number written with an exponent", `<row r=" 9e8"><c r="A1"><v>1</v></c></row>`],
  ])("is not read: %s", async (_, data) => {
    expect(await readWorkbook(await withSheet(data))).toBe("tooLarge");
  });

  it("has more than thirty sheets", async () => {
    const sheets = (count: number): { sheet: string; data: SheetData }[] =>
      Array.from({ length: count }, (_, at) => ({ sheet: `s${at}`, data: [["a"]] }));
    const bytes = async (count: number): Promise<Uint8Array> =>
      new Uint8Array(await writeExcelFile(sheets(count)).toBuffer());
    expect(await readWorkbook(await bytes(30))).toHaveLength(30);
    expect(await readWorkbook(await bytes(31))).toBe("tooLarge");
  });

  it("is not one with blank cells and rows down to the last one, or with the last row and column of a form", async () => {
    const blank = `<row r="5001" s="1"/><row r="5002"><c r="XFD5002" s="1"/></row><row r="1048576" ht="12.8"> </row>`;
    const [grid] = await gridsOf(
      await withSheet(`<row r="1" ht="9">${cell("CV1")}</row><row r="5000">${cell("A5000")}</row>${blank}`),
    );
    expect(grid?.rows).toHaveLength(5000);
    expect([grid?.rows[0]?.cells[99], grid?.rows[4999]?.cells[0]]).toEqual(["b", "b"]);
  });
});
