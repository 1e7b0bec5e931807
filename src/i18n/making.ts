/** What is said where new files are made, and what stands in them, in both languages: loaded where some are made. */
import type { Language } from "./catalogue.ts";
import { making as makingEn } from "./en/making.ts";
import { type Making, making as makingZh } from "./zh/making.ts";

export function makingTexts(language: Language): Making {
  return language === "zh" ? makingZh : makingEn;
}
