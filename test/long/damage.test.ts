import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { missingParents } from "../../src/core/journal/audit.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { parseDay } from "../../src/core/calendar.ts";
import { encodeRecord } from "../../src/storage/journal-line.ts";
import { runIn } from "../reporters/run-main.ts";
import { bundle, runProgram } from "../storage/child.ts";
import { temporaryFolder } from "../storage/journal-samples.ts";
import { makeOffice } from "./office.ts";
import { shareOf } from "./share.ts";

const office = makeOffice(1);
afterAll(() => office.remove());

const day = parseDay("2017-06-21");
if (day === undefined) throw new Error("no such day");
const on = day;

/** Records that each name the one before in `prev`. */
function chain(length: number): { record: JournalRecord; line: string }[] {
  const lines: { record: JournalRecord; line: string }[] = [];
  for (let index = 0; index < length; index += 1) {
    const facts = { by: "综合科", do: "note", ref: "1", on, note: `第${index}次`, of: [] } as const;
    lines.push(
      encodeRecord(
        facts,
        "2017-06-21T01:12:03.123Z",
        lines.slice(-1).map(({ record }) => record.id),
      ),
    );
  }
  return lines;
}

/** A program that changes every byte in its share of the lines, and the line breaks after them, to every other value. */
const CHANGE_ALL = `
  import { readFileSync } from "node:fs";
  import { decodeLine } from "./journal-line.ts";
  import { parseJournal } from "./journal-text.ts";
  const [path, share, shares] = process.argv.slice(2);
  const lines = readFileSync(path).toString("latin1").trimEnd().split("\\n").map((line) => Buffer.from(line, "latin1"));
  let [changes, unnoticed] = [0, 0];
  lines.forEach((line, index) => {
    if (index % Number(shares) !== Number(share)) return;
    for (let at = 0; at < line.length; at += 1) {
      const original = line[at];
      for (let value = 0; value < 256; value += 1) {
        if (value === original) continue;
        line[at] = value;
        changes += 1;
        if (!("damage" in decodeLine(line))) unnoticed += 1;
      }
      line[at] = original;
    }
    const next = lines[index + 1];
    if (next === undefined) return;
    for (let value = 0; value < 256; value += 1) {
      if (value === 0x0a) continue;
      changes += 1;
      if (parseJournal(Buffer.concat([line, Buffer.from([value]), next])).broken.length === 0) unnoticed += 1;
    }
  });
  console.log(JSON.stringify({ changes, unnoticed }));
`;

it(`P3: any byte of ${shareOf(1000)} records changed to any other value is noticed`, async () => {
  const folder = temporaryFolder();
  const path = join(folder, "journal.jsonl");
  const text = chain(shareOf(1000))
    .map(({ line }) => `${line}\n`)
    .join("");
  writeFileSync(path, text);
  const program = await bundle(CHANGE_ALL, folder);
  const shares = availableParallelism();
  const answers = await Promise.all(
    Array.from({ length: shares }, async (_, share) =>
      runProgram(program, [path, String(share), String(shares)], false, 600_000),
    ),
  );
  const counted = answers.map((answer) => JSON.parse(answer) as { changes: number; unnoticed: number });
  const sum = (key: "changes" | "unnoticed"): number => counted.reduce((all, one) => all + one[key], 0);
  expect(sum("unnoticed")).toBe(0);
  // All bytes except the last line break, which no line follows.
  expect(sum("changes")).toBe((Buffer.byteLength(text) - 1) * 255);
});

it("P4: each of 1,000 records is missed when it is taken out, except the newest", () => {
  const records = chain(1000).map(({ record }) => record);
  const noticed = records.filter((taken) => {
    const left = records.filter((record) => record !== taken);
    return missingParents(foldJournal(left), new Set()).some(({ parent }) => parent === taken.id);
  });
  expect(noticed.length).toBe(999);
});

it("P4: with --history, the newest one is missed too if it was committed", async () => {
  const lines = chain(1000).map(({ line }) => line);
  writeFileSync(office.journal, `${lines.join("\n")}\n`);
  const git = (...args: readonly string[]): void => {
    const own = ["-c", "user.name=clerk", "-c", "user.email=clerk@example.org"];
    const { status, stderr } = spawnSync("git", [...own, ...args], { cwd: office.folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  };
  git("init", "-q");
  git("add", "-A");
  git("commit", "-qm", "records");
  // Also every 37th record: the file alone shows that they are missing, and --history must not hide that.
  for (const taken of [...lines.keys()].filter((index) => index === 999 || index % 37 === 0)) {
    writeFileSync(office.journal, `${lines.filter((_, index) => index !== taken).join("\n")}\n`);
    const { code, stdout } = await runIn(office.folder, ["journal", "verify", "--history", "--format", "json"]);
    const { problems } = JSON.parse(stdout) as { problems: { code: string; message: string }[] };
    const lost = problems.filter((problem) => problem.code === "E-JOURNAL-LOST");
    expect([code, lost.length]).toEqual([1, 1]);
    expect(lost[0]?.message).toContain(lines[taken]?.slice(-34, -26) ?? "no id");
  }
  expect(readFileSync(office.journal, "utf8").split("\n")).toHaveLength(1000);
});
