/** A pipe in place of a file never hangs a command. */
import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHome, removeHome } from "../reporters/run-main.ts";

const PROGRAM = resolve(import.meta.dirname, "../../bin/ipplan.js");
const home = makeHome(48);
const cache = join(home, "cache");
afterAll(() => {
  removeHome(home);
});

interface Said {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program; the exit code is null if it hung and was killed after 20 s. */
function run(...argv: string[]): Said {
  const env = { PATH: process.env["PATH"] ?? "", IPPLAN_CACHE: cache, SOURCE_DATE_EPOCH: "1499044320", LANG: "C" };
  const options = { cwd: home, env, encoding: "utf8", timeout: 20_000 } as const;
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...argv], options);
  return { code: status, stdout, stderr };
}

function put(path: string): void {
  rmSync(path, { force: true });
  execFileSync("mkfifo", [path]);
}

describe("a pipe in the cache", () => {
  let said: Said;
  const names = (): string[] => readdirSync(cache, { recursive: true, encoding: "utf8" }).toSorted();
  beforeAll(() => {
    run("status");
    said = run("status");
    expect(said.code).toBe(0);
  });

  it("is treated as a missing file, whichever file it replaces", () => {
    const files = names().filter((name) => statSync(join(cache, name)).isFile());
    const marks = files.filter((name) => /\.(?:plan|journal)$/.test(name)).map((name) => `${name}.mark`);
    expect([files.length, marks.length]).toEqual([3, 2]);
    for (const name of [...files, ...marks]) {
      put(join(cache, name));
      expect(run("status"), name).toEqual(said);
    }
  });

  it("is treated as a missing file, even if pipes replace all files", () => {
    for (const name of names()) if (!statSync(join(cache, name)).isDirectory()) put(join(cache, name));
    expect(run("status")).toEqual(said);
  });
});

describe("a pipe in the plan folder", () => {
  it.each([
    ["status", 3],
    ["nonsense", 2],
  ])("is no plan file, and is not read for the language of messages either: %s", (command, code) => {
    put(join(home, "plan", "plan.yaml"));
    expect(run(command)).toMatchObject({ code, stdout: "" });
  });
});
