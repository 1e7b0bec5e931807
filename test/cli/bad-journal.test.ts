/** A path in the plan's head that cannot be a journal is one of the plan's errors. */
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Result, makeHome, runIn } from "../reporters/run-main.ts";

let home = "";
let head = "";

beforeAll(() => {
  home = makeHome(3);
  head = readFileSync(join(home, "plan/plan.yaml"), "utf8");
});

afterAll(() => {
  rmSync(home, { recursive: true });
});

/** Runs the command on the plan with that `journal:`, in the first line of its head. */
async function ask(journal: string, ...typed: readonly string[]): Promise<Result> {
  writeFileSync(join(home, "plan/plan.yaml"), `journal: ${journal}\n${head}`);
  return runIn(home, typed);
}

const BAD = ["../x.jsonl", "/x", ".", "plan", "plan/x.jsonl", "'a\\b.jsonl'", "con.jsonl", ".git/x.jsonl"];

describe("a journal in the plan's head", () => {
  it.each(BAD)("is reported at its line if it cannot be a journal: %s", async (journal) => {
    const { code, stdout, stderr } = await ask(journal, "check", "--format", "json");
    expect([code, stderr]).toEqual([1, ""]);
    const { problems } = JSON.parse(stdout) as {
      problems: { code: string; file: string; line: number; column: number }[];
    };
    expect(problems).toMatchObject([{ code: "E-VALUE", file: "plan/plan.yaml", line: 1, column: 10 }]);
  });

  it("is reported together with the plan's other errors", async () => {
    writeFileSync(join(home, "plan/z.yaml"), "section: s9\ntasks: []\n");
    const { code, stdout } = await ask("../x.jsonl", "check", "--format", "github");
    rmSync(join(home, "plan/z.yaml"));
    expect(code).toBe(1);
    expect(stdout).toContain("file=plan/plan.yaml,line=1,endLine=1,col=10");
    expect(stdout).toContain("E-SECTION");
  });

  it.each([["status"], ["done", "1-1"], ["journal", "verify"]])(
    "counts as an error of the plan for %s",
    async (...typed) => {
      const { code, stdout, stderr } = await ask("../x.jsonl", ...typed);
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toContain("计划里有 1 个错误，改正之前不出结果");
    },
  );

  it("does not matter if another one is named", async () => {
    expect((await ask("../x.jsonl", "check", "--journal", "journal.jsonl")).code).toBe(0);
  });

  it.each(["records.jsonl", "records", "journal.jsonl", "./journal.jsonl"])(
    "may lie beside the plan: %s",
    async (journal) => {
      expect((await ask(journal, "check")).stdout).not.toContain("E-VALUE");
    },
  );
});
