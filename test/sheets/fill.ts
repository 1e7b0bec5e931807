/** Fills in a form as a spreadsheet program does: reads the workbook, types into cells, saves it. */
import { readFileSync, writeFileSync } from "node:fs";
import readExcelFile from "read-excel-file/node";
import writeExcelFile, { type Cell } from "write-excel-file/node";

/** The typed values by cell: `{ "节点!F4": 80 }`. */
export type Typed = Readonly<Record<string, Cell>>;

/** A day as spreadsheets store it: a serial number with a day format. 42914 is 2017-06-28. */
export function typedDay(text: string, format = "yyyy-mm-dd"): Cell {
  return { type: Number, value: Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569, format };
}

/** 0.8 shown as 80%. */
export function typedShare(value: number): Cell {
  return { type: Number, value, format: "0%" };
}

/** Fills in the workbook `from` and saves it as `to`. `copies` are sheets to copy first: `{ "节点 (2)": "节点" }`. */
export async function fill(
  from: string,
  to: string,
  typed: Typed,
  copies: Readonly<Record<string, string>> = {},
): Promise<void> {
  const own = await readExcelFile(readFileSync(from));
  const sheets = own.concat(
    Object.entries(copies).flatMap(([copy, name]) =>
      own.filter(({ sheet }) => sheet === name).map(({ data }) => ({ sheet: copy, data })),
    ),
  );
  const written = sheets.map(({ sheet, data }) => {
    const rows = data.map((row) => row.map((value) => kept(value)));
    for (const [place, cell] of Object.entries(typed)) {
      const [name, letters = "", number = ""] = /^(.*)!([A-Z]+)(\d+)$/.exec(place)?.slice(1) ?? [];
      if (name === sheet) put(rows, Number(number) - 1, columnOf(letters), cell);
    }
    return { sheet, data: rows };
  });
  const names = new Set(written.map(({ sheet }) => sheet));
  for (const place of Object.keys(typed)) {
    if (!names.has(place.split("!")[0] ?? "")) throw new Error(`no sheet for ${place}`);
  }
  writeFileSync(to, await writeExcelFile(written).toBuffer());
}

/** The row number of each value in column A. */
export async function rowsOf(path: string, sheet: string): Promise<Map<string, number>> {
  const sheets = await readExcelFile(readFileSync(path));
  const data = sheets.find((one) => one.sheet === sheet)?.data ?? [];
  return new Map(data.map(([id], index) => [String(id), index + 1]));
}

function kept(value: unknown): Cell {
  if (value instanceof Date) return typedDay(value.toISOString().slice(0, 10));
  return typeof value === "string" || typeof value === "number" ? value : null;
}

function put(rows: Cell[][], row: number, column: number, cell: Cell): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1;
}
