/** Where a plan settles warnings, and of what. */
import type { Path } from "../core/draft.ts";
import type { Place } from "../core/problem.ts";
import type { Settlement } from "../core/settle.ts";
import { valueAt } from "./plan-paths.ts";
import { type Judged, isSound } from "./sound-parts.ts";
import { lineText } from "./text-source.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Entries about the journal, and the head's about git, which are judged elsewhere. */
export function isOutside({ code, task }: Settlement): boolean {
  return code.startsWith("W-JOURNAL") || (task === null && code === "W-GITATTRIBUTES");
}

/** The entries of a file, those with mistakes left out. */
export function settlementsOf({ document, isHead, broken }: Judged): Settlement[] {
  const paths: Path[] = isHead ? [[]] : taskPaths(document);
  return paths.flatMap((path) => {
    const entries = listAt(document.value, [...path, "settled"]);
    return entries.flatMap((entry, index): Settlement[] => {
      const at = document.placeOfValue([...path, "settled", index, "code"]);
      const code = valueAt(entry, ["code"]);
      if (typeof code !== "string" || !isSound(broken, [...path, "settled", index])) return [];
      const id = String(valueAt(document.value, [...path, "id"]));
      const task = isHead ? null : { id, at: document.placeOfValue(path) };
      return [{ code, at, excerpt: lineText(document.source, at.line), task }];
    });
  });
}

/** Where the tasks of a file stand; none in the plan's own file. */
export function taskPlaces({ document, isHead }: Judged): Place[] {
  return isHead ? [] : taskPaths(document).map((path) => document.placeOfValue(path));
}

/** The ways to the tasks of a document. */
export function taskPaths(document: YamlDocument): Path[] {
  return listAt(document.value, ["tasks"]).map((_, index) => ["tasks", index]);
}

/** The list at the place; empty where there is none. */
export function listAt(value: unknown, path: Path): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}
