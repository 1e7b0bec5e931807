/** `new-year` on plans from which no valid plan, or only part of one, can be made. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { OWN_HEAD, makeOwnHome, removeHome, runIn } from "../reporters/run-main.ts";

/** With `-y2017` appended, it is too long for an id. */
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
])("reports what is wrong and writes nothing: %s", async (language, words) => {
  const said = await runIn(home, ["new-year", "2018", "--carry-over", "--lang", language]);
  expect([said.code, said.stdout, said.stderr.startsWith(words)]).toEqual([3, "", true]);
  expect(existsSync(join(home, "2018"))).toBe(false);
});

it("answers the same for a plan with Windows line ends", async () => {
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
  // One line of the new plan mentions the old year; what was carried over has to.
  expect(said?.stdout).toContain("1 处");
  expect(windows).toEqual(said);
});

it("names what is written in square brackets, where it neither adds nor removes anything", async () => {
  const milestones =
    "[{ id: 1-1, when: Q1, text: 甲 }, { id: 1-2, when: Q2, text: 乙 }, { id: 1-3-y2016, when: Q1, text: 丙 }]";
  const tasks = `section: s1\ntasks:\n  - id: 1\n    title: 任务\n    divisions: [a]\n    milestones: ${milestones}\n`;
  const folder = makeOwnHome({ "plan/plan.yaml": OWN_HEAD, "plan/tasks.yaml": tasks });
  const said = async (language: string): Promise<string[]> => {
    const { stdout } = await runIn(folder, ["new-year", "2018", "--carry-over", "--dry-run", "--lang", language]);
    return stdout.split("\n");
  };
  const [zh, en] = [await said("zh"), await said("en")];
  removeHome(folder);
  expect(zh).toContain(
    "这些节点的 milestones 写在方括号里，没有结转，请手工加上：1-1-y2017、1-2-y2017、1-3-y2016-y2017",
  );
  expect(zh).toContain("这些节点是以前结转来的，请手工删去：1-3-y2016");
  expect(en).toContain(
    "not carried over, since their milestones are in square brackets; add them by hand: 1-1-y2017, 1-2-y2017, 1-3-y2016-y2017",
  );
  expect(en).toContain("carried over earlier; remove by hand: 1-3-y2016");
});
