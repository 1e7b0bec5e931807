/**
 * P12: reading commands change nothing and need no write permission. P13, P14: the answer depends only on the command, the
 * plan and the records.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, lstatSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeProgram } from "../../src/cli/program.ts";
import { NO_HELP } from "../../src/cli/say.ts";
import { makeHome, removeHome } from "../reporters/run-main.ts";
import { READING, WRITING } from "./commands.ts";
import { type Answer, canBeNobody, installProgram, runAll } from "./whole-program.ts";

const place = installProgram();
const home = makeHome(48);
afterAll(() => {
  place.remove();
  removeHome(home);
});

it("every command is in one of the lists", async () => {
  const sink = { isTerminal: false, columns: () => undefined, write: () => undefined };
  const io = { env: {}, cwd: home, now: () => 0, stdout: sink, stderr: sink, userName: () => "", cache: null };
  const program = await makeProgram([], NO_HELP, io, () => undefined);
  const names = program.commands.flatMap((command) =>
    command.commands.length === 0
      ? [command.name()]
      : command.commands.map((part) => `${command.name()} ${part.name()}`),
  );
  const lines = [...READING, ...WRITING];
  expect(names.filter((name) => !lines.some((line) => `${line} `.startsWith(`${name} `)))).toEqual([]);
});

/** A hash over every path in the folder with its type, permissions, times and content. */
function fingerprint(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const path = join(folder, name);
    const { mode, mtimeMs, ctimeMs, ino } = lstatSync(path);
    hash.update(JSON.stringify([name, mode, mtimeMs, ctimeMs, ino]));
    if (lstatSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest("hex");
}

/** Makes the folder a git repository, so that commands that ask git are tested too. */
function makeRepository(): void {
  const own = ["-c", "user.name=clerk", "-c", "user.email=clerk@example.org", "-c", "safe.directory=*"];
  for (const args of [
    ["init", "-q"],
    ["add", "-A"],
    ["commit", "-qm", "plan"],
  ]) {
    expect(spawnSync("git", [...own, ...args], { cwd: home }).status).toBe(0);
  }
}
makeRepository();

const SAFE = { GIT_CONFIG_COUNT: "1", GIT_CONFIG_KEY_0: "safe.directory", GIT_CONFIG_VALUE_0: "*" };
const reference = runAll(place, home, READING, { env: SAFE });

it("the commands answer", () => {
  expect(reference.filter(({ code }) => code !== 0)).toEqual([]);
  expect(reference.filter(({ stdout, line }) => stdout === "" && line !== "check")).toEqual([]);
});

describe("P12: reading commands and dry runs", () => {
  it("leave every byte, time and permission in the folder as it was, including .git", () => {
    const before = fingerprint(home);
    runAll(place, home, READING, { env: SAFE });
    expect(fingerprint(home)).toBe(before);
    runAll(place, home, ["note 1-1 送会签"], { env: SAFE });
    expect(fingerprint(home)).not.toBe(before);
    const lines = readFileSync(join(home, "journal.jsonl"), "utf8").split("\n");
    writeFileSync(join(home, "journal.jsonl"), `${lines.slice(0, 48).join("\n")}\n`);
  });

  it("give the same answers to a user without write permission, in a read-only folder", ({ skip }) => {
    if (!canBeNobody) skip("only root can become another user");
    chmodSync(home, 0o755);
    spawnSync("chmod", ["-R", "a-w,a+rX", home]);
    const answers = runAll(place, home, READING, { env: SAFE, asNobody: true });
    const refused = runAll(place, home, ["note 1-1 送会签", "list -o list.csv"], { env: SAFE, asNobody: true });
    spawnSync("chmod", ["-R", "u+w", home]);
    expect(answers).toEqual(reference);
    expect(refused.map(({ code, stdout }) => [code, stdout])).toEqual([
      [3, ""],
      [3, ""],
    ]);
  });
});

/** The answers of the writing commands, run in a new folder, and the journal that they leave. */
function written(env: Readonly<Record<string, string>>): { answers: readonly Answer[]; journal: string } {
  const folder = makeHome(48);
  const lines = readFileSync(join(folder, "journal.jsonl"), "utf8").split("\n");
  writeFileSync(join(folder, "theirs.jsonl"), `${lines[47] ?? ""}\n`);
  writeFileSync(join(folder, "journal.jsonl"), `${lines.slice(0, 47).join("\n")}\n`);
  const answers = runAll(place, folder, WRITING, { env });
  const journal = readFileSync(join(folder, "journal.jsonl"), "utf8");
  removeHome(folder);
  return { answers, journal };
}
const firstWritten = written(SAFE);

it("the writing commands write", () => {
  const { answers, journal } = firstWritten;
  expect(answers.filter(({ code }) => code !== 0)).toEqual([]);
  expect(journal.trimEnd().split("\n")).toHaveLength(47 + 11);
});

const ZONES = ["UTC", "Asia/Shanghai", "America/New_York", "Pacific/Apia", "CST", ""];
const LOCALES = ["C", "zh_CN.UTF-8", "tr_TR.UTF-8"];

describe("P13, P14: the same bytes", () => {
  it.each(ZONES.map((zone, index) => [zone, LOCALES[index % LOCALES.length] ?? ""] as const))(
    "with TZ=%s and the locale %s",
    (zone, locale) => {
      const env = { ...SAFE, TZ: zone, LANG: locale, LC_ALL: locale };
      expect(runAll(place, home, READING, { env })).toEqual(reference);
      expect(written(env)).toEqual(firstWritten);
    },
  );

  it("from another folder", () => {
    // Annotations name files relative to the top of the repository.
    const env = { ...SAFE, IPPLAN_JOURNAL: join(home, "journal.jsonl"), GITHUB_WORKSPACE: home };
    const lines = READING.map((line) => `${line} --plan ${join(home, "plan")}`);
    const answers = runAll(place, tmpdir(), lines, { env, from: "/" });
    expect(answers.map(({ stdout, code }) => ({ stdout, code }))).toEqual(
      reference.map(({ stdout, code }) => ({ stdout, code })),
    );
  });

  it("with the journal's lines in another order, and some of them twice", () => {
    const path = join(home, "journal.jsonl");
    const lines = readFileSync(path, "utf8").trimEnd().split("\n");
    const shuffled = lines.map((line, index) => [(index * 29) % 48, line] as const).toSorted(([a], [b]) => a - b);
    writeFileSync(path, `${[...shuffled.map(([, line]) => line), ...lines.slice(3, 9)].join("\n")}\n`);
    const answers = runAll(place, home, READING, { env: SAFE });
    writeFileSync(path, `${lines.join("\n")}\n`);
    // `check` and `journal` report line numbers and counts of lines, which depend on the file and not only on its records.
    const ofTheSet = (list: readonly Answer[]): Answer[] => list.filter(({ line }) => !/^(?:check|journal)/.test(line));
    expect(ofTheSet(answers)).toEqual(ofTheSet(reference));
  });
});
