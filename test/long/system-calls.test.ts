/** P18: no network, no shell, no git command that writes. Traces the system calls of every command. */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { READING, WRITING } from "../promises/commands.ts";
import { makeHome, removeHome } from "../reporters/run-main.ts";

const BIN = join(import.meta.dirname, "../../bin/ipplan.js");
const home = makeHome(47);
afterAll(() => removeHome(home));

/** The git commands that ipplan may run: they only read. */
const ASKED = new Set(["config user.name", "rev-parse", "log", "check-attr", "ls-tree", "cat-file"]);

/** The system calls of the command and its children that open connections or start programs. */
function trace(line: string): string[] {
  const log = join(home, "trace.txt");
  const args = ["-f", "-qq", "-s", "200", "-o", log, "-e", "trace=connect,socket,execve", process.execPath, BIN];
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    SOURCE_DATE_EPOCH: "1499044320",
    IPPLAN_LANG: "zh",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "user.name",
    GIT_CONFIG_VALUE_0: "综合科",
  };
  const { status, stderr } = spawnSync("strace", [...args, ...line.split(" ")], { cwd: home, env, encoding: "utf8" });
  expect([line, status, stderr.includes("strace:")]).toEqual([line, 0, false]);
  return readFileSync(log, "utf8").split("\n");
}

/** The arguments of a started program; null if the call starts none. */
function started(call: string): readonly string[] | null {
  const [, list] = /execve\("[^"]*", \[(.*)\], /.exec(call) ?? [];
  return list === undefined ? null : [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, text = ""]) => text);
}

/** The git command, such as `config user.name` or `log`, without global switches and `-c log.…` settings. */
function asked([, ...args]: readonly string[]): string {
  const isHow = (at: number): boolean => args[at - 1] === "-c" && /^log\.\w+=\w+$/.test(args[at] ?? "");
  const isSwitch = (word: string): boolean => ["--no-optional-locks", "--no-pager"].includes(word);
  const words = args.filter((word, at) => !isSwitch(word) && !isHow(at) && !isHow(at + 1));
  return words[0] === "config" ? words.join(" ") : (words[0] ?? "");
}

it("P18: all commands open no connection, start only node and git, and run only git commands that read", ({ skip }) => {
  if (spawnSync("strace", ["-V"]).status !== 0) skip("strace is not installed: apt-get install strace");
  const lines = readFileSync(join(home, "journal.jsonl"), "utf8").split("\n");
  writeFileSync(join(home, "theirs.jsonl"), `${lines[3] ?? ""}\n`);
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    ["-c", "user.email=a@b", "commit", "-qm", "plan"],
  ]) {
    spawnSync("git", ["-c", "user.name=clerk", ...args], { cwd: home });
  }
  let questions = 0;
  for (const line of [...READING, ...WRITING]) {
    const calls = trace(line);
    expect(calls.filter((call) => call.includes("AF_INET"))).toEqual([]);
    const programs = calls.flatMap((call) => {
      const args = started(call);
      return args === null ? [] : [args];
    });
    const own = programs.filter(([name]) => name === process.execPath);
    const gits = programs.filter(([name]) => name === "git");
    expect([line, own.length, programs.length]).toEqual([line, 1, 1 + gits.length]);
    expect(gits.map(asked).filter((question) => !ASKED.has(question))).toEqual([]);
    questions += gits.length;
  }
  expect(questions).toBeGreaterThan(10);
});
