/** The mark beside a compiled file says whose signature may be trusted; a wrong mark would keep old answers alive. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compileJournal } from "../../../src/storage/compiled/compile-journal.ts";
import { cachedJournal } from "../../../src/storage/compiled/cached-journal.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";

/** How far the file system's clock is ahead of all changes; see the mock. */
const passed = vi.hoisted(() => ({ nanoseconds: 0n }));
const HOUR = 3_600_000_000_000n;

vi.mock("../../../src/storage/compiled/cache-folder.ts", async (original) =>
  (await import("./passed-time.ts")).afterTime(original, passed),
);

let home = "";
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "ipplan-kept-"));
  passed.nanoseconds = 0n;
  write("甲");
  await compileJournal(place(), path(), show);
  expect(marks()).toEqual([]);
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const show = (file: string): string => file;
const path = (): string => join(home, "journal.jsonl");
const place = (): { readonly folder: string; readonly build: string } => ({
  folder: join(home, "cache"),
  build: "test",
});
const marks = (): string[] => readdirSync(place().folder).filter((name) => !name.endsWith(".journal"));

function write(note: string): void {
  const facts = { by: "综合科", do: "note", ref: "1-1", on: day("2017-05-01"), note, of: [] } as const;
  writeFileSync(path(), `${encodeRecord(facts, "2017-05-01T01:00:00.000Z", []).line}\n`);
}

/** The notes in the compiled journal; null if it does not fit the file. */
async function notes(): Promise<(string | undefined)[] | null> {
  const warm = await cachedJournal(place(), path(), [path()], show);
  return warm === null ? null : Array.from(warm.journal.each(), ({ note }) => note);
}

it("removes what commands that were killed left unfinished in the cache folder, and nothing else", async () => {
  const { pid: dead } = spawnSync(process.execPath, ["-e", "0"]);
  const unfinished = [`0a1b2c3d.plan.${dead}.tmp`, `0a1b2c3d.journal.mark.${dead}.tmp`, `status.code.${dead}.tmp`];
  // Of a process that runs, and of other programs in a folder that somebody shares with them.
  const others = [`0a1b2c3d.plan.${process.pid}.tmp`, `report.${dead}.tmp`, `0a1b2c3d.${dead}.tmp`, "0a1b2c3d.plan"];
  const fresh = `ffffffff.plan.${dead}.tmp`;
  for (const name of [...unfinished, ...others, fresh]) writeFileSync(join(place().folder, name), "");
  for (const name of [...unfinished, ...others]) utimesSync(join(place().folder, name), 0, 0);
  await compileJournal(place(), path(), show);
  const left = readdirSync(place().folder).filter((name) => !name.endsWith(".journal"));
  expect(left.toSorted()).toEqual([...others, fresh].toSorted());
});

describe("a journal's signature", () => {
  it("is trusted once its content was compared some time after the last change", async () => {
    passed.nanoseconds = HOUR;
    expect(await notes()).toEqual(["甲"]);
    expect(marks()).toHaveLength(1);
    expect(await notes()).toEqual(["甲"]);
  });

  it("is not trusted shortly after a change, even if the content is the same", async () => {
    expect(await notes()).toEqual(["甲"]);
    expect(marks()).toEqual([]);
  });

  it("is not trusted if the content has changed, even to one of the same length", async () => {
    passed.nanoseconds = HOUR;
    write("乙");
    expect([await notes(), await notes()]).toEqual([null, null]);
    expect(marks()).toEqual([]);
  });
});
