/** Cells of a workbook that somebody has joined: what is in them stands in the first one alone. */
import type { MergedCells } from "./grids.ts";
import { type Parts, columnOf, textOf, valueIn } from "./workbook-xml.ts";

const SHEET = /<(?:[\w.-]+:)?sheet\s[^<>]*>/g;
/** The attribute that leads from a sheet in the list to its part, whatever its prefix. */
const RELATED = String.raw`[\w.-]+:id`;
const RELATION = /<(?:[\w.-]+:)?Relationship\s[^<>]*>/g;
const MERGED = /<(?:[\w.-]+:)?mergeCell\s[^<>]*>/g;

/** For each sheet, in the workbook's order, its text. */
export function sheetTexts(parts: Parts): string[] {
  const relations = [...textOf(parts, "xl/_rels/workbook.xml.rels").matchAll(RELATION)].map(
    ([tag]) => [valueIn(tag, "Id"), valueIn(tag, "Target")] as const,
  );
  const targets = new Map(relations);
  return [...textOf(parts, "xl/workbook.xml").matchAll(SHEET)].map(([tag]) => {
    const target = targets.get(valueIn(tag, RELATED)) ?? "";
    return textOf(parts, target.startsWith("/") ? target.slice(1) : `xl/${target}`);
  });
}

/** The cells of a sheet that are joined. */
export function mergedCells(sheet: string): MergedCells[] {
  return [...sheet.matchAll(MERGED)].flatMap(([tag]) => {
    const [range, letters = "", line = ""] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}\d+$/.exec(valueIn(tag, "ref")) ?? [];
    return range === undefined ? [] : [{ range, line: Number(line), column: columnOf(letters) - 1 }];
  });
}
