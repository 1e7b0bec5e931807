/** Files of rows, as spreadsheets save them. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Result, makeHome, removeHome, runIn } from "../reporters/run-main.ts";

const home = makeHome(0);
afterAll(() => {
  removeHome(home);
});

async function ask(command: string, csv: string): Promise<Result> {
  writeFileSync(join(home, "f.csv"), csv);
  return runIn(home, [command, "--file", "f.csv", "--dry-run", "--lang", "en"]);
}

/** Expects the only row to be read as 10-1 done on 20 June. */
async function expectDone(head: string, on: string): Promise<void> {
  const { code, stdout } = await ask("done", `${head}\n10-1,${on}\n`);
  expect(code).toBe(0);
  expect(stdout).toContain("Done      06-20, due 06-30");
}

describe("a day", () => {
  it.each(["2017-06-20 00:00:00", "2017/6/20 0:00", "2017-06-20T00:00:00"])(
    "may be followed by midnight: %s",
    async (on) => expectDone("ref,on", on),
  );

  it("given as a spreadsheet's serial number is refused, with the day it stands for", async () => {
    // In spreadsheets 42736 is 2017-01-01, the first of 171 days up to 20 June.
    const { code, stderr } = await ask("done", "ref,on\n10-1,42906\n");
    expect(code).toBe(2);
    expect(stderr).toContain('f.csv:2:6 on "42906" is a spreadsheet\'s number for a day: if it is 2017-06-20');
  });
});

it("reports an empty value of a reading with its cell", async () => {
  const { code, stderr } = await ask("reading", "ref,on,value\n10/agencies,2017-06-20,\n");
  expect([code, stderr.split("\n")[0]]).toEqual([2, "f.csv:2:24 value is empty"]);
});

describe("a heading", () => {
  it.each(["Ref,On", "REF,ON", "id,Date", "ID,completed on"])("is read regardless of case: %s", async (head) =>
    expectDone(head, "2017-06-20"),
  );

  it("of a column that repeats the plan is left unread regardless of case", async () => {
    const { code, stderr } = await ask("done", "ref,on,lead,Reason\n10-1,2017-06-20,x,y\n");
    expect(code).toBe(0);
    expect(stderr).toContain("lead, Reason");
  });
});

it("refuses a line of JSON with a repeated key: one of the values would be lost", async () => {
  writeFileSync(join(home, "f.jsonl"), '{"ref":"10/agencies","value":5,"value":7,"on":"2017-06-20"}\n');
  const { code, stderr } = await runIn(home, ["reading", "--file", "f.jsonl", "--dry-run", "--lang", "en"]);
  expect([code, stderr.split(",")[0]]).toEqual([2, 'f.jsonl:1 "value" is there twice']);
});

it.each([
  ["en", "cannot open plan: it is a folder, not a file (EISDIR)\n"],
  ["zh", "打不开 plan：是文件夹，不是文件（EISDIR）\n"],
])("says that a folder is one (%s)", async (lang, stderr) => {
  expect(await runIn(home, ["done", "--file", "plan", "--lang", lang])).toEqual({ code: 3, stdout: "", stderr });
});

it("ignores empty rows and columns", async () => {
  expect(await ask("done", "编号,完成日期,\r\n10-1,2017/6/20,\r\n,,\r\n,,\r\n")).toMatchObject({ code: 0 });
});

it.each(["section", "theme", "division", "district"])("says that an empty --%s is one", async (filter) => {
  const { code, stderr } = await runIn(home, ["list", `--${filter}`, "", "--lang", "en"]);
  expect([code, stderr]).toEqual([2, `--${filter} is empty\n`]);
});
