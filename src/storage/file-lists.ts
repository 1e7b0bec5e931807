/** Which files hold a journal or a plan. */
import { lstatSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The journal files at a path: the file itself, or all `*.jsonl` of the folder; none where nothing is there. */
export function journalFiles(path: string): string[] {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return stats === undefined ? [] : [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".jsonl"));
  return names.toSorted().map((name) => join(path, name));
}

/** Every `*.yaml` and `*.yml` of the folder and the folders in it, in the order of their names. */
export function planFiles(folder: string): string[] {
  return planPaths(folder).filter((path) => statSync(path).isFile());
}

/** The same before it is known which of them are files. */
export function planPaths(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.flatMap((name) => (/\.ya?ml$/i.test(name) ? [join(folder, name)] : [])).toSorted();
}
