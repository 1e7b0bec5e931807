/** A form that is applied again after its records were corrected, revoked or overtaken. */
import { describe, expect, it } from "vitest";
import { newDesk } from "./desk.ts";
import { type Typed, fill } from "./fill.ts";

const { path, run, added } = newDesk();

async function apply(): Promise<{ code: number; stdout: string; stderr: string }> {
  return run("sheet", "--apply", "back.xlsx", "--by", "综合科");
}

/** Fills in the form and applies it. Rows: 10-1 is 4, 23-1 is 7; of the indicators, 10/agencies is 4. */
async function filled(typed: Typed): Promise<void> {
  await fill(path("form.xlsx"), path("back.xlsx"), typed);
  expect(await apply()).toMatchObject({ code: 0, stderr: "" });
}

const again = (place: string, id: string, what: string, kind: string): string =>
  `back.xlsx ${place} ${id} 台账里已有同样的记录，后来已${what}，不再登记；确要登记请用 ipplan ${kind} 命令\n`;

describe("a form that is applied again", () => {
  it.each<[what: string, typed: Typed, argv: string[], said: string]>([
    [
      "a completion of another day",
      { "节点!F7": "6-30", "节点!G7": "验收意见" },
      ["done", "23-1", "--on", "6-28"],
      again("节点!A7", "23-1", "更正", "done"),
    ],
    [
      "a progress of the same day",
      { "节点!H7": 80 },
      ["progress", "23-1", "90", "--on", "7-3"],
      again("节点!A7", "23-1", "更正", "progress"),
    ],
    [
      "a value of the same day",
      { "指标!E4": 12, "指标!F4": "6-30" },
      ["reading", "10/agencies", "13", "--on", "6-30"],
      again("指标!A4", "10/agencies", "更正", "reading"),
    ],
    ["nothing (a completion was revoked)", { "节点!F7": "6-30" }, ["undo"], again("节点!A7", "23-1", "撤销", "done")],
    ["nothing (a note was revoked)", { "节点!I4": "补充" }, ["undo"], again("节点!A4", "10-1", "撤销", "note")],
  ])("does not bring back what has been corrected to %s", async (_, typed, argv, said) => {
    await filled(typed);
    expect(await run(...argv, "--by", "综合科")).toMatchObject({ code: 0 });
    const before = added();
    expect(before).toHaveLength(2);
    expect(await apply()).toEqual({ code: 0, stdout: "", stderr: said });
    expect(added()).toEqual(before);
  });

  it("with progress of what is done by now is no mistake", async () => {
    await filled({ "节点!H7": 80 });
    await run("done", "23-1", "--on", "7-3", "--by", "综合科");
    const second = await apply();
    expect([second.code, second.stderr]).toEqual([0, ""]);
    expect(second.stdout).toContain("23-1");
    expect(second.stdout).toContain("台账里已有");
    expect(added()).toHaveLength(2);
  });

  it("leaves an accepted completion unchanged if only the reporting division differs", async () => {
    await run("done", "23-1", "--on", "6-30", "--evidence", "doc:验收意见", "--by", "综合科", "--from", "法律事务处");
    expect(await run("accept", "23-1", "--by", "督查室")).toMatchObject({ code: 0 });
    await filled({ "指标!E4": 12 });
    await fill(path("form.xlsx"), path("back.xlsx"), { "节点!F7": "6-30", "节点!G7": "验收意见" });
    expect(await apply()).toMatchObject({ code: 0, stderr: "back.xlsx 节点!A7 23-1 台账里已有同样的记录，未再登记\n" });
    expect(added()).toHaveLength(3);
  });

  it("records what is new in it, and says that the rest was revoked", async () => {
    await filled({ "节点!F7": "6-30" });
    await run("undo", "--by", "综合科");
    await fill(path("form.xlsx"), path("back.xlsx"), { "节点!F7": "6-30", "指标!E4": 12 });
    const { code, stdout, stderr } = await apply();
    expect([code, stderr]).toEqual([0, again("节点!A7", "23-1", "撤销", "done")]);
    expect(stdout).toContain("已登记  10/agencies");
    expect(added()).toHaveLength(3);
  });

  it("records a completion on another day than the revoked one", async () => {
    await filled({ "节点!F7": "6-30" });
    await run("undo", "--by", "综合科");
    await filled({ "节点!F7": "6-29" });
    expect(added()).toHaveLength(3);
  });

  it("records a note even if progress with the same note was revoked", async () => {
    await filled({ "节点!H7": 80, "节点!I7": "补充" });
    await run("undo", "--by", "综合科");
    await filled({ "节点!I7": "补充" });
    expect(added()).toHaveLength(3);
  });
});

describe("a reading that is older than the current one", () => {
  it("gets a warning that it changes nothing", async () => {
    await run("reading", "10/agencies", "13", "--on", "6-30", "--by", "综合科");
    await fill(path("form.xlsx"), path("back.xlsx"), { "指标!E4": 12, "指标!F4": "5-31" });
    const { code, stdout, stderr } = await apply();
    expect([code, stderr]).toEqual([
      0,
      "10/agencies 2017-05-31 的数没有改变现在的数：2017-06-30 已有更晚的填报，以那一次为准\n",
    ]);
    expect(stdout).toContain("填报    12 家，05-31");
  });
});
