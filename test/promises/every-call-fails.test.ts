/**
 * Lets the n-th file system call fail, or write only a part, for every n. Whatever fails, what a command says is true, each
 * output file is the old one or the whole new one, and no record is harmed.
 */
import * as fs from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { makeOffice, read } from "../long/office.ts";
import { type Result, runIn } from "../reporters/run-main.ts";

const faults = vi.hoisted(() => ({ failAt: 0, calls: 0, kind: "EIO" }));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  /** Counts the calls and lets one fail: for "short", a write writes half of its bytes; a close fails after closing. */
  const failing = (name: string, work: (...args: unknown[]) => unknown) => {
    return (...args: unknown[]): unknown => {
      faults.calls += 1;
      if (faults.calls !== faults.failAt) return work(...args);
      const [fd, bytes] = args;
      if (faults.kind === "short" && name === "writeSync" && Buffer.isBuffer(bytes)) {
        return work(fd, bytes.subarray(0, Math.floor(bytes.length / 2)));
      }
      if (name === "closeSync") work(...args);
      const code = faults.kind === "short" ? "ENOSPC" : faults.kind;
      throw Object.assign(new Error(`${code}: ${name}`), { code, syscall: name });
    };
  };
  const wrapped: [string, (...args: unknown[]) => unknown][] = Object.entries(real)
    .filter(([name]) => name.endsWith("Sync"))
    .map(([name, work]) => [name, failing(name, work as (...args: unknown[]) => unknown)]);
  const all = Object.fromEntries(wrapped);
  // `realpathSync.native` is a second entry to the same call.
  const native = failing("realpathSync", real.realpathSync.native as (...args: unknown[]) => unknown);
  return { ...real, ...all, realpathSync: Object.assign(all["realpathSync"] ?? native, { native }) };
});

const office = makeOffice(2);
afterAll(() => office.remove());

const planFiles = ["plan/plan.yaml", "plan/tasks.yaml"].map((name) => join(office.folder, name));
const planBytes = planFiles.map((path) => fs.readFileSync(path, "utf8"));
const output = join(office.folder, "out.txt");
const other = join(office.folder, "other.jsonl");
let journalBytes = "";

/** Runs the command with its n-th call failing (0: none), after resetting the folder. */
async function run(argv: readonly string[], failAt: number, kind: string): Promise<Result & { calls: number }> {
  fs.writeFileSync(office.journal, journalBytes);
  fs.writeFileSync(output, "old\n");
  fs.rmSync(`${output}.rejected`, { force: true });
  Object.assign(faults, { failAt, kind, calls: 0 });
  const result = await runIn(office.folder, argv, { env: { IPPLAN_LANG: "zh" } });
  const { calls } = faults;
  faults.failAt = 0;
  return { ...result, calls };
}

beforeEach(async () => {
  vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
  if (journalBytes !== "") return;
  await runIn(office.folder, ["done", "1-1", "--on", "2017-06-20"]);
  await runIn(office.folder, ["note", "1-1", "说明"]);
  journalBytes = fs.readFileSync(office.journal, "utf8");
  await runIn(office.folder, ["note", "1-2", "别处的", "--journal", "other.jsonl"]);
});

function idsIn(journal: string): string[] {
  return read(journal).records.map(({ id }) => id);
}

/** Expects what must hold whatever failed. */
function expectUnharmed({ code, stdout, stderr }: Result, at: string): void {
  expect([0, 3], at).toContain(code);
  if (code === 3) expect([stdout, stderr === ""], at).toEqual(["", false]);
  expect(
    planFiles.map((path) => fs.readFileSync(path, "utf8")),
    at,
  ).toEqual(planBytes);
  expect(fs.readFileSync(office.journal, "utf8").startsWith(journalBytes), at).toBe(true);
  expect(
    read(office.journal).damaged.every(({ fault }) => fault === "torn"),
    at,
  ).toBe(true);
  expect(
    fs.readdirSync(office.folder).filter((name) => name.endsWith(".tmp")),
    at,
  ).toEqual([]);
}

const KINDS = ["EIO", "ENOSPC", "EACCES", "short"];

/** Runs the command with each of its calls failing in turn. */
async function failEach(
  argv: readonly string[],
  kind: string,
  look: (result: Result, at: string) => void,
): Promise<number> {
  const { calls } = await run(argv, 0, kind);
  for (let failAt = 1; failAt <= calls; failAt += 1) {
    const result = await run(argv, failAt, kind);
    const at = `${argv.join(" ")}: call ${failAt} fails with ${kind}`;
    expectUnharmed(result, at);
    look(result, at);
  }
  return calls;
}

describe.each(KINDS)("with %s at every call", (kind) => {
  it.each([["done", "1-2", "--on", "2017-06-21", "--evidence", "doc:文号"], ["progress", "1-2", "50"], ["undo"]])(
    "%s tells no record that is not there",
    async (...argv) => {
      const calls = await failEach([...argv, "--quiet"], kind, ({ code, stdout }, at) => {
        const told = stdout.split("\n").filter((line) => line !== "");
        if (code === 0) expect(idsIn(office.journal), at).toEqual(expect.arrayContaining(told));
        expect(told, at).toHaveLength(code === 0 ? 1 : 0);
      });
      expect(calls).toBeGreaterThan(10);
    },
  );

  it("journal merge adds all records or says that it could not", async () => {
    const calls = await failEach(["journal", "merge", "other.jsonl"], kind, ({ code }, at) => {
      if (code === 0) expect(idsIn(office.journal), at).toEqual(expect.arrayContaining(idsIn(other)));
    });
    expect(calls).toBeGreaterThan(10);
  });

  it.each([
    ["journal", "repair"],
    ["list", "--format", "json"],
    ["status", "--format", "csv"],
    ["log", "--format", "md"],
  ])("%s %s leaves the old output file or writes a whole one", async (...argv) => {
    await run([...argv, "--output", "out.txt"], 0, kind);
    const whole = fs.readFileSync(output, "utf8");
    expect(whole).not.toBe("old\n");
    await failEach([...argv, "--output", "out.txt"], kind, ({ code }, at) => {
      expect(code === 0 ? [whole] : ["old\n", whole], at).toContain(fs.readFileSync(output, "utf8"));
    });
  });

  it.each(["status", "list", "show 1", "overdue", "log", "check"])(
    "%s gives the usual answer or says that it could not",
    async (command) => {
      const { stdout } = await run(command.split(" "), 0, kind);
      const calls = await failEach(command.split(" "), kind, (result, at) => {
        if (result.code === 0) expect(result.stdout, at).toBe(stdout);
      });
      expect(calls).toBeGreaterThan(10);
    },
  );
});
