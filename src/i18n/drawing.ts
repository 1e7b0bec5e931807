/** What the drawn year says, in both languages: loaded when it is drawn. */
import type { Language } from "./catalogue.ts";
import { drawing as drawingEn } from "./en/drawing.ts";
import { type DrawingTexts, drawing as drawingZh } from "./zh/drawing.ts";

export function drawingTexts(language: Language): DrawingTexts {
  return language === "zh" ? drawingZh : drawingEn;
}
