import { isAbsolute, resolve } from "node:path";

/** What is asked of Node.js's `process`. */
type Surroundings = Pick<NodeJS.Process, "env" | "cwd">;

/**
 * The folder for what was compiled: `IPPLAN_CACHE`, else the user's own for such files. Null where nothing is to be kept:
 * `--no-cache`, `IPPLAN_CACHE=off`, or a user without a folder.
 */
export function cacheFolder(argv: readonly string[], { env, cwd }: Surroundings): string | null {
  const typed = env["IPPLAN_CACHE"] ?? "";
  if (typed === "off" || argv.includes("--no-cache")) return null;
  if (typed === "") return usersFolder(env);
  return isAbsolute(typed) ? typed : resolve(cwd(), typed);
}

/** XDG's place for such files, which counts only where it is absolute; Windows has one of its own. */
function usersFolder(env: Surroundings["env"]): string | null {
  const [xdg, home, local] = [env["XDG_CACHE_HOME"] ?? "", env["HOME"] ?? "", env["LOCALAPPDATA"] ?? ""];
  if (isAbsolute(xdg)) return `${xdg}/ipplan`;
  if (isAbsolute(home)) return `${home}/.cache/ipplan`;
  return isAbsolute(local) ? `${local}/ipplan/cache` : null;
}
