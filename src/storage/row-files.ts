/** Reads files of rows: CSV with a head, or JSON Lines. */
import { type CsvError, parse } from "csv-parse/sync";

/** A row: its cells by column name, and the line on which it ends. Lines count from 1. */
export interface FileRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, unknown>;
  /** Where each cell begins, as `line:column`; empty for JSON Lines. */
  readonly places: ReadonlyMap<string, string>;
  /** The number of cells, if it differs from that of the head; else null. */
  readonly misfit: { readonly cells: number; readonly expected: number } | null;
  /** A key that a JSON object has twice, of which `JSON.parse` silently keeps the last; else null. */
  readonly twice: string | null;
}

/** A file of rows. */
export interface RowFile {
  /** The column names as written; empty for JSON Lines. */
  readonly head: readonly string[];
  /** Where each column name begins, as `line:column`. */
  readonly headPlaces: ReadonlyMap<string, string>;
  readonly lines: readonly FileRow[];
  /** The first line that cannot be read, which for an unclosed quote is where its row begins; null if all can be read. */
  readonly badLine: number | null;
  /** Whether a quote is the reason for `badLine`. */
  readonly isQuote: boolean;
}

const NOTHING = { head: [], headPlaces: new Map<string, string>(), lines: [], isQuote: false };

/** The separator: a comma if the head has one, else a tab or semicolon, as spreadsheets copy and save them. */
function separatorOf(text: string): "," | ";" | "\t" {
  const head = /^.*\S.*$/m.exec(text)?.[0] ?? "";
  if (head.includes(",")) return ",";
  return head.includes("\t") ? "\t" : head.includes(";") ? ";" : ",";
}

/** Reads CSV, separated by commas, tabs or semicolons and quoted as in RFC 4180; the first line names the columns. */
export function readCsv(raw: string): RowFile {
  // The parser would count a CRLF in quotes as two lines. A formula `="…"`, which keeps a text a text, becomes its text.
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

/** A row's cells and its last line. */
interface CsvRow {
  readonly record: readonly string[];
  readonly last: number;
}

/** Adds the rows of the text, up to where it cannot be read; then throws. */
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
    // Quotes inside a cell that does not begin with one are text.
    relax_quotes: true,
  });
}

/** Removes empty cells at the end, but keeps at least `kept` cells: spreadsheets also save columns that were once used. */
function withoutEmptyEnd(record: readonly string[], kept: number): readonly string[] {
  const last = record.findLastIndex((cell) => cell !== "");
  return record.slice(0, Math.max(last + 1, kept));
}

/** A row's surroundings: its last line, all lines of the file, and the separator. */
interface Around {
  readonly last: number;
  readonly source: readonly string[];
  readonly separator: string;
}

/** A row with more or fewer cells than the head gets no cells, since nobody knows which one is missing. */
function rowOf(head: readonly string[], record: readonly string[], around: Around): FileRow {
  const { last: line } = around;
  if (record.length !== head.length) {
    const misfit = { cells: record.length, expected: head.length };
    return { line, cells: new Map(), places: new Map(), misfit, twice: null };
  }
  const cells = head.map((name, index) => [name, record[index] ?? ""] as const);
  return { line, cells: new Map(cells), places: cellPlaces(around, cells), misfit: null, twice: null };
}

/** Where the cells of a row begin. `last` is the row's last line: quoted cells may contain line ends. */
function cellPlaces(
  { source, last, separator }: Around,
  cells: readonly (readonly [string, string])[],
): Map<string, string> {
  // A quoted or plain cell with the separator behind it; a tab is no leading space. The pattern has no alternation per
  // character, which a long cell would be too much for.
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

/** Reads JSON Lines: one object per line; blank lines are skipped. */
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

/** The first key that occurs twice in the object's text; null if none does. */
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
