/**
 * Lists as a workbook. Unlike in CSV, spreadsheets cannot misread ids such as `1-2` as days, and days are real days.
 */
import { parseDay } from "../../core/calendar.ts";
import type { Language } from "../../i18n/languages.ts";
import { workbookTexts } from "../../i18n/workbook.ts";
import type { Sheet, Value } from "./sheet.ts";
import { BLANK, type XlsxCell, type XlsxColumn, type XlsxSheet, column, textCell } from "../workbook/workbook.ts";
import { renderWorkbook } from "../workbook/xlsx.ts";
import type { ReadView } from "../../core/views/answer.ts";

/** A workbook with a sheet for each table; the notes are above the first. */
export async function renderSheetWorkbook(
  { plan, asOf }: Pick<ReadView, "plan" | "asOf">,
  [first, ...others]: readonly [Sheet, ...Sheet[]],
  notes: readonly string[],
  language: Language,
): Promise<Uint8Array> {
  const { footer, none } = workbookTexts(language);
  return renderWorkbook({
    title: [plan?.title ?? "", first.name].join(" ").trim(),
    creator: "ipplan",
    day: asOf,
    footer,
    sheets: [
      tableOf(first, [first.title, ...notes], none),
      ...others.map((sheet) => tableOf(sheet, [sheet.title], none)),
    ],
  });
}

/** Most width of a column, in characters of ASCII; longer texts wrap. */
const WIDEST = 44;

/** A sheet with lines above its table. Without rows it has one that says `none`. */
export function tableOf(
  { name, headings, rows, hasTotal = false }: Sheet,
  above: readonly string[],
  none: string,
): XlsxSheet {
  const cells = rows.map((row) => row.map(cellOf));
  const areAll = (kind: XlsxCell["kind"], at: number): boolean =>
    cells.every((row) => row[at]?.kind === kind || row[at]?.kind === "blank");
  const alignOf = (at: number): XlsxColumn["align"] =>
    areAll("number", at) ? "right" : areAll("day", at) ? "center" : "left";
  const nothing = headings.map((_, at) => (at === 0 ? textCell(none) : BLANK));
  return {
    name,
    above,
    columns: headings.map((heading, at) => ({ ...column(heading, WIDEST, alignOf(at)), ...decimalsBelow(heading) })),
    rows: rows.length === 0 ? [nothing] : cells,
    hasTotal,
    hasFilter: true,
  };
}

/** One decimal in all columns of rates (100.0 below 57.1), as on screens. */
function decimalsBelow(heading: string): Pick<XlsxColumn, "decimals"> {
  return heading.includes("%") ? { decimals: 1 } : {};
}

function cellOf(value: Value): XlsxCell {
  if (value === null) return BLANK;
  if (typeof value === "number") return { kind: "number", number: value };
  const day = parseDay(value);
  return day === undefined ? textCell(value) : { kind: "day", day };
}
