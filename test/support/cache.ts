import type { Io } from "../../src/cli/io.ts";
import { cacheFolder } from "../../src/start/cache-folder.ts";

/** The cache for a run in this process, in the folder that the real program would use. */
export function cacheFor(argv: readonly string[], world: Pick<Io, "env" | "cwd">): Io["cache"] {
  const folder = cacheFolder(argv, { env: { ...world.env }, cwd: () => world.cwd });
  return folder === null ? null : { folder, build: "test" };
}

/** A cache for the runs in a test's folder, outside of it. The test removes both. */
export function cacheBeside(folder: string): string {
  return `${folder}-cache`;
}
