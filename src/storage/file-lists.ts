/** Which files hold a journal or a plan. */
import { type BigIntStats, lstatSync, readdirSync, statSync } from "node:fs";
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

/** Fails where the path is a pipe or device, of which nobody knows when it ends. */
export function refuseStrange(path: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.isFile() || stats.isDirectory()) return;
  throw new JournalAccessError("not a file", path, "");
}

/** Every `*.yaml` and `*.yml` of the folder and the folders in it, by name as seen from it, in their order; some may be no files. */
export function planNames(folder: string): string[] {
  return namesIn(folder, "", [])
    .filter((name) => /\.ya?ml$/i.test(name))
    .toSorted();
}

/**
 * All that the folder holds but what is hidden, folders and what links to them looked into; each name with what stands `before` it, `way` the
 * folders on the way there. Throws where a link leads back to one of these: all of it would be there over and over.
 */
function namesIn(folder: string, before: string, way: readonly string[]): string[] {
  const here = [...way, folder];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    // Editors leave such beside what they have open: Emacs a link that leads nowhere.
    if (entry.name.startsWith(".")) return [];
    const name = before + entry.name;
    const path = folder + sep + entry.name;
    const isFolder = entry.isDirectory() || (entry.isSymbolicLink() && isFolderBehind(path, here));
    return isFolder ? [name, ...namesIn(path, name + sep, here)] : [name];
  });
}

function isFolderBehind(path: string, way: readonly string[]): boolean {
  const stats = behind(path);
  if (stats?.isDirectory() !== true) return false;
  const isOnWay = way.map(behind).some((folder) => folder?.ino === stats.ino && folder.dev === stats.dev);
  if (isOnWay) throw Object.assign(new Error("ELOOP"), { code: "ELOOP", syscall: "stat", path });
  return true;
}

function behind(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    // It leads nowhere, or only to itself.
    return undefined;
  }
}
