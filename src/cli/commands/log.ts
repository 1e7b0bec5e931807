import { RECORD_KINDS } from "../../core/journal/record.ts";
import { viewLog } from "../../core/views/log.ts";
import { catalogueOf } from "../../i18n/catalogue.ts";
import { LANGUAGES } from "../../i18n/languages.ts";
import { usage } from "../failure.ts";
import { refuseIdleRole, splitTyped } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { answer, optionalDay } from "./answer.ts";
import type { LogOptions } from "./types.ts";

export async function log(options: LogOptions, io: Io): Promise<Outcome> {
  refuseIdleRole(options);
  const kinds = await Promise.all(splitTyped("--kind", options.kind).map(kindOf));
  return answer(options, io, null, (inquiry, loaded, today) => {
    const filters = {
      since: optionalDay("--since", options.since, today),
      until: optionalDay("--until", options.until, today),
      by: options.by ?? null,
      kinds,
    };
    return viewLog(inquiry, filters, loaded.reading.origins);
  });
}

const KINDS = Object.keys(RECORD_KINDS);

/** By the name that journal and JSON have, or by what screens call it in either language: `revoke`, `undo`, `撤销`. */
async function kindOf(typed: string): Promise<string> {
  if (KINDS.includes(typed)) return typed;
  const catalogues = await Promise.all(LANGUAGES.map(catalogueOf));
  const found = KINDS.find((kind) => catalogues.some(({ words }) => words.recordKind(kind) === typed));
  if (found === undefined) throw usage((texts) => texts.badValue("--kind", typed, KINDS.join(", ")));
  return found;
}
