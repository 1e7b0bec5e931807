import { viewDue } from "../../core/views/due.ts";
import { usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { answer, optionalDays, optionalGrouping } from "./answer.ts";
import type { DueOptions } from "../options.ts";

/** `due`: what falls due next: up to the next due day, within a number of days, or in a period. */
export async function due(options: DueOptions, io: Io): Promise<Outcome> {
  const days = optionalDays("--days", options.days, 0);
  const groupBy = optionalGrouping(options) ?? "division";
  if (days !== null && (options.quarter ?? options.month) !== undefined) throw usage((texts) => texts.daysOrPeriod);
  return answer(options, io, null, (inquiry) => viewDue(inquiry, days, groupBy));
}
