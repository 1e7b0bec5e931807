/** What the text of a sheet tells of its cells besides their values. */
import type { CellPlace } from "./grids.ts";
import { columnOf } from "./workbook-merges.ts";

const CELL = /<(?:[\w.-]+:)?c\s/;
const END = /<\/(?:[\w.-]+:)?c>/;
const FORMULA = /<(?:[\w.-]+:)?f[\s/>]/;
const VALUE = /<(?:[\w.-]+:)?(?:v|is)[\s/>]/;

/** Cells with a formula that came to an error, or that no program has worked out. */
export function valuelessCells(sheet: string): CellPlace[] {
  return sheet
    .split(CELL)
    .slice(1)
    .flatMap((text) => {
      const [cell = ""] = text.split(END, 1);
      const place = placeOf(cell);
      const isError = valueIn(cell, "t") === "e";
      return place !== null && (isError || (FORMULA.test(cell) && !VALUE.test(cell))) ? [place] : [];
    });
}

function placeOf(cell: string): CellPlace | null {
  const [, letters = "", line = ""] = /^([A-Z]{1,3})(\d{1,7})$/.exec(valueIn(cell, "r")) ?? [];
  return letters === "" ? null : { line: Number(line), column: columnOf(letters) - 1 };
}

/** The attribute of the tag that the text begins in. */
function valueIn(text: string, name: string): string {
  const [attributes = ""] = text.split(">", 1);
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1] ?? "";
}
