/** Widths of a table's columns on paper: shared out by weight, but none narrower than what may not be broken. */
import { textWidth } from "../text-width.ts";
import type { Cell, Column, Table } from "./document.ts";
import { markupLines } from "../markup.ts";

/** What a table is set in, in twips. */
export interface Setting {
  readonly width: number;
  /** An em. */
  readonly em: number;
  /** Left and right of the text in a cell, together. */
  readonly margins: number;
}

/** No column takes more for itself, however long an id or a name is: it is broken then after all. */
const MOST = 0.28;

/** Ems of a name that stay in one line: one long name leaves no other column its room. */
const MOST_OF_NAME = 10;

/** In twips; their sum is at most the table's width. */
export function columnWidths({ columns, rows }: Table, setting: Setting): number[] {
  const { width } = setting;
  const least = columns.map((column, index) =>
    Math.min(width * MOST, leastWidth(column, rows.map((cells) => cells[index]).filter(isCell), setting)),
  );
  const asked = least.reduce((sum, one) => sum + one, 0);
  // Where not even that fits, all give up the same share.
  if (asked >= width) return least.map((one) => Math.floor((one / asked) * width));
  const weights = columns.map(({ weight }) => weight);
  return shareOut(weights, least, width).map(Math.floor);
}

function isCell(cell: Cell | undefined): cell is Cell {
  return cell !== undefined;
}

/** By weight; columns that get less than they need take it from the others, in proportion. */
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

/** Headings of three characters stay whole, longer ones break between characters, Latin words never. */
function headingPieces(heading: string): string[] {
  if (heading.length <= 3) return [heading];
  return heading.split(" ").flatMap((word) => (/^\p{Script=Han}+$/u.test(word) ? [word.slice(0, 2)] : [word]));
}

function unbroken({ text, pieces = [text] }: Cell, breaks: Column["breaks"]): string[] {
  if (breaks === undefined) return [];
  const lines = pieces.flatMap(markupLines);
  return breaks === "never" ? lines : lines.flatMap((line) => line.split(/(?<=[、,]) ?| /));
}

/** The cell's lines: broken between its pieces where a line does not fit the column. */
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
