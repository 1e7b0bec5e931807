import type { Catalogue, Language } from "../../src/i18n/catalogue.ts";
import { catalogue as en } from "../../src/i18n/en/catalogue.ts";
import { catalogue as zh } from "../../src/i18n/zh/catalogue.ts";

/** The catalogue of the language, without the lazy loading of the program. */
export function catalogueOf(language: Language): Catalogue {
  return language === "zh" ? zh : en;
}
