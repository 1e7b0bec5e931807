/** Whose signature may be believed the next time: a compiled file's mark says so, and a wrong one would keep old answers. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { compileJournal } from "../../../src/storage/compiled/compile-journal.ts";
import { warmJournal } from "../../../src/storage/compiled/warm-journal.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";

/** How long ago the file system's clock says everything happened; see the mock. */
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

/** The journal's notes out of what was compiled; null where that is not of the file as it is. */
async function notes(): Promise<(string | undefined)[] | null> {
  const warm = await warmJournal(place(), path(), [path()], show);
  return warm === null ? null : Array.from(warm.journal.each(), ({ note }) => note);
}

describe("a journal's signature", () => {
  it("is believed once its content was compared some time after its last change", async () => {
    passed.nanoseconds = HOUR;
    expect(await notes()).toEqual(["甲"]);
    expect(marks()).toHaveLength(1);
    expect(await notes()).toEqual(["甲"]);
  });

  it("is not believed shortly after a change, although the content is the same", async () => {
    expect(await notes()).toEqual(["甲"]);
    expect(marks()).toEqual([]);
  });

  it("is not believed where the content is another, of the same length too", async () => {
    passed.nanoseconds = HOUR;
    write("乙");
    expect([await notes(), await notes()]).toEqual([null, null]);
    expect(marks()).toEqual([]);
  });
});
