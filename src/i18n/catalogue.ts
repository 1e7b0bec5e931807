/** The typed catalogue: a text that one language lacks does not compile. */
import { screens as screensEn } from "./en/screens.ts";
import { words as wordsEn } from "./en/words.ts";
import { type Screens, screens as screensZh } from "./zh/screens.ts";
import { type Words, words as wordsZh } from "./zh/words.ts";

export const LANGUAGES = ["zh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export interface Catalogue {
  readonly language: Language;
  readonly words: Words;
  readonly screens: Screens;
}

const CATALOGUES: Readonly<Record<Language, Catalogue>> = {
  zh: { language: "zh", words: wordsZh, screens: screensZh },
  en: { language: "en", words: wordsEn, screens: screensEn },
};

export function catalogueOf(language: Language): Catalogue {
  return CATALOGUES[language];
}
