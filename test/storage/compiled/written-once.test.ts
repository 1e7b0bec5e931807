/** If a writing command meets damage in the cache, it starts again, but never after it has written. */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";
import { runIn } from "../../reporters/run-main.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-written-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const MAKE = join(import.meta.dirname, "../../../bench/make.mjs");
execFileSync(process.execPath, [MAKE, "--sizes", "M", "--into", folder], { stdio: "ignore" });
const home = join(folder, "M");
const journal = join(home, "journal.jsonl");
const cache = join(folder, "cache");

const PROOF = [{ kind: "doc", value: "验收单" }] as const;
/** A milestone without records. */
const known = readFileSync(journal, "utf8");
const ref = Array.from({ length: 900 }, (_, index) => `${index + 1}-1`).find((id) => !known.includes(`"${id}"`)) ?? "";
const done = { by: "综合科", do: "done", ref, on: day("2017-03-30"), evidence: PROOF, of: [] } as const;
appendFileSync(journal, `${encodeRecord(done, "2017-06-30T01:00:00.000Z", []).line}\n`);
const before = readFileSync(journal);

const ask = async (argv: readonly string[], env: string): ReturnType<typeof runIn> =>
  runIn(home, [...argv], { env: { LANG: "zh_CN.UTF-8", IPPLAN_CACHE: env } });

/** The range of a section in the first copy of the compiled journal. */
function sectionOf(bytes: Buffer, name: string): [from: number, end: number] {
  const length = bytes.readUInt32LE(8);
  const header = JSON.parse(bytes.toString("utf8", 16, 16 + length)) as { sections: Record<string, [number, number]> };
  const [offset = 0, size = 0] = header.sections[name] ?? [];
  const start = 16 + length + (-(16 + length) & 7);
  return [start + offset, start + offset + size];
}

describe("with a damaged compiled journal", () => {
  it.each([
    ["times", ["undo", "--by", "综合科"]],
    ["has", ["undo", "--by", "综合科"]],
    ["at", ["accept", ref, "--by", "综合科"]],
    ["length", ["accept", ref, "--by", "综合科"]],
  ])("in %s: %s", async (section, argv) => {
    writeFileSync(journal, before);
    const cold = await ask(argv, "off");
    const written = readFileSync(journal);
    writeFileSync(journal, before);
    await ask(["status"], cache);
    const name = readdirSync(cache).find((one) => one.endsWith(".journal")) ?? "";
    const bytes = readFileSync(join(cache, name));
    const [from, end] = sectionOf(bytes, section);
    expect(end).toBeGreaterThan(from);
    for (let at = from; at < end; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    writeFileSync(join(cache, name), bytes);
    expect(await ask(argv, cache)).toEqual(cold);
    expect(readFileSync(journal).equals(written)).toBe(true);
    expect(written.subarray(before.length).toString().match(/\n/g)).toHaveLength(1);
  });
});
