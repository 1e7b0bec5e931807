/** Disks and network folders fail: whichever read of a compiled file fails, the command answers as without a cache. */
import * as fs from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { makeHome, removeHome, runIn } from "../../reporters/run-main.ts";

const faults = vi.hoisted(() => ({ folder: "", fds: new Set<number>(), reads: 0, failAt: 0 }));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return {
    ...real,
    openSync: (path: string, flags: number, mode?: number) => {
      const fd = real.openSync(path, flags, mode);
      if (path.startsWith(faults.folder)) faults.fds.add(fd);
      else faults.fds.delete(fd);
      return fd;
    },
    readSync: (fd: number, bytes: Uint8Array, offset: number, length: number, position: number) => {
      if (faults.fds.has(fd)) {
        faults.reads += 1;
        if (faults.reads === faults.failAt) throw Object.assign(new Error("EIO"), { code: "EIO", syscall: "read" });
      }
      return real.readSync(fd, bytes, offset, length, position);
    },
  };
});

const home = makeHome(48);
const journal = join(home, "journal.jsonl");
afterAll(() => removeHome(home));
const env = { IPPLAN_LANG: "zh", IPPLAN_CACHE: join(home, "cache") };
faults.folder = env.IPPLAN_CACHE;

/** Runs the command with the `failAt`th read of a compiled file failing; 0 for none. */
async function run(argv: readonly string[], failAt: number): Promise<Awaited<ReturnType<typeof runIn>>> {
  Object.assign(faults, { reads: 0, failAt });
  return runIn(home, argv, { env });
}

/** Records notes so long that the compiled journal is read in parts. */
async function recordMuch(): Promise<void> {
  const rows = Array.from({ length: 60 }, (_, n) => `${(n % 26) + 1},第${n}次：${"进展正常".repeat(450)}\n`);
  fs.writeFileSync(join(home, "notes.csv"), `编号,说明\n${rows.join("")}`);
  const { code } = await run(["note", "--file", "notes.csv"], 0);
  expect(code).toBe(0);
}

describe("a compiled file that cannot be read", () => {
  it("changes no answer, and makes no command fail", async () => {
    await recordMuch();
    for (const argv of ["overdue", "log --task 3", "status"].map((words) => [
      ...words.split(" "),
      "--format",
      "json",
    ])) {
      await run(argv, 0);
      const whole = await run(argv, 0);
      const { reads } = faults;
      for (let failAt = 1; failAt <= reads; failAt += 1) {
        expect(await run(argv, failAt), `${argv.join(" ")}: reading ${failAt}`).toEqual(whole);
        // A file that could not be read was compiled anew; this restores the earlier state.
        await run(argv, 0);
      }
      expect(reads).toBeGreaterThan(3);
    }
  });

  it("does not keep a record from being written once and reported", async () => {
    const before = fs.readFileSync(journal);
    const argv = ["done", "10-1", "--on", "2017-06-20", "--quiet"];
    await run(argv, 0);
    const { reads } = faults;
    for (let failAt = 1; failAt <= reads; failAt += 1) {
      fs.writeFileSync(journal, before);
      await run(["overdue", "--format", "json"], 0);
      const { code, stdout } = await run(argv, failAt);
      const added = fs.readFileSync(journal).subarray(before.length).toString("utf8");
      expect([code, added.split("\n").length, added.includes(stdout.trim())], `reading ${failAt}`).toEqual([
        0,
        2,
        true,
      ]);
    }
    expect(reads).toBeGreaterThan(3);
  });
});
