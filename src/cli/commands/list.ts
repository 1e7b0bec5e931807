import { refuseIdleRole } from "../filters.ts";
import type { Io, Outcome } from "../io.ts";
import { answer } from "./answer.ts";
import type { ReadOptions } from "../options.ts";
import { viewList } from "../../core/views/list.ts";

/** `list`: the tasks that match the filters and the text. */
export async function list(text: string | undefined, options: ReadOptions, io: Io): Promise<Outcome> {
  refuseIdleRole(options);
  return answer(options, io, text ?? null, (inquiry) => viewList(inquiry));
}
