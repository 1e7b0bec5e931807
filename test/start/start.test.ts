/** The built program, started repeatedly with one cache folder for compiled code. */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { installProgram } from "../promises/whole-program.ts";
import { makeHome, makeOwnHome, removeHome } from "../reporters/run-main.ts";

const BIN = join(import.meta.dirname, "../../bin/ipplan.js");
const home = makeHome(48);
const cache = mkdtempSync(join(tmpdir(), "ipplan-start-"));
afterAll(() => {
  rmSync(home, { recursive: true });
  rmSync(cache, { recursive: true });
});

interface Answer {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...argv: readonly string[]): Answer {
  return runWith(cache, ...argv);
}

function runWith(folder: string, ...argv: readonly string[]): Answer {
  const env = { LANG: "C", IPPLAN_CACHE: folder, SOURCE_DATE_EPOCH: "1499044320" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv], {
    cwd: home,
    env,
    encoding: "utf8",
    timeout: 30_000,
  });
  return { status, stdout, stderr };
}

/** A plan of 600 milestones. */
const MANY_PLAN = `title: 试验计划
year: 2017
timezone: Asia/Shanghai
divisions: [{ id: a, name: 甲处 }]
themes: [{ id: t1, title: 主体 }]
sections: [{ id: s1, theme: t1, title: 分项 }]
`;
const MANY_TASKS = Array.from({ length: 150 }, (_, at) => {
  const milestone = (quarter: number): string =>
    `{ id: ${at + 1}-${quarter}, when: Q${quarter}, text: 第${quarter}件 }`;
  const milestones = [1, 2, 3, 4].map(milestone).join(", ");
  return `  - { id: ${at + 1}, title: 任务${at + 1}, divisions: [a], milestones: [${milestones}] }\n`;
}).join("");

const QUESTION = ["overdue", "--format", "json", "--as-of", "2017-07-01"] as const;
const KEPT = join(cache, "overdue.code");
const moment = (): number => statSync(KEPT).mtimeMs;

