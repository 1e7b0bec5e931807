import type { Catalogue } from "../i18n/catalogue.ts";
import { renderCsv } from "./csv.ts";
import { renderMarkdown } from "./markdown.ts";
import { notesOf } from "./sheet-notes.ts";
import { type ReadView, sheetsOf } from "./sheets.ts";

/** CSV has room for one table, Markdown for all, and for what they leave out. */
export function renderSheets(view: ReadView, format: "csv" | "md", catalogue: Catalogue, isForecast: boolean): string {
  const sheets = sheetsOf(view, catalogue);
  return format === "csv" ? renderCsv(sheets[0]) : renderMarkdown(sheets, notesOf(view, catalogue, isForecast));
}
