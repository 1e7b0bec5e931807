/** Tables as a workbook that people filter, print and type into: what every spreadsheet of ipplan is made of. */
import type { Day } from "../../core/calendar.ts";

/** A value with its type, never a formula. */
export type XlsxCell =
  | { readonly kind: "text"; readonly text: string }
  /** Ids, which a spreadsheet would take for days (`10-1`) once somebody types into them. */
  | { readonly kind: "id"; readonly text: string }
  | { readonly kind: "number"; readonly number: number }
  /** 35.4 for 35.4 %. */
  | { readonly kind: "percent"; readonly percent: number }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "blank" }
  /** To be filled in; what is typed stays a text or becomes a day. */
  | { readonly kind: "fill"; readonly with: "text" | "day" | "number" };

export interface XlsxColumn {
  readonly heading: string;
  /** The widest that the column may get, in characters of ASCII; texts beyond are wrapped. */
  readonly most: number;
  /** The narrowest that it gets. */
  readonly least?: number;
  readonly align?: "left" | "center" | "right";
  /** How many decimals all its numbers show; else each shows its own. */
  readonly decimals?: number;
  /** Whether readers are to type into it. */
  readonly isFill?: boolean;
}

/** A table with its head frozen, filtered and repeated on every page; above it lines of text. */
export interface XlsxSheet {
  readonly name: string;
  /** Across the whole width; the first one is the title. */
  readonly above: readonly string[];
  readonly columns: readonly XlsxColumn[];
  readonly rows: readonly (readonly XlsxCell[])[];
  /** The last row is a total, which no filter hides. */
  readonly hasTotal: boolean;
  /** Whether rows can be filtered. */
  readonly hasFilter: boolean;
}

export interface Workbook {
  readonly title: string;
  readonly creator: string;
  /** The day that it speaks of, which its properties bear. */
  readonly day: Day | null;
  /** What stands below each printed page; `&P` is its number, `&N` that of all. */
  readonly footer: string;
  readonly sheets: readonly XlsxSheet[];
}

export const BLANK: XlsxCell = { kind: "blank" };

/** A text; blank where there is none. */
export function textCell(text: string | null): XlsxCell {
  return text === null || text === "" ? BLANK : { kind: "text", text };
}

/** An id. */
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

/** Where the table's head stands, from 1. */
export function headRow({ above }: Pick<XlsxSheet, "above">): number {
  return above.length + 1;
}

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function columnLetters(index: number): string {
  const last = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}
