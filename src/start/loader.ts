/**
 * Loads the program's files as `require` would, but from cached compiled code if there is any. Parsing and compiling is most
 * of the cost of a start; the lookups of Node.js's own loader are not needed for files in one folder.
 */
import { closeSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";
import { dirname } from "node:path";
import { Script } from "node:vm";
import { asciiOf } from "../storage/compiled/bytes.ts";
import { type CodePlace, type KeptCode, codeOf, openCode } from "./kept-code.ts";

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
  readonly room: Uint8Array;
  /** The command's own compiled code. */
  readonly kept: KeptCode | null;
  /** The compiled code that came with the program; undefined until it has been looked for. */
  spare: KeptCode | null | undefined;
  readonly modules: Map<string, Module>;
  /** All files loaded so far. */
  readonly scripts: Map<string, Script>;
  /** `hasNew`: a file was loaded whose code is not cached yet. `isMixed`: a file belongs to another build. */
  hasNew: boolean;
  isMixed: boolean;
  /** Runs work with the V8 flags of the start; set by the code that changes those flags. */
  unhurried: (<Result>(work: () => Result) => Result) | null;
}

/**
 * The command's own code file (`own`), and the one that came with the program (`spare`), which serves every command and is
 * larger than what one needs. A command without a file of its own in a folder where others have one compiles just what it
 * needs and caches that: code taken from the larger file would take longer in every later run.
 */
type CodePlaces = Readonly<Record<"own" | "spare", CodePlace | null>>;

const NOWHERE: CodePlaces = { own: null, spare: null };

/** A loader for the files in the folder; `places` are the code files to use. */
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

/** Loads the file unless it is loaded already, and returns its exports. */
export function load(loader: Loader, name: string): unknown {
  const { folder, builtIn, room, modules, scripts, unhurried } = loader;
  const known = modules.get(name);
  if (known !== undefined) return known.exports;
  // A dictionary from the start: V8 would create a map for each of the 200 names that main.cjs exports, 70 kB of garbage.
  const own: Module = { exports: Object.create(null) };
  modules.set(name, own);
  const source = textOf(`${folder}/${name}`, room);
  // V8 only checks the length of the source. During an update, a file of another build might have the same length.
  const isOwn = source.endsWith(MARK);
  const cachedData = isOwn ? formOf(loader, name) : undefined;
  if (!isOwn) loader.isMixed = true;
  // The name without folder: code that comes with the program must not reveal where it was built.
  const options = cachedData === undefined ? { filename: name } : { filename: name, cachedData };
  const script = unhurried === null ? new Script(source, options) : unhurried(() => new Script(source, options));
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
  const { kept, places, room } = loader;
  const form = kept === null ? undefined : codeOf(kept, name, room);
  if (form !== undefined) return form;
  if (loader.spare === undefined) {
    const isWanted = kept !== null || places.own === null || isEmpty(dirname(places.own.path));
    loader.spare = isWanted && places.spare !== null ? openCode(places.spare, room) : null;
  }
  const other = loader.spare === null ? undefined : codeOf(loader.spare, name, room);
  // If the command has a code file, this code is added to it; if not, the code that came with the program will do again.
  if (kept !== null || other === undefined) loader.hasNew = true;
  return other;
}

/** Whether the compiled code of the loaded files should be cached. */
export function isToKeep({ hasNew, isMixed }: Loader): boolean {
  return hasNew && !isMixed;
}

/** The text of a file of dist/, which is pure ASCII. */
function textOf(path: string, room: Uint8Array): string {
  const fd = openSync(path, "r");
  const length = readSync(fd, room, 0, room.length, 0);
  closeSync(fd);
  return length < room.length ? asciiOf(room, 0, length) : readFileSync(path, "latin1");
}

/** Whether the folder is empty or cannot be read. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}
