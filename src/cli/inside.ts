/** Paths inside of a folder: as they are shown, and whether they lead out of it. */
import { existsSync, realpathSync, statSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import type { Io } from "./io.ts";

/** A path as outputs show it: relative to the folder, mostly that which holds the plan folder, with slashes. */
export function shownInside(base: string, path: string): string {
  const before = base + sep;
  const way = path.startsWith(before) ? path.slice(before.length) : relative(base, path);
  return way.split(sep).join("/");
}

/** Whether the path, links in its parent folders followed, stays inside the folder. */
export function isInside(folder: string, path: string): boolean {
  const parent = dirname(path);
  const real = statSync(parent, { throwIfNoEntry: false }) === undefined ? parent : realpathSync.native(parent);
  return !leadsOut(relative(realpathSync.native(folder), real));
}

/** Whether the relative path leads out of the folder that it starts from. */
export function leadsOut(way: string): boolean {
  return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
}

/**
 * From the top of the repository to the folder: `2018/`, or empty where they are one. The top is what the runner says it
 * is, else where the command was typed; empty too where the folder lies elsewhere.
 */
export function repositoryPrefix(folder: string, { env, cwd }: Io): string {
  const workspace = env["GITHUB_WORKSPACE"];
  const top = workspace === undefined || workspace === "" ? cwd : workspace;
  const real = existsSync(top) ? realpathSync.native(top) : top;
  const way = relative(real, folder);
  return way === "" || leadsOut(way) ? "" : `${shownInside(real, folder)}/`;
}
