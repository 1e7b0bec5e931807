/** An unknown `--lang` is reported in the language that would be used without it. */
import { afterAll, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

const home = makeHome(0);
afterAll(() => {
  removeHome(home);
});

it.each([
  [{ IPPLAN_LANG: "zh" }, "--lang 不能是“cn”，可以写：zh, en\n"],
  [{ IPPLAN_LANG: "en" }, '--lang cannot be "cn"; it may be zh, en\n'],
  [{ IPPLAN_LANG: "", LANG: "zh_CN.UTF-8" }, "--lang 不能是“cn”，可以写：zh, en\n"],
  // Only the plan decides, which is in Chinese.
  [{ IPPLAN_LANG: "", LANG: "C" }, "--lang 不能是“cn”，可以写：zh, en\n"],
])("by %j", async (env, told) => {
  const { code, stdout, stderr } = await runIn(home, ["status", "--lang", "cn"], { env });
  expect([code, stdout, stderr]).toEqual([2, "", told]);
});
