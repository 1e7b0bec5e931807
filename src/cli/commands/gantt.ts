import { viewGantt } from "../../core/views/gantt.ts";
import type { Io, Outcome } from "../io.ts";
import { answer } from "./answer.ts";
import type { ReadOptions } from "./types.ts";

export async function gantt(options: ReadOptions, io: Io): Promise<Outcome> {
  return answer(options, io, null, (inquiry) => viewGantt(inquiry));
}
