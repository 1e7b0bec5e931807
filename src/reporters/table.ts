/** Tables: cells are wrapped and painted here; cli-table3 places them side by side. */
import Table from "cli-table3";
import type { Brush, Look } from "./look.ts";
import { padEnd, padStart, wrap, wrapPieces } from "./layout.ts";
import { widthOf } from "./width.ts";
import { visible } from "./visible.ts";

export interface Column {
  readonly heading: string;
  readonly align: "left" | "right";
  /** Takes the remaining width; only allowed for the last column. Other columns are as wide as their content. */
  readonly fill?: boolean;
  /** Least width, in columns of the terminal. */
  readonly least?: number;
  /** The heading on two lines, used if the table would otherwise be too wide. */
  readonly broken?: string;
}

/** A cell's text and colour; its line breaks are kept. */
export interface Cell {
  readonly text: string;
  readonly brush?: Brush;
}

/** Pieces that must not be broken, on as many lines as the last column needs. */
export interface Pieces {
  readonly pieces: readonly string[];
}

export type Row = readonly (string | Cell | Pieces)[];

/** A text that spans the columns from index `from` on; `first` goes into the first column. */
export interface Across {
  readonly across: string;
  readonly from: number;
  readonly first?: string;
  readonly brush?: Brush;
}

/** Cells, a text that spans columns, a rule below each column, or an empty line. */
export type TableRow = Row | Across | "rule" | "blank";

/** Space between columns: cli-table3's empty rule and a cell's padding, one column each. */
const GAP = 2;
const PIECE_GAP = "  ";
/** The text column has room for six Chinese characters even on the narrowest terminal. */
const LEAST_FILL = 12;
const NO_LINES = {
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "",
  "mid-mid": "",
  right: "",
  "right-mid": "",
  middle: " ",
};

/**
 * Lines given to cli-table3 at a time, as one row of that height. Its work for each cell costs more than drawing a
 * line, but it may scan the whole cell for each line.
 */
const LINES_AT_A_TIME = 12;

/** The table's lines. Without headings there is no head row. */
export function renderTable(columns: readonly Column[], rows: readonly TableRow[], look: Look): string[] {
  const { widths, lines } = layOut(columns, rows, look);
  const drawn: string[] = [];
  for (let from = 0; from < lines.length; from += LINES_AT_A_TIME) {
    for (const line of draw(lines.slice(from, from + LINES_AT_A_TIME), columns, widths)) drawn.push(line.trimEnd());
  }
  return drawn.length === 0 ? [""] : drawn;
}

/** The number of lines that `renderTable` would make, at a fraction of the cost. */
export function heightOfTable(columns: readonly Column[], rows: readonly TableRow[], look: Look): number {
  return Math.max(1, layOut(columns, rows, look).lines.length);
}

/** A line of the table: a text for each column, or one text that spans them. */
type Line = readonly string[] | string;

/** Calculates the column widths and splits all rows into lines. */
function layOut(
  columns: readonly Column[],
  rows: readonly TableRow[],
  look: Look,
): { readonly widths: number[]; readonly lines: Line[] } {
  const natural = columnWidths(columns, rows, look.width);
  const isTooWide = widthWithGaps(natural) - GAP > look.width;
  const shown = isTooWide
    ? columns.map((column) => ({ ...column, heading: column.broken ?? column.heading }))
    : columns;
  const widths = isTooWide ? narrowed(shown, columnWidths(shown, rows, look.width), look.width) : natural;
  const { stack } = look;
  if (stack !== undefined && !fits(columns, widths, look.width)) return { widths, lines: stack(columns, rows, look) };
  const hasHead = columns.some(({ heading }) => heading !== "");
  const all: TableRow[] = [...(hasHead ? [headRow(shown, look), "rule" as const] : []), ...rows];
  return { widths, lines: all.flatMap((row) => linesOfRow(row, columns, widths, look)) };
}

/** The width of columns side by side, with a gap after each. */
function widthWithGaps(widths: readonly number[]): number {
  return widths.reduce((sum, own) => sum + own + GAP, 0);
}

/** Whether the columns fit side by side and leave the text column at least the width of its heading. */
function fits(columns: readonly Column[], widths: readonly number[], width: number): boolean {
  const last = columns.at(-1);
  const hasRoom = widthWithGaps(widths) - GAP <= width;
  return hasRoom && (last?.fill !== true || widthOf(last.heading) <= (widths.at(-1) ?? 0));
}

/** Narrows left-aligned columns, the widest first, until the table fits. Numbers and headings stay whole. */
function narrowed(columns: readonly Column[], widths: readonly number[], width: number): number[] {
  const kept = [...widths];
  const least = columns.map(({ heading }) => Math.max(LEAST_FILL, ...heading.split("\n").map(widthOf)));
  while (widthWithGaps(kept) - GAP > width) {
    const words = kept.map((own, index) => (columns[index]?.align === "left" && own > Number(least[index]) ? own : 0));
    const widest = Math.max(...words);
    if (widest === 0) break;
    kept[words.indexOf(widest)] = widest - 1;
  }
  return kept;
}

