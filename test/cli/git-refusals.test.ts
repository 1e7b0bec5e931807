/** If git cannot answer, nobody is told that all is well, and asking git changes nothing. Uses the real git. */
import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { type Result, makeHome, removeHome, runIn } from "../reporters/run-main.ts";

const root = realpathSync(mkdtempSync(join(tmpdir(), "ipplan-refusals-")));
const homes: string[] = [];
afterAll(() => {
  for (const home of [root, ...homes]) removeHome(home);
});

const ENV = { PATH: process.env["PATH"] ?? "", HOME: root, GIT_CONFIG_NOSYSTEM: "1" };
let home = "";

function git(...args: readonly string[]): string {
  const author = ["-c", "user.name=ipplan", "-c", "user.email=ipplan@example.org"];
  return execFileSync("git", [...author, ...args], { cwd: home, env: ENV, encoding: "utf8" }).trim();
}

async function ask(line: string, env: Readonly<Record<string, string>> = {}): Promise<Result> {
  return runIn(home, [...line.split(" "), "--lang", "en"], { env: { ...ENV, ...env } });
}

/** A repository whose history has one record more than the journal. */
beforeEach(() => {
  home = realpathSync(makeHome(3));
  homes.push(home);
  git("init", "--quiet", "--initial-branch=main");
  writeFileSync(join(home, ".gitattributes"), "journal.jsonl text eol=lf merge=union\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "three");
  const path = join(home, "journal.jsonl");
  writeFileSync(path, readFileSync(path, "utf8").split("\n").slice(0, 2).join("\n").concat("\n"));
  git("commit", "--quiet", "--all", "--message", "two");
});

/** Removes the object from the repository, as a damaged disk might. */
function lose(name: string): string {
  const id = git("rev-parse", name);
  rmSync(join(home, ".git/objects", id.slice(0, 2), id.slice(2)));
  return id;
}

const NOTHING_COMPARED = "git could not answer, so nothing was compared with what it has: ";

describe("journal verify --history", () => {
  it("reports the lost record in an intact repository", async () => {
    const { code, stdout, stderr } = await ask("journal verify --history");
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain("E-JOURNAL-LOST");
    expect(stdout).toContain("Compared with 2 versions in git.");
  });

  it("asks the plan's own repository, whatever a hook of another one has set", async () => {
    const sound = await ask("journal verify --history");
    const other = join(root, "other");
    mkdirSync(other, { recursive: true });
    execFileSync("git", ["init", "--quiet", other], { env: ENV });
    for (const folder of [".", join(other, ".git")]) {
      expect(await ask("journal verify --history", { GIT_DIR: folder, GIT_WORK_TREE: other })).toEqual(sound);
    }
  });

  it.each([
    ["an older version", "HEAD~1:journal.jsonl", (id: string) => `${id} missing`],
    ["a tree", "HEAD~1^{tree}", (id: string) => `fatal: unable to read tree ${id}`],
    ["the last version", "HEAD:journal.jsonl", (id: string) => id],
  ])("fails if git has lost %s", async (_, name, line) => {
    const words = line(lose(name));
    const { code, stdout, stderr } = await ask("journal verify --history");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr.startsWith(NOTHING_COMPARED)).toBe(true);
    expect(stderr).toContain(words);
  });

  it("fails if the repository is another user's or cannot be read, also without --history, which counts uncommitted records", async () => {
    for (const command of ["journal verify --history", "journal verify", "diff HEAD"]) {
      const { code, stdout, stderr } = await ask(command, { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" });
      expect([command, code, stdout]).toEqual([command, 3, ""]);
      expect(stderr).toContain(`${NOTHING_COMPARED}fatal: detected dubious ownership in repository at '${home}'`);
    }
    // Only the advice on .gitattributes is left out.
    expect(await ask("check --strict", { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" })).toMatchObject({
      code: 0,
      stderr: "",
    });
    writeFileSync(join(home, ".git/refs/heads/main"), "");
    expect(await ask("journal verify")).toMatchObject({ code: 3, stdout: "" });
  });

  it("fails if no version is shown of a committed journal", async () => {
    const { code, stdout, stderr } = await ask("journal verify --history", { GIT_LITERAL_PATHSPECS: "1" });
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr.startsWith("git shows no version of journal.jsonl, though its last commit has it")).toBe(true);
  });

  it("says that there is no history without a repository, or if git is not installed", async () => {
    const none = "There is no git history to compare with.";
    expect(await ask("journal verify --history", { PATH: root })).toMatchObject({ code: 0, stderr: "" });
    expect((await ask("journal verify --history", { PATH: root })).stdout).toContain(none);
    renameSync(join(home, ".git"), join(home, "git"));
    expect((await ask("journal verify --history")).stdout).toContain(none);
  });

  it("compares an empty journal, and compares nothing if nothing is committed", async () => {
    writeFileSync(join(home, "journal.jsonl"), "");
    rmSync(join(home, ".git"), { recursive: true });
    git("init", "--quiet");
    expect((await ask("journal verify --history")).stdout).toContain("There is no git history to compare with.");
    git("add", "--all");
    git("commit", "--quiet", "--message", "begun");
    expect((await ask("journal verify --history")).stdout).toContain("Compared with 1 version in git.");
  });

  it("gives no all-clear if no commit has the journal", async () => {
    git("rm", "--quiet", "--cached", "journal.jsonl");
    git("commit", "--quiet", "--amend", "--message", "plan");
    git("update-ref", "refs/heads/main", git("commit-tree", "HEAD^{tree}", "-m", "plan alone"));
    const { code, stdout, stderr } = await ask("journal verify --history");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("no commit in git has journal.jsonl: nothing was compared");
  });

  it("compares a journal that was moved but not committed with the one named by the last commit's plan", async () => {
    const head = join(home, "plan/plan.yaml");
    const move = (from: string, to: string): void => {
      mkdirSync(join(home, to), { recursive: true });
      const lines = readFileSync(join(home, from), "utf8").split("\n");
      writeFileSync(join(home, to, "office.jsonl"), `${lines[0]}\n`);
      rmSync(join(home, from));
      writeFileSync(head, `${readFileSync(head, "utf8").replace(/^journal: .*\n/m, "")}journal: ${to}\n`);
    };
    move("journal.jsonl", "journal");
    const lost = async (): Promise<number> =>
      (await ask("journal verify --history")).stdout.split("E-JOURNAL-LOST").length - 1;
    expect(await lost()).toBe(2);
    // The plan is committed before the journal.
    git("commit", "--quiet", "--message", "plan", "plan");
    expect(await lost()).toBe(2);
    git("add", "--all");
    git("commit", "--quiet", "--message", "moved");
    // Too little is left of it for git to detect a move.
    expect(await lost()).toBe(2);
    move("journal/office.jsonl", "records");
    expect(await lost()).toBe(2);
    // Records at the old path are not lost, even if not read.
    git("checkout", "--quiet", "HEAD~2", "--", "journal.jsonl");
    expect(await lost()).toBe(1);
    expect(await ask("journal verify --history --journal other.jsonl")).toMatchObject({ code: 3, stdout: "" });
  });
});

describe("check", () => {
  it("fails if git cannot say whether the journal that is missing was there", async () => {
    rmSync(join(home, "journal.jsonl"));
    expect((await ask("check")).stdout).toContain("E-JOURNAL-GONE");
    expect(await ask("check", { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" })).toMatchObject({ code: 3, stdout: "" });
  });
});

describe("a clone without contents", () => {
  function clone(): string {
    git("config", "uploadpack.allowFilter", "true");
    const part = `${home}-part`;
    homes.push(part);
    git("clone", "--quiet", "--filter=blob:none", `file://${home}`, part);
    return part;
  }
  const names = (folder: string): string[] =>
    readdirSync(join(folder, ".git"), { recursive: true, encoding: "utf8" }).toSorted();

  it("is not filled by asking, and no all-clear is given", async () => {
    home = clone();
    const before = names(home);
    const { code, stdout, stderr } = await ask("journal verify --history");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain("from promisor remote");
    expect(await ask("diff HEAD~1")).toMatchObject({ code: 0 });
    expect(names(home)).toEqual(before);
  });
});

describe("diff", () => {
  it("fails if a file of the plan is missing in git, instead of reporting its tasks as added", async () => {
    const id = lose("HEAD:plan/2-1.yaml");
    const { code, stdout, stderr } = await ask("diff HEAD");
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(id);
  });

  it("knows no revision outside a repository", async () => {
    rmSync(join(home, ".git"), { recursive: true });
    expect(await ask("diff HEAD")).toMatchObject({ code: 2, stdout: "" });
  });
});
