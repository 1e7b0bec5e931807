/** The program in a fake process, with its own environment, folder and modules of Node.js. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type CodeLoader, type Process, runIn } from "../../src/cli/world.ts";
import { makeHome, removeHome } from "../reporters/run-main.ts";

const home = makeHome(3);
afterAll(() => {
  removeHome(home);
});

type Modules = Readonly<Record<string, unknown>>;

/** A process in the home folder on 3 July 2017, in which these replace Node.js's own modules. */
function processWith(modules: Modules, env: Readonly<Record<string, string>> = {}): Process {
  const { stdout, stderr } = process;
  const config = { ...process.config, variables: { ...process.config.variables, v8_enable_maglev: 0 } };
  const all: Modules = { "node:v8": { setFlagsFromString: () => undefined }, ...modules };
  const getBuiltinModule = ((id: string) => all[id]) as Process["getBuiltinModule"];
  const clock = { SOURCE_DATE_EPOCH: "1499044320" };
  return { env: { ...clock, ...env }, cwd: () => home, stdout, stderr, config, version: "v20.19.0", getBuiltinModule };
}

/** The loader that compiles the program's files. */
function compiler(): CodeLoader {
  return { withOriginalFlags: null };
}

const failing = (): never => {
  throw new Error("none");
};

describe("the current user", () => {
  const journal = join(home, "journal.jsonl");
  const named = async (text: string, modules: Modules): Promise<string | undefined> => {
    const argv = ["note", "10-3@Q1", text, "--quiet"];
    expect(await runIn(processWith(modules), argv, null, compiler())).toBe(0);
    return /"by":"([^"]*)"/.exec(readFileSync(journal, "utf8").trimEnd().split("\n").at(-1) ?? "")?.[1];
  };

  it("has the name from git, else from the system", async () => {
    const system = { "node:os": { userInfo: () => ({ username: "clerk" }) } };
    expect(await named("通知已发", { ...system, "node:child_process": { execFileSync: () => "综合科\n" } })).toBe(
      "综合科",
    );
    expect(await named("会签已办", { ...system, "node:child_process": { execFileSync: () => "\n" } })).toBe("clerk");
    expect(await named("材料已收", { ...system, "node:child_process": { execFileSync: failing } })).toBe("clerk");
  });
});

describe("V8's optimizing compilers", () => {
  it("are held while a small plan is read, except while the program's files are compiled", async () => {
    const flags: string[] = [];
    const setFlagsFromString = (flag: string): void => {
      flags.push(flag);
    };
    const compiling = compiler();
    const argv = ["list", "-o", "list.csv"];
    expect(await runIn(processWith({ "node:v8": { setFlagsFromString } }), argv, null, compiling)).toBe(0);
    const [held, ...rest] = flags;
    expect(held).toBe("--no-opt");
    // Each file compiled meanwhile, and finally the command itself.
    expect(rest.at(-1)).toBe("--opt");
    expect(compiling.withOriginalFlags?.(() => 7)).toBe(7);
    expect(flags.length).toBe(rest.length + 1);
  });
});
