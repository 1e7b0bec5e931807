/** What is wrong with an id in a plan's file. */
import type { Path } from "../core/draft.ts";
import { likelyId } from "../core/likely.ts";
import type { Finding } from "../core/problem.ts";
import type { SchemaFinding } from "./schema-findings.ts";
import { listAt } from "./settlements.ts";
import { valueAt } from "./plan-paths.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** The most characters of an id; of divisions and indicators, whose ids are in small letters, fewer. */
const MOST = 64;
const MOST_SMALL = 32;

/** The id at the path, as it is shown and as it is written. */
export function idFinding(path: Path, value: string, written: string): Finding {
  const place = path.join(",");
  const isSmall = /(?:^divisions|,indicators),\d+,id$/.test(place);
  const owner = /^tasks,\d+,id$/.test(place) ? "task" : isSmall ? "small" : "other";
  const most = isSmall ? MOST_SMALL : MOST;
  const isFine = (isSmall ? /^[a-z][a-z0-9-]*$/ : /^[0-9A-Za-z][0-9A-Za-z_-]*$/).test(written);
  const tooLong = isFine && written.length > most ? { tooLong: { most, length: written.length } } : {};
  return { code: "E-ID", details: { value, isSmall, guess: likelyId(written, owner), ...tooLong } };
}

/** Tasks whose id is a whole number for YAML, and is not written as one: `1.0`. */
export function dottedIds(document: YamlDocument): SchemaFinding[] {
  // What stands in the file is looked for by parsing once more.
  if (!/\bid["']?\s*:\s*\d+\.0/.test(document.source.text)) return [];
  return listAt(document.value, ["tasks"]).flatMap((task, index): SchemaFinding[] => {
    const path = ["tasks", index, "id"];
    const value = valueAt(task, ["id"]);
    const written = Number.isSafeInteger(value) ? document.writtenAt(path) : null;
    if (written?.includes(".") !== true) return [];
    const details = { value: written, isSmall: false, guess: String(value) };
    return [{ path, at: "value", finding: { code: "E-ID", details } }];
  });
}
