/** The ledger of a bulletin: a workbook with a sheet for each topic, and typed numbers and days. */
import type { ReportView } from "../../core/views/report.ts";
import type { Catalogue } from "../../i18n/catalogue.ts";
import { workbookTexts } from "../../i18n/workbook.ts";
import { tableOf } from "../sheets/sheet-workbook.ts";
import { legendSheets } from "../sheets/status-sheets.ts";
import { renderWorkbook } from "../workbook/xlsx.ts";
import type { Workbook } from "../workbook/workbook.ts";
import { themeRows } from "./division-parts.ts";
import type { ReportDocument } from "./document.ts";
import { milestoneSheets } from "./ledger-milestones.ts";
import { groupSheet, indicatorSheet, overviewSheet, silentSheet } from "./ledger-numbers.ts";
import type { LedgerPen } from "./ledger-pen.ts";
import { makePen } from "./pen.ts";

/** The bytes of the workbook. */
export async function renderXlsxReport(
  view: ReportView,
  document: ReportDocument,
  catalogue: Catalogue,
): Promise<Uint8Array> {
  return renderWorkbook(ledgerOf(view, document, catalogue));
}

function ledgerOf(view: ReportView, document: ReportDocument, catalogue: Catalogue): Workbook {
  const book = workbookTexts(catalogue.language);
  const pen: LedgerPen = { ...makePen(view, catalogue), book };
  const { register, finished, overdue, hindered, changes, unproven, next } = milestoneSheets(pen);
  const lights = view.tasks.flatMap(({ milestones }) => milestones.map(({ light }) => light));
  const ofIndicators = view.indicators.filter(({ verdict }) => verdict !== "no-reading").map(({ light }) => light);
  return {
    title: document.title,
    creator: document.signatory ?? "ipplan",
    day: view.asOf,
    footer: book.footer,
    sheets: [
      overviewSheet(document, pen),
      groupSheet(book.sheets.divisions, "division", view.groups, pen),
      groupSheet(book.sheets.themes, "theme", themeRows(pen), pen),
      register,
      overdue,
      hindered,
      finished,
      indicatorSheet(pen),
      changes,
      unproven,
      silentSheet(pen),
      next,
      ...legendSheets(view.lightPolicy, lights, catalogue, ofIndicators).map((sheet) =>
        tableOf(sheet, [sheet.title], book.none),
      ),
    ],
  };
}
