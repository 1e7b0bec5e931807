/**
 * Lists the files of a journal or plan. File stats are bigint everywhere, so that V8 compiles the code for only one kind.
 */
import { type BigIntStats, lstatSync, readdirSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { compareText } from "../core/order.ts";
import { JournalAccessError } from "./journal-access-error.ts";

/** The journal files at a path: the file itself, or all `*.jsonl` of the folder; empty if nothing is there. */
export function journalFiles(path: string): string[] {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return stats === undefined ? [] : [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".jsonl"));
  return names.toSorted().map((name) => resolve(path, name));
}

/** The size of a file in bytes; 0 if it is gone. Reading the file reports what is wrong with it. */
export function sizeOf(path: string): number {
  return Number(lstatSync(path, { bigint: true, throwIfNoEntry: false })?.size ?? 0);
}

/** Throws `JournalAccessError` if the path is a folder or, since reading it may never end, a pipe or device. */
export function requireRegularFile(
  path: string,
  stats = statSync(path, { bigint: true, throwIfNoEntry: false }),
): void {
  if (stats === undefined || stats.isFile()) return;
  throw new JournalAccessError(stats.isDirectory() ? "directory" : "not a file", path, "");
}

/** A file or folder below a plan folder. */
export interface PlanEntry {
  /** Its path relative to the plan folder. */
  readonly name: string;
  readonly path: string;
  /** Of the link's target, if it is a link. */
  readonly stats: BigIntStats;
}

/**
 * Every entry named `*.yaml` or `*.yml` in the folder and its subfolders, sorted by name; some may not be files. Throws if
 * a link among them leads nowhere.
 */
export function planEntries(folder: string): PlanEntry[] {
  return entriesIn(folder, "", [])
    .filter(({ name }) => isYaml(name.toLowerCase()))
    .map(({ name, path, stats }) => ({ name, path, stats: stats ?? statSync(path, { bigint: true }) }))
    .toSorted((one, other) => compareText(one.name, other.name));
}

/** Whether the path, relative to the plan folder and with `/` as separator, is that of a plan file. */
export function isPlanFile(path: string): boolean {
  return isYaml(path.toLowerCase()) && !path.split("/").some(isHidden);
}

function isYaml(name: string): boolean {
  return name.endsWith(".yaml") || name.endsWith(".yml");
}

/** Editors leave hidden files beside those that are open; Emacs leaves a link that leads nowhere. */
function isHidden(name: string): boolean {
  return name.startsWith(".");
}

type Entry = Omit<PlanEntry, "stats"> & Partial<Pick<PlanEntry, "stats">>;

/**
 * Everything in the folder except hidden entries, with subfolders and linked folders searched, too. `before` is the prefix
 * of the names, `way` the parent folders. Throws ELOOP if a link leads back to one of these, which would list it endlessly.
 */
function entriesIn(folder: string, before: string, way: readonly string[]): Entry[] {
  const here = [...way, folder];
  // `withFileTypes` is not needed, since each entry's stats are read anyway.
  return readdirSync(folder).flatMap((own) => {
    if (isHidden(own)) return [];
    const name = before + own;
    const path = folder + sep + own;
    const stats = behind(path);
    if (stats === undefined) return [{ name, path }];
    if (!stats.isDirectory()) return [{ name, path, stats }];
    refuseCircle(path, stats, here);
    return [{ name, path, stats }, ...entriesIn(path, name + sep, here)];
  });
}

function refuseCircle(path: string, { ino, dev }: BigIntStats, way: readonly string[]): void {
  const isOnWay = way.map(behind).some((folder) => folder?.ino === ino && folder.dev === dev);
  if (isOnWay) throw Object.assign(new Error("ELOOP"), { code: "ELOOP", syscall: "stat", path });
}

function behind(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    // A link that leads nowhere or to itself.
    return undefined;
  }
}
