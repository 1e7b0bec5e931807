/** Runs the built program as another user, with another environment, or many commands at a time. */
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "../..");
/** 2017-07-03 09:12 in Beijing, the day of the example journal's last record. */
const NOW = Date.parse("2017-07-03T09:12:00+08:00");

/** An installed copy of the program. */
export interface Place {
  /** A folder that every user can read, with the program's `bin` and `dist`. */
  readonly program: string;
  remove: () => void;
}

/** Copies the built program to a folder that every user can read. */
export function installProgram(): Place {
  const program = mkdtempSync(join(tmpdir(), "ipplan-program-"));
  chmodSync(program, 0o755);
  for (const part of ["bin", "dist"]) cpSync(join(ROOT, part), join(program, part), { recursive: true });
  writeFileSync(join(program, "all.cjs"), RUN_ALL);
  return { program, remove: () => rmSync(program, { recursive: true, force: true }) };
}

/** A program that runs `main` for each command line in one process, and prints the answers as JSON. */
const RUN_ALL = `
  const { load, makeLoader } = require("./dist/start.cjs");
  const { main } = load(makeLoader(__dirname + "/dist", require), "main.cjs");
  const [cwd, now, ...lines] = process.argv.slice(2);
  (async () => {
    const answers = [];
    for (const line of lines) {
      const said = { stdout: "", stderr: "" };
      const sink = (name) => ({ isTerminal: false, columns: () => undefined, write: (text) => { said[name] += text; } });
      const io = { env: process.env, cwd, now: () => Number(now), stdout: sink("stdout"), stderr: sink("stderr"),
        userName: () => "综合科", cache: null };
      const code = await main(line.split(" "), io);
      answers.push({ line, code, ...said });
    }
    process.stdout.write(JSON.stringify(answers));
  })();
`;

export interface Answer {
  readonly line: string;
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a run may differ from the default. */
export interface World {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether to run as a user without write permission; only root can switch to it. */
  readonly asNobody?: boolean;
  /** The process's working directory; the plan's folder by default. */
  readonly from?: string;
}

const NOBODY = 65_534;
export const canBeNobody = process.getuid?.() === 0;

/** Runs the command lines on the folder's plan, in one process. */
export function runAll(place: Place, folder: string, lines: readonly string[], world: World = {}): Answer[] {
  const user = world.asNobody === true && canBeNobody ? { uid: NOBODY, gid: NOBODY } : {};
  const env = { PATH: process.env["PATH"] ?? "", GIT_CONFIG_GLOBAL: "/dev/null", IPPLAN_LANG: "zh", ...world.env };
  const args = [join(place.program, "all.cjs"), folder, String(NOW), ...lines];
  const cwd = world.from ?? folder;
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    ...user,
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 1e9,
    // A command that hangs on a pipe fails.
    timeout: 90_000,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Answer[];
}

/** The environment for commands: nothing of this machine except PATH, and the day of the example journal's last record. */
export function environment(): Record<string, string> {
  return {
    PATH: process.env["PATH"] ?? "",
    GIT_CONFIG_GLOBAL: "/dev/null",
    IPPLAN_LANG: "zh",
    SOURCE_DATE_EPOCH: String(NOW / 1000),
  };
}

/** Runs a bash command line in the folder, with `ipplan` as the program. */
export async function shell(
  place: Place,
  folder: string,
  line: string,
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const bin = `ipplan() { "${process.execPath}" "${join(place.program, "bin/ipplan.js")}" "$@"; }`;
  const child = spawn("bash", ["-c", `${bin}\n${line}`], {
    cwd: folder,
    env: { ...environment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
    });
  }
  return new Promise((done, failed) => {
    child.on("error", failed);
    child.on("close", (code) => done({ code, ...output }));
  });
}
