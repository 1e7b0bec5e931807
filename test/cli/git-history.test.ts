/** Versions of a journal in git: each complete, newest first, with as few git processes as their sizes allow. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { repositoryOf } from "../../src/cli/git.ts";
import { journalHistory } from "../../src/cli/git-history.ts";

const LARGE = `${"大".repeat(3_000_000)}\n`;
const CONTENTS = ["一\n", "一\n二\n", LARGE, "没有换行", LARGE.slice(1), "一\n二\n三\n"];

let folder = "";

function git(...args: readonly string[]): string {
  const author = ["-c", "user.name=ipplan", "-c", "user.email=ipplan@example.org"];
  return execFileSync("git", [...author, ...args], { cwd: folder, encoding: "utf8" }).trim();
}

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "ipplan-git-")));
  git("init", "--quiet");
  for (const content of CONTENTS) {
    writeFileSync(join(folder, "journal.jsonl"), content);
    git("add", "journal.jsonl");
    git("commit", "--quiet", "--message", "journal");
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function versions(): { readonly commit: string; readonly content: Buffer }[] {
  const repository = repositoryOf(folder, process.env);
  return repository === null ? [] : [...journalHistory(repository, folder, [join(folder, "journal.jsonl")]).versions];
}

describe("the history of a journal", () => {
  it("has all versions complete, newest first, each with its commit", () => {
    const all = versions();
    expect(all.map(({ content }) => content.toString("utf8"))).toEqual(CONTENTS.toReversed());
    const names = git("log", "--format=%H").split("\n");
    expect(all.map(({ commit }) => commit)).toEqual(names.map((name) => name.slice(0, 10)));
  });

  it("does not depend on git's settings for logs", () => {
    const settings = ["log.showRoot=false", "log.diffMerges=off", "log.follow=true"];
    const read = (): string[] => versions().map(({ commit }) => commit);
    const before = read();
    for (const setting of settings) git("config", ...setting.split("="));
    expect(read()).toEqual(before);
    for (const setting of settings) git("config", "--unset", setting.split("=")[0] ?? "");
  });
});
