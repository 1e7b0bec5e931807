import { foldTyped } from "../../core/text.ts";
import { viewLog } from "../../core/views/log.ts";
import { refuseIdleRole, splitTyped } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { answer, optionalDay } from "./answer.ts";
import type { LogOptions } from "./types.ts";

export async function log(options: LogOptions, io: Io): Promise<Outcome> {
  refuseIdleRole(options);
  const kinds = await kindsOf(splitTyped("--kind", options.kind));
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

async function kindsOf(typed: readonly string[]): Promise<string[]> {
  if (typed.length === 0) return [];
  const { SHOWN_KINDS, kindsByName, noKind } = await import("./record-kinds.ts");
  const known = await kindsByName();
  return typed.map((name) => {
    const kind = known.get(foldTyped(name));
    if (kind === undefined) throw noKind("--kind", name, SHOWN_KINDS);
    return kind;
  });
}
