import type { Plan } from "../core/plan.ts";
import { LANGUAGES, type Language } from "../i18n/languages.ts";
import type { CommonOptions } from "./options.ts";
import { usage } from "./failure.ts";
import type { Io } from "./io.ts";

type Asking = Pick<CommonOptions, "lang">;

/**
 * The language asked for by flag, `IPPLAN_LANG` or locale; undefined where none of them says (then the plan's own
 * language counts).
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

/** The language of what is said to whoever typed the command. */
export function spokenLanguage({ lang }: Asking, { env }: Pick<Io, "env">, plan: Pick<Plan, "language">): Language {
  return chosenLanguage(lang, env) ?? plan.language;
}

/** The language of what is for others to read: the plan's, whatever the language of whoever typed the command. */
export function documentLanguage({ lang }: Asking, plan: Pick<Plan, "language">): Language {
  return chosenLanguage(lang, {}) ?? plan.language;
}
