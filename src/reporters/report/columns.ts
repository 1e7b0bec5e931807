/** Column widths of a table: they follow what the cells hold, and keep ids, days, names and words whole. */
import { unbreakable } from "../layout.ts";
import { markupLines } from "../markup.ts";
import { textWidth } from "../text-width.ts";
import type { Cell, Column, Table } from "./document.ts";

/** The measures of a table, in any one unit. */
export interface Setting {
  /** Width of the table. */
  readonly width: number;
  /** The font size (one em). */
  readonly em: number;
  /** The left and right margins of a cell together. */
  readonly margins: number;
}

/** What a column asks for, without margins. */
interface Claim {
  /** Keeps ids, days, numbers and names whole. */
  readonly tight: number;
  /** Also keeps words whole, and some characters of a text beside each other. */
  readonly least: number;
  /** Breaks no line. */
  readonly natural: number;
  /** Share of the room, relative to the other columns. */
  readonly weight: number;
}

/**
 * Most of the table's width that a column may claim as its least width, so that one long id or name does not take it
 * all; that one is then broken.
 */
const MOST = 0.28;

/** Most ems of a name that are kept on one line, so that one long name does not take the other columns' room. */
const MOST_OF_NAME = 10;

/** Most ems that a column gets so as not to break a word in a text: about 16 letters. */
const MOST_OF_WORD = 8;

/** The ems that texts get at least, where there is room: in a narrower column they are hard to read, and 〔2017〕32 is broken. */
const TEXT = 6;

/**
 * How much long texts count: with 1, one long text among many short ones is squeezed; with 2, it squeezes the others.
 * Tables of the 2017 plan are lowest in between.
 */
const POWER = 1.7;

/** A cell with more lines than this is tall: its row may be broken across pages, as moving it would leave much of one empty. */
const TALL = 10;

/** The column widths, as whole numbers. Their sum is at most the table's width. */
export function columnWidths({ columns, rows }: Table, { width, em, margins }: Setting): number[] {
  const room = width - columns.length * margins;
  const claims = columns.map((column, index) => {
    const cells = rows.flatMap((row) => row[index] ?? []);
    return claimOf(column, cells, em, room);
  });
  return fit(claims, room).map((one) => Math.floor(one + margins));
}

/** Whether the row has more lines in one of its cells than are worth keeping on one page. */
export function isTall(cells: readonly Cell[], widths: readonly number[], setting: Setting): boolean {
  return cells.some((cell, index) => lineCount(cell, widths[index] ?? 0, setting) > TALL);
}

function lineCount(cell: Cell, width: number, setting: Setting): number {
  const room = width - setting.margins;
  return sum(cellLines(cell, width, setting).map((line) => Math.max(1, Math.ceil(textWidth(line, setting.em) / room))));
}

/** If not even the tight widths fit, all shrink in proportion; if the natural ones leave room, all grow so. */
function fit(claims: readonly Claim[], room: number): number[] {
  const [tight, least, natural] = [
    claims.map((claim) => claim.tight),
    claims.map((claim) => claim.least),
    claims.map((claim) => claim.natural),
  ];
  if (sum(tight) >= room) return scaled(tight, room);
  if (sum(natural) <= room) return scaled(natural, room);
  const fair = sum(least) <= room ? claims : claims.map((claim) => ({ ...claim, least: claim.tight }));
  const shared = shareOut(fair, room);
  return fair.map((claim) => shared.get(claim) ?? claim.least);
}

function scaled(widths: readonly number[], room: number): number[] {
  const whole = sum(widths);
  return widths.map((one) => (one / whole) * room);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

/** Distributes the room by weight; no column gets less than its least width or more than its natural one. */
function shareOut(claims: readonly Claim[], room: number): Map<Claim, number> {
  const whole = sum(claims.map(({ weight }) => weight));
  const parts = claims.map((claim) => {
    const part = (claim.weight / whole) * room;
    return { claim, part, width: Math.min(Math.max(part, claim.least), claim.natural) };
  });
  const excess = sum(parts.map(({ part, width }) => width - part));
  // What one kind of limit gives or takes changes the parts of the others, so only that kind is final.
  const final = parts.filter(({ part, width }) => (excess < 0 ? width < part : width > part));
  if (final.length === 0) return new Map(parts.map(({ claim, width }) => [claim, width]));
  const settled = new Map(final.map(({ claim, width }) => [claim, width]));
  const others = claims.filter((claim) => !settled.has(claim));
  return new Map([...settled, ...shareOut(others, room - sum([...settled.values()]))]);
}

function claimOf({ heading, breaks }: Column, cells: readonly Cell[], em: number, room: number): Claim {
  const widthsOf = (texts: readonly string[]): number[] => texts.map((one) => textWidth(one, em));
  const lines = widthsOf([heading, ...cells.flatMap(({ text }) => markupLines(text))]);
  const natural = widest(lines);
  const kept = widest(widthsOf(cells.flatMap((cell) => unbroken(cell, breaks))));
  const names = breaks === "never" ? kept : Math.min(MOST_OF_NAME * em, kept);
  const tight = Math.min(MOST * room, Math.max(names, widest(widthsOf(headingPieces(heading)))));
  const words = breaks === undefined ? [TEXT * em, ...widthsOf(cells.flatMap(preferred))] : [];
  const least = Math.max(tight, Math.min(natural, MOST_OF_WORD * em, widest(words)));
  return { tight, least, natural, weight: Math.sqrt(sum(lines.map((one) => one ** POWER))) };
}

function widest(widths: readonly number[]): number {
  return widths.reduce((most, one) => Math.max(most, one), 0);
}

/** Pieces of a text that are better not broken: those of a verdict, or words and numbers that may be wider than `TEXT`. */
function preferred({ text, pieces }: Cell): string[] {
  if (pieces !== undefined) return pieces.flatMap(markupLines);
  return /[!-~\u00c0-\u024f]{6}/.test(text) ? markupLines(text).flatMap(unbreakable) : [];
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
