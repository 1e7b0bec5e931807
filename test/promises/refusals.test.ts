/** What writing commands refuse: exit code 2, a message with the reason, and no byte in the journal. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { makeHome, removeHome, runIn } from "../reporters/run-main.ts";

const home = makeHome(48);
afterAll(() => removeHome(home));
const journal = join(home, "journal.jsonl");
const before = readFileSync(journal, "utf8");

writeFileSync(join(home, "bad.csv"), "编号,完成日\n23-1,2017-07-01\n23-9,2017-07-01\n");
writeFileSync(join(home, "late.jsonl"), `{"ref":"23-1","on":"2017-07-01"}\n{"ref":"1-1","on":"2017-08-01"}\n`);
writeFileSync(join(home, "zero.csv"), "编号,完成日\n23-1,6.1\n");
writeFileSync(join(home, "latin.csv"), Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x0a]));

/** A title, the command line, and a part of the message. */
const REFUSED: readonly (readonly [what: string, argv: readonly string[], says: string])[] = [
  ["a day to come", ["done", "23-1", "--on", "2017-07-04"], "2017-07-04"],
  ["an impossible day", ["done", "23-1", "--on", "2017-02-30"], "2017-02-30"],
  ["an unknown milestone", ["done", "23-9"], "23-9"],
  ["a task", ["done", "23"], "23"],
  ["a repeating milestone without its occurrence", ["done", "10-3"], "10-3@Q3"],
  ["one of several that is unknown", ["done", "23-1", "23-9"], "23-9"],
  ["one of several that is refused", ["progress", "23-1", "10-1", "50"], "10-1"],
  ["an id named twice", ["done", "23-1", "23-1"], "23-1"],
  ["a day given twice", ["done", "23-1", "--on", "2017-07-01", "--on", "2017-07-02"], "--on"],
  ["acceptance by an empty filter", ["accept", "--quarter", "1", "--task", ""], "--task"],
  ["a file with an unknown id", ["done", "--file", "bad.csv"], "bad.csv:3"],
  ["a file with a day to come", ["done", "--file", "late.jsonl"], "late.jsonl:2"],
  ["a file with a day that may lack its 0", ["done", "--file", "zero.csv"], "zero.csv:2"],
  ["a file that is not UTF-8", ["done", "--file", "latin.csv"], "latin.csv"],
  ["ids and a file", ["done", "23-1", "--file", "bad.csv"], "--file"],
  ["a note of two lines", ["note", "1-1", "--note", "一\n二"], "--note"],
  ["a note with an escape", ["note", "1-1", "--note", "a\u001b[31mb"], "--note"],
  ["a note with a right-to-left override", ["note", "1-1", "--note", "a\u202eb"], "--note"],
  ["a note of a megabyte", ["note", "1-1", "--note", "长".repeat(350_000)], "--note"],
  ["an empty note", ["note", "1-1", "--note", " "], "--note"],
  ["a record of more than 16 KiB", ["note", "1-1", ...longTexts()], "16384"],
  ["evidence of an unclear kind", ["done", "23-1", "--evidence", "验收报告"], "--evidence"],
  ["evidence that is not a web link", ["done", "23-1", "--evidence", "link:javascript:1"], "javascript:1"],
  ["evidence in a missing file", ["done", "23-1", "--evidence", "file:nowhere.pdf"], "nowhere.pdf"],
  ["an unknown division", ["done", "23-1", "--from", "财务处"], "财务处"],
  ["progress of more than all (100%)", ["progress", "23-1", "101"], "101"],
  ["an extension without a reason", ["extend", "23-1", "--to", "2017-09-30", "--approver", "会"], "--reason"],
  ["an extension without approval", ["extend", "23-1", "--to", "2017-09-30", "--reason", "因"], "--approver"],
  ["an extension to an earlier day", ["extend", "24-2", "--to", "2017-08-01", ...approved()], "24-2"],
  ["a cancellation without approval", ["cancel", "23-1", "--reason", "因"], "--approver"],
  ["a cancellation of what is done", ["cancel", "10-1", ...approved()], "10-1"],
  ["progress of what is done", ["progress", "10-1", "50"], "10-1"],
  ["a block of what is done", ["block", "10-1", "--reason", "因"], "10-1"],
  ["a block without a reason", ["block", "23-1"], "--reason"],
  ["an unblock of what is not blocked", ["unblock", "23-1"], "23-1"],
  ["acceptance of what is not done", ["accept", "23-1"], "23-1"],
  ["acceptance without evidence", ["accept", "21-1"], "21-1"],
  ["acceptance of everything", ["accept"], "accept"],
  ["an undo if the writer has no record", ["undo", "--by", "财务处"], "财务处"],
  ["an undo of an unknown record", ["undo", "ffffffff"], "ffffffff"],
  ["an undo of an id with too few digits", ["undo", "451"], "451"],
  ["an undo of a milestone", ["undo", "10-1"], "10-1"],
  ["a writer without a name", ["done", "23-1", "--by", " "], "--by"],
];

function approved(): readonly string[] {
  return ["--reason", "因", "--approver", "局长办公会"];
}

function longTexts(): readonly string[] {
  return ["--note", "--problem", "--next"].flatMap((flag) => [flag, "长".repeat(1990)]);
}

describe("refused, and nothing written", () => {
  it.each(REFUSED)("%s", async (_, argv, says) => {
    const { code, stdout, stderr } = await runIn(home, [...argv], { env: { IPPLAN_LANG: "zh" } });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(readFileSync(journal, "utf8")).toBe(before);
  });
});

describe("a dry run", () => {
  it.each([
    ["done", ["done", "23-1", "--on", "2017-07-01"]],
    ["undo", ["undo", "4518f647"]],
    ["accept", ["accept", "10-1"]],
  ])("of %s answers and writes nothing", async (_, argv) => {
    const { code, stdout } = await runIn(home, [...argv, "--dry-run"], { env: { IPPLAN_LANG: "zh" } });
    expect([code, stdout.startsWith("试运行，未登记")]).toEqual([0, true]);
    expect(readFileSync(journal, "utf8")).toBe(before);
  });
});
