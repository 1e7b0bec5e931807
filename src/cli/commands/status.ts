import { addDays } from "../../core/calendar.ts";
import { viewStatus } from "../../core/views/status.ts";
import { usage } from "../failure.ts";
import { gateNames, warningsFor } from "../gates.ts";
import { COUNTING } from "../short-runs.ts";
import type { Io, Outcome } from "../io.ts";
import { type MakeView, answer, optionalDay, optionalGrouping, typedStart } from "./answer.ts";
import type { StatusOptions } from "../options.ts";

/** `status`: the counts and rates of the plan, a period, or a division. */
export async function status(options: StatusOptions, io: Io): Promise<Outcome> {
  const groupBy = optionalGrouping(options);
  const names = gateNames(options.failOn);
  const makeView: MakeView = async (inquiry, _, today) => {
    const start = await typedStart(options.since, inquiry.asOf);
    // Events on the first day of the typed period are news too, so it is compared with the day before.
    const since = start === undefined ? optionalDay("--since", options.since, today) : addDays(start, -1);
    if (since !== null && since >= inquiry.asOf) throw usage((texts) => texts.sinceTooLate(since, inquiry.asOf));
    return viewStatus(inquiry, { groupBy, since, gates: { names, warnings: await warningsFor(names, options, io) } });
  };
  return answer(options, io, null, makeView, COUNTING);
}
