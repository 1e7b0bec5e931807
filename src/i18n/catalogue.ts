/** The typed catalogue: a text that one language lacks does not compile. */
import { changes as changesEn } from "./en/changes.ts";
import { screens as screensEn } from "./en/screens.ts";
import { words as wordsEn } from "./en/words.ts";
import { type Changes, changes as changesZh } from "./zh/changes.ts";
import { type Screens, screens as screensZh } from "./zh/screens.ts";
import { type Words, words as wordsZh } from "./zh/words.ts";

export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Catalogue {
  readonly language: Language;
  readonly words: Words;
  readonly screens: Screens;
  readonly changes: Changes;
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  zh: { language: "zh", words: wordsZh, screens: screensZh, changes: changesZh },
  en: { language: "en", words: wordsEn, screens: screensEn, changes: changesEn },
};

export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}
