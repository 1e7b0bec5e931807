import { isAbsolute, resolve } from "node:path";

/** The part of Node.js's `process` that is needed. */
type Surroundings = Pick<NodeJS.Process, "env" | "cwd">;

/**
 * The cache folder: `IPPLAN_CACHE`, else the user's own cache folder. Null if nothing is to be cached: `--no-cache`,
 * `IPPLAN_CACHE=off`, or a user without such a folder.
 */
export function cacheFolder(argv: readonly string[], { env, cwd }: Surroundings): string | null {
  const typed = env["IPPLAN_CACHE"] ?? "";
  if (typed === "off" || argv.includes("--no-cache")) return null;
  if (typed === "") return usersFolder(env);
  return isAbsolute(typed) ? typed : resolve(cwd(), typed);
}

/** `XDG_CACHE_HOME` if it is absolute (as XDG demands), else `~/.cache`; without HOME, as on Windows, `LOCALAPPDATA`. */
function usersFolder(env: Surroundings["env"]): string | null {
  const [xdg, home, local] = [env["XDG_CACHE_HOME"] ?? "", env["HOME"] ?? "", env["LOCALAPPDATA"] ?? ""];
  if (isAbsolute(xdg)) return `${xdg}/ipplan`;
  if (isAbsolute(home)) return `${home}/.cache/ipplan`;
  return isAbsolute(local) ? `${local}/ipplan/cache` : null;
}
