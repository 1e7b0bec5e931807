import { gateNames, warningsFor } from "../gates.ts";
import { COUNTING } from "../short-runs.ts";
import type { Io, Outcome } from "../io.ts";
import { answer, optionalDays, optionalGrouping } from "./answer.ts";
import type { OverdueOptions } from "../options.ts";
import { viewOverdue } from "../../core/views/overdue.ts";

/** `overdue`: the milestones past their due day and not done. */
export async function overdue(options: OverdueOptions, io: Io): Promise<Outcome> {
  const names = gateNames(options.failOn);
  const silent = optionalDays("--silent", options.silent, 1);
  const groupBy = optionalGrouping(options);
  return answer(
    options,
    io,
    null,
    async (inquiry) =>
      viewOverdue(inquiry, { silent, groupBy, gates: { names, warnings: await warningsFor(names, options, io) } }),
    COUNTING,
  );
}
