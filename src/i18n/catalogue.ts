/** The typed catalogue: a text that one language lacks does not compile. */
import type { Language } from "./languages.ts";
import type { Screens } from "./zh/screens.ts";
import type { Words } from "./zh/words.ts";

export type { Language } from "./languages.ts";

export interface Catalogue {
  readonly language: Language;
  readonly words: Words;
  readonly screens: Screens;
}

/** All texts of reports in the language; the other one's are not loaded. */
export async function catalogueOf(language: Language): Promise<Catalogue> {
  const { catalogue } = language === "zh" ? await import("./zh/catalogue.ts") : await import("./en/catalogue.ts");
  return catalogue;
}
