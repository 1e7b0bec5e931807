/** How wide the columns of a sheet are: as their texts need, and narrower where the printed page could not be read. */
import { widthOf } from "../width.ts";
import { cellText } from "./cell-text.ts";
import { BLANK, type XlsxCell, type XlsxSheet } from "./workbook.ts";

/** Width of a character of 宋体 relative to the digit in which column widths are measured. */
export const CHARACTER = 1.1;

/**
 * A sheet is printed as wide as a page. A4 across holds about 136 digits of 11 points: with 226 of them a page is printed at
 * 60 %, as letters of 6.6 points.
 */
const PAGE = 226;

/** No column of texts is made narrower than this: seven Chinese characters. */
const NARROWEST = 16;

interface Width {
  /** What its longest line needs, up to what the column may get. */
  readonly natural: number;
  /** The share that it gets where there is not room for all. */
  readonly weight: number;
}

/** The widths in digits, one a column. */
export function widthsOf(sheet: XlsxSheet): number[] {
  const widths = sheet.columns.map((_, at) => widthOfColumn(sheet, at));
  const canShrink = ({ natural }: Width, at: number): boolean =>
    natural > NARROWEST && sheet.columns[at]?.isFill !== true;
  const rigid = widths.filter((width, at) => !canShrink(width, at));
  const room = PAGE - rigid.reduce((sum, { natural }) => sum + natural, 0);
  const shared = share(widths.filter(canShrink), room);
  return widths.map((width) => shared.get(width) ?? width.natural);
}

/** Shares room among columns by their weights; none gets more than it needs, or less than the narrowest. */
function share(widths: readonly Width[], room: number): Map<Width, number> {
  const whole = widths.reduce((sum, { weight }) => sum + weight, 0);
  const partOf = ({ weight }: Width): number => Math.floor((room * weight) / whole);
  // What needs less than its part leaves room, which may keep others from being the narrowest.
  const settled =
    widths.find((width) => partOf(width) >= width.natural) ?? widths.find((width) => partOf(width) <= NARROWEST);
  if (settled === undefined) return new Map(widths.map((width) => [width, partOf(width)]));
  const own = Math.min(Math.max(partOf(settled), NARROWEST), settled.natural);
  return share(
    widths.filter((width) => width !== settled),
    room - own,
  ).set(settled, own);
}

function widthOfColumn({ columns, rows }: XlsxSheet, at: number): Width {
  const { heading, most, least = 0, isFill = false } = columns[at] ?? { heading: "", most: 0 };
  if (isFill) return { natural: most, weight: 1 };
  let longest = Math.min(widthOf(heading), 8);
  let sum = 0;
  for (const cells of rows) {
    for (const line of shownText(cells[at] ?? BLANK).split("\n")) {
      const width = widthOf(line);
      longest = Math.max(longest, width);
      sum += width;
    }
  }
  const natural = Math.min(Math.max(Math.ceil(longest * CHARACTER) + 2, least), most);
  // So grow the sides of a square with what it holds: a column twice as full gets more, but not twice as much.
  return { natural, weight: Math.sqrt(sum / Math.max(rows.length, 1)) + 1 };
}

/** The text as displayed, for measuring. */
export function shownText(cell: XlsxCell): string {
  switch (cell.kind) {
    case "text":
    case "id":
      return cellText(cell.text);
    case "number":
      return String(cell.number);
    case "percent":
      return `${cell.percent.toFixed(1)}%`;
    case "day":
      return cell.day;
    case "blank":
    case "fill":
      return "";
  }
}
