/**
 * Loads the program's files, as `require` would, from compiled forms where such are kept. To parse and compile is most of
 * what a start costs; what Node.js's own loader looks up besides is not needed for files that lie side by side.
 */
import { closeSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { asciiOf } from "../storage/compiled/bytes.ts";
import { type CodePlace, type KeptCode, codeOf, openCode } from "./kept-code.ts";

/** Put in by the build. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_BUILD__: string;

/** The end of each file of the build. */
const MARK = `//${__IPPLAN_BUILD__}`;

/** What a file of dist/ is: a function. */
type Body = (require: (id: string) => unknown, own: Module, exports: unknown) => void;

interface Module {
  exports: unknown;
}

/** What is not touched costs nothing yet: enough for most files and what V8 made of them. */
const ROOM = 512 * 1024;

/** What was loaded, and from where. A record, and functions of it: V8 compiles these with the file, methods when they are called. */
export interface Loader {
  /** That of the built files. */
  readonly folder: string;
  /** Gives modules of Node.js. */
  readonly builtIn: (id: string) => unknown;
  readonly places: CodePlaces;
  /** Memory for what is read: to touch it for the first time is most of what reading costs. */
  readonly room: Uint8Array;
  /** The command's own compiled forms. */
  readonly kept: KeptCode | null;
  /** Those that came with the program, once they were looked for. */
  spare: KeptCode | null | undefined;
  readonly modules: Map<string, Module>;
  /** All files that were loaded. */
  readonly scripts: Map<string, Script>;
  /** Whether a file was loaded whose compiled form is not kept yet, and whether one is of another build. */
  hasNew: boolean;
  isMixed: boolean;
  /** Does what depends on V8's flags with those of the start; put here by who changes them. */
  unhurried: (<Result>(work: () => Result) => Result) | null;
}

/**
 * Where a command's compiled forms are kept, and where those are that came with the program: they serve every command, and are
 * larger than what one needs. A command that has no own ones in a folder where others do compiles what it needs, and nothing
 * besides, to be kept: a form out of the larger ones would take longer ever after.
 */
type CodePlaces = Readonly<Record<"own" | "spare", CodePlace | null>>;

const NOWHERE: CodePlaces = { own: null, spare: null };

/** A loader of the files of the folder; `places` are those of compiled code, which is taken where it fits. */
export function makeLoader(folder: string, builtIn: (id: string) => unknown, places: CodePlaces = NOWHERE): Loader {
  const room = new Uint8Array(ROOM);
  return {
    ...{ folder, builtIn, places, room },
    kept: places.own === null ? null : openCode(places.own, room),
    spare: undefined,
    modules: new Map(),
    scripts: new Map(),
    hasNew: false,
    isMixed: false,
    unhurried: null,
  };
}

/** What the file exports. */
export function load(loader: Loader, name: string): unknown {
  const { folder, builtIn, room, modules, scripts, unhurried } = loader;
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  // A dictionary from the start: V8 would make a map for each of the 200 names that main.cjs exports, 70 kB of garbage.
  const own: Module = { exports: Object.create(null) };
  modules.set(name, own);
  const source = textOf(`${folder}/${name}`, room);
  // V8 asks whether the source is as long: in the midst of an update it may be of another build all the same.
  const isOwn = source.endsWith(MARK);
  const cachedData = isOwn ? formOf(loader, name) : undefined;
  if (!isOwn) loader.isMixed = true;
  // Its name alone: what comes with the program tells nothing of the folder in which it was built.
  const options = cachedData === undefined ? { filename: name } : { filename: name, cachedData };
  const script = unhurried === null ? new Script(source, options) : unhurried(() => new Script(source, options));
  if (script.cachedDataRejected === true) loader.hasNew = true;
  scripts.set(name, script);
  // The build wrote the file.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const body = script.runInThisContext() as Body;
  body((id) => (id.startsWith("./") ? load(loader, id.slice(2)) : builtIn(id)), own, own.exports);
  return own.exports;
}

/** The file's compiled form. */
function formOf(loader: Loader, name: string): Uint8Array | undefined {
  const { kept, places, room } = loader;
  const form = kept === null ? undefined : codeOf(kept, name, room);
  if (form !== undefined) return form;
  if (loader.spare === undefined) {
    const isWanted = kept !== null || places.own === null || isEmpty(dirname(places.own.path));
    loader.spare = isWanted && places.spare !== null ? openCode(places.spare, room) : null;
  }
  const other = loader.spare === null ? undefined : codeOf(loader.spare, name, room);
  // A command that has own ones gets this one too; one that has none is served as well by those that came with the program.
  if (kept !== null || other === undefined) loader.hasNew = true;
  return other;
}

/** Whether the compiled forms of what was loaded are to be kept. */
export function isToKeep({ hasNew, isMixed }: Loader): boolean {
  return hasNew && !isMixed;
}

/** The text of a file of dist/, which holds ASCII alone. */
function textOf(path: string, room: Uint8Array): string {
  const fd = openSync(path, "r");
  const length = readSync(fd, room, 0, room.length, 0);
  closeSync(fd);
  return length < room.length ? asciiOf(room, 0, length) : readFileSync(path, "latin1");
}

/** Whether nothing is in the folder, or it is none. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}
