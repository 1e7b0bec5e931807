/** Reads which journal the head of a plan names. */
import type { Place } from "../core/problem.ts";
import { planContents } from "./plan-files.ts";
import { valueAt } from "./plan-paths.ts";
import { lineText } from "./text-source.ts";
import { readYaml } from "./yaml-document.ts";

/** The path that the head names, with its place and line; null if it names none. Throws file system errors. */
export function journalOfHead(
  folder: string,
  base: string,
): { readonly path: string; readonly at: Place; readonly excerpt: string } | null {
  for (const { file, bytes } of planContents(folder, base)) {
    // Most files are tasks, and reading them once more would take as long as everything else.
    if (!bytes.includes("journal")) continue;
    const document = readYaml(file, bytes);
    const path = valueAt(document.value, ["journal"]);
    if (typeof path !== "string" || path.trim() === "") continue;
    const at = document.placeOfValue(["journal"]);
    return { path, at, excerpt: lineText(document.source, at.line) };
  }
  return null;
}
