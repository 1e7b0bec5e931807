/** Fast start-up is a feature: what a command loads and opens stays within its budget (budgets.ts). */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeHome } from "../reporters/run-main.ts";
import { ALL_FILES, COMMANDS, FILES, FIRST_CODE } from "./budgets.ts";

const ROOT = join(import.meta.dirname, "../..");
const DIST = join(ROOT, "dist");
const home = makeHome(48);
afterAll(() => {
  rmSync(home, { recursive: true });
});

interface Used {
  readonly touched: number;
  readonly modules: readonly string[];
}

/** What the command uses in a third run, after two runs have filled the cache. */
function use(argv: readonly string[]): Used {
  const env = { LANG: "C", IPPLAN_CACHE: join(home, "cache"), SOURCE_DATE_EPOCH: "1499044320" };
  const hook = join(ROOT, "scripts/count-touched.cjs");
  const run = (): string =>
    spawnSync(process.execPath, ["-r", hook, join(ROOT, "bin/ipplan.js"), ...argv], {
      cwd: home,
      env,
      encoding: "utf8",
    }).stderr;
  run();
  run();
  const said: unknown = JSON.parse(run().trim().split("\n").at(-1) ?? "");
  // The hook (scripts/count-touched.cjs) writes exactly this.
  return said as Used;
}

describe("a command that has run before", () => {
  it.each(Object.entries(COMMANDS))("stays within its budget: %s", (_, { argv, modules, code, touched }) => {
    const used = use(argv);
    const size = used.modules.reduce((sum, path) => sum + statSync(path).size, 0);
    expect({ modules: used.modules.length, over: size > code ? size : 0, touched: used.touched }).toEqual({
      modules: expect.toSatisfy((count: number) => count <= modules && count > 1, `at most ${modules}`) as number,
      over: 0,
      touched: expect.toSatisfy((count: number) => count <= touched && count >= 0, `at most ${touched}`) as number,
    });
  });
});

describe("the built files", () => {
  it.each(Object.entries(FILES))("stay within their budgets: %s", (name, { bytes }) => {
    expect(statSync(join(DIST, name)).size).toBeLessThanOrEqual(bytes);
  });

  it("stay within their budget all together", () => {
    const names = readdirSync(DIST).filter((name) => name !== "first.code");
    const sizes = names.map((name) => statSync(join(DIST, name)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(ALL_FILES.bytes);
    expect(statSync(join(DIST, "first.code")).size).toBeLessThanOrEqual(FIRST_CODE.bytes);
  });
});
