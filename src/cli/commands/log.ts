import { RECORD_KINDS } from "../../core/journal/record.ts";
import { viewLog } from "../../core/views/log.ts";
import { usage } from "../failure.ts";
import { splitTyped } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { answer, optionalDay } from "./answer.ts";
import type { LogOptions } from "./types.ts";

export async function log(options: LogOptions, io: Io): Promise<Outcome> {
  return answer(options, io, null, (inquiry, loaded, today) => {
    const kinds = splitTyped("--kind", options.kind);
    const unknown = kinds.find((kind) => !Object.hasOwn(RECORD_KINDS, kind));
    if (unknown !== undefined) {
      throw usage((texts) => texts.badValue("--kind", unknown, Object.keys(RECORD_KINDS).join(", ")));
    }
    const filters = {
      since: optionalDay("--since", options.since, today),
      until: optionalDay("--until", options.until, today),
      by: options.by ?? null,
      kinds,
    };
    return viewLog(inquiry, filters, loaded.reading.origins);
  });
}
