/** What bin/ipplan.js runs: loads the program, compiled as earlier runs have kept it, and hands it the process. */
import { writeSync } from "node:fs";
import type { ExitCode } from "../cli/io.ts";
import type * as World from "../cli/world.ts";
import { cacheFolder } from "./cache-folder.ts";
import type * as Keep from "./keep.ts";
import type { CodePlace } from "./kept-code.ts";
import { isToKeep, load, makeLoader } from "./loader.ts";

/** Put in by the build; another one for every change of the program: what one build compiled is nothing to the next. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_BUILD__: string;
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_VERSION__: string;

const KEY = JSON.stringify([__IPPLAN_BUILD__, process.version, process.arch]);

/** What a command loads where the plan was not compiled before, or has changed. */
const COMPILER = "storage-compiled-compile-plan.cjs";

/** For who runs command lines one after the other in one process. */
export { load, makeLoader };

/** Beside the program's files: what V8 made of them when the program was built (`scripts/first-run.mjs`). */
export function placeBeside(folder: string): CodePlace {
  return { path: `${folder}/first.code`, key: KEY };
}

/** Runs the command line of the process; `folder` is that of the built files. */
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
  const loader = makeLoader(folder, world.getBuiltinModule, { own, spare: placeBeside(folder) });
  // The build wrote the file.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { runIn } = load(loader, "main.cjs") as typeof World;
  const place = cache === null ? null : { folder: cache, build: __IPPLAN_BUILD__ };
  const exitCode = await runIn(world, argv, place, loader);
  // What was misspelt is no command. A run that compiles the plan needs much that the next ones do not: they keep the code.
  if (own !== null && isToKeep(loader) && exitCode !== 2 && !loader.scripts.has(COMPILER)) {
    try {
      // The build wrote the file.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const { keepLoaded } = load(loader, "start-keep.cjs") as typeof Keep;
      keepLoaded(own, loader);
    } catch {
      // The command has done its work: what is not kept, the next run compiles for itself.
    }
  }
  return exitCode;
}

/** Whether the version was written; what is in the way is told by the program. */
function hasToldVersion(): boolean {
  try {
    return writeSync(1, `${__IPPLAN_VERSION__}\n`) > 0;
  } catch {
    return false;
  }
}

/** Those of names of commands. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz-";

/** Each command needs other functions of the same files. An expression to test its name with would take V8 longer to make. */
function placeOf(folder: string, command: string): CodePlace {
  let isWord = command.length <= 20;
  for (const character of command) isWord &&= LETTERS.includes(character);
  return { path: `${folder}/${isWord ? command : ""}.code`, key: KEY, owner: process.getuid?.() };
}
