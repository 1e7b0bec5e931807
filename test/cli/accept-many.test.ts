/**
 * Accepting everything that waits in a quarter: milestones without evidence are named once, in the form to exclude
 * them.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Result, makeHome, removeHome, runIn } from "../reporters/run-main.ts";

let home = "";
const run = async (line: string, lang = "zh"): Promise<Result> =>
  runIn(home, line.split(" "), { env: { IPPLAN_LANG: lang } });

beforeAll(async () => {
  home = makeHome(0);
  await run("done 13-1 14-1 --on 2017-03-01 --evidence doc:方案");
  await run("done 2-1 3-1 21-1 --on 2017-03-02");
});
afterAll(() => {
  removeHome(home);
});

const ZH =
  "2 个缺佐证材料，不能销号：2-1、3-1；未作登记。补上用 ipplan done 编号 --evidence；要先给其余 2 个销号，加上 --except 2-1,3-1\n";
const EN =
  "2 without evidence cannot be accepted: 2-1, 3-1; nothing was recorded. Add it with ipplan done ID --evidence; " +
  "to accept the other 2 first, add --except 2-1,3-1\n";

it.each([
  ["zh", ZH],
  ["en", EN],
])("records nothing until milestones without evidence are excluded, in %s", async (lang, stderr) => {
  expect(await run("accept -q 1 --except 21-1 --by 甲", lang)).toEqual({ code: 2, stdout: "", stderr });
});

it("proposes no flag if nothing would remain without them", async () => {
  const { code, stderr } = await run("accept -d 保护 --by 甲");
  expect([code, stderr]).toEqual([
    2,
    "2 个缺佐证材料，不能销号：3-1、21-1；未作登记。补上用 ipplan done 编号 --evidence\n",
  ]);
});

it.each([
  ["zh", "3-1 缺佐证材料，不能销号；先用 ipplan done 编号 --evidence 补上\n未作登记\n"],
  ["en", "3-1 has no evidence and cannot be accepted; first add it with ipplan done ID --evidence\nnothing recorded\n"],
])("does not propose --except for typed ids, as it cannot be combined with them, in %s", async (lang, stderr) => {
  expect(await run("accept 3-1 13-1 --by 甲", lang)).toEqual({ code: 2, stdout: "", stderr });
});

it("accepts the rest with the proposed flag", async () => {
  const { code, stdout } = await run("accept -q 1 --except 21-1 --except 2-1,3-1 --by 甲");
  expect([code, stdout.includes("已销号 0 → 2，待销号 3")]).toEqual([0, true]);
});
