/** `status` of an office too large for a screen: what is left out is counted, and a command shows all of it. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf, plain } from "./display-width.ts";
import { makeOwnHome, removeHome, runIn } from "./run-main.ts";

const HEAD = `title: 试验计划
year: 2017
timezone: Asia/Shanghai
divisions: [{ id: a, name: 甲处 }, { id: b, name: 乙处 }]
themes: [{ id: t1, title: 主体 }]
sections: [{ id: s1, theme: t1, title: 分项 }]
`;

/**
 * Tasks of one milestone each: 乙处 leads 1 and 2 with 甲处 assisting, 甲处 leads 3 to 33; 3 is due in June, 4 to 14 in
 * March.
 */
function taskText(number: number): string {
  const divisions = number < 3 ? "[b, a]" : "[a]";
  const when = number === 3 ? "Q2" : number < 15 ? "Q1" : "Q3";
  const milestone = `{ id: ${number}-1, when: ${when}, text: 第${number}件 }`;
  return `  - { id: ${number}, title: 任务${number}, divisions: ${divisions}, milestones: [${milestone}] }\n`;
}

const NUMBERS = Array.from({ length: 33 }, (_, index) => index + 1);
const CANCELLED = [28, 29, 30, 31, 32, 33].map((number) => `${number}-1`);

let home = "";

beforeAll(async () => {
  home = makeOwnHome({
    "plan/plan.yaml": HEAD,
    "plan/tasks.yaml": `section: s1\ntasks:\n${NUMBERS.map(taskText).join("")}`,
  });
  const approval = ["--reason", "不再开展", "--approver", "办公会", "--on", "2017-07-01"];
  const { code, stderr } = await runIn(home, ["cancel", ...CANCELLED, ...approval]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "新建台账 journal.jsonl（原来没有）\n" });
});

afterAll(() => removeHome(home));

async function screen(command: string, language = "zh"): Promise<string[]> {
  const { stdout } = await runIn(home, [...command.split(" "), "--lang", language], { columns: 80 });
  return plain(stdout).trimEnd().split("\n");
}

/** The lines that match the pattern, trimmed. */
function startingWith(lines: readonly string[], pattern: RegExp): string[] {
  return lines.filter((line) => pattern.test(line)).map((line) => line.trim());
}

describe("a division too large for the screen", () => {
  it("shows thirty tasks, those that it leads first, and where to see the others", async () => {
    const lines = await screen("status --division 甲处");
    const rows = startingWith(lines, /^ +\d+ .* [01]\/[01] /).map((line) => line.split(" ")[0]);
    expect(rows).toEqual(NUMBERS.slice(2, 32).map(String));
    expect(lines).toContain("另有 3 项任务未列出，全部见 ipplan gantt -d 甲处");
  });

  it("shows what has been overdue for longest", async () => {
    const lines = await screen("status --division 甲处");
    // 1-1 and 2-1 are assisted; with 4-1 to 14-1 they are 94 days late, 3-1 is 3.
    expect(lines).toContain("✗ 逾期：牵头 12 个，配合 2 个，最久的 10 个如下，全部见 ipplan overdue -d 甲处");
    const assisted = startingWith(lines, /^ +94 天 .*（配合）/).map((line) => line.split(/ +/)[2]);
    expect(assisted).toEqual(["1-1", "2-1"]);
    const ids = startingWith(lines, /^ +94 天/).map((line) => line.split(/ +/)[2]);
    expect(ids).toEqual([1, 2, 4, 5, 6, 7, 8, 9, 10, 11].map((number) => `${number}-1`));
  });

  it("only counts what it assists if that was asked for", async () => {
    expect(await screen("status --division 甲处 --role assist")).toContain("✗ 逾期 2 个");
    expect(await screen("status --division 甲处 --role lead")).toContain(
      "✗ 逾期 12 个，最久的 10 个如下，全部见 ipplan overdue -d 甲处 --role lead",
    );
  });

  it("shows what is overdue from before the quarter first, as it has been so for longer", async () => {
    const lines = await screen("status --division 甲处 --quarter 2");
    expect(lines.join("")).toMatch(
      /✗ 逾期 1 个；另有往季逾期：牵头 11 个，配合 2 个，不在上表之内，最久的 10 个如\s*下，全部见 ipplan\s*overdue\s*-d 甲处/,
    );
    expect(startingWith(lines, /^ +\d+ 天/).filter((line) => !line.startsWith("94 天"))).toEqual([]);
  });

  it("shows what is due next", async () => {
    const text = (await screen("status --division 甲处")).join("\n");
    expect(text).toMatch(/时限在三季度的节点：待完成 13 个，最近的 10 个如下，全部见 ipplan due -q\s3 -d 甲处/);
    expect(text.match(/^ {2}09-30 /gm)).toHaveLength(10);
  });

  it("says so in English, with a name quoted for the shell", async () => {
    const plan = join(home, "plan/plan.yaml");
    writeFileSync(plan, HEAD.replace("甲处", '"甲\'s office"'));
    const { stdout } = await runIn(home, ["status", "--division", "a", "--lang", "en"]);
    writeFileSync(plan, HEAD);
    const flag = String.raw`-d '甲'\''s office'`;
    expect(stdout).toContain(`3 more tasks, all: ipplan gantt ${flag}\n`);
    expect(stdout).toContain(`overdue: 12 led, 2 assisted; worst 10, all: ipplan overdue ${flag}\n`);
    expect(stdout).toContain(`; next 10, all: ipplan due -q 3 ${flag}\n`);
  });
});

describe("a period too large for the screen", () => {
  it("shows twelve open milestones of each group, their total, and where to see the others", async () => {
    const lines = await screen("status --quarter 3");
    const at = lines.findIndex((line) => line.startsWith("甲处"));
    const end = lines.findIndex((line, index) => index > at && !line.startsWith("  "));
    const cell = lines
      .slice(at, end)
      .map((line) => line.slice(40))
      .join(" ");
    expect(cell.match(/\d+-1/g)).toEqual(NUMBERS.slice(14, 26).map((number) => `${number}-1`));
    expect(cell).toMatch(/ 等 13 个$/);
    expect(lines).toContain("每行最多列 12 个，全部见 ipplan list（筛选条件相同）");
  });

  it("says nothing of the kind if all fits", async () => {
    const lines = await screen("status --quarter 2");
    expect(lines.join("\n")).not.toMatch(/等 \d+ 个|每行最多/);
  });
});

describe("more cancelled milestones than fit", () => {
  it.each([
    ["zh", "33-1", "等，全部见 ipplan list --state cancelled"],
    ["en", "33-1", "…; all: ipplan list --state cancelled"],
  ])("are counted, with the reasons of the first five: %s", async (language, left, more) => {
    const text = (await screen("status", language)).map((line) => line.trim()).join(" ");
    expect(text).toMatch(language === "zh" ? /不计入各完成率 6 个：28-1 / : /6 not in rates: 28-1 /);
    expect(text).toContain("32-1 ");
    expect(text).not.toContain(left);
    expect(text.replaceAll(" ", "")).toContain(more.replaceAll(" ", ""));
  });
});

it("keeps to the width", async () => {
  for (const command of [
    "status",
    "status --quarter 3",
    "status --division 甲处",
    "status --division 甲处 --quarter 2",
  ]) {
    for (const line of await screen(command)) expect(columnsOf(line), line).toBeLessThanOrEqual(78);
  }
});
