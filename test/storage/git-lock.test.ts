/** Git checks out another version of the journal while ipplan records or reads: the real git, paused halfway. */
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { appendLines } from "../../src/storage/journal-files.ts";
import { GitLock } from "../../src/storage/git-lock.ts";
import { makeOffice, read } from "../long/office.ts";
import { runIn } from "../reporters/run-main.ts";
import { SEALED, temporaryFolder } from "./journal-samples.ts";

const sleep = Atomics.wait;
const cell = new Int32Array(new SharedArrayBuffer(4));

function git(folder: string, ...args: readonly string[]): string {
  const author = ["-c", "user.name=ipplan", "-c", "user.email=ipplan@example.org"];
  return execFileSync("git", [...author, ...args], { cwd: folder, encoding: "utf8" }).trim();
}

/** A repository whose main branch has two records, and whose branch `other` has only the first. */
async function makeRepository(): Promise<string> {
  const office = makeOffice(3);
  onTestFinished(() => office.remove());
  const folder = realpathSync(office.folder);
  writeFileSync(join(folder, ".gitattributes"), "journal.jsonl filter=slow\n");
  git(folder, "init", "--quiet", "--initial-branch", "main");
  for (const milestone of ["1-1", "1-2"]) {
    await runIn(folder, ["done", milestone, "--on", "2017-06-20"]);
    git(folder, "add", "--all");
    git(folder, "commit", "--quiet", "--message", milestone);
    if (milestone === "1-1") git(folder, "branch", "other");
  }
  return folder;
}

const release = (folder: string): void => writeFileSync(join(folder, ".git/release"), "");

/** Starts a checkout that pauses between removing the journal and creating the other one; resolves to its exit code. */
async function checkOutHalfWay(folder: string): Promise<number | null> {
  const [reached, released] = ["reached", "release"].map((name) => join(folder, ".git", name));
  const smudge = `touch ${reached}; until [ -e ${released} ]; do sleep 0.01; done; cat`;
  git(folder, "config", "filter.slow.smudge", smudge);
  const child = spawn("git", ["checkout", "--quiet", "other"], { cwd: folder, stdio: "ignore" });
  const ended = new Promise<number | null>((done) => {
    child.on("close", done);
  });
  while (!existsSync(reached ?? "")) sleep(cell, 0, 0, 5);
  expect(existsSync(join(folder, "journal.jsonl"))).toBe(false);
  return ended;
}

function milestonesIn(folder: string): string[] {
  return read(join(folder, "journal.jsonl")).records.map(({ ref }) => ref);
}

afterEach(() => vi.restoreAllMocks());

describe("while git has removed the journal", () => {
  let folder = "";
  /** Resolves to the exit code. */
  let checkout: Promise<number | null>;

  beforeEach(async () => {
    folder = await makeRepository();
    checkout = checkOutHalfWay(folder);
    vi.spyOn(Atomics, "wait").mockImplementation((...args) => {
      release(folder);
      return sleep(...args);
    });
  });

  it("a record waits for the journal that git creates, and is written to it", async () => {
    const { code, stderr } = await runIn(folder, ["done", "1-3", "--on", "2017-06-21"]);
    release(folder);
    expect([code, stderr, await checkout]).toEqual([0, "", 0]);
    expect(milestonesIn(folder)).toEqual(["1-1", "1-3"]);
  });

  it("lines are appended to the journal that git creates", async () => {
    expect(appendLines(join(folder, "journal.jsonl"), [SEALED])).toEqual([]);
    release(folder);
    expect(await checkout).toBe(0);
    expect(milestonesIn(folder)).toEqual(["1-1", "10-1"]);
  });

  it("a reading command answers from the journal that git creates", async () => {
    const { stdout } = await runIn(folder, ["log", "--format", "csv"]);
    release(folder);
    await checkout;
    expect(stdout.match(/1-\d(?=,)/g)).toEqual(["1-1"]);
  });
});

describe("a lock that is never released", () => {
  it("is waited for for five seconds; then the record is written with a warning", async () => {
    const folder = await makeRepository();
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    writeFileSync(join(folder, ".git/index.lock"), "");
    const { code, stderr } = await runIn(folder, ["done", "1-3", "--on", "2017-06-21"], { env: { IPPLAN_LANG: "en" } });
    expect(wait.mock.calls.reduce((sum, [, , , milliseconds = 0]) => sum + milliseconds, 0)).toBe(5000);
    expect([code, stderr]).toEqual([0, expect.stringContaining("git may write over it: check with ipplan log")]);
    expect(milestonesIn(folder)).toEqual(["1-1", "1-2", "1-3"]);
  });
});

describe("git's folder", () => {
  const held = (folder: string): boolean => new GitLock(folder).isHeld;

  it("is found in parent folders", async () => {
    const folder = await makeRepository();
    writeFileSync(join(folder, ".git/index.lock"), "");
    expect([held(folder), held(join(folder, "plan")), held(dirname(folder))]).toEqual([true, true, false]);
    rmSync(join(folder, ".git/index.lock"));
    expect(held(folder)).toBe(false);
  });

  it("is where a worktree's `.git` file says", async () => {
    const [folder, other] = [await makeRepository(), join(temporaryFolder(), "other")];
    git(folder, "worktree", "add", "--quiet", other, "other");
    writeFileSync(join(git(other, "rev-parse", "--absolute-git-dir"), "index.lock"), "");
    expect([held(other), held(folder)]).toEqual([true, false]);
  });

  it("is where a submodule's `.git` file says, by a relative path", async () => {
    const [folder, outer] = [await makeRepository(), temporaryFolder()];
    git(outer, "init", "--quiet");
    git(outer, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", folder, "office");
    const inner = join(outer, "office");
    expect(readFileSync(join(inner, ".git"), "utf8")).toContain("gitdir: ../");
    writeFileSync(join(outer, ".git/modules/office/index.lock"), "");
    expect([held(inner), held(outer)]).toEqual([true, false]);
  });

  it("is unknown if the `.git` file names none", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "inner"));
    writeFileSync(join(folder, "inner/.git"), "nothing\n");
    expect(held(join(folder, "inner"))).toBe(false);
  });
});
