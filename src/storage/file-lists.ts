/** Which files hold a journal or a plan. Times and sizes are asked for as big integers everywhere: V8 compiles what makes one kind. */
import { type BigIntStats, lstatSync, readdirSync, statSync } from "node:fs";
import { resolve, sep } from "node:path";
import { compareText } from "../core/order.ts";
import { JournalAccessError } from "./journal-access-error.ts";

/** The journal files at a path: the file itself, or all `*.jsonl` of the folder; none where nothing is there. */
export function journalFiles(path: string): string[] {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats?.isDirectory() !== true) return stats === undefined ? [] : [path];
  const names = readdirSync(path).filter((name) => name.endsWith(".jsonl"));
  return names.toSorted().map((name) => resolve(path, name));
}

/** The bytes of a journal's file; what is no file, or there no more, is told by who reads it. */
export function sizeOf(path: string): number {
  return Number(lstatSync(path, { bigint: true, throwIfNoEntry: false })?.size ?? 0);
}

/** Fails where the path is a folder, which by its name should be a file, or a pipe or device, of which nobody knows when it ends. */
export function refuseStrange(path: string, stats = statSync(path, { bigint: true, throwIfNoEntry: false })): void {
  if (stats === undefined || stats.isFile()) return;
  throw new JournalAccessError(stats.isDirectory() ? "directory" : "not a file", path, "");
}

/** What lies below a plan folder. */
export interface PlanEntry {
  /** As it is seen from the folder. */
  readonly name: string;
  readonly path: string;
  /** Links followed. */
  readonly stats: BigIntStats;
}

/**
 * Every `*.yaml` and `*.yml` of the folder and the folders in it, in the order of their names; some may be no files. Throws where
 * one leads nowhere.
 */
export function planEntries(folder: string): PlanEntry[] {
  return entriesIn(folder, "", [])
    .filter(({ name }) => isYaml(name.toLowerCase()))
    .map(({ name, path, stats }) => ({ name, path, stats: stats ?? statSync(path, { bigint: true }) }))
    .toSorted((one, other) => compareText(one.name, other.name));
}

/** Whether a file at the path, as it is seen from the plan folder with `/` between names, is one of the plan's. */
export function isPlanFile(path: string): boolean {
  return isYaml(path.toLowerCase()) && !path.split("/").some(isHidden);
}

function isYaml(name: string): boolean {
  return name.endsWith(".yaml") || name.endsWith(".yml");
}

/** Editors leave such beside what they have open: Emacs a link that leads nowhere. */
function isHidden(name: string): boolean {
  return name.startsWith(".");
}

type Entry = Omit<PlanEntry, "stats"> & Partial<Pick<PlanEntry, "stats">>;

/**
 * All that the folder holds but what is hidden, folders and what links to them looked into; each name with what stands `before` it, `way` the
 * folders on the way there. Throws where a link leads back to one of these: all of it would be there over and over.
 */
function entriesIn(folder: string, before: string, way: readonly string[]): Entry[] {
  const here = [...way, folder];
  // Names alone, and what they are from what is asked of each file anyway.
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
    // It leads nowhere, or only to itself.
    return undefined;
  }
}
