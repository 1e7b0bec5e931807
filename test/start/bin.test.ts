/** bin/ipplan.js where the world is not as usual: one line and an exit code, never a stack. */
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

/** What a line of a shell comes to; `node` is this Node.js, and there is no git. */
function shell(line: string, env: Readonly<Record<string, string>> = {}): [code: number | null, ...said: string[]] {
  const text = `node() { "${process.execPath}" "$@"; }\n${line}`;
  const options = { cwd: home, env: { PATH: "/nowhere", LANG: "C", ...env }, encoding: "utf8" } as const;
  const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", text], options);
  return [status, stdout, stderr];
}

describe("a user who has a number and no name, and no git", () => {
  writeFileSync(join(home, "nobody.cjs"), 'require("os").userInfo = () => { throw new Error("uv_os_get_passwd"); };');
  const note = `node -r ./nobody.cjs "${BIN}" note 10-1 hello --dry-run`;

  it.each([
    ["zh", "git 和系统里都没有登记人的名字；请加 --by 名字\n"],
    ["en", "neither git nor the system knows your name; add --by NAME\n"],
  ])("is asked for one: %s", (language, words) => {
    expect(shell(note, { IPPLAN_LANG: language })).toEqual([2, "", words]);
  });

  it("may record under the name that is given, and read without", () => {
    expect(shell(`${note} --by clerk`)[0]).toBe(0);
    expect(shell(`node -r ./nobody.cjs "${BIN}" status`)[0]).toBe(0);
  });
});

describe("what keeps the program from starting", () => {
  it("is told in one line: the current folder is gone", () => {
    mkdirSync(join(home, "gone"));
    const words = "当前文件夹已不存在 · the current folder is gone\n";
    expect(shell(`cd gone; /bin/rmdir ../gone; node "${BIN}" status`)).toEqual([3, "", words]);
  });

  it("is told in one line: a Node.js that is too old", () => {
    writeFileSync(join(home, "old.cjs"), "process.getBuiltinModule = undefined;");
    const [code, stdout, stderr] = shell(`node -r ./old.cjs "${BIN}" status`);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toBe(
      `需要 Node.js 20.19 或更新的版本，现在是 ${process.version} · ipplan needs Node.js 20.19 or newer, this is ${process.version}\n`,
    );
  });

  it.each([
    ["a file that is missing", null, "ENOENT"],
    ["a file that is damaged", "exports.start = (", "SyntaxError"],
    ["an error that nobody caught", 'exports.start = async () => { throw new Error("one\\ntwo"); };', "Error: one\n"],
  ])("is told in one line: %s", (_, program, words) => {
    for (const name of ["bin", "dist"]) mkdirSync(join(home, name), { recursive: true });
    copyFileSync(BIN, join(home, "bin/ipplan.js"));
    if (program !== null) writeFileSync(join(home, "dist/start.cjs"), program);
    const [code, stdout, stderr = ""] = shell("node bin/ipplan.js status");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toMatch(/^程序出错 · ipplan cannot run: [^\n]+\n$/);
    expect(stderr).toContain(words);
  });
});
