/** What is loaded while V8 optimizes nothing, and when. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { keepLoaded } from "../../src/start/keep.ts";
import { Loader } from "../../src/start/loader.ts";
import { Optimizers } from "../../src/start/optimizers.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-loader-"));
writeFileSync(join(folder, "one.cjs"), "(function(require,module,exports){exports.two=require('./two.cjs')})");
writeFileSync(join(folder, "two.cjs"), "(function(require,module,exports){exports.word='b'})");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The flags that are set, in their order, by what gets the modules of Node.js from here. */
function recorder(): { readonly flags: string[]; readonly builtIn: (id: string) => unknown } {
  const flags: string[] = [];
  const setFlagsFromString = (flag: string): void => {
    flags.push(flag);
  };
  return { flags, builtIn: (id) => (id === "node:v8" ? { setFlagsFromString } : {}) };
}

describe("the loader", () => {
  it("sets no flags of V8 by itself", () => {
    const { flags, builtIn } = recorder();
    expect(new Loader(folder, builtIn, null).load("one.cjs")).toEqual({ two: { word: "b" } });
    expect(flags).toEqual([]);
  });

  it.runIf(/^v(?:20|24)\./.test(process.version))(
    "in a hurry compiles each file, and keeps it, with the flags of the start",
    () => {
      const { flags, builtIn } = recorder();
      const loader = new Loader(folder, builtIn, null);
      loader.hurry(true);
      loader.hurry(true);
      const holding = flags.splice(0);
      expect(holding[0]).toBe("--no-opt");
      const releasing = holding.map((flag) => flag.replace("no-", ""));
      loader.load("two.cjs");
      expect(flags.splice(0)).toEqual([...releasing, ...holding]);
      keepLoaded({ path: join(folder, "kept.code"), key: "a build" }, loader);
      expect(flags).toEqual([...releasing, ...holding]);
      expect(existsSync(join(folder, "kept.code"))).toBe(true);
      flags.splice(0);
      loader.hurry(false);
      loader.hurry(false);
      loader.load("one.cjs");
      expect(flags).toEqual(releasing);
    },
  );
});

describe("V8's optimizing compilers", () => {
  it.each([
    ["v20.19.0", 0, ["--no-opt"]],
    ["v20.19.0", undefined, ["--no-opt"]],
    ["v22.12.0", 0, []],
    ["v24.1.0", 1, ["--no-opt", "--no-maglev"]],
    ["v26.0.0", 1, []],
  ])("of Node.js %s (Maglev: %s) are held, where it is known which there are", (version, maglev, expected) => {
    const { flags, builtIn } = recorder();
    const optimizers = new Optimizers(builtIn, { version, config: { variables: { v8_enable_maglev: maglev } } });
    optimizers.hold();
    expect(flags.splice(0)).toEqual(expected);
    const released = expected.map((flag) => flag.replace("no-", ""));
    expect(optimizers.release(() => flags.splice(0))).toEqual(released);
    expect(flags).toEqual(expected);
  });
});
