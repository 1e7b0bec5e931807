/** Journals that lead out of the plan's folder are refused, and nothing is written there; records of other programs. */
import { existsSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeOwnHome, removeHome, runIn } from "../reporters/run-main.ts";
import { content, sealed, temporaryFolder } from "./journal-samples.ts";
import { SMALL_PLAN } from "./small-plan.ts";

let home = "";

beforeEach(() => {
  const plan = { "plan/1-1.yaml": SMALL_PLAN["1-1.yaml"], "plan/plan.yaml": SMALL_PLAN["plan.yaml"] };
  home = makeOwnHome({ ...plan, "journal.jsonl": `${sealed(content({ do: "note", note: "送会签" }))}\n` });
});

afterEach(() => removeHome(home));

const DONE = ["done", "10-1", "--on", "2017-06-28", "--lang", "en"];

describe("a journal that is a link", () => {
  it.each([
    ["to a file outside", (outside: string): string => join(outside, "journal.jsonl")],
    ["to a folder outside", (outside: string): string => outside],
    ["to nothing outside", (outside: string): string => join(outside, "none", "journal.jsonl")],
  ])("%s gets no record", async (_, target) => {
    const outside = temporaryFolder();
    renameSync(join(home, "journal.jsonl"), join(outside, "journal.jsonl"));
    symlinkSync(target(outside), join(home, "journal.jsonl"));
    const before = readdirSync(outside);
    const { code, stdout } = await runIn(home, DONE);
    expect([code, stdout]).toEqual([3, ""]);
    expect(readdirSync(outside)).toEqual(before);
  });

  it.each(["status", "log", "check"])("is reported by %s", async (command) => {
    symlinkSync("nowhere.jsonl", join(home, "link.jsonl"));
    const { code, stderr } = await runIn(home, [command, "--journal", "link.jsonl", "--lang", "en"]);
    expect([code, stderr.includes("symbolic link")]).toEqual([3, true]);
  });
});

describe("a journal named from outside", () => {
  it.each([
    ["by its full path", (outside: string): string => join(outside, "journal.jsonl")],
    ["by a path with ..", (outside: string): string => `../${basename(outside)}/journal.jsonl`],
    ["through a linked folder", (): string => "out/journal.jsonl"],
  ])("%s is refused", async (_, typedFor) => {
    const outside = temporaryFolder();
    symlinkSync(outside, join(home, "out"));
    const { code, stderr } = await runIn(home, [...DONE, "--journal", typedFor(outside)]);
    expect([code, stderr.includes("outside the folder")]).toEqual([3, true]);
    expect(readdirSync(outside)).toEqual([]);
  });

  it("may be a folder inside, with one file per writer", async () => {
    mkdirSync(join(home, "journal"));
    const { code } = await runIn(home, [...DONE, "--journal", "journal", "--by", "../综合科"]);
    expect(code).toBe(0);
    expect(readdirSync(join(home, "journal"))).toHaveLength(1);
    expect(existsSync(join(home, "综合科.jsonl"))).toBe(false);
  });
});

describe("records of another program, with the right hash", () => {
  it.each([
    ["evidence that is a text", { evidence: "doc" }],
    ["evidence that is null", { evidence: [null] }],
    ["a note that is a number", { note: 5 }],
    ["a percentage that is a text", { do: "progress", percent: "80" }],
    ["an extension without a day", { do: "extend" }],
    ["a reading without a value", { do: "reading", ref: "10/agencies" }],
    ["an unknown kind", { do: "verify" }],
    ["a kind named like a property of objects", { do: "constructor" }],
    ["an unknown field", { mood: "good" }],
    ["a clock outside the calendar", { t: "9999-12-31T00:00:00.000Z" }],
    ["a clock before the calendar", { t: "0001-01-01T00:00:00.000Z" }],
    ["an empty name", { by: "" }],
    ["a subject named __proto__", { ref: "__proto__" }],
    ["unknown records in `prev` and `of`", { prev: ["0".repeat(32)], of: ["0".repeat(32)] }],
  ])("never stop a reading command: %s", async (_, more) => {
    writeFileSync(join(home, "journal.jsonl"), `${sealed(content(more))}\n`);
    for (const command of [
      "status",
      "log",
      "overdue",
      "show 10",
      "list --format csv",
      "log --format md",
      "log --format json",
    ]) {
      const { code, stderr } = await runIn(home, command.split(" "));
      expect(code, `${command}: ${stderr}`).toBe(0);
    }
  });

  it.each([
    ["a later version", { v: 2 }],
    ["an unknown kind", { do: "verify" }],
    ["an unknown field", { mood: "good" }],
    ["a value so large that sums overflow", { do: "reading", ref: "10/agencies", value: 1e308, mode: "add" }],
    ["a value that is just too large", { do: "reading", ref: "10/agencies", value: 1e15 + 1, mode: "add" }],
  ])("are warned about: %s", async (_, more) => {
    writeFileSync(join(home, "journal.jsonl"), `${sealed(content({ do: "note", ...more }))}\n`);
    const { code, stdout } = await runIn(home, ["check", "--format", "json"]);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; file: string; line: number }[] };
    const warned = problems.filter((problem) => problem.code === "W-JOURNAL-UNKNOWN");
    expect([code, warned.map(({ file, line }) => `${file}:${line}`)]).toEqual([0, ["journal.jsonl:1"]]);
  });

  it("do not count in a sum if their value is too large", async () => {
    const reading = (value: number, t: string): string =>
      sealed(content({ t, do: "reading", ref: "10/agencies", value, mode: "add" }));
    const lines = [1e308, 1e308, 7].map((value, at) => `${reading(value, `2017-06-21T01:12:0${at}.000Z`)}\n`);
    writeFileSync(join(home, "journal.jsonl"), lines.join(""));
    const { stdout } = await runIn(home, ["indicators", "--format", "json", "--as-of", "2017-06-30"]);
    const { indicators } = JSON.parse(stdout) as { indicators: { value: number; share: number }[] };
    expect(indicators.map(({ value, share }) => [value, share])).toEqual([[7, 70]]);
  });
});
