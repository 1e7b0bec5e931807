/** Texts of workbooks in both languages; loaded only when one is made. */
import type { Language } from "./catalogue.ts";
import { workbook as workbookEn } from "./en/workbook.ts";
import { type WorkbookTexts, workbook as workbookZh } from "./zh/workbook.ts";

export function workbookTexts(language: Language): WorkbookTexts {
  return language === "zh" ? workbookZh : workbookEn;
}
