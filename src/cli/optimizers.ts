/** What is asked of `node:v8`. */
interface V8 {
  readonly setFlagsFromString: (flags: string) => void;
}

/** The Node.js that runs. */
export interface Node {
  readonly version: string;
  readonly config: { readonly variables: object };
}

/** Versions of Node.js whose V8 has these switches, and is as before once they are back: with 22's it takes no compiled form then. */
const KNOWN = /^v(?:20|24)\./;

/**
 * V8's optimizing compilers. They take a second processor and much memory for a while before what they make pays: most
 * commands are over by then.
 */
export class Optimizers {
  private readonly builtIn: (id: string) => unknown;
  private readonly node: Node;
  private readonly mayCompile: boolean;
  /** Those that are held. */
  private held: readonly string[] = [];

  /** `builtIn` gives modules of Node.js; where V8 may make no machine code, to switch a compiler on ends the process. */
  constructor(builtIn: (id: string) => unknown, node: Node, mayCompile: boolean) {
    this.builtIn = builtIn;
    this.node = node;
    this.mayCompile = mayCompile;
  }

  /** From now on V8 runs what there is, and makes nothing better. */
  hold(): void {
    if (this.held.length > 0 || !KNOWN.test(this.node.version) || !this.mayCompile) return;
    // One that is off from the start must stay so: it would be another set of flags.
    const hasMaglev = Reflect.get(this.node.config.variables, "v8_enable_maglev") === 1;
    this.held = hasMaglev ? ["opt", "maglev"] : ["opt"];
    this.set("no-");
  }

  /** From now on it makes better what runs often, as it does by itself. */
  letGo(): void {
    if (this.held.length > 0) this.set("");
    this.held = [];
  }

  /** What V8 compiled counts only with the flags that it was compiled with: the work is done with those of the start. */
  release<Result>(work: () => Result): Result {
    if (this.held.length === 0) return work();
    this.set("");
    try {
      return work();
    } finally {
      this.set("no-");
    }
  }

  private set(word: "" | "no-"): void {
    // Node.js gave it.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { setFlagsFromString } = this.builtIn("node:v8") as V8;
    for (const compiler of this.held) setFlagsFromString(`--${word}${compiler}`);
  }
}
