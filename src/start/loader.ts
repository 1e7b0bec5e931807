/**
 * Loads the program's files, as `require` would, from compiled forms where such are kept. To parse and compile is most of
 * what a start costs; what Node.js's own loader looks up besides is not needed for files that lie side by side.
 */
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import type { KeptCode } from "./kept-code.ts";
import { Optimizers } from "./optimizers.ts";
import { Room } from "./room.ts";

/** What a file of dist/ is: a function. */
type Body = (require: (id: string) => unknown, own: Module, exports: unknown) => void;

interface Module {
  exports: unknown;
}

export class Loader {
  private readonly folder: string;
  private readonly builtIn: (id: string) => unknown;
  private readonly kept: KeptCode | null;
  private readonly optimizers: Optimizers;
  private readonly modules = new Map<string, Module>();
  private readonly scripts = new Map<string, Script>();
  private readonly room = new Room();
  private hasCompiled = false;

  /** `builtIn` gives modules of Node.js. */
  constructor(folder: string, builtIn: (id: string) => unknown, kept: KeptCode | null) {
    this.folder = folder;
    this.builtIn = builtIn;
    this.kept = kept;
    this.optimizers = new Optimizers(builtIn, process);
  }

  /** The command will be over before it pays to optimize it. */
  hurry(): void {
    this.optimizers.hold();
  }

  /** What the file exports. */
  load(name: string): unknown {
    const known = this.modules.get(name);
    if (known !== undefined) return known.exports;
    // A dictionary from the start: V8 would make a map for each of the 200 names that main.cjs exports, 70 kB of garbage.
    const own: Module = { exports: Object.create(null) };
    this.modules.set(name, own);
    const script = this.script(name);
    this.scripts.set(name, script);
    // The build wrote the file.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const body = script.runInThisContext() as Body;
    body((id) => (id.startsWith("./") ? this.load(id.slice(2)) : this.builtIn(id)), own, own.exports);
    return own.exports;
  }

  hasLoaded(name: string): boolean {
    return this.scripts.has(name);
  }

  /** The compiled forms of all that was loaded, and of what was kept besides; null where all that was needed is kept. */
  toKeep(): ReadonlyMap<string, Buffer> | null {
    if (!this.hasCompiled) return null;
    const others = (this.kept?.names ?? []).filter((name) => !this.scripts.has(name));
    const own = this.optimizers.release(() =>
      [...this.scripts].map(([name, script]) => [name, script.createCachedData()] as const),
    );
    return new Map([
      ...others.flatMap((name) => {
        const code = this.kept?.get(name, this.room);
        return code === undefined ? [] : [[name, Buffer.from(code)] as const];
      }),
      ...own,
    ]);
  }

  private script(name: string): Script {
    const filename = join(this.folder, name);
    const source = readAscii(filename, this.room);
    const cachedData = this.kept?.get(name, this.room);
    const options = cachedData === undefined ? { filename } : { filename, cachedData };
    const script = this.optimizers.release(() => new Script(source, options));
    if (cachedData === undefined || script.cachedDataRejected === true) this.hasCompiled = true;
    return script;
  }
}

/** The text of a file of dist/, which holds ASCII alone; the room may be used for something else then. */
function readAscii(path: string, room: Room): string {
  const fd = openSync(path, "r");
  const bytes = room.take(fstatSync(fd).size);
  const length = readSync(fd, bytes, 0, bytes.length, 0);
  closeSync(fd);
  return bytes.toString("latin1", 0, length);
}
