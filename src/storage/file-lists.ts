/** Which files hold a journal or a plan. */
import { lstatSync, readdirSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { JournalAccessError } from "./journal-access-error.ts";

/** The journal files at a path: the file itself, or all `*.jsonl` of the folder; none where nothing is there. */
export function journalFiles(path: string): string[] {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return stats === undefined ? [] : [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".jsonl"));
  return names.toSorted().map((name) => join(path, name));
}

/** The bytes of a journal's file; what is no file, or there no more, is told by who reads it. */
export function sizeOf(path: string): number {
  return lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Every `*.yaml` and `*.yml` of the folder and the folders in it, in the order of their names. */
export function planFiles(folder: string): string[] {
  return planNames(folder)
    .map((name) => join(folder, name))
    .filter((path) => {
      refuseStrange(path);
      return statSync(path).isFile();
    });
}

/** Fails where the path is a pipe or device, of which nobody knows when it ends. */
export function refuseStrange(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile() || stats.isDirectory()) return;
  throw new JournalAccessError("not a file", path, "");
}

/** The same as seen from the folder, before it is known which of them are files. */
export function planNames(folder: string): string[] {
  return namesIn(folder, "")
    .filter((name) => /\.ya?ml$/i.test(name))
    .toSorted();
}

/** All that the folder holds, folders and what links to them looked into; each name with what stands `before` it. */
function namesIn(folder: string, before: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const name = before + entry.name;
    const path = folder + sep + entry.name;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderBehind(path));
    return isFolder ? [name, ...namesIn(path, name + sep)] : [name];
  });
}

function isFolderBehind(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    // It leads nowhere, or round in a circle.
    return false;
  }
}
