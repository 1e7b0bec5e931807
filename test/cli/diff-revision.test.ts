/** If a revision cannot be compared, `diff` itself says why: `check` only reads the current files. */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

const home = makeHome(0);
const head = join(home, "plan/plan.yaml");

function git(...args: readonly string[]): void {
  const author = ["-c", "user.name=ipplan", "-c", "user.email=ipplan@example.org"];
  execFileSync("git", [...author, ...args], { cwd: home });
}

afterAll(() => {
  removeHome(home);
});

it("reports the first errors of a revision, with their lines", async () => {
  const sound = readFileSync(head, "utf8");
  writeFileSync(head, sound.replace("year: 2017", "year: x").replace("timezone: Asia/Shanghai", "timezone: CST"));
  git("init", "--quiet");
  git("add", "--all");
  git("commit", "--quiet", "--message", "broken");
  writeFileSync(head, sound);
  const line = (key: string): number => sound.split("\n").findIndex((text) => text.startsWith(key)) + 1;
  const { code, stdout, stderr } = await runIn(home, ["diff", "HEAD", "--lang", "en"]);
  expect([code, stdout]).toEqual([3, ""]);
  const [first = "", ...others] = stderr.trimEnd().split("\n");
  expect(first).toContain("the plan of HEAD has 2 errors");
  expect(others.map((text) => text.trim().split(" ")[0])).toEqual([
    `plan/plan.yaml:${line("year:")}:7`,
    `plan/plan.yaml:${line("timezone:")}:11`,
  ]);
});
