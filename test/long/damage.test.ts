import { expect, it } from "vitest";
import { missingParents } from "../../src/core/journal/audit.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { parseDay } from "../../src/core/calendar.ts";
import { decodeLine, encodeRecord } from "../../src/storage/journal-line.ts";

const day = parseDay("2017-06-21");
if (day === undefined) throw new Error("no such day");
const on = day;

/** 1,000 records, each written by one who had seen the one before. */
function chain(): { record: JournalRecord; line: string }[] {
  const lines: { record: JournalRecord; line: string }[] = [];
  for (let index = 0; index < 1000; index += 1) {
    const facts = {
      by: "综合科",
      do: "done",
      ref: `10-${index}`,
      on,
      was: "2017-04-01..2017-06-30#1a2b3c4d",
      of: [],
    } as const;
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

it("P3: every byte of 1,000 records changed to every other value is noticed", () => {
  let [changes, undetected] = [0, 0];
  for (const { line } of chain()) {
    const bytes = Buffer.from(line, "utf8");
    for (let at = 0; at < bytes.length; at += 1) {
      const original = bytes[at] ?? 0;
      for (let value = 0; value < 256; value += 1) {
        if (value === original) continue;
        bytes[at] = value;
        changes += 1;
        if ("record" in decodeLine(bytes)) undetected += 1;
      }
      bytes[at] = original;
    }
  }
  expect(undetected).toBe(0);
  expect(changes).toBeGreaterThan(40_000_000);
});

it("P4: 999 of 1,000 single records taken out are missed, all but the newest", () => {
  const records = chain().map(({ record }) => record);
  const noticed = records.filter((taken) => {
    const left = records.filter((record) => record !== taken);
    return missingParents(foldJournal(left), new Set()).some(({ parent }) => parent === taken.id);
  });
  expect(noticed.length).toBe(999);
});
