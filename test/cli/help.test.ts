/** Help fits the screen: every command, in both languages. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnsOf } from "../reporters/display-width.ts";
import { type Result, makeHome, removeHome, runIn } from "../reporters/run-main.ts";

let home = "";

beforeAll(() => {
  home = makeHome(0);
});

afterAll(() => removeHome(home));

const COMMANDS = [
  "check list show status overdue due indicators gantt calendar report sheet log diff init new-year schema",
  "done progress reading note block unblock extend cancel accept undo journal",
].flatMap((names) => names.split(" "));
const HELPS = ["", ...COMMANDS, "journal verify", "journal merge", "journal repair"];

async function help(command: string, lang: string, columns?: number): Promise<string[]> {
  const world = { env: { IPPLAN_LANG: lang }, ...(columns === undefined ? {} : { columns }) };
  return (await runIn(home, [...command.split(" "), "--help"].filter(Boolean), world)).stdout.trimEnd().split("\n");
}

describe.each(["zh", "en"])("in %s", (lang) => {
  it.each(HELPS)("ipplan %s --help fits a screen of 80 columns", async (command) => {
    const lines = await help(command, lang, 80);
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => columnsOf(line) > 78)).toEqual([]);
  });

  it("wraps descriptions in their column", async () => {
    const lines = await help("sheet", lang, 80);
    const at = lines.findIndex((line) => line.includes("--quarter"));
    const term = lang === "zh" ? "  -q, --quarter <季度>   " : "  -q, --quarter <quarter>  ";
    expect(lines[at]?.startsWith(term)).toBe(true);
    expect(lines[at + 1]).toMatch(new RegExp(`^ {${columnsOf(term)}}\\S`));
  });

  it("has lines of the same width in a pipe, and longer ones on a wide screen", async () => {
    const widest = async (columns?: number): Promise<number> =>
      Math.max(...(await help("status", lang, columns)).map((line) => columnsOf(line)));
    expect(await widest()).toBeLessThanOrEqual(78);
    expect(await widest(118)).toBeGreaterThan(78);
    expect(await widest(118)).toBeLessThanOrEqual(116);
  });
});

it("groups commands by purpose, each once", async () => {
  const lines = await help("", "zh", 80);
  const headings = lines.filter((line) => /^\S+：$/.test(line));
  expect(headings).toEqual(["选项：", "查看：", "登记：", "通报、填报表和日历：", "计划和台账的维护："]);
  const below = (heading: string): string[] => {
    const rest = lines.slice(lines.indexOf(heading) + 1);
    return rest.slice(0, rest.indexOf("")).flatMap((line) => /^ {2}([a-z-]+)/.exec(line)?.[1] ?? []);
  };
  const [look = [], record = [], issue = [], keep = []] = headings.slice(1).map(below);
  expect(look.slice(0, 3)).toEqual(["list", "show", "status"]);
  expect([record[0], record.at(-1), issue[0], keep[0]]).toEqual(["done", "undo", "report", "check"]);
  expect([...look, ...record, ...issue, ...keep].toSorted()).toEqual(COMMANDS.toSorted());
});

describe("the word help", () => {
  const said = async (line: string): Promise<Result> =>
    runIn(home, line.split(" "), { env: { IPPLAN_LANG: "en" }, columns: 80 });

  it.each([
    ["help", "--help"],
    ["help help", "--help"],
    ["help --lang zh", "--help --lang zh"],
    ["help status", "status --help"],
    ["help status --lang zh", "status --help --lang zh"],
    ["help status --quarter 2", "status --help"],
    ["help journal", "journal --help"],
    ["help journal verify", "journal verify --help"],
  ])("ipplan %s prints what ipplan %s prints", async (words, option) => {
    expect(await said(words)).toEqual(await said(option));
    expect((await said(words)).stdout).toMatch(/^(?:Usage|用法)/);
  });

  it("names the nearest command for an unknown one", async () => {
    expect(await said("help statu")).toMatchObject({ code: 2, stdout: "" });
    expect(await said("help statu")).toEqual(await said("statu"));
  });

  it("must come before options, like a command, and the complaint does not deny that the command has the option", async () => {
    expect(await said("--lang en help journal verify")).toMatchObject({
      code: 2,
      stderr: "--lang goes after the command: ipplan help journal verify --lang en\n",
    });
  });

  it("is an ordinary text after a command", async () => {
    expect((await said("list help")).stdout).not.toMatch(/^Usage/);
  });
});

it("has Chinese names for all placeholders in Chinese", async () => {
  const lines = (await Promise.all(HELPS.map(async (command) => help(command, "zh", 80)))).flat();
  expect(lines.filter((line) => /[<[][a-z]|<[^>]*[a-z]|\(default/.test(line))).toEqual([]);
});

it.each([
  ["zh", "格式"],
  ["en", "format"],
])("mentions no choice of formats if there is none (%s)", async (lang, word) => {
  expect((await help("journal repair", lang, 80)).join("\n")).not.toContain(word);
});

it("begins no Chinese line with a closing mark", async () => {
  const lines = (await Promise.all(HELPS.map(async (command) => help(command, "zh", 80)))).flat();
  expect(lines.filter((line) => /^\s*[，。、；：）]/.test(line))).toEqual([]);
});
