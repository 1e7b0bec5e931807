/** Damage to a journal's bytes: every changed byte is noticed, and no other record is lost. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { appendLines, readJournal } from "../../src/storage/journal-files.ts";
import { decodeLine } from "../../src/storage/journal-line.ts";
import {
  EXAMPLE,
  LINES,
  SEALED,
  content,
  countsOf,
  damageOf,
  readBytes,
  sealed,
  temporaryFolder,
} from "./journal-samples.ts";

const line = (number: number): string => LINES[number - 1] ?? "";
const idOfLine = (text: string): string => text.slice(-34, -2);

describe("a single changed byte", () => {
  it("is noticed at every offset of 20 records, whichever bit it is", () => {
    const unnoticed: string[] = [];
    LINES.slice(0, 20).forEach((text, index) => {
      const bytes = Buffer.from(text);
      for (let offset = 0; offset < bytes.length; offset += 1) {
        for (let bit = 0; bit < 8; bit += 1) {
          bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
          if (!("damage" in decodeLine(bytes))) unnoticed.push(`line ${index + 1}, byte ${offset}, bit ${bit}`);
          bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
        }
      }
      expect(decodeLine(bytes)).toHaveProperty("record");
    });
    expect(unnoticed).toEqual([]);
  });

  it("costs its own record and no other", () => {
    const changed = line(20).replace('"on":"2017-04-14"', '"on":"2017-04-13"');
    const reading = readBytes([...LINES.slice(0, 19), changed, ...LINES.slice(20), ""].join("\n"));
    expect(damageOf(reading)).toEqual(["20 changed"]);
    expect(reading.records.map(({ id }) => id)).toEqual(LINES.filter((_, at) => at !== 19).map(idOfLine));
  });

  it("is also noticed if it is inserted or missing", () => {
    const bytes = Buffer.from(line(1));
    for (let offset = 0; offset <= bytes.length; offset += 1) {
      const added = Buffer.concat([bytes.subarray(0, offset), Buffer.from(" "), bytes.subarray(offset)]);
      expect(decodeLine(added), `added at ${offset}`).toHaveProperty("damage");
      if (offset === bytes.length) break;
      const cut = Buffer.concat([bytes.subarray(0, offset), bytes.subarray(offset + 1)]);
      expect(decodeLine(cut), `left out at ${offset}`).toHaveProperty("damage");
    }
  });
});

describe("a journal cut at any byte", () => {
  const three = `${LINES.slice(28, 31).join("\n")}\n`;
  const bytes = Buffer.from(three);
  const start = bytes.indexOf(line(31).slice(0, 20), bytes.indexOf(line(30)) + 50);

  it("keeps the earlier records, reports the torn one with its line, and accepts the next one", () => {
    const wait = vi.spyOn(Atomics, "wait").mockReturnValue("timed-out");
    const path = join(temporaryFolder(), "journal.jsonl");
    const earlier = [idOfLine(line(29)), idOfLine(line(30))];
    for (let end = start; end <= bytes.length; end += 1) {
      const isWhole = end >= bytes.length - 1;
      writeFileSync(path, bytes.subarray(0, end));
      const torn = readJournal([path], () => "j");
      const kept = isWhole ? [...earlier, idOfLine(line(31))] : earlier;
      expect(
        torn.records.map(({ id }) => id),
        `cut at ${end}`,
      ).toEqual(kept);
      expect(
        torn.damaged.map((one) => one.line),
        `cut at ${end}`,
      ).toEqual(isWhole || end === start ? [] : [3]);
      appendLines(path, [SEALED]);
      const next = readJournal([path], () => "j");
      expect(
        next.records.map(({ id }) => id),
        `appended after a cut at ${end}`,
      ).toEqual([...kept, idOfLine(SEALED)]);
      expect(next.damaged).toHaveLength(torn.damaged.length);
    }
    wait.mockRestore();
  });

  it("reports the remains of a record as torn", () => {
    expect(damageOf(readBytes(bytes.subarray(0, start + 200)))).toEqual(["3 torn"]);
  });
});

describe("a torn last line", () => {
  it("is read once more, since it may still be being written", () => {
    const path = join(temporaryFolder(), "journal.jsonl");
    writeFileSync(path, `${line(1)}\n${line(2).slice(0, 100)}`);
    const wait = vi.spyOn(Atomics, "wait").mockImplementationOnce(() => {
      writeFileSync(path, `${line(1)}\n${line(2)}\n`);
      return "timed-out";
    });
    expect(countsOf(readJournal([path], () => "j"))).toEqual([2, 0, 0]);
    expect(wait).toHaveBeenCalledTimes(1);
    wait.mockRestore();
  });

  it("is not waited for if nothing is torn, or not the last line", () => {
    const wait = vi.spyOn(Atomics, "wait");
    readBytes(EXAMPLE);
    readBytes(`${line(1).slice(0, 100)}\n${line(2)}\n`);
    expect(wait).not.toHaveBeenCalled();
    wait.mockRestore();
  });
});

describe("a record glued to the remains of another", () => {
  it.each([
    ["half a record", Buffer.from(line(1).slice(0, 150))],
    ["a record's first byte", Buffer.from("{")],
    ["two beginnings", Buffer.from('{"v":1,{"v":1,"t"')],
    ["half a character", Buffer.from([0xe5, 0x9f])],
    ["NULs", Buffer.alloc(3)],
    ["a long line", Buffer.alloc(100_000, 0x61)],
  ])("is kept behind %s, which is reported", (_, remains) => {
    const reading = readBytes(Buffer.concat([remains, Buffer.from(`${SEALED}\n${line(2)}\n`)]));
    expect(reading.damaged.map((one) => one.line)).toEqual([1]);
    expect(reading.records.map(({ id }) => id)).toEqual([idOfLine(SEALED), idOfLine(line(2))]);
    expect(reading.origins.get(idOfLine(SEALED))).toEqual({ file: "journal.jsonl", line: 1 });
  });

  it.each([
    ["two whole ones", [line(11), line(12)], ["1 glued"], [11, 12]],
    ["a whole one and the remains of another", [line(11), line(12).slice(0, 90)], ["1 mixed"], [11]],
    ["a whole one, remains and a whole one", [line(11), line(13).slice(0, 90), line(12)], ["1 mixed"], [11, 12]],
    ["remains between two whole ones", [line(11), "\0\0", line(12)], ["1 mixed"], [11, 12]],
    ["the end of one whose beginning is lost", [line(11), line(12).slice(90)], ["1 mixed"], [11]],
    ["one with a space behind it", [line(11), " "], ["1 mixed"], [11]],
    ["three whole ones", [line(11), line(12), line(13)], ["1 glued"], [11, 12, 13]],
    ["one that was changed before a whole one", [line(11).replace("2017", "2016"), line(12)], ["1 mixed"], [12]],
  ] as const)("is salvaged wherever its hash proves it: %s", (_, parts, damage, kept) => {
    const reading = readBytes(`${parts.join("")}\n${line(2)}\n`);
    expect(damageOf(reading)).toEqual(damage);
    expect(reading.records.map(({ id }) => id)).toEqual([...kept, 2].map((number) => idOfLine(line(number))));
    expect(reading.damaged.map((one) => one.kept)).toEqual([kept.length]);
  });

  it("is kept by its id if a later version wrote it, whatever it contains", () => {
    const later = sealed({ v: 1, x: [{ a: 1, id: "0".repeat(32) }], by: "clerk" });
    const reading = readBytes(`${line(1)}${later}${line(2)}\n`);
    expect(countsOf(reading)).toEqual([2, 1, 1]);
    expect(reading.unknown.map(({ id }) => id)).toEqual([idOfLine(later)]);
  });

  it("is not invented: a torn one behind a torn one is no record", () => {
    const reading = readBytes(`${line(1).slice(0, 150)}${line(2).slice(0, -3)}\n${line(3)}\n`);
    expect(countsOf(reading)).toEqual([1, 1, 0]);
  });

  it("is not found inside a note", () => {
    const quoting = sealed(content({ note: SEALED })).replace("clerk", "click");
    expect(countsOf(readBytes(`${quoting}\n${line(1)}\n`))).toEqual([1, 1, 0]);
  });

  it("is not searched for at every beginning in a very long line", () => {
    const flood = `${'{"v":1,'.repeat(60_000)},"id":"${"0".repeat(32)}"}`;
    expect(countsOf(readBytes(`${flood}\n${line(1)}\n`))).toEqual([1, 1, 0]);
  }, 5_000);
});

it("reading leaves the file as it is", () => {
  const path = join(temporaryFolder(), "journal.jsonl");
  const damaged = `${line(1)}\r\n\n${line(2).slice(0, 90)}`;
  writeFileSync(path, damaged);
  readJournal([path], () => "j");
  expect(readFileSync(path, "utf8")).toBe(damaged);
});
