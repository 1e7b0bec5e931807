import { viewIndicators } from "../../core/views/indicators.ts";
import { refuseIdleRole } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { answer } from "./answer.ts";
import type { ReadOptions } from "../options.ts";

/** `indicators`: the targets, the values reached, and whether they suffice. */
export async function indicators(options: ReadOptions, io: Io): Promise<Outcome> {
  refuseIdleRole(options);
  return answer(options, io, null, (inquiry) => viewIndicators(inquiry));
}
