/** A small plan in a temporary folder, and programs that work on it in processes of their own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type JournalReading, readJournal } from "../../src/storage/journal-files.ts";
import { journalFiles } from "../../src/storage/file-lists.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const BIN = join(ROOT, "bin/ipplan.js");

const HEAD = `title: 试验计划
year: 2017
timezone: Asia/Shanghai
divisions: [{ id: a, name: 甲处 }, { id: b, name: 乙处 }]
themes: [{ id: t1, title: 主体 }]
sections: [{ id: s1, theme: t1, title: 分项 }]
`;

/** Makes a folder with a plan of one task that has that many milestones (`1-1` …). `remove` deletes the folder. */
export function makeOffice(milestones: number): {
  readonly folder: string;
  readonly journal: string;
  remove: () => void;
} {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-long-"));
  writePlan(folder, milestones);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  return { folder, journal: join(folder, "journal.jsonl"), remove };
}

/** Writes the same plan into an existing folder. */
export function writePlan(folder: string, milestones: number): void {
  const entries = Array.from(
    { length: milestones },
    (_, index) => `      - { id: 1-${index + 1}, when: Q2, text: 第${index + 1}件 }`,
  );
  const tasks = `section: s1\ntasks:\n  - id: 1\n    title: 任务\n    divisions: [甲处]\n    milestones:\n${entries.join("\n")}\n`;
  mkdirSync(join(folder, "plan"), { recursive: true });
  writeFileSync(join(folder, "plan", "plan.yaml"), HEAD);
  writeFileSync(join(folder, "plan", "tasks.yaml"), tasks);
}

export function read(journal: string): JournalReading {
  return readJournal(journalFiles(journal), (path) => path);
}

/** Runs the program and waits for it. */
export function ipplan(
  folder: string,
  ...args: readonly string[]
): { stdout: string; stderr: string; status: number | null } {
  const env = { ...process.env, IPPLAN_LANG: "zh", SOURCE_DATE_EPOCH: "1499044320" };
  return spawnSync(process.execPath, [BIN, ...args], { cwd: folder, env, encoding: "utf8" });
}

/** What a writer does: `count` notes into each journal in turn, each with `padding` more characters (3 bytes each). */
export interface Work {
  readonly journals: readonly string[];
  readonly count: number;
  readonly padding: number;
}

/**
 * Starts a process that records notes by calling `main` as fast as it can, and prints the id of each note that `main`
 * acknowledged. The process ends by itself or is killed.
 */
export function startWriter(folder: string, name: string, work: Work): ChildProcess {
  const script = `
    const { load, makeLoader } = require(${JSON.stringify(join(ROOT, "dist/start.cjs"))});
    const { main } = load(makeLoader(${JSON.stringify(join(ROOT, "dist"))}, require), "main.cjs");
    const { writeSync } = require("node:fs");
    const [cwd, name, journals, count, padding] = JSON.parse(process.argv[1]);
    const sink = (write) => ({ isTerminal: false, columns: () => undefined, write });
    (async () => {
      for (const journal of journals) for (let i = 0; i < count; i += 1) {
        let said = "";
        const io = { env: { IPPLAN_LANG: "en" }, cwd, now: () => Date.now(), userName: () => name, cache: null,
          stdout: sink((text) => { said += text; }), stderr: sink((text) => { process.stderr.write(text); }) };
        const text = name + " " + i + "说".repeat(padding);
        const code = await main(["note", "1", "--note", text, "--quiet", "--journal", journal], io);
        if (code === 0) writeSync(1, said);
      }
    })();`;
  const told = JSON.stringify([folder, name, work.journals, work.count, work.padding]);
  return spawn(process.execPath, ["-e", script, told], { stdio: ["ignore", "pipe", "inherit"] });
}

/** All output of the process, once it has ended. */
export async function outputOf(child: ChildProcess): Promise<string> {
  let text = "";
  child.stdout?.setEncoding("utf8").on("data", (part: string) => {
    text += part;
  });
  await new Promise<void>((done) => {
    child.on("close", () => done());
  });
  return text;
}

/** The acknowledged ids. Only whole lines count: a killed writer may leave half of one. */
export function idsIn(output: string): string[] {
  return output
    .split("\n")
    .slice(0, -1)
    .filter((line) => line !== "");
}
