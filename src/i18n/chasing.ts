/** Texts of the chasing list (`overdue --format text`) in both languages; loaded only by it. */
import type { Language } from "./catalogue.ts";
import { chasing as chasingEn } from "./en/chasing.ts";
import { type Chasing, chasing as chasingZh } from "./zh/chasing.ts";

export function chasingTexts(language: Language): Chasing {
  return language === "zh" ? chasingZh : chasingEn;
}
