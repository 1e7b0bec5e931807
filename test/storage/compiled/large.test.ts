/** A plan and a journal so large that the cache is read in parts: every answer is the one that comes without it. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
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
  "done 3-1 --on 2017-03-30 --dry-run --format json",
] as const;

it.each(QUESTIONS)("%s", async (question) => {
  const ask = async (env: string): ReturnType<typeof runIn> =>
    runIn(home, question.split(" "), { env: { LANG: "zh_CN.UTF-8", IPPLAN_CACHE: env } });
  const cold = await ask("off");
  expect(await ask(cache)).toEqual(cold);
  expect(await ask(cache)).toEqual(cold);
  const sizes = readdirSync(cache).map((name) => statSync(join(cache, name)).size);
  // Both the plan's file and the journal's are read in parts.
  expect(sizes.filter((size) => size > 256 * 1024)).toHaveLength(2);
});
