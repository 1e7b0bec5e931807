/** What is asked of `node:v8`. */
interface V8 {
  readonly setFlagsFromString: (flags: string) => void;
}

/** Its compilers that optimize, by Node.js's major version: later ones may have others. */
const COMPILERS: Readonly<Record<string, readonly string[]>> = {
  20: ["opt"],
  22: ["opt", "maglev"],
  24: ["opt", "maglev"],
};

/**
 * V8's optimizing compilers. They take a second processor and much memory for a while before what they make pays: most
 * commands are over by then.
 */
export class Optimizers {
  private readonly builtIn: (id: string) => unknown;
  private readonly compilers: readonly string[];
  private isHeld = false;

  /** `builtIn` gives modules of Node.js. */
  constructor(builtIn: (id: string) => unknown, version: string) {
    this.builtIn = builtIn;
    this.compilers = COMPILERS[version.slice(1).split(".")[0] ?? ""] ?? [];
  }

  /** From now on V8 runs what there is, and makes nothing better. */
  hold(): void {
    if (!this.isHeld) this.set("no-");
    this.isHeld = true;
  }

  /** What V8 compiled counts only with the flags that it was compiled with: the work is done with those of the start. */
  release<Result>(work: () => Result): Result {
    if (!this.isHeld) return work();
    this.set("");
    try {
      return work();
    } finally {
      this.set("no-");
    }
  }

  private set(word: "" | "no-"): void {
    if (this.compilers.length === 0) return;
    // Node.js gave it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { setFlagsFromString } = this.builtIn("node:v8") as V8;
    for (const compiler of this.compilers) setFlagsFromString(`--${word}${compiler}`);
  }
}
