/** Which columns the tables of a form have, where their heads stand, and what is wrong with a table as a whole. */
import { allFormTexts, formTexts } from "../../i18n/form.ts";
import type { Language } from "../../i18n/catalogue.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import { columnLetters } from "../../reporters/workbook/workbook.ts";
import type { Grid, GridRow, GridValue } from "../../storage/grids.ts";
import { type Failure, usage } from "../failure.ts";

export type FormColumn = keyof FormTexts["columns"];

/** Where something stands, in words. */
export type Place = (language: Language) => string;

export interface FormProblem {
  readonly place: Place;
  readonly failure: Failure;
}

/** A file as it was read: its name, whether places in it are cells or lines, and its tables. */
export interface FormFile {
  readonly name: string;
  readonly isWorkbook: boolean;
  readonly grids: readonly Grid[];
}

/** A mistake in the words of forms. */
export function wrong(say: (texts: FormTexts) => string): Failure {
  return usage((_, language) => say(formTexts(language)));
}

/** The columns of a table: those without which its rows mean nothing, those that a division fills in, those that no other table has. */
export interface Kind {
  readonly sheet: keyof FormTexts["sheets"];
  readonly known: readonly FormColumn[];
  readonly fills: readonly FormColumn[];
  readonly own: readonly FormColumn[];
  /** Those that are there to be known. */
  readonly shown: readonly FormColumn[];
}

export const MILESTONES: Kind = {
  sheet: "milestones",
  known: ["id", "text"],
  fills: ["completedOn", "evidence", "progress", "note", "problem", "nextStep"],
  own: ["completedOn", "progress", "note", "problem", "nextStep"],
  shown: ["window", "due", "state"],
};
export const INDICATORS: Kind = {
  sheet: "indicators",
  known: ["id", "indicator"],
  fills: ["value", "valueOn", "evidence"],
  own: ["indicator", "target", "lastValue", "value", "valueOn"],
  shown: ["target", "lastValue"],
};
export const ASSISTING: Kind = {
  sheet: "assisting",
  known: ["id", "text", "lead"],
  fills: [],
  own: ["lead"],
  shown: ["window", "due", "state"],
};

export interface Head {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly texts: FormTexts;
  /** Where each column stands, from 0; below 0 where it is missing. */
  readonly at: ReadonlyMap<FormColumn, number>;
}

/** The table's head, known by two of its columns: where others were renamed, what stands below is not to be overlooked. */
export function headOf(grid: Grid, { known, fills, own }: Kind): Head | null {
  for (const texts of allFormTexts()) {
    const placeOf = ({ cells }: GridRow, key: FormColumn): number =>
      cells.findIndex((cell) => isSame(cell, texts.columns[key]));
    const found = grid.rows.find((row) => ["id" as const, ...own].filter((key) => placeOf(row, key) >= 0).length >= 2);
    if (found === undefined) continue;
    return { grid, row: found, texts, at: new Map([...known, ...fills].map((key) => [key, placeOf(found, key)])) };
  }
  return null;
}

/** Sheets of the table's name in which there is something, but no head. */
export function headlessSheets(file: FormFile, kind: Kind): FormProblem[] {
  return file.grids.flatMap((grid) => {
    const isNamed = allFormTexts().some((texts) => isSame(grid.name, texts.sheets[kind.sheet]));
    const isEmpty = grid.rows.every(({ cells }) => cells.every((cell) => cell === null));
    if (!isNamed || isEmpty || headOf(grid, kind) !== null) return [];
    return [{ place: () => file.name, failure: wrong((texts) => texts.noHead(grid.name)) }];
  });
}

/** The columns that the table lacks. */
export function missingIn({ at }: Head): FormColumn[] {
  return [...at].filter(([, index]) => index < 0).map(([key]) => key);
}

/** A problem for each of them. */
export function missingColumns(file: FormFile, head: Head): FormProblem[] {
  return missingIn(head).map((key) => {
    const failure = wrong((own) => own.noColumn(head.grid.name, head.texts.columns[key]));
    return { place: () => file.name, failure };
  });
}

/** Rows of a text with more or fewer cells than the head: a bar in a cell shifts those behind it. */
export function misfits(file: FormFile, { rows }: Grid, head: GridRow): FormProblem[] {
  if (file.isWorkbook) return [];
  const expected = head.cells.length;
  return rows.flatMap(({ line, cells: { length } }) => {
    if (line < head.line || length === expected) return [];
    const place: Place = (language) => formTexts(language).placeInText(file.name, line, null);
    return [{ place, failure: wrong((texts) => texts.otherCells(length, expected)) }];
  });
}

/** Joined cells below the head that hold something: it stands in the first one alone, and is meant for all, or for one. */
export function joinedCells(file: FormFile, { grid: { name, rows, merged = [] }, row: head }: Head): FormProblem[] {
  return merged.flatMap(({ range, line, column }) => {
    const value = line > head.line ? rows.find((row) => row.line === line)?.cells[column] : null;
    if ((value ?? null) === null) return [];
    const place: Place = (language) => formTexts(language).placeInBook(file.name, name, range);
    return [{ place, failure: wrong((texts) => texts.joinedCells) }];
  });
}

/** Cells below the head, to be filled in, whose formula has no value. */
export function valuelessCells(file: FormFile, { grid, row: head, texts, at }: Head, { fills }: Kind): FormProblem[] {
  const valueless = grid.valueless ?? [];
  return valueless.flatMap(({ line, column }) => {
    const key = fills.find((one) => at.get(one) === column);
    if (line <= head.line || key === undefined) return [];
    const place = placeIn(file, grid, { line, cells: [] }, column, texts.columns[key]);
    return [{ place, failure: wrong((own) => own.valueless) }];
  });
}

/** The place of a cell: `form.xlsx 节点!F3`, or the line and column of a text. `index` counts from 0. */
export function placeIn(file: FormFile, grid: Grid, { line }: GridRow, index: number, column: string): Place {
  return (language) => {
    const texts = formTexts(language);
    if (!file.isWorkbook) return texts.placeInText(file.name, line, column);
    return texts.placeInBook(file.name, grid.name, `${columnLetters(index)}${line}`);
  };
}

/** What is written where there is nothing to say is nothing: 无, a stroke, a dash. */
export function unlessNothing(value: GridValue | undefined): GridValue {
  const isNothing = typeof value === "string" && /^(?:无。?|[/—―–−-]+)$/.test(value.normalize("NFKC").trim());
  return isNothing ? null : (value ?? null);
}

/** The same words, whatever the width of letters and the white space. */
export function isSame(cell: GridValue | undefined, text: string): boolean {
  return typeof cell === "string" && squeeze(cell) === squeeze(text);
}

/** The text without white space, full width made plain: what an office program changes unasked. */
export function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
