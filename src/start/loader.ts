/**
 * Loads the program's files, as `require` would, from compiled forms where such are kept. To parse and compile is most of
 * what a start costs; what Node.js's own loader looks up besides is not needed for files that lie side by side.
 */
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { type CodePlace, type KeptCode, codeOf, openCode } from "./kept-code.ts";
import { Optimizers } from "./optimizers.ts";

/** What a file of dist/ is: a function. */
type Body = (require: (id: string) => unknown, own: Module, exports: unknown) => void;

interface Module {
  exports: unknown;
}

/** What is not touched costs nothing yet: enough for most files and what V8 made of them. */
const ROOM = 512 * 1024;

export class Loader {
  private readonly folder: string;
  private readonly builtIn: (id: string) => unknown;
  private readonly modules = new Map<string, Module>();
  private optimizers: Optimizers | null = null;
  /** Memory for what is read: to touch it for the first time is most of what reading costs. */
  readonly room = Buffer.allocUnsafeSlow(ROOM);
  readonly kept: KeptCode | null;
  /** All files that were loaded. */
  readonly scripts = new Map<string, Script>();
  /** Whether something had to be compiled. */
  hasCompiled = false;

  /** `builtIn` gives modules of Node.js; nothing is kept where there is no place for it. */
  constructor(folder: string, builtIn: (id: string) => unknown, place: CodePlace | null) {
    this.folder = folder;
    this.builtIn = builtIn;
    this.kept = place === null ? null : openCode(place, this.room);
  }

  /** Whether what comes next will be over before it pays to optimize it. */
  hurry(isSoonOver: boolean): void {
    if (!isSoonOver) return this.optimizers?.letGo();
    this.optimizers ??= new Optimizers(this.builtIn, process);
    this.optimizers.hold();
  }

  /** Does what depends on V8's flags with those of the start. */
  unhurried<Result>(work: () => Result): Result {
    return this.optimizers === null ? work() : this.optimizers.release(work);
  }

  /** What the file exports. */
  load(name: string): unknown {
    const known = this.modules.get(name);
    if (known !== undefined) return known.exports;
    // A dictionary from the start: V8 would make a map for each of the 200 names that main.cjs exports, 70 kB of garbage.
    const own: Module = { exports: Object.create(null) };
    this.modules.set(name, own);
    const filename = join(this.folder, name);
    const source = this.textOf(filename);
    const cachedData = this.kept === null ? undefined : codeOf(this.kept, name, this.room);
    const options = cachedData === undefined ? { filename } : { filename, cachedData };
    const script = this.unhurried(() => new Script(source, options));
    if (cachedData === undefined || script.cachedDataRejected === true) this.hasCompiled = true;
    this.scripts.set(name, script);
    // The build wrote the file.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const body = script.runInThisContext() as Body;
    body((id) => (id.startsWith("./") ? this.load(id.slice(2)) : this.builtIn(id)), own, own.exports);
    return own.exports;
  }

  /** The text of a file of dist/, which holds ASCII alone. */
  private textOf(path: string): string {
    const fd = openSync(path, "r");
    const length = readSync(fd, this.room, 0, this.room.length, 0);
    closeSync(fd);
    return length < this.room.length ? this.room.toString("latin1", 0, length) : readFileSync(path, "latin1");
  }
}
