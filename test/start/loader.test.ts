/** The loader: how it uses and keeps compiled code, and how it works while V8's optimizing compilers are off. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import type { CodePlace } from "../../src/start/code-cache.ts";
import { keepLoaded } from "../../src/start/write-code-cache.ts";
import { isToKeep, load, makeLoader } from "../../src/start/loader.ts";
import { Optimizers } from "../../src/cli/optimizers.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-loader-"));
writeFileSync(join(folder, "one.cjs"), "(function(require,module,exports){exports.two=require('./two.cjs')})//test");
writeFileSync(join(folder, "two.cjs"), "(function(require,module,exports){exports.word='b'})//test");
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Records the V8 flags set by code that gets the modules of Node.js from `builtIn`, in order. */
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
    expect(load(makeLoader(folder, builtIn), "one.cjs")).toEqual({ two: { word: "b" } });
    expect(flags).toEqual([]);
  });

  it("while V8 does not optimize, compiles each file, and keeps it, with the flags of the start", () => {
    const { flags, builtIn } = recorder();
    const loader = makeLoader(folder, builtIn);
    const optimizers = new Optimizers(builtIn, { version: "v20.19.0", config: process.config }, true);
    optimizers.disable("short");
    optimizers.disable("short");
    loader.withOriginalFlags = (work) => optimizers.withOriginalFlags(work);
    const holding = flags.splice(0);
    expect(holding[0]).toBe("--no-opt");
    const releasing = holding.map((flag) => flag.replace("no-", ""));
    load(loader, "two.cjs");
    expect(flags.splice(0)).toEqual([...releasing, ...holding]);
    keepLoaded({ path: join(folder, "kept.code"), key: "a build" }, loader);
    expect(flags).toEqual([...releasing, ...holding]);
    expect(existsSync(join(folder, "kept.code"))).toBe(true);
    flags.splice(0);
    optimizers.enable();
    optimizers.enable();
    load(loader, "one.cjs");
    expect(flags).toEqual(releasing);
  });
});

describe("compiled code of a command's own, and that which came with the program", () => {
  const key = "a build";
  const own = { path: join(folder, "cache/status.code"), key };
  const shipped = { path: join(folder, "first.code"), key };
  const { builtIn } = recorder();
  /** For each file, whether compiled code was used (false: V8 compiled the file), and whether new code should be kept. */
  const loaded = (...names: readonly string[]): object => {
    const loader = makeLoader(folder, builtIn, { own, shipped });
    for (const name of names) load(loader, name);
    const isServed = [...loader.scripts].map(([name, { cachedDataRejected }]) => [name, cachedDataRejected === false]);
    return { ...(Object.fromEntries(isServed) as object), isToKeep: isToKeep(loader) };
  };
  const keep = (place: CodePlace, ...names: readonly string[]): void => {
    const loader = makeLoader(folder, builtIn);
    for (const name of names) load(loader, name);
    keepLoaded(place, loader);
  };
  afterEach(() => {
    rmSync(join(folder, "cache"), { recursive: true, force: true });
    rmSync(shipped.path, { force: true });
  });

  it("if there is neither, V8 compiles, and the result should be kept", () => {
    expect(loaded("two.cjs")).toEqual({ "two.cjs": false, isToKeep: true });
  });

  it("if the cache is empty, the program's is used, and nothing should be kept", () => {
    keep(shipped, "one.cjs");
    expect(loaded("one.cjs")).toEqual({ "one.cjs": true, "two.cjs": true, isToKeep: false });
    mkdirSync(join(folder, "cache"));
    expect(loaded("one.cjs")).toEqual({ "one.cjs": true, "two.cjs": true, isToKeep: false });
  });

  it("if the cache has code of other commands only, the command compiles its own", () => {
    keep(shipped, "one.cjs");
    keep({ ...own, path: join(folder, "cache/list.code") }, "two.cjs");
    expect(loaded("one.cjs")).toEqual({ "one.cjs": false, "two.cjs": false, isToKeep: true });
  });

  it("files that the command's own lacks are taken from the program's, and should be kept", () => {
    keep(shipped, "one.cjs");
    keep(own, "two.cjs");
    expect(loaded("two.cjs")).toEqual({ "two.cjs": true, isToKeep: false });
    expect(loaded("one.cjs")).toEqual({ "one.cjs": true, "two.cjs": true, isToKeep: true });
  });

  it("for a file of another build none is used and none kept, even if the file has the same length", () => {
    keep(shipped, "one.cjs");
    keep(own, "one.cjs");
    const text = readFileSync(join(folder, "two.cjs"), "utf8");
    writeFileSync(join(folder, "two.cjs"), text.replace("//test", "//tset"));
    expect(loaded("one.cjs")).toEqual({ "one.cjs": true, "two.cjs": false, isToKeep: false });
    writeFileSync(join(folder, "two.cjs"), text);
  });

  it("that another build kept is not used", () => {
    keep({ ...shipped, key: "another" }, "two.cjs");
    expect(loaded("two.cjs")).toEqual({ "two.cjs": false, isToKeep: true });
  });
});

describe("V8's optimizing compilers", () => {
  it.each([
    ["v20.19.0", 0, ["--no-opt"]],
    ["v20.19.0", undefined, ["--no-opt"]],
    ["v22.12.0", 0, []],
    ["v24.1.0", 1, ["--no-opt", "--no-maglev"]],
    ["v26.0.0", 1, ["--no-opt", "--no-maglev"]],
    ["v28.0.0", 1, []],
  ])("of Node.js %s (Maglev: %s) are switched off if it is known which exist", (version, maglev, expected) => {
    const { flags, builtIn } = recorder();
    const config = { variables: { v8_enable_maglev: maglev } };
    const optimizers = new Optimizers(builtIn, { version, config }, true);
    optimizers.disable("short");
    expect(flags.splice(0)).toEqual(expected);
    const released = expected.map((flag) => flag.replace("no-", ""));
    expect(optimizers.withOriginalFlags(() => flags.splice(0))).toEqual(released);
    expect(flags).toEqual(expected);
  });

  it.each([
    ["v20.19.0", 0, ["--no-opt"]],
    ["v24.1.0", 1, []],
  ])("of Node.js %s (Maglev: %s) stay on in middling runs if one is quick", (version, maglev, expected) => {
    const { flags, builtIn } = recorder();
    const config = { variables: { v8_enable_maglev: maglev } };
    new Optimizers(builtIn, { version, config }, true).disable("middling");
    expect(flags).toEqual(expected);
  });

  it("are left alone if there are none: switching one on would end the process", () => {
    const { flags, builtIn } = recorder();
    const config = { variables: { v8_enable_maglev: 1 } };
    const optimizers = new Optimizers(builtIn, { version: "v24.1.0", config }, false);
    optimizers.disable("short");
    expect(optimizers.withOriginalFlags(() => 1)).toBe(1);
    optimizers.enable();
    expect(flags).toEqual([]);
  });

  it("are left alone when Node.js runs with --jitless", () => {
    const words = ["--jitless", resolve(import.meta.dirname, "../../bin/ipplan.js"), "check", "--no-cache"];
    const { status, signal } = spawnSync(process.execPath, words, { cwd: resolve(import.meta.dirname, "../..") });
    expect([status, signal]).toEqual([0, null]);
  });
});
