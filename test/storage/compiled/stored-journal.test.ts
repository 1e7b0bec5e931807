/** A compiled journal whose own file was replaced after its signature was taken. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { CacheDamage } from "../../../src/storage/compiled/damage.ts";
import { compileJournal } from "../../../src/storage/compiled/compile-journal.ts";
import { warmJournal } from "../../../src/storage/compiled/warm-journal.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-stored-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function line(note: string): string {
  const facts = { by: "综合科", do: "note", ref: "1-1", on: day("2017-05-01"), note, of: [] } as const;
  return `${encodeRecord(facts, "2017-05-01T01:00:00.000Z", []).line}\n`;
}

describe("a compiled journal", () => {
  it("does not take another line for its own", async () => {
    const path = join(folder, "journal.jsonl");
    const place = { folder: join(folder, "cache"), build: "test" };
    const show = (file: string): string => file;
    writeFileSync(path, line("甲"));
    compileJournal(place, path, show);
    const warm = await warmJournal(place, path, show);
    const [note] = warm?.journal.liveByRef.get("1-1") ?? [];
    writeFileSync(path, line("乙"));
    expect(note?.on).toBe("2017-05-01");
    expect(() => note?.note).toThrow(CacheDamage);
    expect(() => warm?.journal.records).toThrow(CacheDamage);
  });
});
