/** Runs scenarios (see read-scenario.ts), in a folder with a copy of the plan. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Io } from "../../src/cli/io.ts";
import { cacheFor } from "../support/cache.ts";
import { main } from "../../src/cli/main.ts";
import { asText } from "../support/written.ts";
import type { ScenarioPart } from "./read-scenario.ts";

const ROOT = resolve(import.meta.dirname, "../..");
/** Starts the built program: with this Node.js, or as the environment says. */
const PROGRAM = process.env["IPPLAN_TEST_PROGRAM"] ?? `"${process.execPath}" "${join(ROOT, "bin/ipplan.js")}"`;
/** 2017-07-03 09:12 in Beijing, a Monday: the day of the example journal's last record. */
const NOW = Date.parse("2017-07-03T09:12:00+08:00");
const USER = "综合科";

/** Where commands run: each in a process of its own, as for users, or, if possible, in this one. */
export type Stage = "own process" | "this process";

/** What the scenario's commands printed, run in order. */
export async function runScenario(parts: readonly ScenarioPart[], stage: Stage): Promise<string[]> {
  const scene = new Scene(stage);
  const printed: string[] = [];
  try {
    for (const part of parts) {
      if (part.kind === "journal") scene.reset(part.journal);
      else if (part.kind === "env") scene.set(part.assignment);
      else if (part.kind === "clone") scene.clone();
      else printed.push(await scene.run(part.command));
    }
    return printed;
  } finally {
    scene.remove();
  }
}

/** A folder with a plan, `ipplan` on the PATH, and an environment independent of this machine's. */
class Scene {
  readonly root = mkdtempSync(join(tmpdir(), "ipplan-scenario-"));
  /** Apia is often a day ahead of the plan's zone: code that uses the machine's day for the plan's fails. */
  private env: Record<string, string> = {
    SOURCE_DATE_EPOCH: String(NOW / 1000),
    TZ: "Pacific/Apia",
    IPPLAN_CACHE: join(this.root, "cache"),
  };
  private readonly home = join(this.root, "home");
  private readonly stage: Stage;

  constructor(stage: Stage) {
    this.stage = stage;
    mkdirSync(join(this.root, "bin"));
    const script = `#!/bin/sh\nexec ${PROGRAM} "$@"\n`;
    writeFileSync(join(this.root, "bin", "ipplan"), script, { mode: 0o755 });
    // The READMEs type `npx ipplan`, which in a clone runs the clone's own program.
    writeFileSync(join(this.root, "bin", "npx"), `#!/bin/sh\n"$@"\n`, { mode: 0o755 });
    this.reset("empty");
  }

  /** A new copy of the plan, with a part of the example journal (`example 47`) or none (`empty`); nothing else stays. */
  reset(journal: string): void {
    rmSync(this.home, { recursive: true, force: true });
    mkdirSync(this.home);
    cpSync(join(ROOT, "plan"), join(this.home, "plan"), { recursive: true });
    const [name, count = "48"] = journal.split(" ");
    if (name === "empty") return;
    const lines = readFileSync(join(ROOT, "test/fixtures/journal-example.jsonl"), "utf8").split("\n");
    writeFileSync(join(this.home, "journal.jsonl"), `${lines.slice(0, Number(count)).join("\n")}\n`);
  }

  /** A new copy of the plan, committed to git. */
  clone(): void {
    this.reset("empty");
    for (const name of [".gitattributes", "journal.jsonl"]) cpSync(join(ROOT, name), join(this.home, name));
    const git = "git -c user.name=x -c user.email=x@example.org";
    const { code, stderr } = this.runInShell(`git init -q && git add . && ${git} commit -q -m plan`);
    if (code !== 0) throw new Error(stderr);
  }

  set(assignment: string): void {
    const [name = "", value = ""] = assignment.split("=");
    const { [name]: _, ...rest } = this.env;
    this.env = value === "" ? rest : { ...rest, [name]: value };
  }

  async run(command: string): Promise<string> {
    const plain = this.stage === "this process" ? plainCommand(command) : null;
    const { stdout, stderr, code } = plain === null ? this.runInShell(command) : await this.runHere(plain);
    const output = `${stdout}${stderr.replace(/^(?=.)/gm, "! ")}${code === 0 ? "" : `[${code}]\n`}`;
    // CSV output has CRLF line ends, which a Markdown file cannot keep; the CSV tests check them.
    return output.replaceAll(this.home, "$HOME").replaceAll("\r\n", "\n");
  }

  private runInShell(command: string, input = ""): Result {
    const env = {
      PATH: `${join(this.root, "bin")}:/usr/bin:/bin`,
      HOME: this.home,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "user.name",
      GIT_CONFIG_VALUE_0: USER,
      ...this.env,
    };
    const options = { cwd: this.home, env, input, encoding: "utf8" } as const;
    const { stdout, stderr, status } = spawnSync("/bin/sh", ["-c", command], options);
    return { stdout, stderr, code: status ?? -1 };
  }

  private async runHere({ words, filter }: PlainCommand): Promise<Result> {
    const printed = await this.runMain(words);
    if (filter === null) return printed;
    const filtered = this.runInShell(filter, printed.stdout);
    return { ...filtered, stderr: `${printed.stderr}${filtered.stderr}` };
  }

  private async runMain(words: readonly string[]): Promise<Result> {
    const [stdout, stderr]: [string[], string[]] = [[], []];
    const sink = (texts: string[]): Io["stdout"] => ({
      isTerminal: false,
      columns: () => undefined,
      write: (text) => {
        texts.push(asText(text));
      },
    });
    const env = { HOME: this.home, ...this.env };
    const io: Io = {
      env,
      cwd: this.home,
      now: () => Number(this.env["SOURCE_DATE_EPOCH"]) * 1000,
      stdout: sink(stdout),
      stderr: sink(stderr),
      userName: () => USER,
      cache: cacheFor(words, { env, cwd: this.home }),
    };
    const code = await main(words, io);
    return { stdout: stdout.join(""), stderr: stderr.join(""), code };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

interface Result {
  readonly stdout: string;
  readonly stderr: string;
  readonly code: number;
}

/** An `ipplan` command that needs no shell for its arguments, and the commands that it is piped to. */
interface PlainCommand {
  readonly words: readonly string[];
  readonly filter: string | null;
}

/** The parts of `ipplan …`, `npx ipplan …` and `ipplan … | filter`; null where a shell must split the arguments. */
function plainCommand(command: string): PlainCommand | null {
  const [, program = "", filter = null] = /^(?:npx )?(.*?)(?: \| (.*))?$/s.exec(command) ?? [];
  const words = program.split(/ +(?=(?:[^']*'[^']*')*[^']*$)/);
  const isPlain = words.every((word) => /^(?:'[^']*'|[^\s'"|&;<>()$`\\*?~#]+)$/.test(word));
  if (!isPlain || words[0] !== "ipplan") return null;
  return { words: words.slice(1).map((word) => word.replaceAll("'", "")), filter };
}
