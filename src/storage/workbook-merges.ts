/** Reads which cells of a sheet are merged: only the first of them has the value. */
import type { MergedCells } from "./grids.ts";
import { type Parts, columnOf, textOf, valueIn } from "./workbook-xml.ts";

const SHEET = /<(?:[\w.-]+:)?sheet\s[^<>]*>/g;
/** The attribute of a sheet in the list that names its part's relation, whatever its namespace prefix. */
const RELATED = String.raw`[\w.-]+:id`;
const RELATION = /<(?:[\w.-]+:)?Relationship\s[^<>]*>/g;
const MERGED = /<(?:[\w.-]+:)?mergeCell\s[^<>]*>/g;

/** The XML of each sheet, in the workbook's order. */
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

/** The merged cells of a sheet. */
export function mergedCells(sheet: string): MergedCells[] {
  return [...sheet.matchAll(MERGED)].flatMap(([tag]) => {
    const [range, letters = "", line = ""] = /^([A-Z]{1,3})(\d+):[A-Z]{1,3}\d+$/.exec(valueIn(tag, "ref")) ?? [];
    return range === undefined ? [] : [{ range, line: Number(line), column: columnOf(letters) - 1 }];
  });
}
