/** Texts of new plan files, and messages about making them, in both languages; loaded only by commands that make them. */
import type { Language } from "./catalogue.ts";
import { making as makingEn } from "./en/making.ts";
import { type Making, making as makingZh } from "./zh/making.ts";

export function makingTexts(language: Language): Making {
  return language === "zh" ? makingZh : makingEn;
}
