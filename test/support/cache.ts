import type { Io } from "../../src/cli/io.ts";
import { cacheFolder } from "../../src/start/cache-folder.ts";

/** Where a run in this process keeps what it compiles: where the real program would. */
export function cacheFor(argv: readonly string[], world: Pick<Io, "env" | "cwd">): Io["cache"] {
  const folder = cacheFolder(argv, { env: { ...world.env }, cwd: () => world.cwd });
  return folder === null ? null : { folder, build: "test" };
}
