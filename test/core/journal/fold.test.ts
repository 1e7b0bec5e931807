import { describe, expect, it } from "vitest";
import { byDescent } from "../../../src/core/journal/descent.ts";
import { foldJournal, isLive, knownOn, latestRecord, liveRecords } from "../../../src/core/journal/fold.ts";
import type { JournalRecord, RecordKind } from "../../../src/core/journal/record.ts";
import { day, hexId, record, revoke } from "../../support/builders.ts";

const END = day("2017-12-31");
const done = record("done", "10-1", "2017-06-20");

function numbered(number: number): string {
  return hexId((0x1000 + number).toString(16));
}

/** The latest of the last two records of a chain, its number from the end, and how often a record's `prev` was read. */
function stepsAfter(length: number, back: number): { readonly latest: number; readonly steps: number } {
  let steps = 0;
  const chain = Array.from({ length }, (_, number): JournalRecord => {
    const link = record("progress", "10-1", "2017-05-02", { id: numbered(number) });
    const seen = number < length - 2 ? number - 1 : number - back;
    const get = (): string[] => {
      steps += 1;
      return seen < 0 ? [] : [numbered(seen)];
    };
    return Object.defineProperty({ ...link }, "prev", { enumerable: true, get });
  });
  const journal = foldJournal(chain);
  steps = 0;
  const latest = latestRecord(journal, chain.slice(-2));
  return { latest: chain.findIndex(({ id }) => id === latest?.id) - length, steps };
}

function live(records: readonly JournalRecord[], kind: RecordKind = "done", asOf = END): readonly JournalRecord[] {
  return liveRecords(foldJournal(records), "10-1", kind, asOf);
}

describe("live records", () => {
  it("are those of the given kind and reference", () => {
    const note = record("note", "10-1", "2017-06-20");
    const other = record("done", "10-2", "2017-06-20");
    expect(live([done, note, other])).toEqual([done]);
    expect(live([done, note, other], "note")).toEqual([note]);
  });

  it("are none for a reference that no record has", () => {
    expect(liveRecords(foldJournal([done]), "1-1", "done", END)).toEqual([]);
  });

  it("are of days up to the as-of day", () => {
    expect(live([done], "done", day("2017-06-20"))).toEqual([done]);
    expect(live([done], "done", day("2017-06-19"))).toEqual([]);
  });

  it("count once however often the line occurs in the file", () => {
    expect(live([done, { ...done }, done])).toEqual([done]);
  });
});

describe("revoking", () => {
  const undo = revoke(done);

  it("makes a record dead for every day", () => {
    const journal = foldJournal([done, revoke(done, "2017-12-30")]);
    expect(isLive(journal, done.id)).toBe(false);
    expect(liveRecords(journal, "10-1", "done", day("2017-06-20"))).toEqual([]);
  });

  it("names the record that did it", () => {
    const journal = foldJournal([undo, done]);
    expect([...journal.supersededBy]).toEqual([[done.id, undo.id]]);
    expect(isLive(journal, undo.id)).toBe(true);
  });

  it("can itself be revoked, and that too", () => {
    const redo = revoke(undo, "2017-06-21");
    const again = revoke(redo, "2017-06-22");
    expect(live([done, undo, redo])).toEqual([done]);
    expect(live([done, undo, redo, again])).toEqual([]);
  });

  it("holds while one of two revokes does", () => {
    const second = revoke(done, "2017-06-25");
    expect(live([done, undo, second, revoke(undo)])).toEqual([]);
    expect(live([done, undo, second, revoke(undo), revoke(second)])).toEqual([done]);
  });

  it("reaches a record of any kind, and several at once", () => {
    const note = record("note", "10-1", "2017-06-20");
    const both = record("revoke", "10-1", "2017-06-21", { of: [done.id, note.id] });
    expect(live([done, note, both])).toEqual([]);
    expect(live([done, note, both], "note")).toEqual([]);
  });

  it("does nothing if the record is missing", () => {
    const journal = foldJournal([undo]);
    expect(journal.supersededBy.size).toBe(0);
    expect(isLive(journal, done.id)).toBe(false);
  });

  it("may be chained deeper than a call stack", () => {
    const chain: JournalRecord[] = [done];
    for (let index = 0; index < 20_001; index += 1) {
      const id = hexId(index.toString(16).padStart(8, "0"));
      chain.push({ ...undo, id, of: [chain.at(-1)?.id ?? ""] });
    }
    expect(live(chain)).toEqual([]);
    expect(live(chain.slice(0, -1))).toEqual([done]);
  });
});

