import { matchTask } from "../../core/resolve.ts";
import { NO_FILTERS } from "../../core/selection.ts";
import { usage } from "../failure.ts";
import type { Io, Outcome } from "../io.ts";
import { answer } from "./answer.ts";
import type { ReadOptions } from "../options.ts";
import { viewShow } from "../../core/views/show.ts";

/** `show`: one task, by its id or the id of one of its milestones or indicators. */
export async function show(id: string, options: ReadOptions, io: Io): Promise<Outcome> {
  return answer(options, io, null, (inquiry, loaded) => {
    const task = matchTask(loaded.plan, id);
    if (task === undefined) throw usage((texts) => `${texts.noSuch("task", id)}\n${texts.example("ipplan show 10")}`);
    const filters = { ...NO_FILTERS, tasks: [task.id] };
    return viewShow({ ...inquiry, filters }, task, loaded.reading.origins);
  });
}
