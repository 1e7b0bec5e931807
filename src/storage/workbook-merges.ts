/** Cells of a workbook that somebody has joined: what is in them stands in the first one alone. */
import type { MergedCells } from "./grids.ts";
import type { Parts } from "./workbook-limits.ts";

const SHEET = /<(?:[\w.-]+:)?sheet\s[^<>]*?\s?[\w.-]+:id="([^"]*)"/g;
const RELATION = /<(?:[\w.-]+:)?Relationship\s[^<>]*>/g;
const MERGED = /<(?:[\w.-]+:)?mergeCell\s[^<>]*?ref="([A-Z]{1,3})(\d+):([A-Z]{1,3}\d+)"/g;

/** For each sheet, in the workbook's order, its text. */
export function sheetTexts(parts: Parts): string[] {
  const relations = [...textOf(parts, "xl/_rels/workbook.xml.rels").matchAll(RELATION)].map(
    ([tag]) => [valueIn(tag, "Id"), valueIn(tag, "Target")] as const,
  );
  const targets = new Map(relations);
  return [...textOf(parts, "xl/workbook.xml").matchAll(SHEET)].map(([, id = ""]) => {
    const target = targets.get(id) ?? "";
    return textOf(parts, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
}

/** The cells of a sheet that are joined. */
export function mergedCells(sheet: string): MergedCells[] {
  return Array.from(sheet.matchAll(MERGED), ([, letters = "", line = "", end = ""]) => ({
    range: `${letters}${line}:${end}`,
    line: Number(line),
    column: columnOf(letters) - 1,
  }));
}

/** A is 1, AA is 27. */
export function columnOf(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + Number(letter.codePointAt(0)) - 64, 0);
}

export function textOf(parts: Parts, name: string): string {
  return Buffer.from(parts[name] ?? []).toString("utf8");
}

function valueIn(tag: string, name: string): string {
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
}
