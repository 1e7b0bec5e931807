/** Tables that people fill in, in a workbook or a Markdown file, with the position of each row. */

/** The value of a cell: numbers stay numbers, days become `2017-06-28`, and numbers shown as percentages become `80%`. */
export type GridValue = string | number | null;

export interface GridRow {
  /** The row in the sheet, or the line in the file, from 1. */
  readonly line: number;
  readonly cells: readonly GridValue[];
}

/** The position of a cell: its row from 1, its column from 0. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

/** Merged cells: their range, such as `F3:F5`, and the position of the first. */
export interface MergedCells extends CellPlace {
  readonly range: string;
}

/** One table. */
export interface Grid {
  /** The name of the sheet, or the heading above the table. */
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** Absent for a file format without merged cells. */
  readonly merged?: readonly MergedCells[];
  /** Cells that have a formula but no value, or an error. */
  readonly valueless?: readonly CellPlace[];
}

/**
 * The tables of a Markdown file. A table extends to the next heading, whatever stands between its rows, since people leave
 * lines blank or write notes between them. If a heading was lost, the line of dashes below a row still starts a new table.
 */
export function readMarkdownTables(text: string): Grid[] {
  const grids: Grid[] = [];
  let [name, rows]: [string, GridRow[]] = ["", []];
  const end = (): void => {
    if (rows.length > 0) grids.push({ name, rows });
    rows = [];
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const heading = /^#+\s+(.*)$/.exec(line)?.[1];
    if (heading !== undefined) {
      end();
      name = plainText(heading);
    } else if (/^\s*\|(?:\s*:?-+:?\s*\|)*\s*:?-+:?\s*\|?\s*$/.test(line)) {
      const head = rows.splice(-1);
      end();
      rows = head;
    } else if (/^\s*\|.*[^\s|]/.test(line)) rows.push({ line: index + 1, cells: cellsOf(line) });
  }
  end();
  return grids;
}

/** The cells of a row: the text between bars that are not escaped by a backslash. */
function cellsOf(line: string): GridValue[] {
  const parts =
    line
      .trim()
      .replace(/^\|/, "")
      .match(/[^|\\]*(?:\\.[^|\\]*)*(?:\||$)/g) ?? [];
  const cells = parts.filter((part) => part !== "").map((part) => plainText(part.replace(/\|$/, "")));
  return cells.map((cell) => (cell === "" ? null : cell));
}

const ENTITIES: Readonly<Record<string, string>> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Undoes the escaping that kept Markdown from interpreting the text. */
function plainText(text: string): string {
  return text
    .trim()
    .replace(/<br\s*\/?>/gi, "\n")
    .replaceAll("\u2060", "")
    .replace(/\\([\\`*_[\]|~#])/g, "$1")
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
