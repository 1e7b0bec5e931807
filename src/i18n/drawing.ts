/** Texts of the year chart (`gantt --format svg`) in both languages; loaded only by it. */
import type { Language } from "./catalogue.ts";
import { drawing as drawingEn } from "./en/drawing.ts";
import { type DrawingTexts, drawing as drawingZh } from "./zh/drawing.ts";

export function drawingTexts(language: Language): DrawingTexts {
  return language === "zh" ? drawingZh : drawingEn;
}
