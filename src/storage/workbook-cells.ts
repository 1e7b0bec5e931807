/** Reads from a sheet's XML what it says about cells besides their values. */
import type { CellPlace } from "./grids.ts";
import { columnOf, valueIn } from "./workbook-xml.ts";

const CELL = /<(?:[\w.-]+:)?c\s/;
const END = /<\/(?:[\w.-]+:)?c>/;
const FORMULA = /<(?:[\w.-]+:)?f[\s/>]/;
const VALUE = /<(?:[\w.-]+:)?(?:v|is)[\s/>]/;

/** Built-in number formats of every workbook: `0%` and `0.00%`. */
const PERCENT_FORMATS = ["9", "10"];

/** The cells that show their number as a percentage, as keys (see `keyOf`). `styles` are the styles that do so. */
export function percentCells(sheet: string, styles: ReadonlySet<string>): Set<string> {
  const cells = styles.size === 0 ? [] : sheet.split(CELL).slice(1);
  const shown = cells.filter((cell) => styles.has(styleOf(cell)));
  return new Set(shown.flatMap((cell) => placeOf(cell) ?? []).map(keyOf));
}

/** The number of the cell's style: the first one if it names none. */
function styleOf(cell: string): string {
  const style = valueIn(cell, "s");
  return style === "" ? "0" : style;
}

/** The position as a key, `line:column`. */
export function keyOf({ line, column }: CellPlace): string {
  return `${line}:${column}`;
}

/** The numbers of the cell styles that show a percentage: their format has a `%` that is not quoted or escaped. */
export function percentStyles(styles: string): Set<string> {
  const formats = tagsOf(styles, "numFmt").filter((tag) => hasPercent(valueIn(tag, "formatCode")));
  const ids = new Set([...PERCENT_FORMATS, ...formats.map((tag) => valueIn(tag, "numFmtId"))]);
  const [, inCells = ""] = styles.split(/<(?:[\w.-]+:)?cellXfs[\s>]/);
  const numbers = tagsOf(inCells, "xf").map((tag, number) => (ids.has(valueIn(tag, "numFmtId")) ? String(number) : ""));
  return new Set(numbers.filter((number) => number !== ""));
}

function hasPercent(format: string): boolean {
  return format
    .replaceAll("&quot;", '"')
    .replace(/"[^"]*"|[\\_*]./g, "")
    .includes("%");
}

/** For each tag of the name, the text from there up to the next one. */
function tagsOf(text: string, name: string): string[] {
  return text.split(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])`)).slice(1);
}

/** Cells whose formula resulted in an error, or has no stored result. */
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
