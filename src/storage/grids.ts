/** Tables as people fill them in, with the place of each row: from a workbook or a Markdown file. */

/** A number of a cell that was typed as one; days come as `2017-06-28`, what is shown as a percentage as `80%`. */
export type GridValue = string | number | null;

export interface GridRow {
  /** The row of the sheet, or the line of the file, from 1. */
  readonly line: number;
  readonly cells: readonly GridValue[];
}

/** Where a cell stands: its row from 1, its column from 0. */
export interface CellPlace {
  readonly line: number;
  readonly column: number;
}

/** Cells that are joined: `F3:F5`, and where the first one stands. */
export interface MergedCells extends CellPlace {
  readonly range: string;
}

export interface Grid {
  /** The sheet, or the heading above the table. */
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** Nothing in a file that has no cells to join. */
  readonly merged?: readonly MergedCells[];
  /** Cells with a formula and no value, or with an error for one. */
  readonly valueless?: readonly CellPlace[];
}

/**
 * The tables of a Markdown file. One goes on to the next heading, whatever stands between its rows: who fills it in leaves a line
 * blank, or writes below it. Where a heading was lost, the line of dashes below a row tells that another one begins.
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

/** Between bars that no backslash takes away. */
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

/** What Markdown was kept from acting on, as it was. */
function plainText(text: string): string {
  return text
    .trim()
    .replace(/<br\s*\/?>/gi, "\n")
    .replaceAll("\u2060", "")
    .replace(/\\([\\`*_[\]|~#])/g, "$1")
    .replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
