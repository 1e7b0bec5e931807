/**
 * A list as one JSON object per line (NDJSON), for programs that read many plans together. Each line names its plan and
 * as-of day, so that lines of several plans can share one file.
 */
import type { LogView } from "../core/views/log.ts";
import { asJson } from "./json.ts";
import type { ListView } from "../core/views/list.ts";

/** One line for each task or record; empty if there are none. */
export function renderLines(view: ListView | LogView): string {
  const { version, plan, asOf, asKnown } = view;
  const about = { version, plan, asOf, asKnown };
  const lines =
    view.kind === "ipplan/list"
      ? view.tasks.map((task) => ({ kind: "ipplan/list-line", ...about, task }))
      : view.records.map((record) => ({ kind: "ipplan/log-line", ...about, record }));
  return lines.map((line) => `${asJson(line, 0)}\n`).join("");
}
