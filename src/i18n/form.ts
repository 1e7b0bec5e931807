/** Texts of divisions' forms in both languages; loaded only by `sheet`. */
import { LANGUAGES, type Language } from "./languages.ts";
import { form as formEn } from "./en/form.ts";
import { type FormTexts, form as formZh } from "./zh/form.ts";

export function formTexts(language: Language): FormTexts {
  return language === "zh" ? formZh : formEn;
}

/** The texts of all languages: a form is recognised whatever language it was made in. */
export function allFormTexts(): FormTexts[] {
  return LANGUAGES.map(formTexts);
}
