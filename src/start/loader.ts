/**
 * Loads the program's files, as `require` would, from compiled forms where such are kept. To parse and compile is most of
 * what a start costs; what Node.js's own loader looks up besides is not needed for files that lie side by side.
 */
import { closeSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { Script } from "node:vm";
import { type CodePlace, type KeptCode, codeOf, openCode } from "./kept-code.ts";
import { Optimizers } from "./optimizers.ts";

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

export class Loader {
  private readonly folder: string;
  private readonly builtIn: (id: string) => unknown;
  private readonly modules = new Map<string, Module>();
  private optimizers: Optimizers | null = null;
  /** Memory for what is read: to touch it for the first time is most of what reading costs. */
  readonly room = Buffer.allocUnsafeSlow(ROOM);
  readonly kept: KeptCode | null;
  /** Of what is not kept there; it serves every command, and is larger than what one needs. */
  private readonly spare: CodePlace | null;
  private opened: KeptCode | null | undefined;
  /** All files that were loaded. */
  readonly scripts = new Map<string, Script>();
  /** Whether a file was loaded whose compiled form is not kept yet, and whether one is of another build. */
  private hasNew = false;
  private isMixed = false;

  /**
   * `builtIn` gives modules of Node.js; `own` is where the command's compiled forms are kept, `spare` where those are that
   * came with the program. A command that has no own ones in a folder where others do compiles what it needs, and nothing
   * besides, to be kept: a form out of the larger ones would take longer ever after.
   */
  constructor(
    folder: string,
    builtIn: (id: string) => unknown,
    { own = null, spare = null }: Readonly<Partial<Record<"own" | "spare", CodePlace | null>>> = {},
  ) {
    this.folder = folder;
    this.builtIn = builtIn;
    this.kept = own === null ? null : openCode(own, this.room);
    this.spare = this.kept !== null || own === null || isEmpty(dirname(own.path)) ? spare : null;
  }

  /** Whether the compiled forms of what was loaded are to be kept. */
  get isToKeep(): boolean {
    return this.hasNew && !this.isMixed;
  }

  /** Whether what comes next will be over before it pays to optimize it. */
  hurry(isSoonOver: boolean): void {
    if (!isSoonOver) return this.optimizers?.letGo();
    // There is no WebAssembly where V8 may not make machine code (`--jitless`).
    this.optimizers ??= new Optimizers(this.builtIn, process, "WebAssembly" in globalThis);
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
    const source = this.textOf(join(this.folder, name));
    // V8 asks whether the source is as long: in the midst of an update it may be of another build all the same.
    const isOwn = source.endsWith(MARK);
    const cachedData = isOwn ? this.formOf(name) : undefined;
    if (!isOwn) this.isMixed = true;
    // Its name alone: what comes with the program tells nothing of the folder in which it was built.
    const options = cachedData === undefined ? { filename: name } : { filename: name, cachedData };
    const script = this.unhurried(() => new Script(source, options));
    if (script.cachedDataRejected === true) this.hasNew = true;
    this.scripts.set(name, script);
    // The build wrote the file.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const body = script.runInThisContext() as Body;
    body((id) => (id.startsWith("./") ? this.load(id.slice(2)) : this.builtIn(id)), own, own.exports);
    return own.exports;
  }

  /** The file's compiled form. */
  private formOf(name: string): Buffer | undefined {
    const own = this.kept === null ? undefined : codeOf(this.kept, name, this.room);
    if (own !== undefined) return own;
    if (this.opened === undefined) this.opened = this.spare === null ? null : openCode(this.spare, this.room);
    const form = this.opened === null ? undefined : codeOf(this.opened, name, this.room);
    // A command that has own ones gets this one too; one that has none is served as well by those that came with the program.
    if (this.kept !== null || form === undefined) this.hasNew = true;
    return form;
  }

  /** The text of a file of dist/, which holds ASCII alone. */
  private textOf(path: string): string {
    const fd = openSync(path, "r");
    const length = readSync(fd, this.room, 0, this.room.length, 0);
    closeSync(fd);
    return length < this.room.length ? this.room.toString("latin1", 0, length) : readFileSync(path, "latin1");
  }
}

/** Whether nothing is in the folder, or it is none. */
function isEmpty(folder: string): boolean {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return true;
  }
}
