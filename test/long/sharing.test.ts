import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { ipplan, read, writePlan } from "./office.ts";
import { shareOf } from "./share.ts";

const base = mkdtempSync(join(tmpdir(), "ipplan-git-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Runs git with an author name, and without the machine's settings. */
function git(folder: string, ...args: readonly string[]): { ok: boolean; text: string } {
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_SYSTEM: "/dev/null",
    GIT_AUTHOR_NAME: "clerk",
    GIT_AUTHOR_EMAIL: "clerk@example.org",
    GIT_COMMITTER_NAME: "clerk",
    GIT_COMMITTER_EMAIL: "clerk@example.org",
    GIT_EDITOR: "true",
  };
  const { status, stdout, stderr } = spawnSync("git", args, { cwd: folder, env, encoding: "utf8" });
  return { ok: status === 0, text: stdout + stderr };
}

/** Makes a bare repository with a plan and clones of it; returns the clones' folders. */
function share(name: string, clones: readonly string[], milestones: number): string[] {
  const home = join(base, name);
  const seed = join(home, "seed");
  mkdirSync(seed, { recursive: true });
  writePlan(seed, milestones);
  writeFileSync(join(seed, ".gitattributes"), "journal.jsonl text eol=lf merge=union\n");
  writeFileSync(join(seed, "journal.jsonl"), "");
  git(seed, "init", "-q", "-b", "main");
  git(seed, "add", "-A");
  git(seed, "commit", "-qm", "plan");
  git(home, "clone", "-q", "--bare", "seed", "shared.git");
  return clones.map((clone) => {
    git(home, "clone", "-q", "shared.git", clone);
    git(join(home, clone), "config", "pull.rebase", "false");
    return join(home, clone);
  });
}

/** A generator of pseudo-random whole numbers from 0 to below `limit`, the same in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}

function commit(clone: string): void {
  git(clone, "commit", "-qam", "record");
}

/** Pulls with rebase (way 0) or merge, then pushes; tries again if another clone has pushed in between. */
function sync(clone: string, way: number): void {
  const pull = way === 0 ? ["pull", "-q", "--rebase"] : ["pull", "-q", "--no-rebase", "--no-edit"];
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const pulled = git(clone, ...pull);
    if (!pulled.ok) throw new Error(`conflict: ${pulled.text}`);
    if (git(clone, "push", "-q", "origin", "HEAD:main").ok) return;
  }
  throw new Error("could not push");
}

/** Cherry-picks the newest commit of another clone; false if that is a merge, which cannot be cherry-picked. */
function cherryPick(clone: string, other: string): boolean {
  git(clone, "fetch", "-q", other, "main");
  if (git(clone, "rev-parse", "-q", "--verify", "FETCH_HEAD^2").ok) return false;
  const picked = git(clone, "cherry-pick", "--allow-empty", "--keep-redundant-commits", "FETCH_HEAD");
  if (!picked.ok) throw new Error(`conflict: ${picked.text}`);
  return true;
}

/** Saves the journal as an editor does that writes CRLF. */
function saveAsCrLf(clone: string): void {
  const path = join(clone, "journal.jsonl");
  writeFileSync(path, readFileSync(path, "utf8").replaceAll("\r\n", "\n").replaceAll("\n", "\r\n"));
}

const ROUNDS = shareOf(160);
const STEPS = shareOf(90);

it(`P7: three clones and ${ROUNDS} rounds of merge, rebase, cherry-pick and CRLF editors lose nothing and never conflict`, () => {
  const clones = share("rounds", ["a", "b", "c"], 1);
  const next = numbers(20_170_101);
  const recorded = new Set<string>();
  let picked = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const clone = clones[next(3)] ?? "";
    const writes = 1 + next(3);
    for (let index = 0; index < writes; index += 1) {
      recorded.add(ipplan(clone, "note", "1", `${round} ${index}`, "--by", clone.slice(-1), "--quiet").stdout.trim());
    }
    if (next(8) === 0) saveAsCrLf(clone);
    commit(clone);
    const other = clones[next(3)] ?? "";
    if (next(6) === 0 && other !== clone && cherryPick(clone, other)) picked += 1;
    if (next(3) > 0) sync(clone, next(2));
  }
  expect(picked).toBeGreaterThanOrEqual(Math.floor(ROUNDS / 32));
  for (const clone of [...clones, ...clones]) sync(clone, 1);
  for (const clone of clones) {
    const { records, damaged } = read(join(clone, "journal.jsonl"));
    expect(damaged).toEqual([]);
    expect(new Set(records.map(({ id }) => id))).toEqual(recorded);
  }
});

it("six divisions record, pull and push in any order, and end with the same status", () => {
  const names = ["d1", "d2", "d3", "d4", "d5", "d6"];
  const clones = share("divisions", names, 60);
  const next = numbers(60);
  const expected = new Set<string>();
  for (let step = 0; step < STEPS; step += 1) {
    const who = next(6);
    const clone = clones[who] ?? "";
    const id = `1-${1 + next(60)}`;
    const command =
      [
        ["done", id],
        ["progress", id, String(next(100))],
        ["note", id, `步骤${step}`],
        ["block", id, "--reason", `原因${step}`],
      ][next(4)] ?? [];
    const day = `2017-06-${String(1 + next(30)).padStart(2, "0")}`;
    const answer = ipplan(clone, ...command, "--on", day, "--by", names[who] ?? "", "--quiet");
    for (const line of answer.stdout.split("\n")) if (line !== "") expected.add(line);
    commit(clone);
    if (next(3) === 0) sync(clone, next(2));
  }
  for (const clone of [...clones, ...clones]) sync(clone, 1);
  const screens = clones.map((clone) => ipplan(clone, "status", "--as-of", "2017-06-30").stdout);
  const outputs = clones.map((clone) => ipplan(clone, "list", "--format", "json", "--as-of", "2017-06-30").stdout);
  expect(new Set(screens).size).toBe(1);
  expect(new Set(outputs).size).toBe(1);
  expect(screens[0]).toContain("试验计划");
  expect(new Set(read(join(clones[0] ?? "", "journal.jsonl")).records.map(({ id }) => id))).toEqual(expected);
});

it("a journal folder with one file per writer merges without a .gitattributes", () => {
  const clones = share("folder", ["x", "y"], 2);
  for (const clone of clones) {
    rmSync(join(clone, ".gitattributes"));
    rmSync(join(clone, "journal.jsonl"));
    mkdirSync(join(clone, "journal"));
    appendFileSync(join(clone, "plan", "plan.yaml"), "journal: journal\n");
    ipplan(clone, "done", clone.endsWith("x") ? "1-1" : "1-2", "--on", "2017-06-20", "--by", clone.slice(-1));
    git(clone, "add", "-A");
    commit(clone);
  }
  for (const clone of [...clones, ...clones]) sync(clone, 1);
  const statuses = clones.map((clone) => ipplan(clone, "status", "--as-of", "2017-06-30", "--format", "json").stdout);
  expect(new Set(statuses).size).toBe(1);
  expect(statuses[0]).toContain('"done": 2');
});
