/**
 * Tables that are wider than the screen: each row's cells follow one another with their headings, and its long text
 * comes below.
 */
import { wrap, wrapPieces } from "./layout.ts";
import type { Look } from "./look.ts";
import type { Across, Cell, Column, Pieces, Row, TableRow } from "./table.ts";
import { widthOf } from "./width.ts";

const INDENT = "  ";
/** A cell of the text column no wider than this stays among the other cells: `+2.0`. */
const MOST_FACT = 8;

/** The lines of the stacked table. */
export function stacked(columns: readonly Column[], rows: readonly TableRow[], look: Look): string[] {
  const room = look.width - INDENT.length;
  return rows.flatMap((row) => {
    if (row === "rule") return [];
    if (row === "blank") return [""];
    return "across" in row ? linesAcross(row, room) : linesOfRow(row, columns, room);
  });
}

function linesAcross({ across, from, first = "", brush }: Across, room: number): string[] {
  const text = { text: across, ...(brush === undefined ? {} : { brush }) };
  if (from === 0) return textLines(text, room + INDENT.length, "");
  return [...(first === "" ? [] : [first]), ...textLines(text, room)];
}

function linesOfRow(row: Row, columns: readonly Column[], room: number): string[] {
  const pieces: string[] = [];
  const below: string[] = [];
  columns.forEach((column, index) => {
    const cell = row[index] ?? "";
    if (column.fill === true && !isPieces(cell) && widthOf(textOf(cell)) > MOST_FACT) {
      below.push(...textLines(cell, room));
    } else pieces.push(...piecesOf(cell, index === 0 && column.align === "left" ? "" : column.heading.trim(), room));
  });
  const facts = wrapPieces(pieces, INDENT, room);
  return [...facts.map((line, index) => (index === 0 ? line : INDENT + line)), ...below];
}

/** The cell after its heading; nothing if it is empty. A cell wider than the screen is not painted. */
function piecesOf(cell: string | Cell | Pieces, heading: string, room: number): string[] {
  const [first = "", ...others] = isPieces(cell) ? cell.pieces : [textOf(cell).trim().replace(/\s+/g, " ")];
  if (first === "") return [];
  const [piece = "", ...rest] = wrap(heading === "" ? first : `${heading} ${first}`, room);
  const brush = typeof cell === "object" && "brush" in cell ? cell.brush : undefined;
  return [brush === undefined || rest.length > 0 ? piece : brush(piece), ...rest, ...others];
}

function textLines(cell: string | Cell, room: number, indent = INDENT): string[] {
  const text = textOf(cell);
  if (text === "") return [];
  const brush = typeof cell === "string" ? undefined : cell.brush;
  return wrap(text, room).map((line) => indent + (brush === undefined || widthOf(line) === 0 ? line : brush(line)));
}

function textOf(cell: string | Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}

function isPieces(cell: string | Cell | Pieces): cell is Pieces {
  return typeof cell === "object" && "pieces" in cell;
}
