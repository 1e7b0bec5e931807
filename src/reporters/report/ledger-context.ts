/** What is needed to write the sheets of the ledger. */
import type { WorkbookTexts } from "../../i18n/zh/workbook.ts";
import { type XlsxCell, type XlsxColumn, type XlsxSheet, textCell } from "../workbook/workbook.ts";
import type { ReportContext } from "./report-context.ts";

export interface LedgerContext extends ReportContext {
  readonly book: WorkbookTexts;
}

/** A column, and the cell that it has for a row. */
export type Field<Row> = readonly [column: XlsxColumn, cell: (row: Row) => XlsxCell];

/** A sheet with these rows; if there are none, one row says so. */
export function sheetOf<Row>(
  name: string,
  fields: readonly Field<Row>[],
  rows: readonly Row[],
  { book }: LedgerContext,
): XlsxSheet {
  const none = [textCell(book.none), ...fields.slice(1).map(() => textCell(null))];
  return {
    name,
    above: [],
    columns: fields.map(([column]) => column),
    rows: rows.length === 0 ? [none] : rows.map((row) => fields.map(([, cell]) => cell(row))),
    hasTotal: false,
    hasFilter: true,
  };
}
