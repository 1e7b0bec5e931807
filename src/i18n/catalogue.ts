/** The typed catalogue: a text that one language lacks does not compile. */
import { changes as changesEn } from "./en/changes.ts";
import { making as makingEn } from "./en/making.ts";
import { screens as screensEn } from "./en/screens.ts";
import { words as wordsEn } from "./en/words.ts";
import type { Language } from "./languages.ts";
import { type Changes, changes as changesZh } from "./zh/changes.ts";
import { type Making, making as makingZh } from "./zh/making.ts";
import { type Screens, screens as screensZh } from "./zh/screens.ts";
import { type Words, words as wordsZh } from "./zh/words.ts";

export type { Language } from "./languages.ts";

export interface Catalogue {
  readonly language: Language;
  readonly words: Words;
  readonly screens: Screens;
  readonly changes: Changes;
  readonly making: Making;
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  zh: { language: "zh", words: wordsZh, screens: screensZh, changes: changesZh, making: makingZh },
  en: { language: "en", words: wordsEn, screens: screensEn, changes: changesEn, making: makingEn },
};

export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}
