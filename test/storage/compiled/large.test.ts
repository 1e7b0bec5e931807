/** A plan and a journal so large that the cache is read in parts: every answer is the same as without a cache. */
import { execFileSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { JournalLines } from "../../../src/storage/compiled/journal-lines.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";
import { runIn } from "../../reporters/run-main.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-large-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const MAKE = join(import.meta.dirname, "../../../bench/make.mjs");
execFileSync(process.execPath, [MAKE, "--sizes", "M", "--into", folder], { stdio: "ignore" });
const home = join(folder, "M");
const cache = join(folder, "cache");

const QUESTIONS = [
  "status --quarter 2 --division d2 --as-of 2017-07-01 --format json",
  "overdue --as-of 2017-07-01 --format json",
  "list --state accepted --division d3 --as-of 2017-09-01",
  "show 7 --format json",
  "log --task 11 --format json",
  "indicators --division d1 --as-of Q3 --format json",
  "done 3-1@Q1 --on 2017-03-30 --dry-run --format json",
] as const;

it.each(QUESTIONS)("%s", async (question) => {
  const ask = async (env: string): ReturnType<typeof runIn> =>
    runIn(home, question.split(" "), { env: { LANG: "zh_CN.UTF-8", IPPLAN_CACHE: env } });
  const cold = await ask("off");
  expect(await ask(cache)).toEqual(cold);
  expect(await ask(cache)).toEqual(cold);
  const sizes = readdirSync(cache).map((name) => statSync(join(cache, name)).size);
  // The plan's file and the journal's are both read in parts.
  expect(sizes.filter((size) => size > 256 * 1024)).toHaveLength(2);
});

it.each([
  "done 3-1@Q1 --on 2017-03-30 --evidence doc:验收单",
  "note 4-1 在办",
  "accept 3-1@Q1 --by 局办公室",
  "status",
  "overdue --format json",
  "due",
  "list",
])("%s does not read the whole journal", async (typed) => {
  const all = vi.spyOn(JournalLines.prototype, "all");
  const { code, stderr } = await runIn(home, [...typed.split(" ")], {
    env: { LANG: "zh_CN.UTF-8", IPPLAN_CACHE: cache },
  });
  expect({ code, stderr, calls: all.mock.calls.length }).toEqual({ code: 0, stderr: "", calls: 0 });
  all.mockRestore();
});

it("gives the same answer if the journal that was read is freed once it is cached", async () => {
  const journal = join(home, "journal.jsonl");
  const lines: string[] = [];
  for (let number = 0; number < 20_000; number += 1) {
    const note = `第${number}次`.repeat(20);
    const facts = { by: "综合科", do: "note", ref: `${number % 1000}-1`, on: day("2017-05-02"), note, of: [] } as const;
    lines.push(`${encodeRecord(facts, "2017-05-02T01:00:00.000Z", []).line}\n`);
  }
  appendFileSync(journal, lines.join(""));
  expect(statSync(journal).size).toBeGreaterThan(8 * 1024 * 1024);
  const ask = async (env: string): ReturnType<typeof runIn> =>
    runIn(home, ["show", "7", "--format", "json"], { env: { LANG: "zh_CN.UTF-8", IPPLAN_CACHE: env } });
  const kept = await ask(cache);
  expect(kept).toEqual(await ask("off"));
  expect(await ask(cache)).toEqual(kept);
});
