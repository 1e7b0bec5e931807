/** The typed catalogue: a text that is missing in one language is a compile error. */
import type { Language } from "./languages.ts";
import type { Screens } from "./zh/screens.ts";
import type { Words } from "./zh/words.ts";

export type { Language } from "./languages.ts";

/** The texts that all screens and documents share. Rarer texts are in modules of their own. */
export interface Catalogue {
  readonly language: Language;
  readonly words: Words;
  readonly screens: Screens;
}

/** Loads the catalogue of the language, and not that of the other. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  const { catalogue } = language === "zh" ? await import("./zh/catalogue.ts") : await import("./en/catalogue.ts");
  return catalogue;
}
