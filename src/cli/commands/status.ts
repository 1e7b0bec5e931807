import { viewStatus } from "../../core/views/status.ts";
import { usage } from "../failure.ts";
import { gateNames, warningsFor } from "../gates.ts";
import { COUNTING } from "../hurry.ts";
import type { Io, Outcome } from "../io.ts";
import { type Ask, answer, optionalDay, optionalGrouping } from "./answer.ts";
import type { StatusOptions } from "./types.ts";

export async function status(options: StatusOptions, io: Io): Promise<Outcome> {
  const groupBy = optionalGrouping(options.groupBy);
  const names = gateNames(options.failOn);
  const ask: Ask = async (inquiry, _, today) => {
    const since = optionalDay("--since", options.since, today);
    if (since !== null && since >= inquiry.asOf) throw usage((texts) => texts.sinceTooLate(since, inquiry.asOf));
    return viewStatus(inquiry, { groupBy, since, gates: { names, warnings: await warningsFor(names, options, io) } });
  };
  return answer(options, io, null, ask, COUNTING);
}
