/** The folder for what was compiled: `IPPLAN_CACHE` (`off` for none), else the user's own for such files. */
import { isAbsolute, join, resolve } from "node:path";
import type { CachePlace } from "../storage/compiled/place.ts";
import type { Io } from "./io.ts";
import type { Where } from "./plan-folder.ts";
import { BUILD } from "./version.ts";

/** Null where nothing is to be kept: `--no-cache`, `IPPLAN_CACHE=off`, or a user without a folder. */
export function cachePlace({ cache }: Where, { env, cwd }: Io): CachePlace | null {
  const typed = env["IPPLAN_CACHE"] ?? "";
  if (cache === false || typed === "off") return null;
  const folder = typed === "" ? usersFolder(env) : resolve(cwd, typed);
  return folder === null ? null : { folder, build: BUILD };
}

/** XDG's place for such files, which counts only where it is absolute; Windows has one of its own. */
function usersFolder(env: Io["env"]): string | null {
  const [xdg, home, local] = [env["XDG_CACHE_HOME"] ?? "", env["HOME"] ?? "", env["LOCALAPPDATA"] ?? ""];
  if (isAbsolute(xdg)) return join(xdg, "ipplan");
  if (isAbsolute(home)) return join(home, ".cache", "ipplan");
  return isAbsolute(local) ? join(local, "ipplan", "cache") : null;
}
