/** Finds the entries with which a plan settles warnings. */
import type { Path } from "../core/draft.ts";
import type { Place } from "../core/problem.ts";
import type { Settlement } from "../core/settle.ts";
import { valueAt } from "./plan-paths.ts";
import { type ValidatedFile, isSound } from "./sound-parts.ts";
import { lineText } from "./text-source.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Whether the entry is about a warning that does not arise in the plan's files: one about the journal, or about git. */
export function arisesElsewhere({ code, task }: Settlement): boolean {
  return code.startsWith("W-JOURNAL") || (task === null && code === "W-GITATTRIBUTES");
}

/** The entries of a file, except those with mistakes. */
export function settlementsOf({ document, isHead, broken }: ValidatedFile): Settlement[] {
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

/** The places of the tasks in a file; empty for the head. */
export function taskPlaces({ document, isHead }: ValidatedFile): Place[] {
  return isHead ? [] : taskPaths(document).map((path) => document.placeOfValue(path));
}

/** The paths of the tasks in a document. */
export function taskPaths(document: YamlDocument): Path[] {
  return listAt(document.value, ["tasks"]).map((_, index) => ["tasks", index]);
}

/** The list at the path; empty if there is none. */
export function listAt(value: unknown, path: Path): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}
