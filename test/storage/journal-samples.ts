/** Journals to read and to damage. */
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type JournalReading, readJournal } from "../../src/storage/journal-files.ts";

export const EXAMPLE = readFileSync(join(import.meta.dirname, "../fixtures/journal-example.jsonl"));

/** The example's 48 lines, without their ends. */
export const LINES: readonly string[] = EXAMPLE.toString("utf8").trimEnd().split("\n");

/** Creates a folder that is removed after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-journal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The first 128 bits of SHA-256 in hexadecimal, as in the journal's format. */
export function idOf(body: string | Uint8Array): string {
  return createHash("sha256").update(body).digest("hex").slice(0, 32);
}

/** A line with the id of its bytes. */
export function sealed(record: object): string {
  const body = JSON.stringify(record).slice(0, -1);
  return `${body},"id":"${idOf(body)}"}`;
}

/** A record's content, without its id. */
export function content(more: object = {}): object {
  const base = { v: 1, t: "2017-06-21T01:12:03.123Z", by: "clerk", do: "done", ref: "10-1", on: "2017-06-20" };
  return { ...base, of: [], prev: [], ...more };
}

export const SEALED = sealed(content());

/** Reads the bytes as a journal file. */
export function readBytes(bytes: string | Uint8Array): JournalReading {
  const folder = mkdtempSync(join(tmpdir(), "ipplan-journal-"));
  try {
    writeFileSync(join(folder, "journal.jsonl"), bytes);
    return readJournal([join(folder, "journal.jsonl")], () => "journal.jsonl");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `3 torn`: the damaged lines, each with its fault. */
export function damageOf(reading: JournalReading): string[] {
  return reading.damaged.map(({ line, fault }) => `${line} ${fault}`);
}

/** The numbers of records, damaged lines and unknown lines. */
export function countsOf({ records, damaged, unknown }: JournalReading): readonly number[] {
  return [records.length, damaged.length, unknown.length];
}
