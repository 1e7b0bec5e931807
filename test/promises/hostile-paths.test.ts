/** P17: paths that lead elsewhere, hang, or mean something else on another system are refused, and nothing is touched. */
import { execFileSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeHome, removeHome } from "../reporters/run-main.ts";
import { installProgram, runAll } from "./whole-program.ts";

const place = installProgram();
const home = realpathSync(makeHome(3));
afterAll(() => {
  place.remove();
  removeHome(home);
  rmSync(outside, { recursive: true });
});

/** Fills the outside folder, and puts links, a pipe and a `.git` folder beside the plan. */
function furnish(outside: string): void {
  writeFileSync(join(outside, "secret.jsonl"), "secret\n");
  mkdirSync(join(outside, "plan"));
  for (const name of [".git", "folder", "journal"]) mkdirSync(join(home, name));
  writeFileSync(join(home, ".git", "config"), "[core]\n");
  writeFileSync(join(home, ".hidden"), "hidden\n");
  symlinkSync(outside, join(home, "out"));
  symlinkSync(join(outside, "secret.jsonl"), join(home, "link.jsonl"));
  symlinkSync(join(outside, "new.jsonl"), join(home, "dangling.jsonl"));
  symlinkSync("loop.jsonl", join(home, "loop.jsonl"));
  symlinkSync(".git", join(home, "dotgit"));
  execFileSync("mkfifo", [join(home, "pipe.jsonl")]);
}
const outside = realpathSync(mkdtempSync(join(tmpdir(), "ipplan-outside-")));
furnish(outside);
const beside = `../${basename(outside)}/secret.jsonl`;

/** Name, mode and content of every file in both folders. */
function everything(): string[] {
  return [home, outside].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => {
      const stats = lstatSync(join(folder, name));
      return `${name} ${stats.mode} ${stats.isFile() ? readFileSync(join(folder, name), "latin1") : ""}`;
    }),
  );
}

/** Refused for every use. */
const WRONG = [
  "out/secret.jsonl",
  "out/new.jsonl",
  "link.jsonl",
  "dangling.jsonl",
  "loop.jsonl",
  "pipe.jsonl",
  ".git/config",
  ".GIT/config",
  ".git/new.jsonl",
  "dotgit/config",
  "dotgit/new.jsonl",
  "folder/../.git/config",
  "plan/plan.yaml",
  "plan/../plan/plan.yaml",
  "con.jsonl",
  "NUL",
  "aux.jsonl",
  "COM1.jsonl",
  "journal.jsonl:stream",
  "a:b.jsonl",
  "folder/what?.jsonl",
  "folder/<a>.jsonl",
  "folder/ends-with-dot.",
  "none/../../none.jsonl",
];
/** Refused as evidence: its path must lead to a file inside the folder, on every system. */
const WRONG_EVIDENCE = [
  ...WRONG.filter((path) => !path.startsWith("plan/plan")),
  beside,
  "..",
  "../secret.jsonl",
  "/etc/passwd",
  join(home, "journal.jsonl"),
  "C:\\secret.jsonl",
  "C:/secret.jsonl",
  "\\\\host\\share\\secret.jsonl",
  "//host/share/secret.jsonl",
  "folder",
  "folder/",
  ".hidden",
  "folder//journal.jsonl",
  "folder/../journal.jsonl",
  "~/secret.jsonl",
  "none.jsonl",
];
/** Refused as a journal, which must be inside the folder. */
const WRONG_JOURNAL = [...WRONG, beside, "..", "/etc/passwd", join(outside, "secret.jsonl"), "C:\\secret.jsonl"];
/** Refused for a report, which may be outside the folder if the user says so. */
const WRONG_OUTPUT = [...WRONG.filter((path) => !/^(?:out|none)\//.test(path)), "folder", "folder/", "none/new.csv"];

const NEVER = [...WRONG_EVIDENCE, ...WRONG_JOURNAL, ...WRONG_OUTPUT];

it("more than forty paths are tested", () => {
  expect(new Set(NEVER).size).toBeGreaterThan(40);
});

describe.each([
  ["as evidence", WRONG_EVIDENCE, (path: string) => `done 10-1 --on 2017-06-20 --evidence file:${path}`, 2],
  ["as the journal written to", WRONG_JOURNAL, (path: string) => `note 10-1 说明 --journal ${path}`, 3],
  ["as the journal read", WRONG_JOURNAL, (path: string) => `status --journal ${path}`, 3],
  ["for a report", WRONG_OUTPUT, (path: string) => `list --format csv --output ${path}`, 3],
  ["for a healed journal", WRONG_OUTPUT, (path: string) => `journal repair --output ${path}`, 3],
] as const)("%s", (_, paths, commandFor, code) => {
  const before = everything();
  const answers = runAll(place, home, paths.map(commandFor));

  it.each(answers)("refused: $line", (answer) => {
    expect([answer.code, answer.stdout]).toEqual([code, ""]);
    expect(answer.stderr).not.toContain("secret\n");
  });

  it("no file is touched", () => {
    expect(everything()).toEqual(before);
  });
});

describe("as the plan", () => {
  it.each(["journal.jsonl", "pipe.jsonl", "loop.jsonl", "none", "out/secret.jsonl", "/dev/null"])(
    "refused: %s",
    (path) => {
      const [answer] = runAll(place, home, [`status --plan ${path}`]);
      expect([answer?.code, answer?.stdout]).toEqual([3, ""]);
    },
  );
});

describe("a pipe", () => {
  const told = (commands: readonly string[]): unknown[] =>
    runAll(place, home, commands).map(({ code, stdout, stderr }) => [code, stdout, stderr.includes("pipe.")]);
  const refused = [3, "", true];

  it("in the plan folder is named, and read by nobody: no command waits", () => {
    const plan = join(home, "plan", "pipe.yaml");
    execFileSync("mkfifo", [plan]);
    const commands = ["check", "status", "status --no-cache", "list --lang zh"];
    expect(told(commands)).toEqual(commands.map(() => refused));
    rmSync(plan);
  });

  it("for the plan's head does not hang the error message", () => {
    mkdirSync(join(home, "other"));
    execFileSync("mkfifo", [join(home, "other", "plan.yaml")]);
    const [answer] = runAll(place, home, ["status --plan other"]);
    expect([answer?.code, answer?.stdout]).toEqual([3, ""]);
  });

  it("among forms, or as a journal to merge, is named and not read", () => {
    mkdirSync(join(home, "forms"));
    execFileSync("mkfifo", [join(home, "forms", "pipe.md")]);
    execFileSync("mkfifo", [join(home, "folder", "pipe.jsonl")]);
    const commands = ["sheet --apply forms", "journal merge pipe.jsonl", "journal merge folder"];
    expect(told(commands)).toEqual(commands.map(() => refused));
  });
});

describe("a writer's name that is no safe file name", () => {
  it.each(["../outside", "/etc/cron", "a/b", "..", ".git", "con", "C:\\x", "a:b", "LPT1", "名 字"])("%s", (by) => {
    const before = everything().length;
    const args = `note 10-1 --note 说明 --quiet --journal journal --by ${by.replace(" ", "\u3000")}`;
    const [answer] = runAll(place, home, [args]);
    expect(answer?.code).toBe(0);
    const files = readdirSync(join(home, "journal"));
    for (const name of files) expect(name).toMatch(/^(?!con\.|lpt)[^\\/:*?"<>|.]+\.jsonl$/i);
    expect(everything().length).toBeLessThanOrEqual(before + 1);
  });
});
