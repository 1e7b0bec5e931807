/** Texts of the catalogue, loaded where there is something to say. */
import type { Plan } from "../core/plan.ts";
import type { Catalogue, Language } from "../i18n/catalogue.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";
import type { CommonOptions } from "./commands/types.ts";
import type { Io } from "./io.ts";
import { chosenLanguage } from "./language.ts";

/** All texts of reports in the language. */
export async function catalogueIn(language: Language): Promise<Catalogue> {
  return (await import("../i18n/catalogue.ts")).catalogueOf(language);
}

/** Texts about what was typed and what cannot be done, in the language. */
export async function usageTexts(language: Language): Promise<UsageTexts> {
  return language === "zh" ? (await import("../i18n/zh/usage.ts")).usage : (await import("../i18n/en/usage.ts")).usage;
}

/** A text in the language chosen, else the plan's. */
export async function say(
  options: CommonOptions,
  io: Io,
  plan: Pick<Plan, "language"> | null,
  text: (catalogue: Catalogue) => string,
): Promise<string> {
  return text(await catalogueIn(chosenLanguage(options.lang, io.env) ?? plan?.language ?? "zh"));
}
