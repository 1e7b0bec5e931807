/** Plan files in an editor: the real yaml-language-server completes, explains and underlines with the plan's own schemas. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";
import { LanguageServer, type Position } from "./language-server.ts";

const ROOT = join(import.meta.dirname, "../..");

/** A mistake: its name, the plan file without extension, what is replaced, and by what. */
type Mistake = readonly [name: string, file: string, from: RegExp, to: string];

const MISTAKES: readonly Mistake[] = [
  ["an unknown key", "2-1", /title: 大力/, "titel: 大力"],
  ["an unknown division", "2-1", /\[专利代办处\]/, "[专利代办出]"],
  ["an unknown district", "1-3", /\[两江新区\]/, "[两江新去]"],
  ["an unknown section", "2-1", /section: s2-1/, "section: s9-9"],
  ["a missing key", "2-1", / {4}title: 大力.*\n/, ""],
  ["an id that YAML takes for a number", "2-1", /id: 10-1$/m, "id: 10.10"],
  ["an id with a dot", "2-1", /id: 10-1$/m, "id: a.b"],
  ["an id that is zero", "2-1", /id: 10$/m, "id: 0"],
  ["an invalid window", "2-1", /when: Q2$/m, "when: Q5"],
  ["an invalid window in a list", "2-1", /when: \[Q2, Q4\]/, "when: [Q2, Q7]"],
  ["a word for a number", "2-1", /min: 10$/m, "min: ten"],
  ["an unknown basis", "2-1", /basis: stock/, "basis: stok"],
  ["yes instead of true", "2-1", /stretch: true/, "stretch: yes"],
  ["an unknown column", "2-1", /from: \[objective\]/, "from: [objectiv]"],
  ["a day with slashes", "2-4", /due: 2017-03-31/, "due: 2017/3/31"],
  ["a day in a 13th month", "2-4", /due: 2017-03-31/, "due: 2017-13-31"],
  ["a missing text", "2-1", /text: 出台.*$/m, "text:"],
  ["an indicator without a target", "2-1", / {8}min: 10\n {8}max: 20\n/, ""],
  ["an indicator's id in capitals", "2-1", /id: agencies/, "id: Agencies"],
  ["no divisions", "2-1", /\[专利代办处\]/, "[]"],
  ["a text for a list", "2-1", /divisions: \[专利代办处\]/, "divisions: 专利代办处"],
  ["a text for a list of texts", "1-3", /measures:\n(?: {6}- .*\n)+/, "measures: x\n"],
  ["a text for the tasks", "2-1", /^tasks:\n[^]*/m, "tasks: x\n"],
  ["a number for a text", "2-1", /text: 出台.*$/m, "text: 12"],
  ["a list for a text", "2-1", /title: 大力.*$/m, "title: [a]"],
  ["a word for the year", "plan", /year: 2017/, "year: x"],
  ["a year out of range", "plan", /year: 2017/, "year: 201"],
  ["an unknown language", "plan", /language: zh/, "language: cn"],
  ["an unknown pace", "plan", /pace: month/, "pace: monthly"],
  ["a number out of range", "plan", /dueSoonDays: 14/, "dueSoonDays: 1000"],
  ["an unknown key in the policy", "plan", /dueSoonDays: 14/, "duesoon: 14"],
  ["a missing key in the head", "plan", /timezone: .*\n/, ""],
  ["a division's id in Chinese", "plan", /id: zlglc/, "id: 专利"],
];

let home = "";
let server: LanguageServer;

beforeAll(async () => {
  home = makeHome(0);
  server = new LanguageServer();
  await server.start(home);
});

afterAll(async () => {
  await server.stop();
  removeHome(home);
});

function planText(file: string): string {
  return readFileSync(join(ROOT, "plan", `${file}.yaml`), "utf8");
}

/** Counts the opened texts. Each gets a path of its own, because the server caches diagnostics by path. */
let opened = 0;

async function open(text: string): Promise<{ path: string; underlined: string[] }> {
  opened += 1;
  const path = join(home, "plan", `open-${opened}.yaml`);
  const diagnostics = await server.diagnose(path, text);
  const place = ({ line, character }: Position): string => `${line + 1}:${character + 1}`;
  return { path, underlined: diagnostics.map(({ range }) => `${place(range.start)}-${place(range.end)}`) };
}

