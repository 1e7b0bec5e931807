/** Files of rows: CSV with a head, or JSON Lines. */
import { type CsvError, parse } from "csv-parse/sync";

/** A row by the names of its columns, and the line where it ends. Lines count from 1. */
export interface FileRow {
  readonly line: number;
  readonly cells: ReadonlyMap<string, unknown>;
}

export interface RowFile {
  readonly lines: readonly FileRow[];
  /** The first line that cannot be read; null where all can. */
  readonly badLine: number | null;
}

/** Comma-separated, quoted as RFC 4180 has it; the first line names the columns. */
export function readCsv(text: string): RowFile {
  try {
    const rows: { record: Record<string, string>; info: { lines: number } }[] = parse(text, {
      bom: true,
      columns: (head: string[]) => head.map((column) => column.trim()),
      info: true,
      skip_empty_lines: true,
      trim: true,
    });
    return {
      lines: rows.map(({ record, info }) => ({ line: info.lines, cells: new Map(Object.entries(record)) })),
      badLine: null,
    };
  } catch (error) {
    return { lines: [], badLine: isCsvError(error) ? Number(error["lines"]) : 1 };
  }
}

/** One JSON object a line; blank lines are nothing. */
export function readJsonLines(text: string): RowFile {
  const lines: FileRow[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    if (content.trim() === "") continue;
    const cells = parseObject(content);
    if (cells === null) return { lines: [], badLine: index + 1 };
    lines.push({ line: index + 1, cells });
  }
  return { lines, badLine: null };
}

function parseObject(text: string): ReadonlyMap<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : null;
  } catch {
    return null;
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && "lines" in error;
}
