/** Filled forms → their head and rows, in whatever language they were made; nothing is judged yet. */
import { allFormTexts, formTexts } from "../../i18n/form.ts";
import type { Language } from "../../i18n/catalogue.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import { columnLetters } from "../../reporters/workbook/workbook.ts";
import type { Grid, GridRow, GridValue } from "../../storage/grids.ts";
import { type Failure, usage } from "../failure.ts";

export type FormColumn = keyof FormTexts["columns"];
type FormFact = keyof FormTexts["facts"];

/** Where something stands, in words. */
export type Place = (language: Language) => string;

export interface FormProblem {
  readonly place: Place;
  readonly failure: Failure;
}

/** What is wrong with a form or a part of it, of which nothing is read then. */
export interface Faulty {
  readonly problems: readonly FormProblem[];
}

/** A row in which something is filled in. */
export interface FilledRow {
  readonly cells: Readonly<Partial<Record<FormColumn, GridValue>>>;
  readonly placeOf: (column: FormColumn) => Place;
  /** The column's heading as the form has it. */
  readonly nameOf: (column: FormColumn) => string;
}

/** A fact of the head and where it stands. */
export interface FilledFact {
  readonly value: GridValue;
  readonly place: Place;
}

export interface FilledForm {
  readonly place: Place;
  readonly facts: Readonly<Partial<Record<FormFact, FilledFact>>>;
  readonly milestones: readonly FilledRow[];
  readonly indicators: readonly FilledRow[];
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
interface Kind {
  readonly sheet: keyof FormTexts["sheets"];
  readonly known: readonly FormColumn[];
  readonly fills: readonly FormColumn[];
  readonly own: readonly FormColumn[];
}

const MILESTONES: Kind = {
  sheet: "milestones",
  known: ["id", "text"],
  fills: ["completedOn", "evidence", "progress", "note", "problem", "nextStep"],
  own: ["completedOn", "progress", "note", "problem", "nextStep"],
};
const INDICATORS: Kind = {
  sheet: "indicators",
  known: ["id", "indicator"],
  fills: ["value", "valueOn", "evidence"],
  own: ["indicator", "target", "lastValue", "value", "valueOn"],
};

/** The head and the filled rows of a form; or all that is wrong with its form. */
export function readForm(file: FormFile): FilledForm | Faulty {
  const place: Place = () => file.name;
  const facts = readFacts(file);
  const milestones = readTable(file, MILESTONES);
  const indicators = readTable(file, INDICATORS) ?? [];
  if (facts === null) return { problems: [{ place, failure: wrong((texts) => texts.notAForm) }] };
  if (milestones === null || "problems" in facts || "problems" in milestones || "problems" in indicators) {
    const noTable = milestones === null ? [{ place, failure: wrong((texts) => texts.noTable) }] : [];
    const parts = [facts, milestones ?? [], indicators];
    return { problems: [...noTable, ...parts.flatMap((part) => ("problems" in part ? part.problems : []))] };
  }
  return { place, facts, milestones, indicators };
}

function readFacts(file: FormFile): FilledForm["facts"] | Faulty | null {
  for (const { grid, texts } of inEveryLanguage(file)) {
    const head = grid.rows.find(({ cells }) => isSame(cells[0], texts.item) && isSame(cells[1], texts.content));
    if (head === undefined) continue;
    const problems = misfits(file, grid, head);
    if (problems.length > 0) return { problems };
    const labels = Object.entries(texts.facts);
    const found = grid.rows.flatMap((row) => {
      const [name] = labels.find(([, label]) => isSame(row.cells[0], label)) ?? [];
      const place = placeIn(file, grid, row, 1, texts.content);
      return name === undefined ? [] : [[name, { value: row.cells[1] ?? null, place }] as const];
    });
    return Object.fromEntries(found);
  }
  return null;
}

interface Head {
  readonly grid: Grid;
  readonly row: GridRow;
  readonly texts: FormTexts;
  /** Where each column stands, from 0; below 0 where it is missing. */
  readonly at: ReadonlyMap<FormColumn, number>;
}

/** The rows with something filled in; what is wrong with the table; null where there is no such table. */
function readTable(file: FormFile, kind: Kind): readonly FilledRow[] | Faulty | null {
  const headless = headlessSheets(file, kind);
  if (headless.length > 0) return { problems: headless };
  const heads = file.grids.flatMap((grid) => headOf(grid, kind) ?? []);
  const head = heads.find((one) => missingIn(one).length === 0) ?? heads[0];
  if (head === undefined) return null;
  const problems = [...missingColumns(file, head), ...joinedCells(file, head), ...misfits(file, head.grid, head.row)];
  if (problems.length > 0) return { problems };
  const others = heads.filter((one) => one !== head).flatMap((one) => faultsOfCopy(file, one, head, kind));
  return others.length > 0 ? { problems: others } : filledRows(file, head, kind);
}

function filledRows(file: FormFile, { grid, row, at, texts }: Head, { fills }: Kind): FilledRow[] {
  const rows = grid.rows.filter(({ line }) => line > row.line).map((one) => filledRow(file, grid, one, at, texts));
  return rows.filter(({ cells }) => fills.some((key) => (cells[key] ?? null) !== null));
}

/** What is wrong with a second sheet of the same head: whoever copied one may have filled in either; of another kind it is nobody's. */
function faultsOfCopy(file: FormFile, copy: Head, first: Head, kind: Kind): FormProblem[] {
  const names = [copy.grid.name, first.grid.name] as const;
  const missing = missingColumns(file, copy);
  if (missing.length > 0) return squeeze(names[0]).startsWith(squeeze(names[1])) ? missing : [];
  const said = ({ cells }: FilledRow): string =>
    JSON.stringify(["id" as const, ...kind.fills].map((key) => cells[key]));
  const known = new Set(filledRows(file, first, kind).map(said));
  if (filledRows(file, copy, kind).every((row) => known.has(said(row)))) return [];
  return [{ place: () => file.name, failure: wrong((texts) => texts.otherCopy(...names)) }];
}

/** The table's head, known by two of its columns: where others were renamed, what stands below is not to be overlooked. */
function headOf(grid: Grid, { known, fills, own }: Kind): Head | null {
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
function headlessSheets(file: FormFile, kind: Kind): FormProblem[] {
  return file.grids.flatMap((grid) => {
    const isNamed = allFormTexts().some((texts) => isSame(grid.name, texts.sheets[kind.sheet]));
    const isEmpty = grid.rows.every(({ cells }) => cells.every((cell) => cell === null));
    if (!isNamed || isEmpty || headOf(grid, kind) !== null) return [];
    return [{ place: () => file.name, failure: wrong((texts) => texts.noHead(grid.name)) }];
  });
}

function missingIn({ at }: Head): FormColumn[] {
  return [...at].filter(([, index]) => index < 0).map(([key]) => key);
}

function missingColumns(file: FormFile, head: Head): FormProblem[] {
  return missingIn(head).map((key) => {
    const failure = wrong((own) => own.noColumn(head.grid.name, head.texts.columns[key]));
    return { place: () => file.name, failure };
  });
}

/** Rows of a text with more or fewer cells than the head: a bar in a cell shifts those behind it. */
function misfits(file: FormFile, { rows }: Grid, head: GridRow): FormProblem[] {
  if (file.isWorkbook) return [];
  const expected = head.cells.length;
  return rows.flatMap(({ line, cells: { length } }) => {
    if (line < head.line || length === expected) return [];
    const place: Place = (language) => formTexts(language).placeInText(file.name, line, null);
    return [{ place, failure: wrong((texts) => texts.otherCells(length, expected)) }];
  });
}

/** Joined cells below the head that hold something: it stands in the first one alone, and is meant for all, or for one. */
function joinedCells(file: FormFile, { grid: { name, rows, merged = [] }, row: head }: Head): FormProblem[] {
  return merged.flatMap(({ range, line, column }) => {
    const value = line > head.line ? rows.find((row) => row.line === line)?.cells[column] : null;
    if ((value ?? null) === null) return [];
    const place: Place = (language) => formTexts(language).placeInBook(file.name, name, range);
    return [{ place, failure: wrong((texts) => texts.joinedCells) }];
  });
}

function inEveryLanguage({ grids }: FormFile): { readonly grid: Grid; readonly texts: FormTexts }[] {
  return grids.flatMap((grid) => allFormTexts().map((texts) => ({ grid, texts })));
}

function filledRow(
  file: FormFile,
  grid: Grid,
  row: GridRow,
  at: ReadonlyMap<FormColumn, number>,
  { columns }: FormTexts,
): FilledRow {
  return {
    cells: Object.fromEntries([...at].map(([key, index]) => [key, row.cells[index] ?? null])),
    placeOf: (column) => placeIn(file, grid, row, at.get(column) ?? 0, columns[column]),
    nameOf: (column) => columns[column],
  };
}

function placeIn(file: FormFile, grid: Grid, { line }: GridRow, index: number, column: string): Place {
  return (language) => {
    const texts = formTexts(language);
    if (!file.isWorkbook) return texts.placeInText(file.name, line, column);
    return texts.placeInBook(file.name, grid.name, `${columnLetters(index)}${line}`);
  };
}

/** The same words, whatever the width of letters and the white space. */
function isSame(cell: GridValue | undefined, text: string): boolean {
  return typeof cell === "string" && squeeze(cell) === squeeze(text);
}

/** The text without white space, full width made plain: what an office program changes unasked. */
export function squeeze(text: string): string {
  return text.normalize("NFKC").replace(/\s+/g, "");
}
