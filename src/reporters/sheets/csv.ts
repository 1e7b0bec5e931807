import type { Sheet, Value } from "./sheet.ts";
import { visible } from "../visible.ts";

/** Characters with which spreadsheets begin a formula, in half and full width, also after spaces and quotes. */
const FORMULA = /^[\s"']*[=+\-@＝＋－＠\t\r\n\0]/;

/**
 * The sheet as CSV (RFC 4180), with a byte order mark so that Chinese Excel reads it as UTF-8. Texts that a spreadsheet
 * would take for a formula get an apostrophe in front; numbers stay numbers.
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