describe("the program", () => {
  it("keeps its compiled code, and changes it only when it needs further files", () => {
    const plain = run(...QUESTION, "--no-cache");
    expect(readdirSync(cache)).toEqual([]);
    expect(run(...QUESTION)).toEqual(plain);
    // The first run compiles the plan; compiled code is kept from the second on.
    expect(readdirSync(cache)).not.toContain("overdue.code");
    expect(run(...QUESTION)).toEqual(plain);
    const first = moment();
    expect(run(...QUESTION)).toEqual(plain);
    expect(moment()).toBe(first);
    const size = statSync(KEPT).size;
    const table = run("overdue", "--as-of", "2017-07-01");
    expect(statSync(KEPT).size).toBeGreaterThan(size);
    const second = moment();
    expect([run(...QUESTION), run("overdue", "--as-of", "2017-07-01")]).toEqual([plain, table]);
    expect(moment()).toBe(second);
  });

  it("gives the same answer if the compiled code is damaged, another command's or cut short", () => {
    const plain = run(...QUESTION);
    run("list");
    const whole = readFileSync(KEPT);
    for (const part of [0.01, 0.2, 0.3, 0.45, 0.6, 0.8]) {
      const damaged = Buffer.from(whole);
      damaged.fill(0x55, Math.floor(whole.length * part), Math.floor(whole.length * part) + 64);
      writeFileSync(KEPT, damaged);
      expect(run(...QUESTION)).toEqual(plain);
    }
    for (const length of [0, 100, 5000, whole.length / 2, whole.length - 8]) {
      writeFileSync(KEPT, whole.subarray(0, length));
      expect(run(...QUESTION)).toEqual(plain);
    }
    copyFileSync(join(cache, "list.code"), KEPT);
    expect(run(...QUESTION)).toEqual(plain);
    expect(readFileSync(KEPT).length).toBeGreaterThan(100_000);
  });

  it("makes the cache folder and its parents, and gives the same answer if that is impossible", () => {
    const plain = run(...QUESTION);
    const fresh = join(cache, "above/further/still/own");
    expect(runWith(fresh, ...QUESTION)).toEqual(plain);
    expect(readdirSync(fresh)).not.toEqual([]);
    rmSync(join(cache, "above"), { recursive: true });
    for (const folder of ["/proc/none/own", "/proc/none/far/below", join(BIN, "own")]) {
      expect(runWith(folder, ...QUESTION), folder).toEqual(plain);
    }
  });

  it.each(["abc", "2017-07-03", "-1", "1e9"])("refuses an invalid SOURCE_DATE_EPOCH: %s", (epoch) => {
    const env = { LANG: "C", IPPLAN_CACHE: "off", SOURCE_DATE_EPOCH: epoch };
    const done = spawnSync(process.execPath, [BIN, "--version"], { cwd: home, env, encoding: "utf8" });
    expect([done.status, done.stdout]).toEqual([2, ""]);
    expect(done.stderr).toContain(`SOURCE_DATE_EPOCH="${epoch}"`);
    const unset = spawnSync(process.execPath, [BIN, "--version"], {
      cwd: home,
      env: { ...env, SOURCE_DATE_EPOCH: "" },
    });
    expect(unset.status).toBe(0);
  });

  it("runs without V8's optimizing compilers on a plan of 600 milestones, and keeps its compiled code", () => {
    const own = makeOwnHome({
      "plan/plan.yaml": MANY_PLAN,
      "plan/tasks.yaml": `section: s1\ntasks:\n${MANY_TASKS}`,
    });
    const env = { LANG: "C", IPPLAN_CACHE: join(own, "cache"), SOURCE_DATE_EPOCH: "1499044320" };
    const list = (...flags: readonly string[]): string =>
      spawnSync(process.execPath, [...flags, BIN, "list", "--lang", "zh"], { cwd: own, env, encoding: "utf8" }).stdout;
    const plain = list();
    expect([list(), list()]).toEqual([plain, plain]);
    const code = join(own, "cache/list.code");
    const before = statSync(code).mtimeMs;
    expect(list()).toBe(plain);
    expect(statSync(code).mtimeMs).toBe(before);
    // With another V8 flag, the first run compiles everything again.
    list("--trace-opt");
    const traced = list("--trace-opt").split("\n");
    const isHeld = !traced.some((line) => line.startsWith("[completed optimizing"));
    expect(isHeld).toBe(/^v(?:20|24|26)\./.test(process.version));
    expect(traced.filter((line) => plain.includes(`${line}\n`)).length).toBeGreaterThan(plain.split("\n").length / 2);
    removeHome(own);
  }, 60_000);

  it("ends as usual if compiled code cannot be kept", () => {
    const { program, remove } = installProgram();
    rmSync(join(program, "dist/start-write-code-cache.cjs"));
    const env = { LANG: "C", IPPLAN_CACHE: mkdtempSync(join(cache, "fresh-")), SOURCE_DATE_EPOCH: "1499044320" };
    const answers = Array.from({ length: 3 }, () =>
      spawnSync(process.execPath, [join(program, "bin/ipplan.js"), ...QUESTION], { cwd: home, env, encoding: "utf8" }),
    );
    remove();
    const plain = run(...QUESTION);
    expect(answers.map(({ status, stdout, stderr }) => ({ status, stdout, stderr }))).toEqual([plain, plain, plain]);
  });

  it("keeps nothing for an unknown command", () => {
    const before = readdirSync(cache);
    expect(run("statsu").status).toBe(2);
    expect(readdirSync(cache)).toEqual(before);
  });

  it("prints its version", () => {
    const { version } = JSON.parse(readFileSync(join(BIN, "../../package.json"), "utf8")) as { version: string };
    expect([run("--version"), run("-V", "--lang", "en")].map(({ stdout }) => stdout)).toEqual([
      `${version}\n`,
      `${version}\n`,
    ]);
  });
});
