/**
 * Loads the program's files as `require` would, but from cached compiled code if there is any. Parsing and compiling is most
 * of the cost of a start; the lookups of Node.js's own loader are not needed for files in one folder.
 */
import { closeSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { asciiOf } from "../storage/compiled/bytes.ts";
import { type CodeCache, type CodePlace, codeOf, openCode } from "./code-cache.ts";

/** Set by the build. */
// oxlint-disable-next-line no-underscore-dangle
declare const __IPPLAN_BUILD__: string;

/** The build ends each file with this mark. */
const MARK = `//${__IPPLAN_BUILD__}`;

/** A file of dist/ is one function. */
type Body = (require: (id: string) => unknown, own: Module, exports: unknown) => void;

interface Module {
  exports: unknown;
}

/** Bytes; untouched memory costs nothing. Enough for most files and their compiled code. */
const ROOM = 512 * 1024;

/** The state of a loader. Not a class: V8 compiles functions with their file, but methods only on their first call. */
export interface Loader {
  /** The folder of the built files. */
  readonly folder: string;
  /** Returns a module of Node.js. */
  readonly builtIn: (id: string) => unknown;
  readonly places: CodePlaces;
  /** Reused memory for reading, because touching new memory is most of the cost of reading. */
  readonly scratch: Uint8Array;
  /** The command's own compiled code. */
  readonly kept: CodeCache | null;
  /** The compiled code that came with the program; undefined until it has been looked for. */
  shipped: CodeCache | null | undefined;
  readonly modules: Map<string, Module>;
  /** All files loaded so far. */
  readonly scripts: Map<string, Script>;
  /** `hasNew`: a file was loaded whose code is not cached yet. `hasForeignBuild`: a file belongs to another build. */
  hasNew: boolean;
  hasForeignBuild: boolean;
  /** Runs work with the original V8 flags; set by the code that changes those flags. */
  withOriginalFlags: (<Result>(work: () => Result) => Result) | null;
}

/**
 * The command's own code file (`own`), and the one that came with the program (`shipped`), which serves every command and is
 * larger than what one needs. A command without a file of its own in a folder where others have one compiles just what it
 * needs and caches that: code taken from the larger file would take longer in every later run.
 */
type CodePlaces = Readonly<Record<"own" | "shipped", CodePlace | null>>;

const NOWHERE: CodePlaces = { own: null, shipped: null };

/** A loader for the files in the folder; `places` are the code files to use. */
export function makeLoader(folder: string, builtIn: (id: string) => unknown, places: CodePlaces = NOWHERE): Loader {
  const scratch = new Uint8Array(ROOM);
  return {
    ...{ folder, builtIn, places, scratch },
    kept: places.own === null ? null : openCode(places.own, scratch),
    shipped: undefined,
    modules: new Map(),
    scripts: new Map(),
    hasNew: false,
    hasForeignBuild: false,
    withOriginalFlags: null,
  };
}

/** Loads the file unless it is loaded already, and returns its exports. */
export function load(loader: Loader, name: string): unknown {
  const { folder, builtIn, scratch, modules, scripts, withOriginalFlags } = loader;
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  // A dictionary from the start: V8 would create a map for each of the 200 names that main.cjs exports, 70 kB of garbage.
  const own: Module = { exports: Object.create(null) };
  modules.set(name, own);
  const source = textOf(`${folder}/${name}`, scratch);
  // V8 only checks the length of the source. During an update, a file of another build might have the same length.
  const isOwn = source.endsWith(MARK);
  const cachedData = isOwn ? formOf(loader, name) : undefined;
  if (!isOwn) loader.hasForeignBuild = true;
  // The name without folder: code that comes with the program must not reveal where it was built.
  const options = cachedData === undefined ? { filename: name } : { filename: name, cachedData };
  const script =
    withOriginalFlags === null ? new Script(source, options) : withOriginalFlags(() => new Script(source, options));
  if (script.cachedDataRejected === true) loader.hasNew = true;
  scripts.set(name, script);
  // The build wrote the file in this form.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const body = script.runInThisContext() as Body;
  body((id) => (id.startsWith("./") ? load(loader, id.slice(2)) : builtIn(id)), own, own.exports);
  return own.exports;
}

/** The file's compiled code. */
function formOf(loader: Loader, name: string): Uint8Array | undefined {
  const { kept, places, scratch } = loader;
  const form = kept === null ? undefined : codeOf(kept, name, scratch);
  if (form !== undefined) return form;
  if (loader.shipped === undefined) {
    const isWanted = kept !== null || places.own === null || isEmpty(dirname(places.own.path));
    loader.shipped = isWanted && places.shipped !== null ? openCode(places.shipped, scratch) : null;
  }
  const other = loader.shipped === null ? undefined : codeOf(loader.shipped, name, scratch);
  // If the command has a code file, this code is added to it; if not, the code that came with the program will do again.
  if (kept !== null || other === undefined) loader.hasNew = true;
  return other;
}

/** Whether the compiled code of the loaded files should be cached. */
export function isToKeep({ hasNew, hasForeignBuild }: Loader): boolean {
  return hasNew && !hasForeignBuild;
}

/** The text of a file of dist/, which is pure ASCII. */
function textOf(path: string, scratch: Uint8Array): string {
  const fd = openSync(path, "r");
  const length = readSync(fd, scratch, 0, scratch.length, 0);
  closeSync(fd);
  return length < scratch.length ? asciiOf(scratch, 0, length) : readFileSync(path, "latin1");
}

/** Whether the folder is empty or cannot be read. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}