describe("correcting", () => {
  const better = record("done", "10-1", "2017-06-27", { of: [done.id] });

  it("is a record of the same kind that names another", () => {
    expect(live([done, better])).toEqual([better]);
  });

  it("acts for days before its own too", () => {
    expect(live([done, better], "done", day("2017-06-26"))).toEqual([]);
  });

  it("is undone by revoking the correction", () => {
    expect(live([done, better, revoke(better)])).toEqual([done]);
  });

  it("a correction does not bring back what that had corrected", () => {
    const best = record("done", "10-1", "2017-06-26", { of: [better.id] });
    expect(live([done, better, best])).toEqual([best]);
  });

  it("goes on if a correction was revoked by one record and corrected by another", () => {
    const best = record("done", "10-1", "2017-06-26", { of: [better.id] });
    expect(live([done, better, revoke(better), best])).toEqual([best]);
    expect(live([done, better, revoke(better), best, revoke(best)])).toEqual([done]);
    const other = record("note", "10-1", "2017-06-26", { of: [better.id] });
    expect(live([done, better, revoke(better), other])).toEqual([done]);
  });

  it("a correction and revoking that leaves the first correction", () => {
    const best = record("done", "10-1", "2017-06-26", { of: [better.id] });
    expect(live([done, better, best, revoke(best)])).toEqual([better]);
  });

  it.each(["accept", "unblock", "note"] as const)("is not what an %s does to a completion that it names", (kind) => {
    expect(live([done, record(kind, "10-1", "2017-06-27", { of: [done.id] })])).toEqual([done]);
  });

  it("by several names the one with the greatest id", () => {
    const one = record("done", "10-1", "2017-06-27", { id: hexId("a"), of: [done.id] });
    const two = record("done", "10-1", "2017-06-28", { id: hexId("b"), of: [done.id] });
    for (const records of [
      [done, one, two],
      [two, one, done],
    ]) {
      expect(foldJournal(records).supersededBy.get(done.id)).toBe(two.id);
    }
  });
});

