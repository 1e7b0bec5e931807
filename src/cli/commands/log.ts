import { type Part, matchPart } from "../../core/parts.ts";
import type { Plan } from "../../core/plan.ts";
import { matchTask } from "../../core/resolve.ts";
import { foldTyped } from "../../core/text.ts";
import { viewLog } from "../../core/views/log.ts";
import { refuseIdleRole, splitTyped } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { answer, optionalDay, typedStart } from "./answer.ts";
import type { LogOptions } from "../options.ts";

/** `log`: the records, newest first. */
export async function log(options: LogOptions, io: Io): Promise<Outcome> {
  refuseIdleRole(options);
  const kinds = await kindsOf(splitTyped("--kind", options.kind));
  return answer(options, io, null, async (inquiry, loaded, today) => {
    const filters = {
      since: (await typedStart(options.since, today)) ?? optionalDay("--since", options.since, today),
      until: optionalDay("--until", options.until, today),
      by: options.by ?? null,
      kinds,
      parts: partsOf(splitTyped("--task", options.task), inquiry.plan),
    };
    return viewLog(inquiry, filters, loaded.reading.origins);
  });
}

/** The milestones and indicators among the typed ids, each once, except those of a task that was typed as a whole. */
function partsOf(typed: readonly string[], plan: Plan): Part[] {
  const parts = new Map<string, Part>();
  const whole = new Set<string | undefined>();
  for (const id of typed) {
    const part = matchPart(plan, id);
    if (part === null) whole.add(matchTask(plan, id)?.id);
    else parts.set(part.id, part);
  }
  return [...parts.values()].filter(({ task }) => !whole.has(task));
}

async function kindsOf(typed: readonly string[]): Promise<string[]> {
  if (typed.length === 0) return [];
  const { SHOWN_KINDS, kindsByName, noKind } = await import("../recording/record-kinds.ts");
  const known = await kindsByName();
  return typed.map((name) => {
    const kind = known.get(foldTyped(name));
    if (kind === undefined) throw noKind("--kind", name, SHOWN_KINDS);
    return kind;
  });
}
