/** What `diff` says, in both languages: loaded by it alone. */
import type { Language } from "./catalogue.ts";
import { changes as changesEn } from "./en/changes.ts";
import { type Changes, changes as changesZh } from "./zh/changes.ts";

export function changeTexts(language: Language): Changes {
  return language === "zh" ? changesZh : changesEn;
}
