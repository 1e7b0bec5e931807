/** How large a workbook may be: what is read of it becomes a grid with a place for every cell up to the last one. */

import { type Parts, columnOf } from "./workbook-xml.ts";

/** A filled form has some 20 KB, a few sheets, and a row for each milestone; what has more than this is none. */
export const MOST_BYTES = 5_000_000;
const MOST_SHEETS = 30;
const MOST_ROWS = 5000;
const MOST_COLUMNS = 100;
/** A cell holds 32,767 characters. To look for the end of a tag takes time that grows with the square of what is looked through. */
const MOST_TO_END = 100_000;

/** Cells and rows that hold nothing: programs write them down to the last row of a sheet. */
const BLANK_CELL = /<(?:[\w.-]+:)?c(?:\s[^<>]*)?(?:\/>|><\/(?:[\w.-]+:)?c>)/g;
const BLANK_ROW = /<(?:[\w.-]+:)?row(?:\s[^<>]*)?(?:\/>|>\s*<\/(?:[\w.-]+:)?row>)/g;
/** A sheet in the list of sheets. */
const SHEET = /<(?:[\w.-]+:)?sheet\s/g;
/** The attributes of a cell or row, up to the next tag, and in them its place. */
const PLACED = /<(?:[\w.-]+:)?(?:c|row)\s([^<]*)/g;
const PLACE = /r\s*=\s*["']?([^"'\s>]*)/g;

/** The parts without blank cells and rows; null where there is more of something than in any form. */
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

/** Whether each place is one of a small sheet; what is written otherwise is none. */
function isNarrow(text: string): boolean {
  if (!text.includes("sheetData")) return true;
  const places = [...text.matchAll(PLACED)].flatMap(([, attributes = ""]) => [...attributes.matchAll(PLACE)]);
  return places.every(([, place = ""]) => {
    const [, letters = "", digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(place) ?? [];
    return Number(digits) <= MOST_ROWS && columnOf(letters) <= MOST_COLUMNS;
  });
}
