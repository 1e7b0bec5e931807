/** The model of all workbooks of ipplan: tables that people filter, print and type into. */
import type { Day } from "../../core/calendar.ts";

/** A value with its type, never a formula. */
export type XlsxCell =
  | { readonly kind: "text"; readonly text: string }
  /** An id, which a spreadsheet would turn into a day (`10-1`) when edited. */
  | { readonly kind: "id"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  /** 35.4 means 35.4%. */
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "blank" }
  /** An empty cell to fill in, formatted for what is expected. */
  | { readonly kind: "fill"; readonly with: "text" | "day" | "number" };

export interface XlsxColumn {
  readonly heading: string;
  /** Most width in characters of ASCII; longer texts wrap. */
  readonly most: number;
  /** Least width in characters of ASCII. */
  readonly least?: number;
  readonly align?: "left" | "center" | "right";
  /** Number of decimals for all numbers of the column; if absent, each shows its own. */
  readonly decimals?: number;
  /** Whether readers fill in the column. */
  readonly isFill?: boolean;
}

/** A table below lines of text. Its head is frozen, can have filters, and repeats on every printed page. */
export interface XlsxSheet {
  readonly name: string;
  /** Lines above the table, each across its whole width; the first is the title. */
  readonly above: readonly string[];
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly XlsxCell[])[];
  /** Whether the last row is a total, which filters do not hide. */
  readonly hasTotal: boolean;
  /** Whether rows can be filtered. */
  readonly hasFilter: boolean;
}

export interface Workbook {
  readonly title: string;
  readonly creator: string;
  /** The as-of day, for the workbook's properties and page footers. */
  readonly day: Day | null;
  /** The right part of the page footer; `&P` is the page number, `&N` the number of pages. */
  readonly footer: string;
  readonly sheets: readonly XlsxSheet[];
}

export const BLANK: XlsxCell = { kind: "blank" };

/** A text cell; blank for null and empty texts. */
export function textCell(text: string | null): XlsxCell {
  return text === null || text === "" ? BLANK : { kind: "text", text };
}

export function idCell(text: string): XlsxCell {
  return { kind: "id", text };
}

export function numberCell(number: number | null): XlsxCell {
  return number === null ? BLANK : { kind: "number", number };
}

export function percentCell(percent: number | null): XlsxCell {
  return percent === null ? BLANK : { kind: "percent", percent };
}

export function dayCell(day: Day | null): XlsxCell {
  return day === null ? BLANK : { kind: "day", day };
}

export function column(heading: string, most: number, align: XlsxColumn["align"] = "left"): XlsxColumn {
  return { heading, most, align };
}

/** The row number of the table's head, from 1. */
export function headRow({ above }: Pick<XlsxSheet, "above">): number {
  return above.length + 1;
}

/** The letters of a column counted from 0: `A`, `Z`, `AA`. */
export function columnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
