/** The first run of the built program: V8 compiles nothing that was compiled at the build already (dist/first.code). */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHome, removeHome } from "../reporters/run-main.ts";

const ROOT = join(import.meta.dirname, "../..");
const home = makeHome(48);
const program = mkdtempSync(join(tmpdir(), "ipplan-first-"));
const CODE = join(program, "dist/first.code");
beforeAll(() => {
  for (const part of ["bin", "dist"]) cpSync(join(ROOT, part), join(program, part), { recursive: true });
  // A hook that prints at exit which files V8 compiled.
  writeFileSync(
    join(program, "tell.cjs"),
    `const vm = require("node:vm");
    const compiled = [];
    vm.Script = class extends vm.Script {
      constructor(source, options) {
        super(source, options);
        if (this.cachedDataRejected !== false) compiled.push(require("node:path").basename(options.filename));
      }
    };
    process.on("exit", () => require("node:fs").writeSync(2, JSON.stringify(compiled)));`,
  );
});
afterAll(() => {
  removeHome(home);
  rmSync(program, { recursive: true });
});

/** The answer without a cache, and the files that V8 compiled, except start.cjs, which runs before code is read. */
function run(...argv: readonly string[]): { readonly stdout: string; readonly compiled: readonly string[] } {
  const words = ["-r", join(program, "tell.cjs"), join(program, "bin/ipplan.js"), ...argv, "--no-cache"];
  const env = { LANG: "C", SOURCE_DATE_EPOCH: "1499044320" };
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: home, env, encoding: "utf8" });
  return { stdout, compiled: (JSON.parse(stderr) as string[]).filter((name) => name !== "start.cjs") };
}

describe("the compiled code that comes with the program", () => {
  it.each([
    ["check"],
    ["status", "--quarter", "2"],
    ["overdue", "--format", "json"],
    ["list"],
    ["done", "25-3", "--on", "2017-07-01", "--by", "综合科", "--dry-run"],
    ["report", "--quarter", "2"],
  ])("covers all files that %s loads", (...argv) => {
    expect(run(...argv).compiled).toEqual([]);
  });

  it("does not contain the path where it was built", () => {
    expect(readFileSync(CODE, "latin1")).not.toContain(ROOT);
  });

  it("changes no answer if it is damaged, cut short or missing", () => {
    const { stdout } = run("status");
    const whole = readFileSync(CODE);
    for (const part of [0, 0.001, 0.2, 0.49, 0.5, 0.7]) {
      const damaged = Buffer.from(whole);
      damaged.fill(0x55, Math.floor(whole.length * part), Math.floor(whole.length * part) + 2048);
      writeFileSync(CODE, damaged);
      expect(run("status")).toEqual({ stdout, compiled: expect.any(Array) as string[] });
    }
    writeFileSync(CODE, whole.subarray(0, whole.length / 2));
    expect(run("status").compiled).toContain("main.cjs");
    rmSync(CODE);
    const { stdout: same, compiled } = run("status");
    expect(same).toBe(stdout);
    expect(compiled).toContain("main.cjs");
    copyFileSync(join(ROOT, "dist/first.code"), CODE);
  });
});
