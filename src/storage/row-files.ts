/** Files of rows: CSV with a head, or JSON Lines. */
import { type CsvError, parse } from "csv-parse/sync";

/** A row by the names of its columns, and the line where it ends. Lines count from 1. */
export interface FileRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, unknown>;
  /** Where each cell begins, as `line:column`; nothing in files that have no cells. */
  readonly places: ReadonlyMap<string, string>;
  /** How many cells it has, where these are more or fewer than the head has. */
  readonly misfit: { readonly cells: number; readonly expected: number } | null;
  /** A key that an object has twice: the last one would win without a word. Null where there is none. */
  readonly twice: string | null;
}

export interface RowFile {
  /** The names in the head, as they stand there; nothing in files that have no head. */
  readonly head: readonly string[];
  /** Where each of them begins, as `line:column`. */
  readonly headPlaces: ReadonlyMap<string, string>;
  readonly lines: readonly FileRow[];
  /** The first line that cannot be read: where the row begins in which a quote is not closed. Null where all can. */
  readonly badLine: number | null;
  /** Whether it is a quote that keeps the line from being read. */
  readonly isQuote: boolean;
}

const NOTHING = { head: [], headPlaces: new Map<string, string>(), lines: [], isQuote: false };

/** What stands between cells: what a spreadsheet copies or saves has tabs or semicolons where its head has no comma. */
function separatorOf(text: string): "," | ";" | "\t" {
  const head = /^.*\S.*$/m.exec(text)?.[0] ?? "";
  if (head.includes(",")) return ",";
  return head.includes("\t") ? "\t" : head.includes(";") ? ";" : ",";
}

/** Comma-separated (or by tabs or semicolons), quoted as RFC 4180 has it; the first line names the columns. */
export function readCsv(raw: string): RowFile {
  // The parser counts a CRLF in quotes as two lines. A text that is kept one by a formula is what stands in its quotes.
  const text = raw
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/(?<=^|[,;\t])=(?="[^"\n]*"(?:[,;\t]|$))/gm, " ");
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  const source = text.split("\n");
  try {
    parseInto(rows, text, separator);
    const [first, ...others] = rows;
    const head = withoutEmptyEnd(first?.record ?? [], 0);
    const filled = others.filter(({ record }) => record.some((cell) => cell.trim() !== ""));
    const places = cellPlaces(
      { last: first?.last ?? 1, source, separator },
      head.map((name) => [name, name]),
    );
    return {
      ...NOTHING,
      head,
      headPlaces: places,
      lines: filled.map(({ record, last }) =>
        rowOf(head, withoutEmptyEnd(record, head.length), { last, source, separator }),
      ),
      badLine: null,
    };
  } catch (error) {
    const above = rows.at(-1)?.last ?? 0;
    const next = source.findIndex((line, index) => index >= above && line.trim() !== "");
    return { ...NOTHING, badLine: next + 1, isQuote: isCsvError(error) && error.code.includes("QUOTE") };
  }
}

/** A row's cells, and its last line. */
interface CsvRow {
  readonly record: readonly string[];
  readonly last: number;
}

/** Adds the rows of the text, as far as it can be read. Throws where it cannot. */
function parseInto(rows: CsvRow[], text: string, delimiter: string): void {
  parse(text, {
    on_record: (record: string[], { lines }) => {
      rows.push({ record, last: lines });
      return null;
    },
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
    // Quotes within a cell that does not begin with one are text.
    relax_quotes: true,
  });
}

/** Without the cells at its end that are empty, but for as many as it is to keep: spreadsheets save columns that were once used. */
function withoutEmptyEnd(record: readonly string[], kept: number): readonly string[] {
  const last = record.findLastIndex((cell) => cell !== "");
  return record.slice(0, Math.max(last + 1, kept));
}

/** Where a row stands: its last line, all lines, and what is between its cells. */
interface Around {
  readonly last: number;
  readonly source: readonly string[];
  readonly separator: string;
}

/** A row that does not fit its head has no cells: nobody knows which one is missing. */
function rowOf(head: readonly string[], record: readonly string[], around: Around): FileRow {
  const { last: line } = around;
  if (record.length !== head.length) {
    const misfit = { cells: record.length, expected: head.length };
    return { line, cells: new Map(), places: new Map(), misfit, twice: null };
  }
  const cells = head.map((name, index) => [name, record[index] ?? ""] as const);
  return { line, cells: new Map(cells), places: cellPlaces(around, cells), misfit: null, twice: null };
}

/** Where the cells of a row begin whose last line is `last`: quoted cells may hold line ends. */
function cellPlaces(
  { source, last, separator }: Around,
  cells: readonly (readonly [string, string])[],
): Map<string, string> {
  // A quoted cell or a plain one, with what separates it from the next; a tab is no space in front of one. Character by character
  // a long cell would be too much for a pattern.
  const cell = new RegExp(`[^\\S\\t]*(?:"[^"]*(?:""[^"]*)*"\\s*?|[^${separator}]*)(?:${separator}|$)`, "y");
  const breaks = cells.reduce((sum, [, value]) => sum + value.split("\n").length - 1, 0);
  const first = last - breaks;
  const row = source.slice(first - 1, last).join("\n");
  let at = 0;
  return new Map(
    cells.map(([name]): [string, string] => {
      const before = row.slice(0, at + (/^[^\S\n\t]*/.exec(row.slice(at))?.[0].length ?? 0)).split("\n");
      cell.lastIndex = at;
      at += cell.exec(row)?.[0].length ?? 0;
      return [name, `${first + before.length - 1}:${(before.at(-1)?.length ?? 0) + 1}`];
    }),
  );
}

/** One JSON object a line; blank lines are nothing. */
export function readJsonLines(text: string): RowFile {
  const lines: FileRow[] = [];
  for (const [index, content] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    if (content.trim() === "") continue;
    const cells = parseObject(content);
    if (cells === null) return { ...NOTHING, badLine: index + 1 };
    lines.push({ line: index + 1, cells, places: new Map(), misfit: null, twice: twiceIn(content) });
  }
  return { ...NOTHING, lines, badLine: null };
}

function parseObject(text: string): ReadonlyMap<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

/** The first key that the object has twice, as its text has it. */
function twiceIn(text: string): string | null {
  const keys = new Set<string>();
  let depth = 0;
  for (const [token, string, colon] of text.matchAll(/("[^"\\]*(?:\\.[^"\\]*)*")(\s*:)?|[{}[\]]/g)) {
    if (string === undefined) depth += "{[".includes(token) ? 1 : -1;
    if (string === undefined || colon === undefined || depth !== 1) continue;
    const key = String(JSON.parse(string));
    if (keys.has(key)) return key;
    keys.add(key);
  }
  return null;
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && "lines" in error;
}
