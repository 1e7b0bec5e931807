/** Makes texts valid for cells and sheet names of a workbook. */
import { markupLines } from "../markup.ts";

/** Most UTF-16 units of a cell. */
const MOST_CHARACTERS = 32_767;
const MOST_IN_A_NAME = 31;

/**
 * The text with hidden characters spelled out, and cut to the length of a cell. Spreadsheets read `_x001B_` as an
 * escaped character, so an underscore that would begin such an escape is itself escaped.
 */
export function cellText(text: string): string {
  const whole = markupLines(text)
    .join("\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (whole.length <= MOST_CHARACTERS) return whole;
  return `${whole.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/**
 * Whether a spreadsheet would take the text for a formula, number or day if it were typed. Such a cell is formatted as
 * text, so that editing it keeps it a text.
 */
export function isTypedOtherwise(text: string): boolean {
  return /^[\s'"]*[=+\-@＝＋－＠]/.test(text) || /^[\d\s./-]+$/.test(text);
}

/** A valid name of a sheet: at most 31 characters, none that formulas use, never empty. */
export function sheetName(text: string): string {
  const name = markupLines(text)
    .join(" ")
    .replace(/[:\\/?*[\]]/g, " ")
    .trim()
    .replace(/^'|'$/g, "’")
    .slice(0, MOST_IN_A_NAME)
    .replace(/[\ud800-\udbff]$/, "")
    .trim();
  return name === "" ? "-" : name;
}
