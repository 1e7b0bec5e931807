/** Reads the sheets of a workbook that somebody has filled in. */
import { unzipSync, zipSync } from "fflate";
import readExcelFile from "read-excel-file/universal";
import { DAY_MS, SERIAL_1970, dayOfNumber } from "../core/calendar.ts";
import { inPercent } from "../core/rounding.ts";
import type { Grid, GridRow, GridValue } from "./grids.ts";
import { keyOf, percentCells, percentStyles, valuelessCells } from "./workbook-cells.ts";
import { MOST_BYTES, withinLimits } from "./workbook-limits.ts";
import { mergedCells, sheetTexts } from "./workbook-merges.ts";
import { textOf } from "./workbook-xml.ts";

/** The parts of the archive that are unpacked; pictures and the like are not. */
const READ = /\.xml(?:\.rels)?$/;

/** Serial numbers of 2000-01-01 and 2099-12-31. Others in a cell formatted as a day were not typed as days. */
const [EARLIEST, LATEST] = [36_526, 73_050];

/** All sheets; or why there are none: the bytes are not a workbook, or one larger than any form. */
export async function readWorkbook(bytes: Uint8Array): Promise<Grid[] | "unreadable" | "tooLarge"> {
  try {
    const parts = partsOf(bytes);
    if (typeof parts === "string") return parts;
    // Repacked without compression: its unpacked size has been checked, and it cannot become larger than that.
    const sheets = await readExcelFile(new Blob([new Uint8Array(zipSync(parts, { level: 0 }))]));
    const texts = sheetTexts(parts);
    const styles = percentStyles(textOf(parts, "xl/styles.xml"));
    return sheets.map(({ sheet, data }, at) => ({
      name: sheet,
      merged: mergedCells(texts[at] ?? ""),
      valueless: valuelessCells(texts[at] ?? ""),
      rows: rowsOf(data, percentCells(texts[at] ?? "", styles)),
    }));
  } catch {
    return "unreadable";
  }
}

function rowsOf(data: readonly (readonly unknown[])[], percent: ReadonlySet<string>): GridRow[] {
  return data.map((cells, index) => {
    const line = index + 1;
    const shown = (value: GridValue, column: number): GridValue =>
      typeof value === "number" && percent.has(keyOf({ line, column })) ? `${inPercent(value)}%` : value;
    return { line, cells: cells.map((cell, column) => shown(valueOf(cell), column)) };
  });
}

/** The parts that are unpacked; or why there are none: it is not a workbook, or its parts are larger than any form's. */
function partsOf(bytes: Uint8Array): Record<string, Uint8Array> | "unreadable" | "tooLarge" {
  let [whole, isBook] = [0, false];
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isRead = READ.test(name);
      if (isRead) whole += originalSize;
      isBook ||= name.startsWith("xl/");
      return isRead && whole <= MOST_BYTES;
    },
  });
  // A document of another program is reported as such, not as too large a form.
  if (!isBook) return "unreadable";
  return whole > MOST_BYTES ? "tooLarge" : (withinLimits(parts) ?? "tooLarge");
}

/** A day without its time; a serial number outside of 2000 to 2099 stays a number. */
function valueOf(value: unknown): GridValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (typeof value === "string") return value.trim() === "" ? null : value.trim();
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const serial = Number(value) / DAY_MS + SERIAL_1970;
  const isDay = EARLIEST <= serial && serial < LATEST + 1;
  return isDay ? dayOfNumber(Math.floor(serial - SERIAL_1970)) : Number(serial.toFixed(6));
}
