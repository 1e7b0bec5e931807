/**
 * Scenarios are Markdown: each ```console block holds commands behind `$ ` and what they print. Lines of standard
 * error begin with `! `, an exit code other than 0 stands last as `[2]`. Commands run in a shell in a folder with a copy
 * of the plan; comments set the scene:
 *
 *   <!-- journal: example 47 -->     a fresh folder; the first 47 records of the example journal (none: `empty`)
 *   <!-- env: COLUMNS=80 -->         environment from here on; `env: COLUMNS=` takes it away
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
const NODE = process.env["IPPLAN_TEST_NODE"] ?? process.execPath;
/** 2017-07-03 09:12 in Beijing, a Monday: the day of the example journal's last record. */
const CLOCK = String(Date.parse("2017-07-03T09:12:00+08:00") / 1000);

/** One command with what it should print and what it printed. */
export interface Step {
  readonly line: number;
  readonly command: string;
  readonly expected: string;
  readonly actual: string;
}

/** Runs all commands of a Markdown file, in order. */
export function runScenario(file: string): Step[] {
  const scene = new Scene();
  try {
    return readFileSync(file, "utf8").split("\n").reduce(readLine, { scene, steps: [], open: null }).steps;
  } finally {
    scene.remove();
  }
}

/** A folder with a plan, an `ipplan` on the path, and an environment that nothing of this machine reaches. */
class Scene {
  readonly root = mkdtempSync(join(tmpdir(), "ipplan-scenario-"));
  /** A zone that is a day ahead of the plan's for most of it: who takes the machine's day for the plan's, fails. */
  private env: Record<string, string> = { SOURCE_DATE_EPOCH: CLOCK, TZ: "Pacific/Apia" };
  private home = "";

  constructor() {
    mkdirSync(join(this.root, "bin"));
    const script = `#!/bin/sh\nexec "${NODE}" "${join(ROOT, "bin/ipplan.js")}" "$@"\n`;
    writeFileSync(join(this.root, "bin", "ipplan"), script, { mode: 0o755 });
    // In a clone `npx ipplan` is the clone's own program.
    writeFileSync(join(this.root, "bin", "npx"), `#!/bin/sh\n"$@"\n`, { mode: 0o755 });
    this.reset("empty");
  }

  /** A fresh copy of the plan with a part of the example journal. */
  reset(journal: string): void {
    this.home = mkdtempSync(join(this.root, "home-"));
    cpSync(join(ROOT, "plan"), join(this.home, "plan"), { recursive: true });
    const [name, count = "48"] = journal.split(" ");
    if (name === "empty") return;
    const lines = readFileSync(join(ROOT, "test/fixtures/journal-example.jsonl"), "utf8").split("\n");
    writeFileSync(join(this.home, "journal.jsonl"), `${lines.slice(0, Number(count)).join("\n")}\n`);
  }

  set(assignment: string): void {
    const [name = "", value = ""] = assignment.split("=");
    const { [name]: _, ...rest } = this.env;
    this.env = value === "" ? rest : { ...rest, [name]: value };
  }

  run(command: string): string {
    const env = {
      PATH: `${join(this.root, "bin")}:/usr/bin:/bin`,
      HOME: this.home,
      GIT_CONFIG_GLOBAL: "/dev/null",
      GIT_CONFIG_SYSTEM: "/dev/null",
      GIT_CONFIG_COUNT: "1",
      GIT_CONFIG_KEY_0: "user.name",
      GIT_CONFIG_VALUE_0: "综合科",
      ...this.env,
    };
    const result = spawnSync("/bin/sh", ["-c", command], { cwd: this.home, env, encoding: "utf8" });
    const errors = result.stderr.replace(/^(?=.)/gm, "! ");
    const output = `${result.stdout}${errors}${result.status === 0 ? "" : `[${result.status}]\n`}`;
    // CSV ends its lines with CR LF, which a Markdown file would lose; its own tests see to that.
    return output.replaceAll(this.home, "$HOME").replaceAll("\r\n", "\n");
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

interface Progress {
  readonly scene: Scene;
  readonly steps: Step[];
  /** The block being read: null outside one. */
  open: { line: number; command: string; expected: string }[] | null;
}

function readLine(progress: Progress, text: string, index: number): Progress {
  const { scene, steps } = progress;
  const directive = /^<!-- (journal|env): (.*) -->$/.exec(text);
  if (directive !== null) {
    if (directive[1] === "journal") scene.reset(directive[2] ?? "");
    else scene.set(directive[2] ?? "");
    return progress;
  }
  if (text === "```console") return { ...progress, open: [] };
  if (progress.open === null) return progress;
  if (text === "```") {
    for (const step of progress.open) steps.push({ ...step, actual: scene.run(step.command) });
    return { ...progress, open: null };
  }
  addToBlock(progress.open, text, index + 1);
  return progress;
}

function addToBlock(block: { line: number; command: string; expected: string }[], text: string, line: number): void {
  const last = block.at(-1);
  if (text.startsWith("$ ")) block.push({ line, command: text.slice(2), expected: "" });
  else if (last === undefined) throw new Error(`line ${line}: output before any command`);
  else if (last.expected === "" && last.command.endsWith("\\")) {
    last.command = `${last.command.slice(0, -1)}${text.trim()}`;
  } else last.expected += `${text}\n`;
}
