/** The tail that was appended to a journal since it was compiled: read once, then cached while the journal's bytes stay. */
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Growth, type Tail, tailOf } from "../../../src/storage/compiled/tail-cache.ts";
import { plainInputAt } from "../../../src/storage/compiled/inputs.ts";
import { readTail } from "../../../src/storage/compiled/journal-tail.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";

vi.mock("../../../src/storage/compiled/journal-tail.ts", async (original) => {
  const real: typeof import("../../../src/storage/compiled/journal-tail.ts") = await original();
  return { readTail: vi.fn(real.readTail) };
});

const COMPILED = "compiled before\n";
let home = "";

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ipplan-tail-"));
  vi.mocked(readTail).mockClear();
  for (const name of ["a", "b"]) writeFileSync(join(home, name), COMPILED);
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

function line(note: string): string {
  const facts = { by: "综合科", do: "note", ref: "1-1", on: day("2017-06-01"), note, of: [] } as const;
  return `${encodeRecord(facts, "2017-06-01T01:00:00.000Z", []).line}\n`;
}

/** Enough lines to be cached. */
function lines(note: string): string {
  return line(note).repeat(4);
}

function append(name: string, text: string): void {
  appendFileSync(join(home, name), text);
}

async function tail(names: readonly string[] = ["a"], key = "key"): Promise<Tail | null> {
  const grown = names.map((name): Growth => {
    const input = plainInputAt(join(home, name), name);
    if (input === null) throw new Error(`no file ${name}`);
    return { input, from: COMPILED.length, lines: 1 };
  });
  return tailOf({ folder: join(home, "cache"), name: "x.tail", key }, grown);
}

function notes(read: Tail | null): readonly string[] {
  if (read === null) throw new Error("no tail");
  return read.records.map(({ record, file, line: number }) => `${file}:${number} ${record.note ?? ""}`);
}

/** Four notes, on lines 2 to 5. */
function fourOf(note: string, file = "a"): readonly string[] {
  return [2, 3, 4, 5].map((number) => `${file}:${number} ${note}`);
}

describe("a tail", () => {
  it("is read once; later only what was appended to it is read", async () => {
    append("a", lines("一"));
    const first = await tail();
    expect(notes(first)).toEqual(fourOf("一"));
    expect(await tail()).toMatchObject({ records: first?.records ?? [] });
    expect(readTail).toHaveBeenCalledTimes(1);
    append("a", `\n${lines("二")}`);
    const both = [...notes(first), "a:7 二", "a:8 二", "a:9 二", "a:10 二"];
    expect(notes(await tail())).toEqual(both);
    expect(vi.mocked(readTail).mock.calls[1]?.slice(1)).toEqual(["a", 5]);
    expect([notes(await tail()), vi.mocked(readTail).mock.calls.length]).toEqual([both, 2]);
  });

  it("of one to three new lines is not cached, as reading them again is quicker", async () => {
    for (const known of [[], fourOf("一")]) {
      if (known.length > 0) {
        writeFileSync(join(home, "a"), COMPILED + lines("一"));
        await tail();
      }
      vi.mocked(readTail).mockClear();
      append("a", line("二"));
      const more = [...known, `a:${known.length + 2} 二`];
      expect([notes(await tail()), notes(await tail())]).toEqual([more, more]);
      expect(readTail).toHaveBeenCalledTimes(2);
      expect(existsSync(join(home, "cache/x.tail"))).toBe(known.length > 0);
    }
  });

  it("is cached from four lines on", async () => {
    append("a", line("一").repeat(3));
    await tail();
    expect(existsSync(join(home, "cache/x.tail"))).toBe(false);
    append("a", line("一"));
    await tail();
    expect(existsSync(join(home, "cache/x.tail"))).toBe(true);
  });

  it("keeps the digest passed to it until the journal grows", async () => {
    append("a", line("一"));
    const first = await tail();
    expect(first?.digest).toBeNull();
    first?.cacheDigest("0123456789abcdef");
    expect((await tail())?.digest).toBe("0123456789abcdef");
    append("b", line("二"));
    expect((await tail(["a", "b"]))?.digest).toBeNull();
  });

  it.each([
    ["other bytes of the same number", () => writeFileSync(join(home, "a"), COMPILED + lines("乙")), fourOf("乙")],
    ["fewer bytes", () => writeFileSync(join(home, "a"), COMPILED + lines("x")), fourOf("x")],
    ["another key", () => undefined, fourOf("一")],
    ["zeros instead of the cached file", () => zeros(0), fourOf("一")],
    ["zeros in both copies", () => zeros(400), fourOf("一")],
  ])("is read again with %s", async (what, change, expected) => {
    append("a", lines("一"));
    await tail();
    change();
    expect(notes(await tail(["a"], what === "another key" ? "other" : "key"))).toEqual(expected);
    expect(readTail).toHaveBeenCalledTimes(2);
  });

  it("of several files combines the tails of each", async () => {
    append("b", lines("乙"));
    expect(notes(await tail(["b"]))).toEqual(fourOf("乙", "b"));
    append("a", lines("甲"));
    const both = [...fourOf("甲"), ...fourOf("乙", "b")];
    expect(notes(await tail(["a", "b"]))).toEqual(both);
    expect(notes(await tail(["a", "b"]))).toEqual(both);
    expect(vi.mocked(readTail).mock.calls.map(([, name]) => name)).toEqual(["b", "a"]);
  });

  it("is not cached while its last line is incomplete", async () => {
    append("a", lines("一").trimEnd());
    expect(notes(await tail())).toEqual(fourOf("一"));
    expect(existsSync(join(home, "cache/x.tail"))).toBe(false);
    append("a", "\n");
    await tail();
    expect(existsSync(join(home, "cache/x.tail"))).toBe(true);
  });

  it("is refused if it begins with a byte order mark, which here is in the middle of the file", async () => {
    append("a", `\ufeff${line("一")}`);
    expect(await tail()).toBeNull();
  });

  it("is refused if the file has become a link", async () => {
    append("a", line("一"));
    const growth = { input: plainInputAt(join(home, "a"), "a"), from: COMPILED.length, lines: 1 };
    renameSync(join(home, "a"), join(home, "c"));
    symlinkSync(join(home, "c"), join(home, "a"));
    expect(growth.input).not.toBeNull();
    const grown = growth.input === null ? [] : [{ ...growth, input: growth.input }];
    expect(await tailOf({ folder: join(home, "cache"), name: "x.tail", key: "key" }, grown)).toBeNull();
  });

  it("is refused if a line is damaged", async () => {
    append("a", line("一").replace("综合科", "综合处"));
    expect(await tail()).toBeNull();
  });
});

/** Simulates a power failure: the file keeps its length, but each copy consists of zeros from an offset on. */
function zeros(from: number): void {
  const path = join(home, "cache/x.tail");
  const bytes = readFileSync(path);
  const half = bytes.length / 2;
  bytes.fill(0, from, half).fill(0, half + from);
  writeFileSync(path, bytes);
}
