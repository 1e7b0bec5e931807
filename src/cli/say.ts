/** Texts of the catalogue, loaded only when needed. */
import type { Plan } from "../core/plan.ts";
import { type Catalogue, type Language, catalogueOf } from "../i18n/catalogue.ts";
import type { HelpTexts } from "../i18n/zh/help.ts";
import type { UsageTexts } from "../i18n/zh/usage.ts";
import type { CommonOptions } from "./options.ts";
import type { Io } from "./io.ts";
import { chosenLanguage } from "./language.ts";

/** The texts about wrong usage and what cannot be done. */
export async function usageTexts(language: Language): Promise<UsageTexts> {
  return language === "zh" ? (await import("../i18n/zh/usage.ts")).usage : (await import("../i18n/en/usage.ts")).usage;
}

/** Help texts for when nobody asked for help: every text is empty. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const NO_HELP = new Proxy({}, { get: () => "" }) as HelpTexts;

/** A text in the chosen language, else the plan's, else Chinese. */
export async function say(
  options: CommonOptions,
  io: Io,
  plan: Pick<Plan, "language"> | null,
  text: (catalogue: Catalogue) => string,
): Promise<string> {
  return text(await catalogueOf(chosenLanguage(options.lang, io.env) ?? plan?.language ?? "zh"));
}
