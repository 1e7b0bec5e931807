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

it("of a plan with the line ends of Windows says the same as of any other", async () => {
  const tasks = `section: s1
tasks:
  - id: 1
    title: 2017年的任务
    divisions: [a]
    milestones:
      - id: 1-1
        when: Q1
        text: 甲
`;
  const [said, windows] = await Promise.all(
    [tasks, tasks.replaceAll("\n", "\r\n")].map(async (text) => {
      const folder = makeOwnHome({ "plan/plan.yaml": OWN_HEAD, "plan/tasks.yaml": text });
      const result = await runIn(folder, ["new-year", "2018", "--carry-over", "--lang", "zh"]);
      removeHome(folder);
      return result;
    }),
  );
  expect(said?.code).toBe(0);
  expect(said?.stdout).toContain("\n  原编号 1-1\n");
  // Of the lines of the new plan one says the old year; those that were carried over have to.
  expect(said?.stdout).toContain("1 处");
  expect(windows).toEqual(said);
});
