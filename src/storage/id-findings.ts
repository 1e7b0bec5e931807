/** Finds mistakes in ids of a plan file. */
import type { Path } from "../core/draft.ts";
import { likelyId } from "../core/likely.ts";
import type { Finding } from "../core/problem.ts";
import type { SchemaFinding } from "./schema-findings.ts";
import { listAt } from "./settlements.ts";
import { valueAt } from "./plan-paths.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** The most characters of an id, and of an id of a division or indicator, which must be lower case. */
const MOST = 64;
const MOST_SMALL = 32;

/** The mistake in the id at the path. `value` is shown in the message, `written` is the text in the file. */
export function idFinding(path: Path, value: string, written: string): Finding {
  const place = path.join(",");
  const isSmall = /(?:^divisions|,indicators),\d+,id$/.test(place);
  const owner = /^tasks,\d+,id$/.test(place) ? "task" : isSmall ? "small" : "other";
  const most = isSmall ? MOST_SMALL : MOST;
  const isFine = (isSmall ? /^[a-z][a-z0-9-]*$/ : /^[0-9A-Za-z][0-9A-Za-z_-]*$/).test(written);
  const tooLong = isFine && written.length > most ? { tooLong: { most, length: written.length } } : {};
  return { code: "E-ID", details: { value, isSmall, guess: likelyId(written, owner), ...tooLong } };
}

/** Task ids that YAML reads as whole numbers but that are not written as such: `1.0`. */
export function dottedIds(document: YamlDocument): SchemaFinding[] {
  // A cheap check first: what is written is found only by parsing again.
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