/** The position right after the first occurrence of `part`. */
function behind(text: string, part: string): Position {
  const lines = text.split("\n");
  const line = lines.findIndex((one) => one.includes(part));
  return { line, character: (lines[line]?.indexOf(part) ?? 0) + part.length };
}

describe("a mistake", () => {
  it.each(MISTAKES)("%s is underlined where check reports it", async (_, file, from, to) => {
    const path = join(home, "plan", `${file}.yaml`);
    const sound = planText(file);
    const wrong = sound.replace(from, to);
    expect(wrong).not.toBe(sound);
    writeFileSync(path, wrong);
    const { stdout } = await runIn(home, ["check", "--format", "json"]);
    writeFileSync(path, sound);
    interface Told {
      readonly problems: readonly Record<"line" | "column" | "endLine" | "endColumn", number>[];
    }
    const [problem] = (JSON.parse(stdout) as Told).problems;
    expect(problem).toBeDefined();
    const { underlined } = await open(wrong);
    expect(underlined).toContain(`${problem?.line}:${problem?.column}-${problem?.endLine}:${problem?.endColumn}`);
  });
});

describe("a plan without mistakes", () => {
  it.each(readdirSync(join(ROOT, "plan")).filter((name) => name.endsWith(".yaml")))(
    "%s has no diagnostics",
    async (name) => {
      expect((await open(planText(name.replace(".yaml", "")))).underlined).toEqual([]);
    },
  );
});

describe("completion", () => {
  it("offers this plan's divisions, districts and sections", async () => {
    const text = planText("2-1");
    const { path } = await open(text);
    expect(await server.complete(path, behind(text, "divisions: ["))).toEqual(
      expect.arrayContaining(["专利代办处", "信息中心", "zldbc"]),
    );
    expect(await server.complete(path, behind(text, "districts: ["))).toEqual(
      expect.arrayContaining(["all", "related", "江北区"]),
    );
    expect(await server.complete(path, behind(text, "section: "))).toEqual(expect.arrayContaining(["s1-1", "s3-4"]));
  });

  it("offers windows, and the keys that are still missing", async () => {
    const text = planText("2-1").replace("        when: Q2\n", "        when: Q2\n        \n");
    const { path } = await open(text);
    expect(await server.complete(path, behind(text, "when: "))).toEqual(
      expect.arrayContaining(["Q1..Q2", "every quarter", "year"]),
    );
    const line = text.split("\n").indexOf("        ");
    const keys = await server.complete(path, { line, character: 8 });
    expect(keys).toEqual(expect.arrayContaining(["due", "added", "remarks"]));
    expect(keys).not.toContain("when");
  });
});

describe("a hover text", () => {
  it.each([
    ["title: 大力", "任务标题，照录原文"],
    ["divisions: [", "责任处室的名称或代号；第一个牵头，其余配合。"],
    ["when: Q", "完成时段。Q2 为第二季度"],
    ["basis:", "口径：flow 累计数"],
  ])("explains %s in Chinese", async (part, words) => {
    const text = planText("2-1");
    const { path } = await open(text);
    const { line, character } = behind(text, part);
    expect(await server.hover(path, { line, character: character - part.length + 2 })).toContain(words);
  });
});

describe("the schemas in the plan folder", () => {
  it.each(["plan", "tasks"])("are what ipplan schema %s prints", async (kind) => {
    const { stdout } = await runIn(home, ["schema", kind]);
    expect(readFileSync(join(ROOT, "plan/schemas", `${kind}.schema.json`), "utf8")).toBe(stdout);
  });

  it("are what --write writes over existing ones", async () => {
    const path = join(home, "plan/schemas/tasks.schema.json");
    writeFileSync(path, "{}");
    expect((await runIn(home, ["schema", "--write"])).code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(readFileSync(join(ROOT, "plan/schemas/tasks.schema.json"), "utf8"));
  });

  it("exist where the VS Code settings expect them", () => {
    const settings = readFileSync(join(ROOT, ".vscode/settings.json"), "utf8");
    const named = [...settings.matchAll(/"(\.\/[^"]*\.schema\.json)"/g)].map(([, path = ""]) => path);
    expect(named).toHaveLength(2);
    for (const path of named) expect(existsSync(join(ROOT, path)), path).toBe(true);
  });
});
