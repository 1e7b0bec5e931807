/** Runs the real program in this process, on a copy of the real plan, with a clock and a terminal of the test. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Sink } from "../../src/cli/io.ts";
import { main } from "../../src/cli/main.ts";
import { cacheBeside, cacheFor } from "../support/cache.ts";
import { asText } from "../support/written.ts";

const ROOT = join(import.meta.dirname, "../..");

/** 2017-07-03 09:12 in Beijing, the day of the example journal's last record. */
const NOW = Date.parse("2017-07-03T09:12:00+08:00");

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The world of a run: columns of the terminal (none for a pipe) and the environment. */
export interface World {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** A folder with a copy of the plan and the first `records` lines of the example journal. */
export function makeHome(records: number): string {
  const home = mkdtempSync(join(tmpdir(), "ipplan-screens-"));
  cpSync(join(ROOT, "plan"), join(home, "plan"), { recursive: true });
  const lines = readFileSync(join(ROOT, "test/fixtures/journal-example.jsonl"), "utf8").trimEnd().split("\n");
  const journal = lines.slice(0, records).map((line) => `${line}\n`);
  if (records > 0) writeFileSync(join(home, "journal.jsonl"), journal.join(""));
  return home;
}

/** The head of a plan with one division and one section. */
export const OWN_HEAD = `title: 试验计划
year: 2017
timezone: Asia/Shanghai
divisions: [{ id: a, name: 甲处 }]
themes: [{ id: t1, title: 主体 }]
sections: [{ id: s1, theme: t1, title: 分项 }]
`;

/** A folder with the test's own plan and journal. */
export function makeOwnHome(files: Readonly<Record<string, string>>): string {
  const home = mkdtempSync(join(tmpdir(), "ipplan-screens-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, name)), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  return home;
}

export function removeHome(home: string): void {
  for (const folder of [home, cacheBeside(home)]) rmSync(folder, { recursive: true, force: true });
}

/** Runs the program in the folder; its first run there finds an empty cache. */
export async function runIn(home: string, argv: readonly string[], { columns, env = {} }: World = {}): Promise<Result> {
  const written = { stdout: "", stderr: "" };
  const sink = (name: "stdout" | "stderr"): Sink => ({
    isTerminal: columns !== undefined,
    columns: () => columns,
    write: (text) => {
      written[name] += asText(text);
    },
  });
  const io = {
    env,
    cwd: home,
    now: () => NOW,
    stdout: sink("stdout"),
    stderr: sink("stderr"),
    userName: () => "综合科",
    cache: cacheFor(argv, { env: { IPPLAN_CACHE: cacheBeside(home), ...env }, cwd: home }),
  };
  const code = await main(argv, io);
  return { code, ...written };
}
