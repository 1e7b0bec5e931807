import type { RunLength } from "./io.ts";

/** The part of `node:v8` that is used. */
interface V8 {
  readonly setFlagsFromString: (flags: string) => void;
}

/** The part of `process` that describes the running Node.js. */
export interface Node {
  readonly version: string;
  readonly config: { readonly variables: object };
}

/**
 * Versions of Node.js whose V8 has these flags and is unchanged once they are set back. With Node.js 22, V8 then
 * rejects its code cache.
 */
const KNOWN = /^v(?:20|24|26)\./;

/**
 * Switches V8's optimizing compilers off and on. They use a second processor and much memory before their code pays
 * off; most commands are over by then.
 */
export class Optimizers {
  private readonly builtIn: (id: string) => unknown;
  private readonly node: Node;
  private readonly mayCompile: boolean;
  /** The names of the compilers that are switched off. */
  private disabled: readonly string[] = [];

  /**
   * `builtIn` loads a built-in module of Node.js. `mayCompile` says whether V8 may generate machine code: if not,
   * switching a compiler on would end the process.
   */
  constructor(builtIn: (id: string) => unknown, node: Node, mayCompile: boolean) {
    this.builtIn = builtIn;
    this.node = node;
    this.mayCompile = mayCompile;
  }

  /** Switches off the compilers that do not pay off in such a run. Code compiled so far keeps running. */
  disable(length: Exclude<RunLength, "long">): void {
    if (this.disabled.length > 0 || !KNOWN.test(this.node.version) || !this.mayCompile) return;
    // A compiler that was never on must not be set: that would change V8's flag hash.
    const hasMaglev = Reflect.get(this.node.config.variables, "v8_enable_maglev") === 1;
    if (hasMaglev && length === "middling") return;
    this.disabled = hasMaglev ? ["opt", "maglev"] : ["opt"];
    this.set("no-");
  }

  /** Switches optimization on again. */
  enable(): void {
    if (this.disabled.length > 0) this.set("");
    this.disabled = [];
  }

  /** Does the work with the original flags: V8 accepts its code cache only under the flags that it was made with. */
  withOriginalFlags<Result>(work: () => Result): Result {
    if (this.disabled.length === 0) return work();
    this.set("");
    try {
      return work();
    } finally {
      this.set("no-");
    }
  }

  private set(word: "" | "no-"): void {
    // `node:v8` has this function.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { setFlagsFromString } = this.builtIn("node:v8") as V8;
    for (const compiler of this.disabled) setFlagsFromString(`--${word}${compiler}`);
  }
}
