/** What bin/ipplan.js runs: loads the program, compiled as earlier runs have kept it, and hands it the world. */
import { join } from "node:path";
import type { ExitCode, Io } from "../cli/io.ts";
import { cacheFolder } from "./cache-folder.ts";
import type * as Keep from "./keep.ts";
import type { CodePlace } from "./kept-code.ts";
import { Loader } from "./loader.ts";

/** Put in by the build; another one for every change of the program: what one build compiled is nothing to the next. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_BUILD__: string;
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_VERSION__: string;

const KEY = JSON.stringify([__IPPLAN_BUILD__, process.version, process.arch]);

/** What a command loads where the plan was not compiled before, or has changed. */
const COMPILER = "storage-compiled-compile-plan.cjs";

/** For who runs command lines one after the other in one process. */
export { Loader };

/** Beside the program's files: what V8 made of them when the program was built (`scripts/first-run.mjs`). */
export function placeBeside(folder: string): CodePlace {
  return { path: join(folder, "first.code"), key: KEY };
}

type Main = (argv: readonly string[], io: Io) => Promise<ExitCode>;

/** Runs the command line; `code` is the folder of the built files, `require` gives the modules of Node.js. */
export async function start(
  argv: readonly string[],
  world: Omit<Io, "cache" | "hurry">,
  code: { readonly folder: string; readonly require: (id: string) => unknown },
): Promise<ExitCode> {
  const [command = ""] = argv;
  if (command === "--version" && argv.length === 1 && hasWritten(world, `${__IPPLAN_VERSION__}\n`)) return 0;
  const folder = cacheFolder(argv, world);
  const own = folder === null ? null : placeOf(folder, command);
  const loader = new Loader(code.folder, code.require, { own, spare: placeBeside(code.folder) });
  // The build wrote the file.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const { main } = loader.load("main.cjs") as { main: Main };
  const cache = folder === null ? null : { folder, build: __IPPLAN_BUILD__ };
  const hurry = (isSoonOver: boolean): void => {
    loader.hurry(isSoonOver);
  };
  const exitCode = await main(argv, { ...world, cache, hurry });
  // What was misspelt is no command. A run that compiles the plan needs much that the next ones do not: they keep the code.
  const isToKeep = own !== null && loader.isToKeep && exitCode !== 2 && !loader.scripts.has(COMPILER);
  if (isToKeep) {
    // The build wrote the file.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { keepLoaded } = loader.load("start-keep.cjs") as typeof Keep;
    keepLoaded(own, loader);
  }
  return exitCode;
}

/** Whether the text was written; what is in the way is told by the program. */
function hasWritten({ stdout }: Pick<Io, "stdout">, text: string): boolean {
  try {
    stdout.write(text);
    return true;
  } catch {
    return false;
  }
}

/** Each command needs other functions of the same files. */
function placeOf(folder: string, command: string): CodePlace {
  const name = /^[a-z-]{1,20}$/.test(command) ? command.replace(/^-+/, "") : "ipplan";
  return { path: join(folder, `${name}.code`), key: KEY, owner: process.getuid?.() };
}
