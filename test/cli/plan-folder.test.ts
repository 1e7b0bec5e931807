/** A plan has one journal, however the plan is found. */
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

const home = makeHome(1);
afterAll(() => {
  removeHome(home);
});

it("uses the journal beside a linked plan, whether the plan is named or found", async () => {
  const office = join(home, "office");
  mkdirSync(join(office, "below"), { recursive: true });
  symlinkSync("../plan", join(office, "plan"));
  const count = async (folder: string, ...where: readonly string[]): Promise<unknown> => {
    const { stdout } = await runIn(folder, ["log", "--format", "json", ...where]);
    return (JSON.parse(stdout) as { records: unknown[] }).records.length;
  };
  expect(await count(office)).toBe(1);
  expect(await count(join(office, "below"))).toBe(1);
  expect(await count(office, "--plan", "plan")).toBe(1);
  const { code } = await runIn(office, ["note", "10-1", "在办", "--by", "甲处"]);
  expect([code, existsSync(join(office, "journal.jsonl"))]).toEqual([0, false]);
  expect(await count(home)).toBe(2);
});

it("refuses to ignore a journal beside the link, which can be merged", async () => {
  const office = join(home, "other");
  mkdirSync(office);
  symlinkSync("../plan", join(office, "plan"));
  const [second, own] = [join(office, "journal.jsonl"), join(home, "journal.jsonl")];
  writeFileSync(second, "");
  for (const where of [[], ["--plan", "plan"]]) {
    const { code, stdout, stderr } = await runIn(office, ["status", "--lang", "zh", ...where]);
    expect([code, stdout]).toEqual([3, ""]);
    expect(stderr).toContain(`ipplan journal merge ${second} --journal ${own}`);
  }
  expect((await runIn(office, ["journal", "merge", second, "--journal", own])).code).toBe(0);
  rmSync(second);
  expect((await runIn(office, ["status"])).code).toBe(0);
  symlinkSync("../journal.jsonl", second);
  expect((await runIn(office, ["status"])).code).toBe(0);
});
