/**
 * A list as one JSON object a line (NDJSON), for programs that read many plans together. Each line says which plan and
 * which day it speaks of, so that lines of several plans may stand in one file.
 */
import type { LogView } from "../core/views/log.ts";
import { asJson } from "./json.ts";
import type { ListView } from "../core/views/list.ts";

/** A line for each task or record; nothing where there is none. */
export function renderLines(view: ListView | LogView): string {
  const { version, plan, asOf, asKnown } = view;
  const about = { version, plan, asOf, asKnown };
  const lines =
    view.kind === "ipplan/list"
      ? view.tasks.map((task) => ({ kind: "ipplan/list-line", ...about, task }))
      : view.records.map((record) => ({ kind: "ipplan/log-line", ...about, record }));
  return lines.map((line) => `${asJson(line, 0)}\n`).join("");
}
