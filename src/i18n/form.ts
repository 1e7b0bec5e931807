/** What forms say, in both languages: loaded by them alone. */
import { LANGUAGES, type Language } from "./languages.ts";
import { form as formEn } from "./en/form.ts";
import { type FormTexts, form as formZh } from "./zh/form.ts";

export function formTexts(language: Language): FormTexts {
  return language === "zh" ? formZh : formEn;
}

/** Forms are read in whatever language they were made. */
export function allFormTexts(): FormTexts[] {
  return LANGUAGES.map(formTexts);
}
