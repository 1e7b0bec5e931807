/** Column widths of a table on paper: distributed by weight, but no column narrower than its unbreakable content. */
import { textWidth } from "../text-width.ts";
import type { Cell, Column, Table } from "./document.ts";
import { markupLines } from "../markup.ts";

/** The measures of a table, in twips. */
export interface Setting {
  /** Width of the table. */
  readonly width: number;
  /** The font size (one em). */
  readonly em: number;
  /** The left and right margins of a cell together. */
  readonly margins: number;
}

/**
 * Most of the table's width that a column may claim as its least width, so that one long id or name does not take it
 * all; that one is then broken.
 */
const MOST = 0.28;

/** Most ems of a name that are kept on one line, so that one long name does not take the other columns' room. */
const MOST_OF_NAME = 10;

/** The column widths in twips. Their sum is at most the table's width. */
export function columnWidths({ columns, rows }: Table, setting: Setting): number[] {
  const { width } = setting;
  const least = columns.map((column, index) =>
    Math.min(width * MOST, leastWidth(column, rows.map((cells) => cells[index]).filter(isCell), setting)),
  );
  const asked = least.reduce((sum, one) => sum + one, 0);
  // If not even the least widths fit, all shrink in proportion.
  if (asked >= width) return least.map((one) => Math.floor((one / asked) * width));
  const weights = columns.map(({ weight }) => weight);
  return shareOut(weights, least, width).map(Math.floor);
}

function isCell(cell: Cell | undefined): cell is Cell {
  return cell !== undefined;
}

/**
 * Distributes the width by weight. Columns that would get less than their least width take the rest from the others in
 * proportion.
 */
function shareOut(weights: readonly number[], least: readonly number[], width: number): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const isFree = (_: number, index: number): boolean => !fixed.has(index);
    const rest = width - least.reduce((sum, one, index) => sum + (fixed.has(index) ? one : 0), 0);
    const whole = weights.filter(isFree).reduce((sum, one) => sum + one, 0);
    const widths = weights.map((weight, index) => (fixed.has(index) ? (least[index] ?? 0) : (weight / whole) * rest));
    const short = widths.findIndex((own, index) => own < (least[index] ?? 0));
    if (short === -1) return widths;
    fixed.add(short);
  }
}

function leastWidth({ heading, breaks }: Column, cells: readonly Cell[], { em, margins }: Setting): number {
  const most = breaks === "words" ? MOST_OF_NAME * em : Infinity;
  const pieces = cells.flatMap((cell) => unbroken(cell, breaks)).map((piece) => Math.min(most, textWidth(piece, em)));
  return Math.max(0, ...headingPieces(heading).map((piece) => textWidth(piece, em)), ...pieces) + margins;
}

/**
 * The pieces of a heading that must not be broken: all of it up to three characters, at least two Chinese characters of
 * longer ones, and whole Latin words.
 */
function headingPieces(heading: string): string[] {
  if (heading.length <= 3) return [heading];
  return heading.split(" ").flatMap((word) => (/^\p{Script=Han}+$/u.test(word) ? [word.slice(0, 2)] : [word]));
}

function unbroken({ text, pieces = [text] }: Cell, breaks: Column["breaks"]): string[] {
  if (breaks === undefined) return [];
  const lines = pieces.flatMap(markupLines);
  return breaks === "never" ? lines : lines.flatMap((line) => line.split(/(?<=[、,]) ?| /));
}

/** The cell's lines. If its text does not fit on one, it is broken between its pieces. */
export function cellLines({ text, pieces }: Cell, width: number, { em, margins }: Setting): string[] {
  const fits = (line: string): boolean => textWidth(line, em) <= width - margins;
  if (pieces === undefined || fits(text)) return markupLines(text);
  const lines: string[] = [];
  for (const piece of pieces) {
    const joined = `${lines.at(-1) ?? ""}${piece}`;
    if (lines.length > 0 && fits(joined.trim())) lines[lines.length - 1] = joined;
    else lines.push(piece);
  }
  return lines.flatMap((line) => markupLines(line.trim()));
}
