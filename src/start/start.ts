/** The entry point of bin/ipplan.js: loads the program from cached code and hands it the process. */
import { writeSync } from "node:fs";
import type { ExitCode } from "../cli/io.ts";
import type * as World from "../cli/world.ts";
import { cacheFolder } from "./cache-folder.ts";
import type * as Keep from "./write-code-cache.ts";
import type { CodePlace } from "./code-cache.ts";
import { isToKeep, load, makeLoader } from "./loader.ts";

/** Set by the build, and different for every change of the program: cached code of one build is useless to any other. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_BUILD__: string;
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_VERSION__: string;

const KEY = JSON.stringify([__IPPLAN_BUILD__, process.version, process.arch]);

/** Loaded only if the plan's compiled form is missing or out of date. */
const COMPILER = "storage-compiled-compile-plan.cjs";

/** For programs that run several command lines in one process. */
export { load, makeLoader };

/** The code file beside the program's files: V8's code cache from the build (`scripts/first-run.mjs`). */
export function placeBeside(folder: string): CodePlace {
  return { path: `${folder}/first.code`, key: KEY };
}

/** Runs the process's command line; `folder` contains the built files. */
export async function start(world: World.Process & Pick<NodeJS.Process, "argv">, folder: string): Promise<ExitCode> {
  const argv = world.argv.slice(2);
  const [command = ""] = argv;
  const epoch = world.env["SOURCE_DATE_EPOCH"] ?? "";
  if (epoch !== "" && !/^\d{1,11}$/.test(epoch)) {
    writeSync(2, `SOURCE_DATE_EPOCH=${JSON.stringify(epoch)} 不是秒数 · is no number of seconds\n`);
    return 2;
  }
  if (command === "--version" && argv.length === 1 && hasToldVersion()) return 0;
  const cache = cacheFolder(argv, world);
  const own = cache === null ? null : placeOf(cache, command);
  const loader = makeLoader(folder, world.getBuiltinModule, { own, shipped: placeBeside(folder) });
  // The build wrote the file in this form.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { runIn } = load(loader, "main.cjs") as typeof World;
  const place = cache === null ? null : { folder: cache, build: __IPPLAN_BUILD__ };
  const exitCode = await runIn(world, argv, place, loader);
  // Exit code 2 may mean a misspelt command, which is none. A run that compiles the plan loads much that later runs do not
  // need: these will cache the code.
  if (own !== null && isToKeep(loader) && exitCode !== 2 && !loader.scripts.has(COMPILER)) {
    try {
      // The build wrote the file in this form.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const { keepLoaded } = load(loader, "start-write-code-cache.cjs") as typeof Keep;
      keepLoaded(own, loader);
    } catch {
      // The command has done its work; without cached code the next run compiles for itself.
    }
  }
  return exitCode;
}

/** Whether the version was written; if not, the program itself tries and reports why. */
function hasToldVersion(): boolean {
  try {
    return writeSync(1, `${__IPPLAN_VERSION__}\n`) > 0;
  } catch {
    return false;
  }
}

/** The characters of command names. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz-";

/** The code file of a command: each needs other functions of the same files. V8 would take longer to compile a pattern. */
function placeOf(folder: string, command: string): CodePlace {
  let isWord = command.length <= 20;
  for (const character of command) isWord &&= LETTERS.includes(character);
  return { path: `${folder}/${isWord ? command : ""}.code`, key: KEY, owner: process.getuid?.() };
}
