/** Limits the size of a workbook: reading it makes a grid with an entry for every cell up to the last one. */

import { type Parts, columnOf } from "./workbook-xml.ts";

/**
 * In bytes, unpacked. A filled form has about 20 KB, a few sheets, and a row per milestone; what exceeds these limits is
 * not a form.
 */
export const MOST_BYTES = 5_000_000;
const MOST_SHEETS = 30;
const MOST_ROWS = 5000;
const MOST_COLUMNS = 100;
/** Most characters up to a `>`. A cell holds up to 32,767. Searching for the end of a tag takes quadratic time. */
const MOST_TO_END = 100_000;

/** Empty cells and rows, which programs write down to the last row of a sheet. */
const BLANK_CELL = /<(?:[\w.-]+:)?c(?:\s[^<>]*)?(?:\/>|><\/(?:[\w.-]+:)?c>)/g;
const BLANK_ROW = /<(?:[\w.-]+:)?row(?:\s[^<>]*)?(?:\/>|>\s*<\/(?:[\w.-]+:)?row>)/g;
/** An entry in the list of sheets. */
const SHEET = /<(?:[\w.-]+:)?sheet\s/g;
/** The attributes of a cell or row, and among them its position. */
const PLACED = /<(?:[\w.-]+:)?(?:c|row)\s([^<]*)/g;
const PLACE = /r\s*=\s*["']?([^"'\s>]*)/g;

/** The parts without empty cells and rows; null if one of the limits is exceeded. */
export function withinLimits(parts: Parts): Record<string, Uint8Array> | null {
  const texts = Object.entries(parts).map(
    ([name, bytes]) => [name, withoutBlanks(Buffer.from(bytes).toString("utf8"))] as const,
  );
  const sheets = texts.reduce((sum, [, text]) => sum + (text.match(SHEET)?.length ?? 0), 0);
  const isSmall = texts.every(
    ([, text]) => text.split(">").every(({ length }) => length <= MOST_TO_END) && isNarrow(text),
  );
  if (sheets > MOST_SHEETS || !isSmall) return null;
  return Object.fromEntries(texts.map(([name, text]) => [name, Buffer.from(text)]));
}

function withoutBlanks(text: string): string {
  return text.includes("sheetData") ? text.replace(BLANK_CELL, "").replace(BLANK_ROW, "") : text;
}

/** Whether every position is one of a small sheet; a malformed position is not. */
function isNarrow(text: string): boolean {
  if (!text.includes("sheetData")) return true;
  const places = [...text.matchAll(PLACED)].flatMap(([, attributes = ""]) => [...attributes.matchAll(PLACE)]);
  return places.every(([, place = ""]) => {
    const [, letters = "", digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    return Number(digits) <= MOST_ROWS && columnOf(letters) <= MOST_COLUMNS;
  });
}
