/** Texts as a cell of a workbook may hold them. */
import { markupLines } from "../markup.ts";

/** What a cell holds at most, in units of UTF-16. */
const MOST_CHARACTERS = 32_767;
const MOST_IN_A_NAME = 31;

/**
 * Visible and inert, not longer than a cell may be. Spreadsheets read `_x001B_` as the character with that number, so
 * that the underscore before it is written as one of these.
 */
export function cellText(text: string): string {
  const whole = markupLines(text)
    .join("\n")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (whole.length <= MOST_CHARACTERS) return whole;
  return `${whole.slice(0, MOST_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

/** What a spreadsheet would take for a formula or a day if somebody typed it: it is kept as a text when edited, too. */
export function isTypedOtherwise(text: string): boolean {
  return /^[\s'"]*[=+\-@＝＋－＠]/.test(text) || /^[\d\s./-]+$/.test(text);
}

/** A sheet's name: at most 31 characters, without those that formulas use; never empty. */
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
