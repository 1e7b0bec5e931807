import type { Sheet, Value } from "./sheet.ts";
import { visible } from "../visible.ts";

/** Marks with which a spreadsheet begins a formula, in both widths, also behind spaces and quotes. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠\t\r\n\0]/;

/**
 * RFC 4180 with a mark of byte order, so that Chinese Excel reads it as UTF-8. Texts that a spreadsheet would take for
 * a formula get an apostrophe in front; numbers stay numbers.
 */
export function renderCsv(sheet: Omit<Sheet, "name">): string {
  const lines = [sheet.headings, ...sheet.rows].map((row) => row.map(cell).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function cell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = value.split("\n").map(visible).join("\n");
  const safe = FORMULA.test(value) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
