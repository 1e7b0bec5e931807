/** Paths relative to a folder: how outputs show them, and whether they lead out of it. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import type { Io } from "./io.ts";

/**
 * A path as outputs show it: relative to `base` (usually the folder that holds the plan folder), with forward slashes.
 */
export function shownInside(base: string, path: string): string {
  const before = base + sep;
  const way = path.startsWith(before) ? path.slice(before.length) : relative(base, path);
  return way.split(sep).join("/");
}

/** Whether the path stays inside the folder once links in its parent folders are resolved. */
export function isInside(folder: string, path: string): boolean {
  const parent = dirname(path);
  const real = statSync(parent, { throwIfNoEntry: false }) === undefined ? parent : realpathSync.native(parent);
  return !leadsOut(relative(realpathSync.native(folder), real));
}

/** Whether the relative path leads out of the folder it starts from. */
export function leadsOut(way: string): boolean {
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/**
 * Path from the top of the repository to the folder, such as `2018/`. The top is `GITHUB_WORKSPACE`, else the current
 * folder. Empty if both are the same, or if the folder lies outside.
 */
export function repositoryPrefix(folder: string, { env, cwd }: Io): string {
  const workspace = env["GITHUB_WORKSPACE"];
  const top = workspace === undefined || workspace === "" ? cwd : workspace;
  const real = existsSync(top) ? realpathSync.native(top) : top;
  const way = relative(real, folder);
  return way === "" || leadsOut(way) ? "" : `${shownInside(real, folder)}/`;
}
