/** The columns of a form's tables, where their head rows are, and what is wrong with a table as a whole. */
import { allFormTexts, formTexts } from "../../i18n/form.ts";
import type { Language } from "../../i18n/catalogue.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import { columnLetters } from "../../reporters/workbook/workbook.ts";
import type { Grid, GridRow, GridValue } from "../../storage/grids.ts";
import { type Failure, usage } from "../failure.ts";

export type FormColumn = keyof FormTexts["columns"];

/** Describes a place in a form, in the language. */
export type PlaceText = (language: Language) => string;

/** What is wrong in a form, and where. */
export interface FormProblem {
  readonly place: PlaceText;
  readonly failure: Failure;
}

/** A form's file: its name, its tables, and whether places in it are cells of a workbook or lines of a text. */
export interface FormFile {
  readonly name: string;
  readonly isWorkbook: boolean;
  readonly grids: readonly Grid[];
}

/** A usage failure with a text about forms. */
export function formFailure(say: (texts: FormTexts) => string): Failure {
  return usage((_, language) => say(formTexts(language)));
}

/** The columns of one kind of table. */
export interface TableKind {
  readonly sheet: keyof FormTexts["sheets"];
  /** Columns that identify a row; without them it means nothing. */
  readonly identifying: readonly FormColumn[];
  /** Columns that the division fills in. */
  readonly fills: readonly FormColumn[];
  /** Columns that other kinds of table do not have, by which the head is recognized. */
  readonly distinctive: readonly FormColumn[];
  /** Columns for information only. */
  readonly informational: readonly FormColumn[];
}

/** The milestones that the division leads, to fill in. */
export const MILESTONES: TableKind = {
  sheet: "milestones",
  identifying: ["id", "text"],
  fills: ["completedOn", "evidence", "progress", "note", "problem", "nextStep"],
  distinctive: ["completedOn", "progress", "note", "problem", "nextStep"],
  informational: ["window", "due", "state"],
};
/** The division's indicators, to fill in. */
export const INDICATORS: TableKind = {
  sheet: "indicators",
  identifying: ["id", "indicator"],
  fills: ["value", "valueOn", "evidence"],
  distinctive: ["indicator", "target", "lastValue", "value", "valueOn"],
  informational: ["target", "lastValue"],
};
/** The milestones that the division assists in, for information. */
export const ASSISTING: TableKind = {
  sheet: "assisting",
  identifying: ["id", "text", "lead"],
  fills: [],
  distinctive: ["lead"],
  informational: ["window", "due", "state"],
};

/** The head row of a table. */
export interface Head {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly texts: FormTexts;
  /** The index of each column from 0; negative if it is missing. */
  readonly at: ReadonlyMap<FormColumn, number>;
}

/**
 * The head of the table, recognized by any two of its columns: even if others were renamed, its rows must not be
 * overlooked. Null if there is none.
 */
export function headOf(grid: Grid, { identifying, fills, distinctive }: TableKind): Head | null {
  for (const texts of allFormTexts()) {
    const placeOf = ({ cells }: GridRow, key: FormColumn): number =>
      cells.findIndex((cell) => isSame(cell, texts.columns[key]));
    const found = grid.rows.find(
      (row) => ["id" as const, ...distinctive].filter((key) => placeOf(row, key) >= 0).length >= 2,
    );
    if (found === undefined) continue;
    return {
      grid,
      row: found,
      texts,
      at: new Map([...identifying, ...fills].map((key) => [key, placeOf(found, key)])),
    };
  }
  return null;
}

/** Problems of sheets that have the table's name and content, but no head. */
export function headlessSheets(file: FormFile, kind: TableKind): FormProblem[] {
  return file.grids.flatMap((grid) => {
    const isNamed = allFormTexts().some((texts) => isSame(grid.name, texts.sheets[kind.sheet]));
    const isEmpty = grid.rows.every(({ cells }) => cells.every((cell) => cell === null));
    if (!isNamed || isEmpty || headOf(grid, kind) !== null) return [];
    return [{ place: () => file.name, failure: formFailure((texts) => texts.noHead(grid.name)) }];
  });
}

/** The columns missing from the table. */
export function missingIn({ at }: Head): FormColumn[] {
  return [...at].filter(([, index]) => index < 0).map(([key]) => key);
}

/** A problem for each missing column. */
export function missingColumns(file: FormFile, head: Head): FormProblem[] {
  return missingIn(head).map((key) => {
    const failure = formFailure((own) => own.noColumn(head.grid.name, head.texts.columns[key]));
    return { place: () => file.name, failure };
  });
}

/** Problems of Markdown rows with more or fewer cells than the head: a `|` inside a cell shifts the cells after it. */
export function misfits(file: FormFile, { rows }: Grid, head: GridRow): FormProblem[] {
  if (file.isWorkbook) return [];
  const expected = head.cells.length;
  return rows.flatMap(({ line, cells: { length } }) => {
    if (line < head.line || length === expected) return [];
    const place: PlaceText = (language) => formTexts(language).placeInText(file.name, line, null);
    return [{ place, failure: formFailure((texts) => texts.otherCells(length, expected)) }];
  });
}

/**
 * Problems of merged cells below the head that are not empty: only the first has the value, which may be meant for one
 * row or for all.
 */
export function joinedCells(file: FormFile, { grid: { name, rows, merged = [] }, row: head }: Head): FormProblem[] {
  return merged.flatMap(({ range, line, column }) => {
    const value = line > head.line ? rows.find((row) => row.line === line)?.cells[column] : null;
    if ((value ?? null) === null) return [];
    const place: PlaceText = (language) => formTexts(language).placeInBook(file.name, name, range);
    return [{ place, failure: formFailure((texts) => texts.joinedCells) }];
  });
}

/** Problems of cells to fill in that hold a formula without a stored value. */
export function valuelessCells(
  file: FormFile,
  { grid, row: head, texts, at }: Head,
  { fills }: TableKind,
): FormProblem[] {
  const valueless = grid.valueless ?? [];
  return valueless.flatMap(({ line, column }) => {
    const key = fills.find((one) => at.get(one) === column);
    if (line <= head.line || key === undefined) return [];
    const place = placeIn(file, grid, { line, cells: [] }, column, texts.columns[key]);
    return [{ place, failure: formFailure((own) => own.valueless) }];
  });
}

/** The place of a cell: `form.xlsx 节点!F3`, or line and column of a text file. `index` is the column from 0. */
export function placeIn(file: FormFile, grid: Grid, { line }: GridRow, index: number, column: string): PlaceText {
  return (language) => {
    const texts = formTexts(language);
    if (!file.isWorkbook) return texts.placeInText(file.name, line, column);
    return texts.placeInBook(file.name, grid.name, `${columnLetters(index)}${line}`);
  };
}

/** Null if the cell only says that there is nothing to say (无, a slash, dashes); else its value. */
export function unlessNothing(value: GridValue | undefined): GridValue {
  const isNothing = typeof value === "string" && /^(?:无。?|[/—―–−-]+)$/.test(value.normalize("NFKC").trim());
  return isNothing ? null : (value ?? null);
}

/** Whether the cell has this text, ignoring full or half width and white space. */
export function isSame(cell: GridValue | undefined, text: string): boolean {
  return typeof cell === "string" && withoutSpace(cell) === withoutSpace(text);
}

/** The text in half-width letters, without white space: office programs change both unasked. */
export function withoutSpace(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
