/** Renders a workbook as bytes: the library writes cells and styles, xlsx-parts.ts adds the rest. */
import writeExcelFile, { type CellObject, type SheetData } from "write-excel-file/universal";
import { SERIAL_1970, numberOfDay } from "../../core/calendar.ts";
import { widthOf } from "../width.ts";
import { cellText, isTypedOtherwise } from "./cell-text.ts";
import { CHARACTER, shownText, widthsOf } from "./column-widths.ts";
import { type Workbook, type XlsxCell, type XlsxColumn, type XlsxSheet, headRow } from "./workbook.ts";
import { settleWorkbook, uniqueNames } from "./xlsx-parts.ts";

const FONT = { fontFamily: "宋体", fontSize: 11 } as const;
const LINE = { borderStyle: "thin", borderColor: "#a6a6a6" } as const;
const HEAD_COLOUR = "#d9e2f3";
const FILL_COLOUR = "#fff9e5";
const AS_TEXT = "@";
const DAY_FORMAT = "yyyy-mm-dd";

type Style = Partial<CellObject>;

/** The bytes of the workbook; the same workbook gives the same bytes. */
export async function renderWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const names = uniqueNames(workbook.sheets.map(({ name }) => name));
  const sheets = workbook.sheets.map((sheet, index) => {
    const widths = widthsOf(sheet);
    return {
      sheet: names[index] ?? "",
      data: dataOf(sheet, widths),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: headRow(sheet),
      orientation: "landscape" as const,
    };
  });
  const blob = await writeExcelFile(sheets, FONT).toBlob();
  return settleWorkbook(new Uint8Array(await blob.arrayBuffer()), workbook, names);
}

function dataOf({ above, columns, rows, hasTotal }: XlsxSheet, widths: readonly number[]): SheetData {
  const head = columns.map(({ heading, isFill = false }) => ({
    ...said(heading),
    ...LINE,
    ...({ fontWeight: "bold", wrap: true, align: "center", alignVertical: "center" } as const),
    backgroundColor: isFill ? FILL_COLOUR : HEAD_COLOUR,
    height: heightOf(
      columns.map((column) => column.heading),
      widths,
    ),
  }));
  return [
    ...above.map((line, index) => lineAcross(line, index === 0, widths)),
    head,
    ...rows.map((cells, index) => {
      const isTotal = hasTotal && index === rows.length - 1;
      const style = { height: heightOf(cells.map(shownText), widths), ...(isTotal ? BOLD : {}) };
      return cells.map((cell, at) => cellObject(cell, columns[at], style));
    }),
  ];
}

const BOLD = { fontWeight: "bold" } as const;

const LINE_HEIGHT = 15;

/**
 * The height of a row in points. It is set because not every program fits rows to wrapped texts, and none does so for
 * merged cells.
 */
function heightOf(texts: readonly string[], widths: readonly number[]): number {
  const lines = texts.map((text, at) => linesOf(text, widths[at] ?? 1));
  return Math.min(lines.reduce((a, b) => Math.max(a, b), 1) * LINE_HEIGHT + 3, HIGHEST_ROW);
}

/** Most points that the format allows for a row. */
const HIGHEST_ROW = 409;

function linesOf(text: string, width: number): number {
  return cellText(text)
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * CHARACTER) / Math.max(width - 1, 1))), 0);
}

function lineAcross(line: string, isTitle: boolean, widths: readonly number[]): (CellObject | null)[] {
  const whole = widths.reduce((sum, one) => sum + one, 0);
  const style: Style = isTitle
    ? { ...BOLD, fontSize: 14, height: heightOf([line], [whole * 0.75]) * 1.4 }
    : { height: heightOf([line], [whole]) };
  const rest = widths.slice(1).map(() => null);
  return [{ ...said(line), ...style, alignVertical: "center", wrap: true, columnSpan: widths.length }, ...rest];
}

function cellObject(cell: XlsxCell, column: XlsxColumn | undefined, style: Style): CellObject {
  const { align = "left", decimals = 0 } = column ?? {};
  const own = cell.kind === "number" && decimals > 0 ? { align, format: `0.${"0".repeat(decimals)}` } : { align };
  // A workbook has many cells of different kinds, whose properties V8 copies slowly if they are spread.
  return Object.assign(valueOf(cell), IN_TABLE, own, style);
}

const IN_TABLE = { ...LINE, alignVertical: "center", wrap: true } as const;

function valueOf(cell: XlsxCell): CellObject {
  switch (cell.kind) {
    case "text":
      return said(cell.text);
    case "id":
      return { type: String, value: cellText(cell.text), format: AS_TEXT };
    case "number":
      return { type: Number, value: cell.number };
    case "percent":
      // Rounds off the error of the division, which a cell would show when edited.
      return { type: Number, value: Number((cell.percent / 100).toFixed(6)), format: "0.0%" };
    case "day":
      return { type: Number, value: numberOfDay(cell.day) + SERIAL_1970, format: DAY_FORMAT };
    case "blank":
      return {};
    case "fill":
      return { backgroundColor: FILL_COLOUR, ...FILL_FORMATS[cell.with] };
  }
}

const FILL_FORMATS = {
  text: { type: String, format: AS_TEXT },
  day: { type: Number, format: DAY_FORMAT },
  number: {},
} as const satisfies Record<string, Style>;

function said(text: string): CellObject {
  const value = cellText(text);
  return { type: String, value, ...(isTypedOtherwise(value) ? { format: AS_TEXT } : {}) };
}
