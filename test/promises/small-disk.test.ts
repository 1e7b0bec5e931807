/** P5: a disk of 64 KB that becomes full while records are written. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeOffice } from "../long/office.ts";
import { installProgram } from "./whole-program.ts";

const place = installProgram();
const office = makeOffice(1);
const disk = join(office.folder, "disk");
mkdirSync(disk);
afterAll(() => {
  place.remove();
  office.remove();
});

/**
 * The `unshare` options with which a mount in a separate namespace works: as root, or as root of a user namespace; null if
 * neither does.
 */
function ownMount(): readonly string[] | null {
  const ways = [["-m"], ["-rm"]];
  return ways.find((way) => spawnSync("unshare", [...way, "mount", "-t", "tmpfs", "none", disk]).status === 0) ?? null;
}

/** A command and an output file for each format: all must be written in the same safe way. */
const REPORTS = [
  ...[
    ["log", "log.csv"],
    ["gantt", "year.svg"],
    ["calendar", "days.ics"],
  ],
  ...["md", "html", "docx", "csv", "json"].map((ending) => ["report", `bulletin.${ending}`]),
];

/** A program that records until three writes have failed on the full disk, and once more after freeing some space. */
const FILL = `
  const { load, makeLoader } = require("./dist/start.cjs");
  const { main } = load(makeLoader(__dirname + "/dist", require), "main.cjs");
  const fs = require("node:fs");
  const cwd = process.argv.at(-1);
  const run = async (...argv) => {
    const said = { stdout: "", stderr: "" };
    const sink = (name) => ({ isTerminal: false, columns: () => undefined, write: (text) => { said[name] += text; } });
    const io = { env: { IPPLAN_LANG: "zh" }, cwd, now: () => 1499044320000, stdout: sink("stdout"), stderr: sink("stderr"),
      userName: () => "clerk", cache: null };
    return { code: await main(argv, io), ...said };
  };
  (async () => {
    const [told, failures] = [[], []];
    const reports = ${JSON.stringify(REPORTS)}.map(([command, name]) => ({ command, name, path: cwd + "/" + name }));
    for (const { path } of reports) fs.writeFileSync(path, "old");
    fs.writeFileSync(cwd + "/reserve", Buffer.alloc(8192));
    for (let n = 0; n < 1000 && failures.length < 3; n += 1) {
      const answer = await run("note", "1", "--note", "第" + n + "次" + "说".repeat(n % 50), "--quiet");
      if (answer.code === 0) told.push(answer.stdout.trim());
      else failures.push(answer);
    }
    const saved = [];
    for (const { command, name, path } of reports) {
      const { code } = await run(command, "--output", name);
      saved.push([name, code, fs.readFileSync(path, "utf8")]);
    }
    const left = fs.readdirSync(cwd).sort();
    fs.rmSync(cwd + "/reserve");
    const again = await run("note", "1", "又有地方了", "--quiet");
    const log = await run("log", "--format", "json");
    process.stdout.write(JSON.stringify({ told, failures, saved, left, again, log }));
  })();
`;

interface Filled {
  readonly told: readonly string[];
  readonly failures: readonly { readonly code: number; readonly stdout: string; readonly stderr: string }[];
  readonly saved: readonly (readonly [name: string, code: number, content: string])[];
  readonly left: readonly string[];
  readonly again: { readonly code: number; readonly stdout: string };
  readonly log: { readonly stdout: string };
}

it("no acknowledged record is lost, no failed one is acknowledged, and writing works again when there is space", ({
  skip,
}) => {
  const way = ownMount();
  if (way === null) return skip("neither root nor a user namespace may mount a file system here");
  const script = `mount -t tmpfs -o size=64k none "$1" && cp -r "$2/plan" "$1" && cd "$3" && exec "$4" -e "$5" - "$1"`;
  const args = [...way, "sh", "-c", script, "sh", disk, office.folder, place.program, process.execPath, FILL];
  const { stdout, stderr, status } = spawnSync("unshare", args, { encoding: "utf8", timeout: 100_000 });
  expect([status, stderr]).toEqual([0, ""]);
  const filled = JSON.parse(stdout) as Filled;
  expect(filled.told.length).toBeGreaterThan(50);
  for (const failure of filled.failures) {
    expect([failure.code, failure.stdout]).toEqual([3, ""]);
    expect(failure.stderr).toMatch(/磁盘已满|只写进了一部分/);
  }
  expect(filled.failures).toHaveLength(3);
  const names = REPORTS.map(([, name = ""]) => name);
  expect(filled.saved).toEqual(names.map((name) => [name, 3, "old"]));
  expect(new Set(filled.left)).toEqual(new Set([...names, "journal.jsonl", "plan", "reserve"]));
  expect(filled.again.code).toBe(0);
  const { records, journalDamaged } = JSON.parse(filled.log.stdout) as {
    records: { id: string }[];
    journalDamaged: number;
  };
  const present = new Set(records.map(({ id }) => id));
  expect([...filled.told, filled.again.stdout.trim()].filter((id) => !present.has(id))).toEqual([]);
  expect(journalDamaged).toBeLessThanOrEqual(3);
});
