/** A plan of which no next one can be made. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { OWN_HEAD, makeOwnHome, removeHome, runIn } from "../reporters/run-main.ts";

/** With `-y2017` behind it, it is longer than an id may be. */
const LONG = "m".repeat(59);
const home = makeOwnHome({
  "plan/plan.yaml": OWN_HEAD,
  "plan/tasks.yaml": `section: s1
tasks:
  - id: 1
    title: 任务
    divisions: [a]
    milestones:
      - id: ${LONG}
        when: Q1
        text: 甲
`,
});
afterAll(() => {
  removeHome(home);
});

it.each([
  ["zh", `做不出 2018 年的计划，没有写任何文件；错在：\n- id: ${LONG}-y2017\n“${LONG}-y2017”不能作编号。\n`],
  ["en", `no plan for 2018 can be made, and nothing was written; what is wrong:\n- id: ${LONG}-y2017\n"${LONG}-y2017"`],
])("is told with what is wrong, and nothing is written: %s", async (language, words) => {
  const said = await runIn(home, ["new-year", "2018", "--carry-over", "--lang", language]);
  expect([said.code, said.stdout, said.stderr.startsWith(words)]).toEqual([3, "", true]);
  expect(existsSync(join(home, "2018"))).toBe(false);
});
