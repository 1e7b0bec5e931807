/** `--format ndjson`: the objects of the JSON output, one per line, each with its plan and as-of day. */
import { afterAll, describe, expect, it } from "vitest";
import { sealed } from "./eventful-office.ts";
import { type Office, makeOffice, removeOffices } from "./program.ts";
import { type JsonObject, type SchemaName, faults, strictFaults } from "./schemas.ts";

const PLAN = { title: "2017年知识产权工作计划", year: 2017, timezone: "Asia/Shanghai" };
const CASES = [
  { command: "list", lines: "list-line", one: "task", all: "tasks", count: 26 },
  { command: "log", lines: "log-line", one: "record", all: "records", count: 48 },
] as const satisfies readonly { lines: SchemaName; [key: string]: unknown }[];

afterAll(removeOffices);

async function linesOf(office: Office, parameters: readonly string[]): Promise<JsonObject[]> {
  const { stdout, stderr, code } = await office.run([...parameters, "--format", "ndjson"]);
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.endsWith("\n")).toBe(true);
  return stdout
    .slice(0, -1)
    .split("\n")
    .map((line) => JSON.parse(line) as JsonObject);
}

describe.each(CASES)("the lines of $command", ({ command, lines: schema, one, all, count }) => {
  it("match their schema and name their plan and as-of day", async () => {
    const lines = await linesOf(makeOffice(), [command, "--as-of", "2017-07-03"]);
    expect(lines).toHaveLength(count);
    for (const line of lines) {
      expect([faults(schema, line), strictFaults(schema, line)]).toEqual([[], []]);
      const { [one]: _, ...about } = line;
      expect(about).toEqual({ kind: `ipplan/${schema}`, version: 1, plan: PLAN, asOf: "2017-07-03", asKnown: null });
    }
  });

  it("hold the same objects as the JSON output, in the same order, with filters too", async () => {
    const office = makeOffice();
    const parameters = [command, "--quarter", "2", "--division", "zldbc", "--as-known", "2017-06-30"];
    const json = JSON.parse((await office.run([...parameters, "--format", "json"])).stdout) as JsonObject;
    const lines = await linesOf(office, parameters);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.map((line) => line[one])).toEqual(json[all]);
    expect(lines.map(({ asKnown }) => asKnown)).toEqual(lines.map(() => "2017-06-30"));
  });

  it("are none if nothing passes the filters", async () => {
    const { stdout, code } = await makeOffice({ journal: "" }).run([command, "--state", "done", "--format", "ndjson"]);
    expect([stdout, code]).toEqual(["", 0]);
  });

  it("are written to a file whose extension is .ndjson", async () => {
    const office = makeOffice();
    const { stdout } = await office.run([command, "--format", "ndjson"]);
    const { code } = await office.run([command, "--output", office.path("all.ndjson")]);
    expect([code, office.read("all.ndjson")]).toEqual([0, stdout]);
  });
});

it("a line holds no character that a reader may take for a line end", async () => {
  const facts = { v: 1, t: "2017-07-02T01:00:00.000Z", by: "综合科", do: "note", ref: "1-1", on: "2017-07-02" };
  const line = sealed({ ...facts, note: "甲\u2028乙\u2029丙\r丁", of: [], prev: [] });
  const { stdout } = await makeOffice({ journal: `${line}\n` }).run(["log", "--format", "ndjson"]);
  expect(stdout).toMatch(/^[^\u2028\u2029\r\n]+\n$/);
  expect((JSON.parse(stdout) as { record: JsonObject }).record["note"]).toBe("甲\u2028乙\u2029丙\r丁");
});

it.each(["status", "overdue", "check"])("%s refuses ndjson and names the formats it has", async (command) => {
  const { stdout, stderr, code } = await makeOffice().run([command, "--format", "ndjson"]);
  expect([stdout, code]).toEqual(["", 2]);
  expect(stderr).toMatch(/json, csv, md/);
  expect(stderr).not.toMatch(/, ndjson/);
});
