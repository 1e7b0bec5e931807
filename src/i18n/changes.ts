/** Texts of `diff` in both languages; loaded only by `diff`. */
import type { Language } from "./catalogue.ts";
import { changes as changesEn } from "./en/changes.ts";
import { type Changes, changes as changesZh } from "./zh/changes.ts";

export function changeTexts(language: Language): Changes {
  return language === "zh" ? changesZh : changesEn;
}
