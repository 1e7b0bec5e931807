/** Finds text where a form asks for none. Whoever wrote it may rely on it, so it is reported as not recorded. */
import { formTexts } from "../../i18n/form.ts";
import { columnLetters } from "../../reporters/workbook/workbook.ts";
import {
  ASSISTING,
  type FormFile,
  type FormProblem,
  type Head,
  INDICATORS,
  MILESTONES,
  type TableKind,
  formFailure,
  headOf,
  isSame,
  missingIn,
  unlessNothing,
} from "./heads.ts";

/** A notice for each added column with text. Cells that the form came with are not compared. */
export function unaskedCells(file: FormFile): FormProblem[] {
  return [MILESTONES, INDICATORS, ASSISTING].flatMap((kind) =>
    file.grids.flatMap((grid) => {
      const head = headOf(grid, kind);
      return head === null || missingIn(head).length > 0 ? [] : inFurtherColumns(file, head, kind);
    }),
  );
}

function inFurtherColumns(file: FormFile, head: Head, kind: TableKind): FormProblem[] {
  const { grid, row, texts } = head;
  const own = new Set(
    [...kind.identifying, ...kind.fills, ...kind.informational].map((key) =>
      row.cells.findIndex((cell) => isSame(cell, texts.columns[key])),
    ),
  );
  const below = grid.rows.filter(({ line }) => line > row.line);
  const width = Math.max(row.cells.length, ...below.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => !own.has(column))
    .flatMap((column) => {
      const lines = below.filter(({ cells }) => unlessNothing(cells[column]) !== null).map(({ line }) => line);
      return lines.length === 0 ? [] : [noticeOf(file, head, column, lines)];
    });
}

function noticeOf({ name, isWorkbook }: FormFile, head: Head, column: number, lines: readonly number[]): FormProblem {
  const heading = head.row.cells[column] ?? null;
  const failure = formFailure((texts) => texts.unasked);
  const place: FormProblem["place"] = (language) => {
    const texts = formTexts(language);
    const title = heading === null ? null : String(heading);
    if (!isWorkbook) return texts.placeInText(name, texts.several(lines.map(String)), title);
    const cells = lines.map((line) => `${columnLetters(column)}${line}`);
    return texts.placeInBook(name, head.grid.name, texts.several(cells));
  };
  return { place, failure };
}
