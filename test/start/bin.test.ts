/** bin/ipplan.js in unusual environments: one line and an exit code, never a stack trace. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeHome, removeHome } from "../reporters/run-main.ts";

const BIN = resolve(import.meta.dirname, "../../bin/ipplan.js");
const home = makeHome(3);
afterAll(() => {
  removeHome(home);
});

/** Runs a shell command line with this Node.js as `node` and without git. Returns exit code, stdout and stderr. */
function shell(line: string, env: Readonly<Record<string, string>> = {}): [code: number | null, ...said: string[]] {
  const text = `node() { "${process.execPath}" "$@"; }\n${line}`;
  const options = { cwd: home, env: { PATH: "/nowhere", LANG: "C", ...env }, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", text], options);
  return [status, stdout, stderr];
}

describe("a user without a name in the system, and without git", () => {
  writeFileSync(join(home, "nobody.cjs"), 'require("os").userInfo = () => { throw new Error("uv_os_get_passwd"); };');
  const note = `node -r ./nobody.cjs "${BIN}" note 10-1 hello --dry-run`;

  it.each([
    ["zh", "git 和系统里都没有登记人的名字；请加 --by 名字\n"],
    ["en", "neither git nor the system knows your name; add --by NAME\n"],
  ])("is asked for a name: %s", (language, words) => {
    expect(shell(note, { IPPLAN_LANG: language })).toEqual([2, "", words]);
  });

  it("can record with --by, and read without it", () => {
    expect(shell(`${note} --by clerk`)[0]).toBe(0);
    expect(shell(`node -r ./nobody.cjs "${BIN}" status`)[0]).toBe(0);
  });
});

describe("a failure to start", () => {
  it("is reported in one line: the current folder is gone", () => {
    mkdirSync(join(home, "gone"));
    const words = "当前文件夹已不存在 · the current folder is gone\n";
    expect(shell(`cd gone; /bin/rmdir ../gone; node "${BIN}" status`)).toEqual([3, "", words]);
  });

  it("is reported in one line: Node.js is too old", () => {
    writeFileSync(join(home, "old.cjs"), "process.getBuiltinModule = undefined;");
    const [code, stdout, stderr] = shell(`node -r ./old.cjs "${BIN}" status`);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toBe(
      `需要 Node.js 20.19 或更新的版本，现在是 ${process.version} · ipplan needs Node.js 20.19 or newer, this is ${process.version}\n`,
    );
  });

  it.each([
    ["a missing file", null, "ENOENT"],
    ["a damaged file", "exports.start = (", "SyntaxError"],
    ["an uncaught error", 'exports.start = async () => { throw new Error("one\\ntwo"); };', "Error: one\n"],
  ])("is reported in one line: %s", (_, program, words) => {
    for (const name of ["bin", "dist"]) mkdirSync(join(home, name), { recursive: true });
    copyFileSync(BIN, join(home, "bin/ipplan.js"));
    if (program !== null) writeFileSync(join(home, "dist/start.cjs"), program);
    const [code, stdout, stderr = ""] = shell("node bin/ipplan.js status");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^程序出错 · ipplan cannot run: [^\n]+\n$/);
    expect(stderr).toContain(words);
  });
});
