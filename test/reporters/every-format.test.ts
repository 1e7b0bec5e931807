/** Every format that a command names in its help can be had, on the screen or in a file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCHEMA_NAMES } from "../contracts/schemas.ts";
import { makeHome, removeHome, runIn } from "./run-main.ts";

const COMMANDS = [
  ...[
    "list",
    "show 10",
    "status",
    "status --quarter 2",
    "status --division 专利管理处",
    "overdue",
    "due",
    "indicators",
  ],
  ...["gantt", "log", "diff plan plan", "check", "journal verify", "report --quarter 2", "calendar"],
  ...["done 1-1 --on 2017-06-30", "undo 3d8f01e7", "reading 9/applications 6000"].map((line) => `${line} --dry-run`),
];
/** Where `--format` would ask for a file all the same. */
const IN_FILES = new Set(["xlsx", "docx", "svg", "ics", "html", "junit"]);

let home = "";

beforeAll(() => {
  home = makeHome(48);
});

afterAll(() => removeHome(home));

/** The formats in the command's help. */
async function formatsOf(command: string): Promise<string[]> {
  const words = command.split(" ").slice(0, command.startsWith("journal") ? 2 : 1);
  const { stdout } = await runIn(home, [...words, "--help", "--lang", "en"], { columns: 200 });
  return /--format <format> +format: ([a-z, ]+)/.exec(stdout)?.[1]?.trim().split(", ") ?? [];
}

it("every command that prints JSON has a schema", async () => {
  const help = (await runIn(home, ["--help", "--lang", "en"], { columns: 200 })).stdout;
  const commands = [...help.matchAll(/^ {2}([a-z-]+) /gm)].map(([, name = ""]) => name);
  expect(commands).toContain("status");
  for (const command of commands) {
    if ((await formatsOf(command)).includes("json")) expect(SCHEMA_NAMES, command).toContain(command);
  }
});

describe.each(COMMANDS)("%s", (command) => {
  it("has the formats of its help", async () => {
    const formats = await formatsOf(command);
    expect(formats.length).toBeGreaterThan(0);
    for (const format of formats) {
      const path = join(home, `out.${format}`);
      const asked = [...command.split(" "), "--lang", "zh", "--format", format];
      const { code, stdout, stderr } = await runIn(home, IN_FILES.has(format) ? [...asked, "-o", path] : asked);
      expect([format, code], stderr).toEqual([format, 0]);
      const output = IN_FILES.has(format) ? readFileSync(path) : stdout;
      expect(output.length, format).toBeGreaterThan(command === "check" || command === "journal verify" ? -1 : 0);
    }
  });
});
