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
import type { LedgerContext } from "./ledger-context.ts";
import { makeReportContext } from "./report-context.ts";

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
  const context: LedgerContext = { ...makeReportContext(view, catalogue), book };
  const { register, finished, overdue, hindered, changes, unproven, next } = milestoneSheets(context);
  const lights = view.tasks.flatMap(({ milestones }) => milestones.map(({ light }) => light));
  const ofIndicators = view.indicators.filter(({ verdict }) => verdict !== "no-reading").map(({ light }) => light);
  return {
    title: document.title,
    creator: document.signatory ?? "ipplan",
    day: view.asOf,
    footer: book.footer,
    sheets: [
      overviewSheet(document, context),
      groupSheet(book.sheets.divisions, "division", view.groups, context),
      groupSheet(book.sheets.themes, "theme", themeRows(context), context),
      register,
      overdue,
      hindered,
      finished,
      indicatorSheet(context),
      changes,
      unproven,
      silentSheet(context),
      next,
      ...legendSheets(view.lightPolicy, lights, catalogue, ofIndicators).map((sheet) =>
        tableOf(sheet, [sheet.title], book.none),
      ),
    ],
  };
}
