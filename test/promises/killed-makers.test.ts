/** A command that makes several files is killed before it renames one of them. Run again, it makes them all. */
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { runIn } from "../reporters/run-main.ts";

const faults = vi.hoisted(() => ({ renames: 0, failAt: 0 }));

vi.mock("node:fs", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  return {
    ...real,
    renameSync: (from: string, to: string): void => {
      faults.renames += 1;
      if (faults.renames === faults.failAt) throw new Error("killed");
      real.renameSync(from, to);
    },
    // A killed process removes nothing.
    rmSync: (path: string, options: fs.RmOptions): void => {
      if (faults.failAt === 0) real.rmSync(path, options);
    },
  };
});

function emptyFolder(): string {
  const folder = fs.mkdtempSync(join(tmpdir(), "ipplan-killed-"));
  onTestFinished(() => {
    faults.failAt = 0;
    fs.rmSync(folder, { recursive: true });
  });
  return folder;
}

const INIT = ["init", "--year", "2018", "--lang", "en"];

it("init in an existing folder", async () => {
  await runIn(emptyFolder(), INIT);
  const { renames } = faults;
  expect(renames).toBeGreaterThan(3);
  for (let failAt = 1; failAt <= renames; failAt += 1) {
    const folder = emptyFolder();
    Object.assign(faults, { renames: 0, failAt });
    expect((await runIn(folder, INIT)).code).toBe(3);
    faults.failAt = 0;
    // If the plan folder exists, it is complete, and there is nothing left to make.
    const isMade = fs.existsSync(join(folder, "plan"));
    const { code, stderr } = await runIn(folder, isMade ? ["check"] : INIT);
    expect([code, stderr], `killed at name ${failAt}`).toEqual([0, ""]);
  }
});
