/**
 * P20: journals of every released version stay readable. `test/fixtures/journals/VERSION.jsonl` was written by that
 * version and never changes; each release adds one.
 */
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { readJournal } from "../../src/storage/journal-files.ts";
import { journalFiles } from "../../src/storage/file-lists.ts";
import { unknownFields } from "../../src/storage/journal-form.ts";
import { digestOf, encodeRecord } from "../../src/storage/journal-line.ts";

const FOLDER = join(import.meta.dirname, "../fixtures/journals");
const about = JSON.parse(readFileSync(join(import.meta.dirname, "../../package.json"), "utf8")) as { version: string };

/** For each journal: the number of lines and of live records, the digest of its ids, and the hash of its bytes. */
const RELEASED: Readonly<Record<string, readonly [lines: number, live: number, digest: string, bytes: string]>> = {
  "0.1.0.jsonl": [48, 46, "e9231ad27382675c", "c58d56ac14573da2"],
};

it("the table lists each journal, and there is one for this version", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(Object.keys(RELEASED).sort());
  expect(Object.keys(RELEASED)).toContain(`${about.version}.jsonl`);
});

describe.each(Object.entries(RELEASED))("%s", (name, [lines, live, digest, bytes]) => {
  const path = join(FOLDER, name);
  const reading = readJournal(journalFiles(path), () => name);

  it("is unchanged", () => {
    expect(createHash("sha256").update(readFileSync(path)).digest("hex").slice(0, 16)).toBe(bytes);
  });

  it("is read completely, with the same meaning", () => {
    const { records, damaged, unknown } = reading;
    expect([records.length, damaged, unknown]).toEqual([lines, [], []]);
    expect(records.flatMap(unknownFields)).toEqual([]);
    const journal = foldJournal(records);
    expect(records.length - journal.supersededBy.size).toBe(live);
    expect(digestOf(records.map(({ id }) => id))).toBe(digest);
  });

  it("has the same bytes as this version writes for the same facts", () => {
    const written = readFileSync(path, "utf8").trimEnd().split("\n");
    reading.records.forEach(({ t, prev, v: _v, id: _id, ...facts }, index) => {
      expect(encodeRecord(facts, t, prev).line).toBe(written[index]);
    });
  });
});
