/** The annex of a bulletin for a spreadsheet: every milestone, a row each. */
import type { ReportView } from "../../core/views/report.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { renderCsv } from "../csv.ts";
import { annexTable } from "./annex.ts";
import { makePen } from "./pen.ts";

/** Days are whole, so that a spreadsheet knows them. */
export function renderCsvReport(view: ReportView, catalogue: Catalogue): string {
  const { caption, columns, rows } = annexTable(view.tasks, makePen(view, catalogue));
  const values = rows.map((row) => row.map(({ text, order }, at) => (at === DUE ? String(order ?? "") : text)));
  return renderCsv({ title: caption, headings: columns.map(({ heading }) => heading), rows: values });
}

/** The column with the due day. */
const DUE = 5;