describe("the latest record", () => {
  function latest(records: readonly JournalRecord[], among = records): JournalRecord | undefined {
    return latestRecord(foldJournal(records), among);
  }
  const small = record("progress", "10-1", "2017-05-02", { id: hexId("1") });
  const great = record("progress", "10-1", "2017-05-02", { id: hexId("f") });

  it("is undefined without records", () => {
    expect(latest([])).toBeUndefined();
  });

  it("is of the latest day, whatever was written last", () => {
    const earlier = record("progress", "10-1", "2017-05-01", { id: hexId("ff"), t: "2017-06-01T00:00:00.000Z" });
    const seen = { ...earlier, prev: [small.id] };
    expect(latest([seen, small])).toBe(small);
  });

  it("of one day is the one whose writer had seen the other", () => {
    const later = { ...small, prev: [great.id] };
    expect(latest([great, later])).toBe(later);
    expect(latest([later, great])).toBe(later);
  });

  it("of one day may have seen the other through records about other things", () => {
    const between = record("note", "1-1", "2017-05-02", { prev: [great.id] });
    const later = { ...small, prev: [between.id] };
    expect(latest([great, between, later], [great, later])).toBe(later);
  });

  it.each([1, 3, 20])("of one day takes no more steps in a longer journal; the last two see %i back", (back) => {
    expect(stepsAfter(800, back)).toEqual(stepsAfter(200, back));
  });

  it("of one day, written without seeing each other, is the one with the greatest id", () => {
    expect(latest([small, great])).toBe(great);
    expect(latest([great, small])).toBe(great);
  });

  it("has the greatest id among those that no other had seen", () => {
    const seen = record("progress", "10-1", "2017-05-02", { id: hexId("ff") });
    const heir = record("progress", "10-1", "2017-05-02", { id: hexId("1"), prev: [seen.id] });
    const alone = record("progress", "10-1", "2017-05-02", { id: hexId("2") });
    expect(latest([seen, heir, alone])).toBe(alone);
  });

  it("does not depend on links to records that are missing", () => {
    const torn = { ...small, prev: [hexId("dead")] };
    expect(latest([torn, great])).toBe(great);
  });

  it("is found where ways back meet again", () => {
    const left = record("note", "1-1", "2017-05-02", { prev: [great.id] });
    const right = record("note", "1-2", "2017-05-02", { prev: [great.id] });
    const later = { ...small, prev: [left.id, right.id] };
    const other = record("progress", "10-1", "2017-05-02", { id: hexId("0a") });
    expect(latest([great, left, right, later, other], [great, later, other])).toBe(later);
  });
});

describe("what was known on a day", () => {
  it("is what was written by the end of the day in the plan's zone, whatever day it is about", () => {
    const inTime = record("done", "10-1", "2017-06-20", { t: "2017-06-30T15:59:59.999Z" });
    const after = record("done", "10-2", "2017-06-20", { t: "2017-06-30T16:00:00.000Z" });
    expect(knownOn([after, inTime], day("2017-06-30"), "Asia/Shanghai")).toEqual([inTime]);
    expect(knownOn([after, inTime], day("2017-06-30"), "UTC")).toEqual([after, inTime]);
    expect(knownOn([after, inTime], day("2017-06-29"), "UTC")).toEqual([]);
  });
});

describe("the order of descent", () => {
  const EARLIER = "2017-01-01T00:00:00.000Z";
  const first = record("note", "10-1", "2017-05-01", { id: hexId("a1") });
  const left = record("note", "10-1", "2017-05-01", { id: hexId("b1"), prev: [first.id] });
  const right = record("note", "10-2", "2017-05-01", { id: hexId("b2"), prev: [first.id] });
  const after = record("note", "10-1", "2017-05-01", { id: hexId("c1"), prev: [left.id], t: EARLIER });
  const joined = record("note", "10-1", "2017-05-01", { id: hexId("d1"), prev: [right.id, after.id] });

  it("puts each record after all that its writer had seen, whatever the clocks say; then by clock and id", () => {
    for (const records of [
      [first, left, right, after, joined],
      [joined, after, right, left, first],
    ]) {
      expect(byDescent(foldJournal(records))).toEqual([first, left, right, after, joined]);
    }
  });

  it("gives generation 0 to a record that the journal lacks", () => {
    expect([joined, right].map((one) => foldJournal([first, left, right]).generationOf(one))).toEqual([0, 1]);
  });

  it("ignores missing parents", () => {
    const orphan = record("note", "10-1", "2017-05-01", { prev: [hexId("dead")], t: "2017-12-31T00:00:00.000Z" });
    expect(byDescent(foldJournal([first, left, orphan]))).toEqual([first, orphan, left]);
  });

  it("may be deeper than a call stack", () => {
    const chain: JournalRecord[] = [first];
    for (let index = 0; index < 20_000; index += 1) {
      chain.push({ ...first, id: hexId(index.toString(16).padStart(8, "0")), prev: [chain.at(-1)?.id ?? ""] });
    }
    expect(byDescent(foldJournal(chain.toReversed()))).toEqual(chain);
  });
});