/** The headings, aligned at the bottom. */
function headRow(columns: readonly Column[], look: Look): Row {
  const heights = columns.map(({ heading }) => heading.split("\n").length);
  const height = Math.max(...heights);
  return columns.map(({ heading }, index) => ({
    text: "\n".repeat(height - (heights[index] ?? 1)) + heading,
    brush: look.paint.bold,
  }));
}

/** Draws the lines. Texts that span columns replace lines that cli-table3 leaves empty. */
function draw(lines: readonly Line[], columns: readonly Column[], widths: readonly number[]): string[] {
  const table = new Table({
    chars: NO_LINES,
    style: { "padding-left": 0, "padding-right": 1, head: [], border: [], compact: true },
    colWidths: widths.map((width) => width + 1),
    colAligns: columns.map(({ align }) => align),
  });
  const cellIn = (line: Line, column: number): string => (typeof line === "string" ? "" : (line[column] ?? ""));
  table.push(columns.map((_, column) => lines.map((line) => cellIn(line, column)).join("\n")));
  const drawn = table.toString().split("\n");
  return lines.map((line, index) => (typeof line === "string" ? line : (drawn[index] ?? "")));
}

function columnWidths(columns: readonly Column[], rows: readonly TableRow[], width: number): number[] {
  const cells = rows.filter((row): row is Row => Array.isArray(row));
  const natural: number[] = [];
  columns.forEach(({ heading, least = 1 }, index) => {
    const room = width - widthWithGaps(natural);
    const lines = cells.flatMap((row) => linesOf(row[index] ?? "", room));
    natural.push(
      lines.reduce((most, line) => Math.max(most, widthOf(line)), Math.max(least, ...heading.split("\n").map(widthOf))),
    );
  });
  if (columns.at(-1)?.fill !== true) return natural;
  const before = widthWithGaps(natural.slice(0, -1));
  const last = width === Infinity ? widestLast(natural, rows) : Math.max(width - before, leastLast(natural, rows));
  return [...natural.slice(0, -1), last];
}

/** The least width of the last column: of short cells, as beside texts that span columns, only what they need. */
function leastLast(natural: readonly number[], rows: readonly TableRow[]): number {
  const hasText = rows.some((row) => typeof row === "object" && "across" in row && row.from === natural.length - 1);
  return hasText ? LEAST_FILL : Math.min(LEAST_FILL, natural.at(-1) ?? LEAST_FILL);
}

/** The last column's width without a width limit: what its cells and the spanning texts need. */
function widestLast(natural: readonly number[], rows: readonly TableRow[]): number {
  const across = rows.filter((row): row is Across => typeof row === "object" && "across" in row);
  const needs = across.map((row) => {
    const inFront = widthWithGaps(natural.slice(row.from, -1));
    return Math.max(...row.across.split("\n").map((line) => widthOf(visible(line)))) - inFront;
  });
  return needs.reduce((most, need) => Math.max(most, need), natural.at(-1) ?? 1);
}

function linesOfRow(row: TableRow, columns: readonly Column[], widths: readonly number[], look: Look): Line[] {
  if (row === "rule") return [widths.map((width) => look.paint.dim("-".repeat(width)))];
  if (row === "blank") return [""];
  if ("across" in row) return linesAcross(row, columns, widths);
  const cells = row.map((cell, index) => prepareCell(cell, widths[index] ?? 1));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, index) => cells.map((lines) => lines[index] ?? ""));
}

function linesAcross(
  { across, from, first = "", brush }: Across,
  columns: readonly Column[],
  widths: readonly number[],
): Line[] {
  const [before, spanned] = [widths.slice(0, from), widths.slice(from)];
  const texts = prepareCell({ text: across, ...(brush === undefined ? {} : { brush }) }, widthWithGaps(spanned) - GAP);
  const align = columns[0]?.align === "right" ? padStart : padEnd;
  const beginning = align(first, before[0] ?? 0);
  return texts.map((text, index) => padEnd(index === 0 ? beginning : "", widthWithGaps(before)) + text);
}

/** The cell's lines, painted one by one so that no colour spills into neighbouring columns. */
function prepareCell(cell: string | Cell | Pieces, width: number): string[] {
  if (typeof cell === "object" && "pieces" in cell) return linesOf(cell, width);
  const { text, brush } = typeof cell === "string" ? { text: cell, brush: undefined } : cell;
  const lines = wrap(text, width);
  return brush === undefined ? lines : lines.map((line) => (line === "" ? line : brush(line)));
}

/** A cell's lines before wrapping, with hidden characters spelled out so that widths are right. */
function linesOf(cell: string | Cell | Pieces, width: number): string[] {
  if (typeof cell === "object" && "pieces" in cell) return wrapPieces(cell.pieces, PIECE_GAP, width);
  const text = typeof cell === "string" ? cell : cell.text;
  return text.includes("\n") ? text.split("\n").map(visible) : [visible(text)];
}
