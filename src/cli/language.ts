import type { Plan } from "../core/plan.ts";
import { LANGUAGES, type Language } from "../i18n/languages.ts";
import type { CommonOptions } from "./options.ts";
import { usage } from "./failure.ts";
import type { Io } from "./io.ts";

type Asking = Pick<CommonOptions, "lang">;

/**
 * The language chosen by flag, `IPPLAN_LANG` or locale; undefined if none of them decides (then the plan's language
 * counts). Fails if the flag's value is not a language.
 */
export function chosenLanguage(
  flag: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Language | undefined {
  if (flag !== undefined) {
    const known = LANGUAGES.find((language) => language === flag);
    if (known === undefined) throw usage((texts) => texts.badValue("--lang", flag, LANGUAGES.join(", ")));
    return known;
  }
  const named = LANGUAGES.find((language) => language === env["IPPLAN_LANG"]);
  if (named !== undefined) return named;
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((value) => value !== undefined && value !== "");
  return LANGUAGES.find((language) => locale?.toLowerCase().startsWith(language) === true);
}

/** The language for the person who typed the command. */
export function spokenLanguage({ lang }: Asking, { env }: Pick<Io, "env">, plan: Pick<Plan, "language">): Language {
  return chosenLanguage(lang, env) ?? plan.language;
}

/**
 * The language of documents, which are for other readers: `--lang`, else the plan's language. Environment and locale do
 * not count.
 */
export function documentLanguage({ lang }: Asking, plan: Pick<Plan, "language">): Language {
  return chosenLanguage(lang, {}) ?? plan.language;
}
