/** Colour only adds to the text, and can be switched off. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plain } from "./display-width.ts";
import { type World, makeHome, removeHome, runIn } from "./run-main.ts";

let home = "";
let empty = "";

beforeAll(() => {
  home = makeHome(48);
  empty = makeHome(0);
});

afterAll(() => {
  removeHome(home);
  removeHome(empty);
});

const screen = async (argv: string, world: World = {}): Promise<string> =>
  (await runIn(home, argv.split(" "), world)).stdout;

const COMMANDS = [
  "status --as-of 2017-05-15",
  "status --quarter 2",
  "status --division 专利管理处",
  "overdue",
  "list",
  "list --quarter 2",
  "show 10",
  "show 22",
  "log",
  "gantt",
  "gantt --as-of 2017-08-15 --division 专利管理处",
  "done 22-2 --dry-run",
];

/** Codes that begin a colour or bold or dim text, and those that end it. */
const OPEN = new Set(["1", "2", "31", "32", "33", "34"]);
const CLOSE = new Set(["22", "39"]);

/** The codes still active at the end of the line. */
function leftOn(line: string): string[] {
  const on: string[] = [];
  for (const [, code = ""] of line.matchAll(/\u001b\[([0-9;]*)m/g)) {
    if (OPEN.has(code)) on.push(code);
    else if (CLOSE.has(code)) on.pop();
    else throw new Error(`no colour of ours: ${code}`);
  }
  return on;
}

const hasColour = (text: string): boolean => text.includes("\u001b");

describe("colour", () => {
  it.each(COMMANDS)("only adds codes: %s", async (command) => {
    for (const columns of [80, 100, undefined]) {
      const world = columns === undefined ? {} : { columns };
      const [always, never] = [
        await screen(`${command} --color always`, world),
        await screen(`${command} --color never`, world),
      ];
      expect(hasColour(never)).toBe(false);
      expect(plain(always)).toBe(never);
    }
  });

  it("only adds codes if bars are empty", async () => {
    const command = ["status", "--as-of", "2017-01-01"];
    const [always, never] = [
      await runIn(empty, [...command, "--color", "always"], { columns: 80 }),
      await runIn(empty, [...command, "--color", "never"], { columns: 80 }),
    ];
    expect(plain(always.stdout)).toBe(never.stdout);
  });

  it.each(COMMANDS)("ends on the line where it begins: %s", async (command) => {
    const text = await screen(`${command} --color always`, { columns: 80 });
    expect(hasColour(text)).toBe(!command.endsWith("--dry-run"));
    for (const line of text.split("\n")) expect(leftOn(line), JSON.stringify(line)).toEqual([]);
    expect(plain(text)).not.toContain("\u001b");
  });

  it("draws attention: what is overdue is red", async () => {
    const text = await screen("overdue --color always", { columns: 80 });
    expect(text).toContain("\u001b[31m94 天\u001b[39m  12-1");
  });

  it("is of each symbol where milestones of a quarter have different lights, and in the legend", async () => {
    const text = await screen("gantt --task 19 --task 25 --color always", { columns: 80 });
    // In task 25's third quarter, the trip of August is upcoming and the seminar active.
    expect(text).toContain("|◦\u001b[34m▸\u001b[39m ");
    expect(text).toContain("\u001b[34m▸ 蓝\u001b[39m  正常推进");
  });
});

describe("colour is wanted", () => {
  const terminal = (env: Record<string, string> = {}): World => ({ columns: 80, env });
  const pipe = (env: Record<string, string> = {}): World => ({ env });

  it.each<[string, string, World, boolean]>([
    ["on a terminal", "overdue", terminal(), true],
    ["not in a pipe", "overdue", pipe(), false],
    ["not with NO_COLOR", "overdue", terminal({ NO_COLOR: "1" }), false],
    ["with an empty NO_COLOR, which says nothing", "overdue", terminal({ NO_COLOR: "" }), true],
    ["not with NO_COLOR, whatever FORCE_COLOR says", "overdue", terminal({ NO_COLOR: "1", FORCE_COLOR: "1" }), false],
    ["in a pipe with FORCE_COLOR", "overdue", pipe({ FORCE_COLOR: "1" }), true],
    ["not on a terminal with FORCE_COLOR=0", "overdue", terminal({ FORCE_COLOR: "0" }), false],
    ["not on a dumb terminal", "overdue", terminal({ TERM: "dumb" }), false],
    ["on a terminal of any other name", "overdue", terminal({ TERM: "xterm-256color" }), true],
    ["in a pipe with --color always", "overdue --color always", pipe(), true],
    ["with --color always, whatever NO_COLOR says", "overdue --color always", pipe({ NO_COLOR: "1" }), true],
    [
      "not with --color never, whatever FORCE_COLOR says",
      "overdue --color never",
      terminal({ FORCE_COLOR: "1" }),
      false,
    ],
    ["not in JSON", "overdue --format json --color always", terminal(), false],
    ["not in CSV", "overdue --format csv --color always", terminal(), false],
    ["not in Markdown", "overdue --format md --color always", terminal(), false],
  ])("%s", async (_, command, world, isWanted) => {
    expect(hasColour(await screen(command, world))).toBe(isWanted);
  });

  it("never in a file, which has no width limit either", async () => {
    const path = join(home, "overdue.txt");
    expect((await runIn(home, ["overdue", "-o", path, "--color", "always"], { columns: 80 })).code).toBe(0);
    expect(readFileSync(path, "utf8")).toBe(await screen("overdue"));
  });
});

describe("symbols", () => {
  const SYMBOLS = /[✓✗▸◦▮▯]/;

  it.each<[string, World]>([
    ["IPPLAN_ASCII=1", { columns: 80, env: { IPPLAN_ASCII: "1" } }],
    ["IPPLAN_ASCII=1 in a pipe", { env: { IPPLAN_ASCII: "1" } }],
    ["TERM=dumb", { columns: 80, env: { TERM: "dumb" } }],
  ])("are ASCII with %s, one character each", async (_, world) => {
    const usual: World = { ...world, env: { NO_COLOR: "1" } };
    for (const command of [...COMMANDS, "status --division 规划发展处"]) {
      const ascii = await screen(command, { ...world, env: { ...world.env, NO_COLOR: "1" } });
      expect(ascii, command).not.toMatch(SYMBOLS);
      const swapped = (await screen(command, usual)).replace(
        /[✓✗▸◦▮▯]/g,
        (symbol) => "vx>.#-"["✓✗▸◦▮▯".indexOf(symbol)] ?? "",
      );
      expect(ascii).toBe(swapped);
    }
  });

  it("are not ASCII otherwise", async () => {
    expect(await screen("status", { columns: 80 })).toMatch(SYMBOLS);
  });
});

describe("width", () => {
  const widest = async (world: World): Promise<number> =>
    Math.max(...(await screen("overdue --color never", world)).split("\n").map((line) => line.length));

  it("is COLUMNS if that is set, also in a pipe", async () => {
    const [narrow, wide] = [await screen("overdue", { env: { COLUMNS: "80" } }), await screen("overdue", {})];
    expect(narrow).toBe(await screen("overdue --color never", { columns: 80 }));
    expect(narrow.split("\n").length).toBeGreaterThan(wide.split("\n").length);
  });

  it("has no limit in a pipe", async () => {
    expect(await widest({})).toBeGreaterThan(await widest({ columns: 80 }));
  });

  it("is at least forty columns, even on a narrower terminal", async () => {
    for (const columns of [1, 10, 40]) {
      const { code } = await runIn(home, ["overdue"], { columns });
      expect(code).toBe(0);
    }
  });
});
