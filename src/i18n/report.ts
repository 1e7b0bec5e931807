/** Texts of the bulletin in both languages; loaded only by documents. */
import type { Language } from "./catalogue.ts";
import { report as reportEn } from "./en/report.ts";
import { type ReportTexts, report as reportZh } from "./zh/report.ts";

export function reportTexts(language: Language): ReportTexts {
  return language === "zh" ? reportZh : reportEn;
}
