/** A name wider than the screen is broken: no line is too wide, and nothing of the name is lost. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf, plain } from "./display-width.ts";
import { OWN_HEAD, makeOwnHome, removeHome, runIn } from "./run-main.ts";

/** 100 columns. */
const NAME = `${"市知识产权局专利管理与运用促进处".repeat(3)}甲处`;
const TASK = "{ id: 1, title: 事项, divisions: [b, a], milestones: [{ id: 1-1, when: Q1, text: 办事 }] }";

let home = "";

beforeAll(() => {
  home = makeOwnHome({
    "plan/plan.yaml": OWN_HEAD.replace("{ id: a, name: 甲处 }", `{ id: a, name: 乙处 }, { id: b, name: ${NAME} }`),
    "plan/tasks.yaml": `section: s1\ntasks:\n  - ${TASK}\n`,
  });
});

afterAll(() => removeHome(home));

describe.each(["show 1", "overdue"])("%s", (command) => {
  it.each(["zh", "en"])("of a division with a long name, in %s", async (language) => {
    const { stdout } = await runIn(home, [...command.split(" "), "--lang", language], { columns: 80 });
    const text = plain(stdout);
    expect(Math.max(...text.split("\n").map(columnsOf))).toBeLessThanOrEqual(78);
    expect(text.replaceAll(/\s/g, "")).toContain(NAME);
  });
});
