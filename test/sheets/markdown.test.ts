/** Markdown forms as people edit them: with blank lines between rows, and `|` in cells. */
import { writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { OWN_HEAD, makeOwnHome, removeHome, runIn } from "../reporters/run-main.ts";
import { newDesk } from "./desk.ts";

const { path, run, added } = newDesk();
let form = "";

beforeEach(async () => {
  form = (await run("sheet", "-d", "专利代办处", "-q", "2", "--as-of", "2017-07-03")).stdout;
});

/** The form with the six cells of the milestone replaced by the typed ones. */
function filled(id: string, cells: string): string {
  const text = form.replace(new RegExp(`^(\\| ${id} \\|.*?)(?:\\| {2}){6}\\|$`, "m"), `$1${cells}`);
  expect(text).not.toBe(form);
  return text;
}

async function applied(text: string): Promise<{ code: number; stdout: string; stderr: string }> {
  writeFileSync(path("back.md"), text);
  return run("sheet", "--apply", "back.md");
}

describe("a form in Markdown", () => {
  it("continues after a blank line and after text, up to the next heading", async () => {
    const text = filled("23-1", "| 6-30 | 验收意见 |  |  |  |  |");
    const { code } = await applied(text.replace("| 23-1 |", "\n处室内部说明\n\n| 23-1 |"));
    expect(code).toBe(0);
    expect(added()).toMatchObject([{ do: "done", ref: "23-1", on: "2017-06-30" }]);
  });
  it.each([
    ["a bar in a cell", "| 6-30 | A|B |  |  |  |  |", 12],
    ["a line break in a cell", "| 6-30 | A\nB |  |  |  |  |", 7],
  ])("must have as many cells in each row as in its header: %s", async (_, cells, count) => {
    const { code, stderr } = await applied(filled("23-1", cells));
    const line = form.split("\n").findIndex((text) => text.startsWith("| 23-1 ")) + 1;
    expect(code).toBe(2);
    expect(stderr).toBe(
      `back.md:${line} 这一行有 ${count} 格，表头有 11 格；格子里要写“|”的，写成“\\|”，一行不要断成两行\n未作登记\n`,
    );
    expect(added()).toEqual([]);
  });

  it("must have as many in the rows of its first table, too", async () => {
    const { stderr } = await applied(form.replace("| 填报日 |  |", "| 填报日 | 7|1 |"));
    expect(stderr).toContain("这一行有 3 格，表头有 2 格");
  });
});

describe("what other divisions report", () => {
  const tasks = (assisting: string): string => `section: s1
tasks:
  - id: 1
    title: 任务
    divisions: [a${assisting}]
    milestones: [{ id: 1-1, when: Q1, text: 甲 }]
`;
  const head = OWN_HEAD.replace("name: 甲处 }", "name: 甲处 }, { id: b, name: 乙处 }");

  it.each([
    [
      "is in a table of its own, even for a single milestone",
      ", b",
      ["| 1-1 | 甲 | 一季度 | 2017-03-31 | 黄 临期，当日到期 | 甲处 |"],
    ],
    ["has no table if there is nothing", "", []],
  ])("%s", async (_, assisting, rows) => {
    const office = makeOwnHome({ "plan/plan.yaml": head, "plan/tasks.yaml": tasks(assisting) });
    const { stdout } = await runIn(office, ["sheet", "-d", "乙处", "-q", "1", "--lang", "zh"]);
    removeHome(office);
    const [, below = ""] = stdout.split("## 配合\n");
    expect(below.split("\n").filter((line) => line.startsWith("| 1-"))).toEqual(rows);
    expect(stdout.includes("## 配合\n")).toBe(rows.length > 0);
  });
});
