/** A form in which every text of the plan is an injection payload: harmless, and read back unchanged. */
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import { withoutSpace } from "../../src/cli/forms/heads.ts";
import { readForm } from "../../src/cli/forms/tables.ts";
import type { Language } from "../../src/i18n/catalogue.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { type FormFormat, renderForm } from "../../src/reporters/form/render.ts";
import { visible } from "../../src/reporters/visible.ts";
import { type Grid, type GridValue, readMarkdownTables } from "../../src/storage/grids.ts";
import { readWorkbook } from "../../src/storage/workbook-file.ts";
import { cellsOf } from "../reporters/payloads.ts";
import { poisonForm } from "../support/poison-plan.ts";

const view = poisonForm();

async function made(format: FormFormat, language: Language = "zh"): Promise<Uint8Array> {
  const content = await renderForm(view, format, catalogueOf(language));
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

async function gridsOf(format: FormFormat, language: Language): Promise<readonly Grid[]> {
  const bytes = await made(format, language);
  const grids = format === "md" ? readMarkdownTables(strFromU8(bytes)) : await readWorkbook(bytes);
  if (typeof grids === "string") throw new TypeError(grids);
  return grids;
}

/** The form with a day in each row of its second table, below the `above` rows of title and header. */
function filledIn(grids: readonly Grid[], above: number): Grid[] {
  const column = 5;
  const put = (cells: readonly GridValue[]): GridValue[] =>
    cells.length > column ? cells.map((cell, index) => (index === column ? "6-30" : cell)) : [...cells, "6-30"];
  return grids.map((grid, index) =>
    index === 1
      ? { ...grid, rows: grid.rows.map((row, at) => (at < above ? row : { ...row, cells: put(row.cells) })) }
      : grid,
  );
}

/** The text without white space, and without the marks of carriage returns, which no plan file may contain. */
function said(text: string): string {
  return withoutSpace(text).replaceAll("<U+000D>", "");
}

describe("a form full of payloads", () => {
  it("is a workbook without control characters, formulas or links", async () => {
    const parts = Object.entries(unzipSync(await made("xlsx")));
    const xml = parts.map(([fileName, bytes]) => ({ fileName, contents: strFromU8(bytes) }));
    const { errors } = await validateXML({ xml, normalization: "format", maxMemoryPages: 16_384 });
    expect(errors.map(({ message }) => message)).toEqual([]);
    for (const { fileName, contents } of xml) {
      expect(contents, fileName).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u,
      );
      expect(contents, fileName).not.toMatch(/<f[ >]|<hyperlink|TargetMode="External"/);
    }
  });

  it("is Markdown in which every row has the number of cells of one of its tables", async () => {
    const lines = strFromU8(await made("md")).split("\n");
    const rows = lines.filter((line) => line.startsWith("| ") && /^\| (?:\d+-\d|编号)/.test(line));
    const widths = new Set(rows.map((line) => cellsOf(line).length));
    expect(rows.length).toBeGreaterThan(50);
    expect([...widths].every((width) => [6, 7, 11].includes(width))).toBe(true);
  });

  it.each([
    ["xlsx", "zh"],
    ["xlsx", "en"],
    ["md", "zh"],
    ["md", "en"],
  ] as const)("has the plan's ids and texts when it is read back: %s in %s", async (format, language) => {
    const grids = await gridsOf(format, language);
    const isBook = format === "xlsx";
    const form = readForm({ name: "f", isWorkbook: isBook, grids: filledIn(grids, isBook ? 2 : 1) });
    if ("problems" in form) throw new Error("no form");
    const read = form.milestones.map(({ cells }) => [String(cells.id), said(String(cells.text ?? ""))]);
    const expected = view.milestones.map(({ id, text }) => [id, said(visible(text))]);
    expect(read).toHaveLength(expected.length);
    expect(read).toEqual(expected);
  });
});
