/** The annex of a bulletin as CSV: a row for every milestone. */
import type { ReportView } from "../../core/views/report.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { renderCsv } from "../sheets/csv.ts";
import { annexTable } from "./annex.ts";
import { makeReportContext } from "./report-context.ts";

/**
 * Renders the annex. Days are written in full, for spreadsheets to recognize, and a column is added for the day that
 * each milestone is judged by.
 */
export function renderCsvReport(view: ReportView, catalogue: Catalogue): string {
  const { caption, columns, rows } = annexTable(view.tasks, makeReportContext(view, catalogue));
  const milestones = view.tasks.flatMap((task) => task.milestones);
  const judgedBy = new Map<string, string>(milestones.map(({ id, assessmentDue }) => [id, assessmentDue]));
  const headings = columns.map(({ heading }) => heading);
  const values = rows.map((row) => {
    const cells = row.map(({ text, order }, at) => (at === DUE ? String(order ?? "") : text));
    return cells.toSpliced(DUE + 1, 0, judgedBy.get(cells[0] ?? "") ?? "");
  });
  return renderCsv({
    title: caption,
    headings: headings.toSpliced(DUE + 1, 0, catalogue.screens.assessmentDue),
    rows: values,
  });
}

/** Index of the column with the due day. */
const DUE = 5;
