/** What a compiled journal answers, and what it does if its own file was replaced after its signature was taken. */
import { appendFileSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { journalFiles } from "../../../src/storage/file-lists.ts";
import { CacheDamage } from "../../../src/storage/compiled/damage.ts";
import { compileJournal } from "../../../src/storage/compiled/compile-journal.ts";
import { cachedJournal } from "../../../src/storage/compiled/cached-journal.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { type Journal, foldJournal, latestRecord } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { lastRecordOf } from "../../../src/core/journal/revocation.ts";
import { MOST_IN_PAIRS } from "../../../src/core/journal/seen.ts";
import { viewRecords } from "../../../src/core/views/records.ts";
import { day, inquiry, milestone, plan, task } from "../../support/builders.ts";

type Encoded = ReturnType<typeof encodeRecord>;

const folder = mkdtempSync(join(tmpdir(), "ipplan-stored-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function line(note: string): string {
  const facts = { by: "综合科", do: "note", ref: "1-1", on: day("2017-05-01"), note, of: [] } as const;
  return `${encodeRecord(facts, "2017-05-01T01:00:00.000Z", []).line}\n`;
}

const PLACE = { folder: join(folder, "cache"), build: "test" };
const show = (file: string): string => file;

/** A journal of one note, from the cache. */
async function warmNote(path: string): Promise<Awaited<ReturnType<typeof cachedJournal>>> {
  writeFileSync(path, line("甲"));
  await compileJournal(PLACE, path, show);
  return cachedJournal(PLACE, path, journalFiles(path), show);
}

describe("a compiled journal", () => {
  it("does not take another line for its own", async () => {
    const path = join(folder, "journal.jsonl");
    const warm = await warmNote(path);
    const [note] = warm?.journal.liveByRef.get("1-1") ?? [];
    writeFileSync(path, line("乙"));
    expect(note?.on).toBe("2017-05-01");
    expect(() => note?.by).toThrow(CacheDamage);
    expect(() => warm?.journal.records).toThrow(CacheDamage);
  });

  it("reports damage, so that the command starts again, if the journal has vanished meanwhile", async () => {
    const path = join(folder, "gone.jsonl");
    const warm = await warmNote(path);
    const [note] = warm?.journal.liveByRef.get("1-1") ?? [];
    rmSync(path);
    expect(() => note?.by).toThrow(CacheDamage);
    expect(() => warm?.journal.records).toThrow(CacheDamage);
  });

  it("follows no link that has replaced the journal, even if the line is the same", async () => {
    const path = join(folder, "linked.jsonl");
    const warm = await warmNote(path);
    const [note] = warm?.journal.liveByRef.get("1-1") ?? [];
    renameSync(path, `${path}.elsewhere`);
    symlinkSync(`${path}.elsewhere`, path);
    expect(() => note?.by).toThrow(CacheDamage);
  });

  it("reads no more lines than a query needs", async () => {
    const path = join(folder, "many.jsonl");
    const note = (by: string, ref: string, prev: readonly string[]): Encoded => {
      const facts = { by, do: "note", ref, on: day("2017-05-01"), note: "说明", of: [] } as const;
      return encodeRecord(facts, `2017-05-01T01:00:0${prev.length}.000Z`, prev);
    };
    const first = note("综合科", "1-1", []);
    const second = note("甲", "1-2", [first.record.id]);
    const third = note("乙", "2-1", [second.record.id, first.record.id]);
    // Enough records that some of them may be read one by one.
    const more = Array.from({ length: 40 }, (_, n) => note("丙", `9-${n}`, []));
    const lines = [first, second, third, ...more].map(({ line: text }) => `${text}\n`);
    writeFileSync(path, lines.join(""));
    await compileJournal(PLACE, path, show);
    const { journal, reading } = (await cachedJournal(PLACE, path, journalFiles(path), show)) ?? {};
    if (journal === undefined || reading === undefined) throw new Error("it was compiled");
    // Now another line stands there: reading it would throw.
    writeFileSync(path, lines.join("").replace(`"${third.record.id}"`, `"${"0".repeat(32)}"`));
    const asked = inquiry(plan([task("1", [milestone({ id: "1-1" }), milestone({ id: "1-2" })])]), "2017-12-31", {
      journal,
    });
    const own = viewRecords(asked, reading.origins, {
      subjects: { milestones: [], others: ["1-1", "1-2"] },
    });
    expect(own.map(({ id, line: at }) => [id, at])).toEqual([
      [second.record.id, 2],
      [first.record.id, 1],
    ]);
    const early = {
      passes: ({ t }: JournalRecord) => t < "2017-05-01T01:00:02" && t > "2017-05-01T01:00:00.5",
    };
    expect(viewRecords(asked, reading.origins, early).map(({ id }) => id)).toEqual([second.record.id]);
    expect(() => viewRecords(asked, reading.origins)).toThrow(CacheDamage);
  });

  it("counts the records of earlier years, appended ones too", async () => {
    const path = join(folder, "years.jsonl");
    const onDay = (text: string): string => {
      const facts = { by: "综合科", do: "note", ref: "1-1", on: day(text), note: text, of: [] } as const;
      return `${encodeRecord(facts, "2019-05-01T01:00:00.000Z", []).line}\n`;
    };
    writeFileSync(path, ["2018-01-01", "2016-12-31", "2017-12-31", "2017-01-01"].map(onDay).join(""));
    const counts = (journal: Journal | undefined): (number | undefined)[] =>
      [2016, 2017, 2018, 2019].map((year) => journal?.countBefore(year));
    const { journal: cold } = await compileJournal(PLACE, path, show);
    expect(counts(cold)).toEqual([0, 1, 3, 4]);
    appendFileSync(path, onDay("2016-02-29"));
    expect(counts((await cachedJournal(PLACE, path, journalFiles(path), show))?.journal)).toEqual([0, 2, 4, 5]);
  });

  it("searches backwards for a writer's last record", async () => {
    const path = join(folder, "last.jsonl");
    const write = (by: string, seen: Encoded | null): Encoded => {
      const facts = { by, do: "note", ref: "1-1", on: day("2017-05-01"), note: "说明", of: [] } as const;
      return encodeRecord(facts, "2017-05-01T01:00:00.000Z", seen === null ? [] : [seen.record.id]);
    };
    const chain: Encoded[] = [];
    for (const by of ["甲", "甲", "乙", "丙", "乙"]) chain.push(write(by, chain.at(-1) ?? null));
    const more = Array.from({ length: 40 }, () => chain.at(0)?.line ?? "");
    const lines = [...chain.map(({ line: text }) => text), ...more].map((text) => `${text}\n`).join("");
    writeFileSync(path, lines);
    await compileJournal(PLACE, path, show);
    const { journal } = (await cachedJournal(PLACE, path, journalFiles(path), show)) ?? {};
    if (journal === undefined) throw new Error("it was compiled");
    const last = (by: string): string | undefined => lastRecordOf(journal, by)?.id;
    expect([last("丙"), last("乙"), last("丁")]).toEqual([chain[3]?.record.id, chain[4]?.record.id, undefined]);
  });

  it("is folded anew if a record is appended that other writers had seen", async () => {
    const path = join(folder, "missing.jsonl");
    const percent = (ref: string, of: number, note: string, prev: readonly string[]): Encoded => {
      const facts = {
        by: "综合科",
        do: "progress",
        ref,
        on: day("2017-05-01"),
        percent: of,
        note,
        of: [],
      } as const;
      return encodeRecord(facts, "2017-05-01T01:00:00.000Z", prev);
    };
    // The later one has the smaller id: it counts only because its writer had seen the first, through the one between.
    const later = (first: Encoded, between: Encoded): Encoded =>
      Array.from({ length: 50 }, (_, n) => percent("1-1", 50, `第${n}次`, [between.record.id])).find(
        ({ record }) => record.id < first.record.id,
      ) ?? first;
    const first = percent("1-1", 30, "甲", []);
    const between = percent("1-2", 40, "乙", [first.record.id]);
    const last = later(first, between);
    writeFileSync(path, `${first.line}\n${last.line}\n`);
    await compileJournal(PLACE, path, show);
    appendFileSync(path, `${between.line}\n`);
    expect(await cachedJournal(PLACE, path, journalFiles(path), show)).toBeNull();
    const anew = await compileJournal(PLACE, path, show);
    const warm = await cachedJournal(PLACE, path, journalFiles(path), show);
    const folded = foldJournal([first, last, between].map(({ record }) => record));
    const standing = (of?: Journal): string | undefined =>
      of === undefined ? undefined : latestRecord(of, of.liveByRef.get("1-1") ?? [])?.id;
    expect([folded, anew.journal, warm?.journal].map(standing)).toEqual(Array(3).fill(last.record.id));
  });

  it.each([
    ["stored if they are few enough to compare in pairs", MOST_IN_PAIRS, [true, false]],
    ["not stored for more: walking back tells", MOST_IN_PAIRS + 1, [undefined, undefined]],
  ])("which records of one day their writers had seen is %s", async (_, count, known) => {
    const path = join(folder, `${count}.jsonl`);
    const chain: Encoded[] = [];
    for (let n = 0; n < count; n += 1) {
      const facts = { by: "综合科", do: "note", ref: "1-1", on: day("2017-05-01"), note: `${n}`, of: [] } as const;
      const prev = chain.slice(-1).map(({ record }) => record.id);
      chain.push(encodeRecord(facts, "2017-05-01T01:00:00.000Z", prev));
    }
    // Written in reverse: the order of the lines means nothing.
    writeFileSync(
      path,
      chain
        .map(({ line: text }) => `${text}\n`)
        .toReversed()
        .join(""),
    );
    await compileJournal(PLACE, path, show);
    const { journal } = (await cachedJournal(PLACE, path, journalFiles(path), show)) ?? {};
    const records = journal?.liveByRef.get("1-1") ?? [];
    const [last, first] = [records[0], records.at(-1)];
    if (journal === undefined || last === undefined || first === undefined) throw new Error("it was compiled");
    expect([journal.hadSeen?.(last, first), journal.hadSeen?.(first, last)]).toEqual(known);
    expect(latestRecord(journal, records)?.id).toBe(chain.at(-1)?.record.id);
  });

  it("knows which record names which without reading their ids", async () => {
    const path = join(folder, "named.jsonl");
    writeFileSync(path, line("甲") + line("乙"));
    const [one] = (await compileJournal(PLACE, path, show)).journal.records;
    const facts = { by: "综合科", do: "accept", ref: "1-1", on: day("2017-05-02"), of: [one?.id ?? ""] } as const;
    writeFileSync(path, `${line("甲")}${line("乙")}${encodeRecord(facts, "2017-05-02T01:00:00.000Z", []).line}\n`);
    await compileJournal(PLACE, path, show);
    const { journal } = (await cachedJournal(PLACE, path, journalFiles(path), show)) ?? {};
    const [first, second, accept] = journal?.liveByRef.get("1-1") ?? [];
    if (first === undefined || second === undefined || accept === undefined) throw new Error("three records");
    expect([first, second].map((other) => journal?.hasNamed?.(accept, other))).toEqual([true, false]);
    // For a record that is not this journal's, the caller must compare ids.
    expect(journal?.hasNamed?.(accept, { ...first })).toBeUndefined();
  });
});
