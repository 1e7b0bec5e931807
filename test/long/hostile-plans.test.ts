/** P9: no plan text crashes or hangs ipplan. Prints its figures for docs/reliability.md. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { shareOf } from "./share.ts";
import { readDamaged } from "../storage/mutations.ts";
import { HEAD } from "../storage/small-plan.ts";

const PROGRAM = join(import.meta.dirname, "../../bin/ipplan.js");
const MIB = 1024 * 1024;
/** The promised 3 seconds, counted in starts of bare Node.js in the same run (some 25 ms of processor time). */
const MOST_STARTS = 120;
const MOST_MEGABYTES = 400;

const PLANS = shareOf(100_000);

it(`${PLANS} damaged plans of up to 1 KB throw no error, and each problem has a position in its file`, () => {
  const { failures, slowest } = readDamaged(PLANS);
  process.stdout.write(`${PLANS} plans: ${failures.length} failures, the slowest took ${Math.round(slowest)} ms\n`);
  expect(failures).toEqual([]);
  expect(slowest / (secondsOfBareNode() * 1000)).toBeLessThan(MOST_STARTS);
});

/** The text, repeated as often as it fits into 1 MiB. */
function fill(text: string): Buffer {
  return Buffer.from(text.repeat(Math.floor(MIB / Buffer.byteLength(text))));
}

const aliases = Array.from({ length: 12 }, (_, n) => `x-${n + 1}: &x${n + 1} [${`*x${n}, `.repeat(9)}]`).join("\n");

const titles = Array.from(
  { length: 30_000 },
  (_, n) => `《关于专利${String.fromCodePoint(0x4e00 + (n % 20_000))}》`,
).join("");

const BOMBS: readonly (readonly [string, Buffer])[] = [
  ["NUL", Buffer.alloc(MIB)],
  ["bytes FF", Buffer.alloc(MIB, 0xff)],
  ["carriage returns", fill("\r")],
  ["hidden characters", fill("提\u202e\u0000\n")],
  ["escapes of hidden characters", Buffer.concat([Buffer.from('section: "'), fill("\\e").subarray(20)])],
  ["brackets", fill("[")],
  ["braces with keys", fill("{a: ")],
  ["commas in a list", Buffer.concat([Buffer.from("x-a: ["), fill(",").subarray(10)])],
  ["quotes", fill('"')],
  ["colons", fill(": ")],
  ["small keys", fill("a: 1\n")],
  ["full-width colons", fill("a：b\n")],
  ["known keys with full-width colons", fill("id：b\n")],
  ["full-width commas in one line", Buffer.concat([Buffer.from("when: ["), fill("，").subarray(9)])],
  ["hyphens", fill("- ")],
  ["deeper and deeper", Buffer.from(Array.from({ length: 1447 }, (_, n) => `${" ".repeat(n)}a:\n`).join(""))],
  ["anchors", fill("&a ")],
  ["aliases", fill("*a ")],
  ["tags", fill("!a ")],
  ["question marks", fill("? ")],
  ["documents", fill("---\n")],
  ["aliases of aliases", Buffer.from(`x-0: &x0 [a]\n${aliases}\n`)],
  [
    "tasks with unknown keys",
    Buffer.concat([Buffer.from("section: s1-1\ntasks:\n"), fill("- {b: 1}\n").subarray(9 * 60_000)]),
  ],
  [
    "titles that are nearly the same",
    Buffer.from(`section: s1-1\ntasks:\n- {id: 1, title: ${titles}, divisions: [x]}\n`),
  ],
];

/** What a program took: processor seconds (not elapsed ones, so that a busy machine fails no test), peak memory in MiB. */
interface Used {
  seconds: number;
  megabytes: number;
  code: number | null;
  stdout: string;
}

/** Runs Node.js with the arguments in the folder. */
function runNode(args: readonly string[], home: string): Used {
  const peak = join(home, "peak.txt");
  const hook = join(home, "hook.cjs");
  const write = `require("fs").writeFileSync(${JSON.stringify(peak)}, JSON.stringify(process.resourceUsage()))`;
  writeFileSync(hook, `process.on("exit", () => ${write});`);
  // Reading further certificates takes Node.js longer than its start, and would stretch the limit.
  const env = { ...process.env, NODE_EXTRA_CA_CERTS: "" };
  const options = { cwd: home, env, encoding: "utf8", timeout: 120_000 } as const;
  const { status, stdout } = spawnSync(process.execPath, ["--require", hook, ...args], options);
  const used = JSON.parse(readFileSync(peak, "utf8")) as NodeJS.ResourceUsage;
  const seconds = (used.userCPUTime + used.systemCPUTime) / 1e6;
  return { seconds, megabytes: used.maxRSS / 1024, code: status, stdout };
}

/** Runs `check` on a plan with the file. */
function checkWith(bytes: Buffer): Used {
  return inFolder((home) => {
    mkdirSync(join(home, "plan"));
    writeFileSync(join(home, "plan", "plan.yaml"), HEAD);
    writeFileSync(join(home, "plan", "1-1.yaml"), bytes);
    return runNode([PROGRAM, "check", "--lang", "zh"], home);
  });
}

/** How long Node.js takes for nothing here and now: the middle of nine. */
function secondsOfBareNode(): number {
  return inFolder((home) => {
    const all = Array.from({ length: 9 }, () => runNode(["-e", "0"], home).seconds);
    return all.toSorted((a, b) => a - b).at(4) ?? 0;
  });
}

function inFolder<T>(work: (home: string) => T): T {
  const home = mkdtempSync(join(tmpdir(), "ipplan-bomb-"));
  try {
    return work(home);
  } finally {
    rmSync(home, { recursive: true });
  }
}

it("24 hostile files of 1 MiB each get a problem with a position, within 120 starts of Node.js and 400 MB", () => {
  expect(BOMBS).toHaveLength(24);
  const bare = secondsOfBareNode();
  process.stdout.write(`Node.js alone: ${(bare * 1000).toFixed(0)} ms\n`);
  const figures = BOMBS.map(([name, bytes]) => ({ name, ...checkWith(bytes) }));
  for (const { name, seconds, megabytes, code } of figures) {
    const starts = Math.round(seconds / bare);
    process.stdout.write(
      `${name}: ${seconds.toFixed(2)} s, ${starts} starts, ${Math.round(megabytes)} MB, exit ${code}\n`,
    );
  }
  for (const { name, seconds, megabytes, code, stdout } of figures) {
    expect(code, name).toBe(1);
    expect(stdout, name).toMatch(/^plan\/1-1\.yaml:\d+:\d+ {2}(?:错误 E|警告 W)-/);
    expect(seconds / bare, name).toBeLessThan(MOST_STARTS);
    expect(megabytes, name).toBeLessThan(MOST_MEGABYTES);
  }
});
