import { catalogueOf } from "../../i18n/catalogue.ts";
import { nearest } from "../../core/text.ts";
import { PAGES } from "../../i18n/generated/pages.mjs";
import { renderExplanation } from "../../reporters/explain.ts";
import { usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { chosenLanguage } from "../language.ts";
import { askedColor, makeLook } from "../look.ts";
import { glimpseLanguage } from "../plan-language.ts";
import type { CheckOptions } from "../options.ts";

/** `check --explain`: the page of a problem code. Needs no plan. */
export async function explain(typed: string, options: CheckOptions, io: Io): Promise<Outcome> {
  const { format, output, strict } = options;
  const others = Object.entries({ format, output, strict }).filter(([, value]) => value !== undefined);
  if (others.length > 0) throw usage((texts) => texts.explainAlone(others.map(([name]) => `--${name}`)));
  const code = typed.normalize("NFKC").trim().toUpperCase();
  const page = PAGES.get(code);
  if (page === undefined) {
    const codes = [...PAGES.keys()];
    const guess = nearest(code, codes, (known) => [known]) ?? "";
    throw usage((texts) => texts.unknownCode(typed, guess, codes));
  }
  const language = chosenLanguage(options.lang, io.env) ?? glimpseLanguage(options, io) ?? "en";
  const look = await makeLook(io, askedColor(options), await catalogueOf(language), {
    isForecast: false,
    isToday: true,
  });
  return { stdout: renderExplanation(code, page, look), stderr: "", code: 0 };
}
