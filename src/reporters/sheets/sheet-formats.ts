import type { Catalogue } from "../../i18n/catalogue.ts";
import { renderCsv } from "./csv.ts";
import { renderMarkdown } from "./markdown.ts";
import { notesOf } from "./sheet-notes.ts";
import { sheetsOf } from "./sheets.ts";
import type { ReadView } from "../../core/views/answer.ts";

/**
 * Renders a view's tables: the first only in CSV; all of them, with notes on what they leave out, in Markdown and
 * workbooks.
 */
export async function renderSheets(
  view: ReadView,
  format: "csv" | "md" | "xlsx",
  catalogue: Catalogue,
  isForecast: boolean,
): Promise<string | readonly Uint8Array[]> {
  const sheets = sheetsOf(view, catalogue);
  if (format === "csv") return renderCsv(sheets[0]);
  const notes = notesOf(view, catalogue, isForecast);
  if (format === "md") return renderMarkdown(sheets, notes);
  const { renderSheetWorkbook } = await import("./sheet-workbook.ts");
  return [await renderSheetWorkbook(view, sheets, notes, catalogue.language)];
}
