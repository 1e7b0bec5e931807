/** Extracts head and rows from filled forms, in whichever language they were made. Values are not checked yet. */
import { allFormTexts } from "../../i18n/form.ts";
import type { FormTexts } from "../../i18n/zh/form.ts";
import type { Grid, GridRow, GridValue } from "../../storage/grids.ts";
import {
  type FormColumn,
  type FormFile,
  type FormProblem,
  type Head,
  INDICATORS,
  MILESTONES,
  type PlaceText,
  type TableKind,
  formFailure,
  headOf,
  headlessSheets,
  isSame,
  joinedCells,
  misfits,
  missingColumns,
  missingIn,
  placeIn,
  unlessNothing,
  valuelessCells,
  withoutSpace,
} from "./heads.ts";
import { unaskedCells } from "./unasked.ts";

type FormFact = keyof FormTexts["facts"];

/** The problems of a form or a part of it, which is then not read. */
export interface Faulty {
  readonly problems: readonly FormProblem[];
}

/** A row with something filled in. */
export interface FilledRow {
  readonly cells: Readonly<Partial<Record<FormColumn, GridValue>>>;
  readonly placeOf: (column: FormColumn) => PlaceText;
  /** The column's heading in the form's language. */
  readonly nameOf: (column: FormColumn) => string;
}

/** A fact from the form's head, and its place. */
export interface FilledFact {
  readonly value: GridValue;
  readonly place: PlaceText;
}

/** A filled form: the facts of its head, and the rows with something filled in. */
export interface FilledForm {
  readonly place: PlaceText;
  readonly facts: Readonly<Partial<Record<FormFact, FilledFact>>>;
  readonly milestones: readonly FilledRow[];
  readonly indicators: readonly FilledRow[];
  /** Notices of text where the form asks for none. */
  readonly unasked: readonly FormProblem[];
}

/** Reads a form's head and filled rows; or returns all that is wrong with its structure. */
export function readForm(file: FormFile): FilledForm | Faulty {
  const place: PlaceText = () => file.name;
  const facts = readFacts(file);
  const milestones = readTable(file, MILESTONES);
  const indicators = readTable(file, INDICATORS) ?? [];
  if (facts === null) return { problems: [{ place, failure: formFailure((texts) => texts.notAForm) }] };
  if (milestones === null || "problems" in facts || "problems" in milestones || "problems" in indicators) {
    const noTable = milestones === null ? [{ place, failure: formFailure((texts) => texts.noTable) }] : [];
    const parts = [facts, milestones ?? [], indicators];
    return { problems: [...noTable, ...parts.flatMap((part) => ("problems" in part ? part.problems : []))] };
  }
  return { place, facts, milestones, indicators, unasked: unaskedCells(file) };
}

function readFacts(file: FormFile): FilledForm["facts"] | Faulty | null {
  for (const { grid, texts } of inEveryLanguage(file)) {
    const head = grid.rows.find(({ cells }) => isSame(cells[0], texts.item) && isSame(cells[1], texts.content));
    if (head === undefined) continue;
    const problems = [...misfits(file, grid, head), ...valuelessFacts(file, grid, texts)];
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

function valuelessFacts(file: FormFile, grid: Grid, texts: FormTexts): FormProblem[] {
  const labels = Object.values(texts.facts);
  const rows = grid.rows.filter(
    ({ line, cells }) =>
      labels.some((label) => isSame(cells[0], label)) &&
      grid.valueless?.some((place) => place.line === line && place.column === 1) === true,
  );
  return rows.map((row) => ({
    place: placeIn(file, grid, row, 1, texts.content),
    failure: formFailure((own) => own.valueless),
  }));
}

/** The table's filled rows, or what is wrong with it; null if the form has no such table. */
function readTable(file: FormFile, kind: TableKind): readonly FilledRow[] | Faulty | null {
  const headless = headlessSheets(file, kind);
  if (headless.length > 0) return { problems: headless };
  const heads = file.grids.flatMap((grid) => headOf(grid, kind) ?? []);
  const head = heads.find((one) => missingIn(one).length === 0) ?? heads[0];
  if (head === undefined) return null;
  const problems = [
    ...[...missingColumns(file, head), ...joinedCells(file, head)],
    ...[...misfits(file, head.grid, head.row), ...valuelessCells(file, head, kind)],
  ];
  if (problems.length > 0) return { problems };
  const others = heads.filter((one) => one !== head).flatMap((one) => faultsOfCopy(file, one, head, kind));
  return others.length > 0 ? { problems: others } : filledRows(file, head, kind);
}

function filledRows(file: FormFile, head: Head, { fills }: TableKind): FilledRow[] {
  const rows = head.grid.rows
    .filter(({ line }) => line > head.row.line)
    .map((row) => filledRow(file, head, row, fills));
  return rows.filter(({ cells }) => fills.some((key) => (cells[key] ?? null) !== null));
}

/**
 * Problems of a second sheet with the same head. If someone copied the sheet, either copy may have been filled in, so
 * they must agree. A sheet that lacks columns and has an unrelated name is ignored.
 */
function faultsOfCopy(file: FormFile, copy: Head, first: Head, kind: TableKind): FormProblem[] {
  const names = [copy.grid.name, first.grid.name] as const;
  const missing = missingColumns(file, copy);
  const [own, other] = [withoutSpace(names[0]), withoutSpace(names[1])];
  if (missing.length > 0) return own.startsWith(other) || other.startsWith(own) ? missing : [];
  const said = ({ cells }: FilledRow): string =>
    JSON.stringify(["id" as const, ...kind.fills].map((key) => cells[key]));
  const known = new Set(filledRows(file, first, kind).map(said));
  if (filledRows(file, copy, kind).every((row) => known.has(said(row)))) return [];
  return [{ place: () => file.name, failure: formFailure((texts) => texts.otherCopy(...names)) }];
}

function inEveryLanguage({ grids }: FormFile): { readonly grid: Grid; readonly texts: FormTexts }[] {
  return grids.flatMap((grid) => allFormTexts().map((texts) => ({ grid, texts })));
}

function filledRow(file: FormFile, head: Head, row: GridRow, fills: readonly FormColumn[]): FilledRow {
  const { columns } = head.texts;
  // Only in columns to fill in does a dash mean nothing; the plan's texts are kept as they are.
  const valueOf = (key: FormColumn, cell: GridValue = null): GridValue =>
    fills.includes(key) ? unlessNothing(cell) : cell;
  return {
    cells: Object.fromEntries([...head.at].map(([key, index]) => [key, valueOf(key, row.cells[index])])),
    placeOf: (column) => placeIn(file, head.grid, row, head.at.get(column) ?? 0, columns[column]),
    nameOf: (column) => columns[column],
  };
}
