/** A record from a compiled journal has in every field what its line says. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Journal, doesName, foldJournal, targetsOf } from "../../../src/core/journal/fold.ts";
import { type JournalRecord, type RecordFacts, isProven } from "../../../src/core/journal/record.ts";
import { compileJournal } from "../../../src/storage/compiled/compile-journal.ts";
import { cachedJournal } from "../../../src/storage/compiled/cached-journal.ts";
import { encodeRecord } from "../../../src/storage/journal-line.ts";
import { day, hexId } from "../../support/builders.ts";

const folder = mkdtempSync(join(tmpdir(), "ipplan-record-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ON = { by: "综合科", ref: "1-1", on: day("2017-05-01"), of: [] } as const;
const EVIDENCE = [{ kind: "doc", value: "局发〔2017〕30号" }] as const;

/** One record of each form. */
const FACTS: readonly RecordFacts[] = [
  { ...ON, do: "done", was: "2017-04-01..2017-06-30#1a2b3c4d", from: "专利管理处", evidence: EVIDENCE },
  { ...ON, do: "done", on: day("2017-05-02") },
  { ...ON, do: "progress", percent: 0, problem: "经费", next: "追加" },
  { ...ON, do: "progress", on: day("2017-05-03"), percent: 100, note: "收尾" },
  { ...ON, do: "extend", to: day("2017-09-30"), reason: "场地", approver: "局长办公会" },
  { ...ON, do: "reading", ref: "1/x", value: 0 },
  { ...ON, do: "reading", ref: "1/x", value: 1_234_567.25, mode: "add" },
  { ...ON, do: "reading", ref: "1/x", value: -3, mode: "total" },
  // Other programs may set fields that ipplan's own writer does not combine.
  { ...ON, do: "progress", ref: "1-2", percent: 40, value: 7 },
  { ...ON, do: "reading", ref: "1-2", value: 8, percent: 60 },
];

const FIELDS = [
  ...(["v", "t", "by", "do", "ref", "on", "was", "percent", "value", "mode", "to", "reason", "approver"] as const),
  ...(["from", "note", "problem", "next", "evidence", "of", "prev", "id"] as const),
];

/** Clocks of the first records, which are not written in the usual form of their instant: another hour, another day. */
const UNUSUAL = ["2017-05-31T24:00:00.000Z", "2017-02-30T01:00:00.000Z"];

/**
 * Each writer has seen the two records before. The second completion corrects the first one and a record that does not
 * exist; the last but one names all from the second on.
 */
function linesOf(): { readonly records: readonly JournalRecord[]; readonly text: string } {
  const records: JournalRecord[] = [];
  const lines = FACTS.map((facts, index) => {
    const t = UNUSUAL[index] ?? `2017-06-01T01:00:0${index % 10}.00${index % 10}Z`;
    const ids = records.map(({ id }) => id);
    const of = index === 1 ? [...ids, hexId("9")] : index === FACTS.length - 2 ? ids.slice(1) : [];
    const { record, line } = encodeRecord({ ...facts, of }, t, ids.slice(-2));
    records.push(record);
    return `${line}\n`;
  });
  return { records, text: lines.join("") };
}

const show = (path: string): string => path;

async function stored(text: string): Promise<Journal> {
  const [place, path] = [{ folder: join(folder, "cache"), build: "test" }, join(folder, "journal.jsonl")];
  writeFileSync(path, text);
  await compileJournal(place, path, show);
  const warm = await cachedJournal(place, path, [path], show);
  if (warm === null) throw new Error("it was just compiled");
  return warm.journal;
}

describe("a record of a compiled journal", () => {
  it("has in every field what its line says", async () => {
    const { records, text } = linesOf();
    const journal = await stored(text);
    for (const record of records) {
      const own = journal.byId.get(record.id);
      for (const field of FIELDS) expect(own?.[field], `${field} of ${record.do}`).toEqual(record[field]);
      expect(own === undefined ? null : isProven(own)).toBe(isProven(record));
      expect(JSON.stringify(own)).toBe(JSON.stringify(record));
    }
  });

  it("names the records that its line names, as far as the journal has them", async () => {
    const { records, text } = linesOf();
    const [journal, folded] = [await stored(text), foldJournal(records)];
    const namedIn = (of: Journal): unknown =>
      records.map(({ id }) => {
        const naming = of.byId.get(id);
        return naming === undefined ? null : targetsOf(of, naming).map((named) => named.id);
      });
    const pairsIn = (of: Journal): unknown =>
      records.map(({ id }) =>
        records.filter((other) => {
          const [naming, named] = [of.byId.get(id), of.byId.get(other.id)];
          return naming !== undefined && named !== undefined && doesName(of, naming, named);
        }),
      );
    expect(namedIn(journal)).toEqual(namedIn(folded));
    expect(namedIn(journal)).toContainEqual(records.slice(1, -2).map(({ id }) => id));
    expect(pairsIn(journal)).toEqual(pairsIn(folded));
  });

  it("has the same generation as the folded one, and is live like it", async () => {
    const { records, text } = linesOf();
    const [journal, folded] = [await stored(text), foldJournal(records)];
    const placesIn = (of: Journal): unknown =>
      records.map((record) => [of.generationOf(record), of.supersededBy.get(record.id) ?? null]);
    expect(placesIn(journal)).toEqual(placesIn(folded));
    const liveIn = (of: Journal): unknown =>
      ["1-1", "1-2", "1/x", "1-3"].map((ref) => (of.liveByRef.get(ref) ?? []).map(({ id }) => id).sort());
    expect(liveIn(journal)).toEqual(liveIn(folded));
    expect([...journal.ids].sort()).toEqual([...folded.ids].sort());
  });
});
