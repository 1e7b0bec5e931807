/** A journal that has grown since it was compiled: its records and their lines, including those appended. */
import { createHash } from "node:crypto";
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compileJournal } from "../../../src/storage/compiled/compile-journal.ts";
import { type CachedJournal, cachedJournal, journalInputs } from "../../../src/storage/compiled/cached-journal.ts";
import { journalFiles } from "../../../src/storage/file-lists.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day } from "../../support/builders.ts";

let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "ipplan-warm-"));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

function line(note: string): string {
  const facts = { by: "综合科", do: "note", ref: "1-1", on: day("2017-06-01"), note, of: [] } as const;
  return `${encodeRecord(facts, "2017-06-01T01:00:00.000Z", []).line}\n`;
}

const show = (path: string): string => path.slice(home.length + 1);

async function compile(path: string): Promise<void> {
  await compileJournal({ folder: join(home, "cache"), build: "test" }, path, show);
}

async function warm(path: string): Promise<CachedJournal> {
  const journal = await cachedJournal({ folder: join(home, "cache"), build: "test" }, path, journalFiles(path), show);
  if (journal === null) throw new Error("it was compiled");
  return journal;
}

/** Each record as `file:line note`, in the order of the journal. */
function placesOf({ reading }: CachedJournal): string[] {
  return reading.records.map(({ id, note = "" }) => {
    const { file, line: number } = reading.origins.get(id) ?? { file: "nowhere", line: 0 };
    return `${file}:${number} ${note}`;
  });
}

describe("a journal that has grown", () => {
  it("has a record again that was revoked and restored, and all records about it", async () => {
    const path = join(home, "journal.jsonl");
    const facts = { by: "综合科", ref: "1-1", on: day("2017-06-01") } as const;
    const encode = (kind: "done" | "revoke", of: readonly string[]): ReturnType<typeof encodeRecord> =>
      encodeRecord({ ...facts, do: kind, of }, "2017-06-01T01:00:00.000Z", of);
    const done = encode("done", []);
    const undo = encode("revoke", [done.record.id]);
    const redo = encode("revoke", [undo.record.id]);
    const idsIn = (records: readonly { readonly id: string }[] | undefined): string[] =>
      (records ?? []).map(({ id }) => id).toSorted();
    writeFileSync(path, `${done.line}\n${undo.line}\n`);
    await compile(path);
    const before = (await warm(path)).journal;
    expect(idsIn(before.liveByRef.get("1-1"))).toEqual([undo.record.id]);
    expect(idsIn(before.allByRef.get("1-1"))).toEqual(idsIn([done.record, undo.record]));
    appendFileSync(path, `${redo.line}\n`);
    const { journal } = await warm(path);
    expect(idsIn(journal.liveByRef.get("1-1"))).toEqual(idsIn([done.record, redo.record]));
    expect(idsIn(journal.allByRef.get("1-1"))).toEqual(idsIn([done.record, undo.record, redo.record]));
  });

  it("places appended records on the lines behind those that were compiled", async () => {
    const path = join(home, "journal.jsonl");
    writeFileSync(path, `${line("一")}\n${line("二")}`);
    await compile(path);
    appendFileSync(path, `${line("三")}\n\n${line("四")}`);
    const places = ["journal.jsonl:1 一", "journal.jsonl:3 二", "journal.jsonl:4 三", "journal.jsonl:7 四"];
    expect(placesOf(await warm(path))).toEqual(places);
  });

  it("places a record where it first stood, even if it was appended again", async () => {
    const path = join(home, "journal.jsonl");
    writeFileSync(path, line("一") + line("二"));
    await compile(path);
    appendFileSync(path, line("三") + line("一") + line("三"));
    const { journal, reading } = await warm(path);
    const places = journal.records.map(({ id, note }) => [note, reading.origins.get(id)?.line]);
    expect(places).toEqual([
      ["一", 1],
      ["二", 2],
      ["三", 3],
    ]);
    expect(journal.count).toBe(3);
  });

  it("counts the lines of each file separately", async () => {
    const path = join(home, "journal");
    mkdirSync(path);
    writeFileSync(join(path, "a.jsonl"), line("一"));
    writeFileSync(join(path, "b.jsonl"), line("二") + line("三"));
    await compile(path);
    appendFileSync(join(path, "a.jsonl"), line("四"));
    appendFileSync(join(path, "b.jsonl"), line("五"));
    expect(placesOf(await warm(path)).toSorted()).toEqual([
      "journal/a.jsonl:1 一",
      "journal/a.jsonl:2 四",
      "journal/b.jsonl:1 二",
      "journal/b.jsonl:2 三",
      "journal/b.jsonl:3 五",
    ]);
  });
});

describe("a record that is appended to another file of the journal, too", () => {
  it("makes the journal be read again, since only that tells which file has it first", async () => {
    const path = join(home, "journal");
    mkdirSync(path);
    writeFileSync(join(path, "a.jsonl"), line("一"));
    writeFileSync(join(path, "b.jsonl"), line("二"));
    await compile(path);
    appendFileSync(join(path, "a.jsonl"), line("二"));
    await expect(warm(path)).rejects.toThrow("it was compiled");
    await compile(path);
    const { reading, journal } = await warm(path);
    const places = journal.records.map(({ id, note }) => [note, reading.origins.get(id)]);
    expect(places).toEqual([
      ["一", { file: "journal/a.jsonl", line: 1 }],
      ["二", { file: "journal/a.jsonl", line: 2 }],
    ]);
  });
});

describe("the files of a journal", () => {
  it("are used only if there is at least one, and all are plain files", () => {
    const [plain, link, missing] = ["a.jsonl", "b.jsonl", "c.jsonl"].map((name) => join(home, name));
    writeFileSync(plain ?? "", line("一"));
    symlinkSync(plain ?? "", link ?? "");
    const inputsOf = (...paths: readonly (string | undefined)[]): unknown =>
      journalInputs(
        paths.flatMap((path) => path ?? []),
        show,
      )?.map(({ name }) => name);
    expect(inputsOf(plain)).toEqual(["a.jsonl"]);
    expect([inputsOf(), inputsOf(plain, link), inputsOf(missing, plain)]).toEqual([undefined, undefined, undefined]);
  });
});

describe("a journal", () => {
  const whole = line("一") + line("二");

  it.each([
    ["is compiled if every line is a record", whole, true],
    ["is compiled if all lines are blank", "\n\n", true],
    ["is read anew each time if a line is damaged", `${whole}x\n${line("三")}`, false],
    ["is read anew each time if the last line is incomplete", whole.trimEnd(), false],
    ["is read anew each time if a later version wrote a line", whole + newer(), false],
  ])("%s", async (_, text, isCompiled) => {
    const path = join(home, "journal.jsonl");
    writeFileSync(path, text);
    await compile(path);
    const again = await cachedJournal({ folder: join(home, "cache"), build: "test" }, path, [path], show);
    expect(again !== null).toBe(isCompiled);
  });
});

/** A line with a correct id but an unknown version. */
function newer(): string {
  const body = line("四")
    .replace('"v":1', '"v":2')
    .replace(/,"id":.*\n$/s, "");
  const id = createHash("sha256").update(body).digest("hex").slice(0, 32);
  return `${body},"id":"${id}"}\n`;
}
