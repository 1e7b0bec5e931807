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

/** The columns by which a table is known, and those that a division fills in. */
interface Kind {
  readonly known: readonly FormColumn[];
  readonly fills: readonly FormColumn[];
}

const MILESTONES: Kind = {
  known: ["id", "text"],
  fills: ["completedOn", "evidence", "progress", "note", "problem", "nextStep"],
};
const INDICATORS: Kind = { known: ["id", "indicator"], fills: ["value", "valueOn", "evidence"] };

/** The head and the filled rows of a form; or all that is wrong with its form. */
export function readForm(file: FormFile): FilledForm | { readonly problems: readonly FormProblem[] } {
  const place: Place = () => file.name;
  const facts = readFacts(file);
  const milestones = readTable(file, MILESTONES);
  const indicators = readTable(file, INDICATORS) ?? [];
  if (facts === null) return { problems: [{ place, failure: wrong((texts) => texts.notAForm) }] };
  if (milestones === null || "problems" in milestones || "problems" in indicators) {
    const noTable = milestones === null ? [{ place, failure: wrong((texts) => texts.noTable) }] : [];
    const faulty = [milestones ?? [], indicators].flatMap((table) => ("problems" in table ? table.problems : []));
    return { problems: [...noTable, ...faulty] };
  }
  return { place, facts, milestones, indicators };
}

function readFacts(file: FormFile): FilledForm["facts"] | null {
  for (const { grid, texts } of inEveryLanguage(file)) {
    const head = grid.rows.find(({ cells }) => isSame(cells[0], texts.item) && isSame(cells[1], texts.content));
    if (head === undefined) continue;
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

/** The rows with something filled in; what is wrong with the table; null where there is no such table. */
function readTable(
  file: FormFile,
  { known, fills }: Kind,
): readonly FilledRow[] | { readonly problems: readonly FormProblem[] } | null {
  const [mark = "id"] = fills;
  for (const { grid, texts } of inEveryLanguage(file)) {
    const placeOf = ({ cells }: GridRow, key: FormColumn): number =>
      cells.findIndex((cell) => isSame(cell, texts.columns[key]));
    const head = grid.rows.find((row) => placeOf(row, "id") >= 0 && placeOf(row, mark) >= 0);
    if (head === undefined) continue;
    const at = new Map([...known, ...fills].map((key) => [key, placeOf(head, key)]));
    const missing = [...at].find(([, index]) => index < 0)?.[0];
    if (missing !== undefined) {
      const failure = wrong((own) => own.noColumn(grid.name, texts.columns[missing]));
      return { problems: [{ place: () => file.name, failure }] };
    }
    const joined = joinedCells(file, grid, head);
    if (joined.length > 0) return { problems: joined };
    const rows = grid.rows.filter(({ line }) => line > head.line).map((row) => filledRow(file, grid, row, at, texts));
    return rows.filter(({ cells }) => fills.some((key) => (cells[key] ?? null) !== null));
  }
  return null;
}

/** Joined cells below the head that hold something: it stands in the first one alone, and is meant for all, or for one. */
function joinedCells(file: FormFile, { name, rows, merged = [] }: Grid, head: GridRow): FormProblem[] {
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
