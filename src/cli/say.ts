import type { Plan } from "../core/plan.ts";
import { type Catalogue, catalogueOf } from "../i18n/catalogue.ts";
import type { CommonOptions } from "./commands/types.ts";
import type { Io } from "./io.ts";
import { chosenLanguage } from "./language.ts";

/** A text in the language chosen, else the plan's. */
export function say(
  options: CommonOptions,
  io: Io,
  plan: Pick<Plan, "language"> | null,
  text: (catalogue: Catalogue) => string,
): string {
  return text(catalogueOf(chosenLanguage(options.lang, io.env) ?? plan?.language ?? "zh"));
}
