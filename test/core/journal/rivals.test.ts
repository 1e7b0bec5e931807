import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { type Rivals, rivals } from "../../../src/core/journal/rivals.ts";
import { record, revoke } from "../../support/builders.ts";

function found(...records: JournalRecord[]): Rivals[] {
  return rivals(foldJournal(records));
}

describe("what two people said who had not seen each other's record", () => {
  const done = record("done", "10-1", "2017-06-20");
  const cancelled = record("cancel", "10-1", "2017-06-10");

  it("is told of an end and a cancellation, the end last since it counts", () => {
    expect(found(done, cancelled)).toEqual([{ ref: "10-1", about: "cancel", records: [cancelled, done] }]);
  });

  it("is no question where the one was known to who wrote the other, or is about another milestone", () => {
    expect(found(cancelled, record("done", "10-1", "2017-06-20", { prev: [cancelled.id] }))).toEqual([]);
    expect(found(cancelled, record("done", "10-2", "2017-06-20"))).toEqual([]);
    expect(found(done, cancelled, revoke(cancelled))).toEqual([]);
  });

  it("is settled by a later completion of who had seen both", () => {
    const again = record("done", "10-1", "2017-06-20", { by: "another", prev: [done.id, cancelled.id] });
    expect(found(done, cancelled, again)).toEqual([]);
  });

  it.each([
    ["extend", { to: "2017-08-31" }, { to: "2017-09-30" }],
    ["progress", { percent: 40 }, { percent: 60 }],
    ["reading", { value: 12 }, { value: 15 }],
    ["reading", { value: 12, mode: "total" }, { value: 15, mode: "total" }],
  ] as const)("is told of unlike ones of a day, the one that counts last: %s %j %j", (kind, one, other) => {
    const [a, b] = [record(kind, "10-1", "2017-06-20", one), record(kind, "10-1", "2017-06-20", other)];
    const [less, more] = a.id < b.id ? [a, b] : [b, a];
    expect(found(a, b)).toEqual([{ ref: "10-1", about: kind, records: [less, more] }]);
    expect(found(b, a)).toEqual(found(a, b));
  });

  it("is no question of other days, of the same fact, or of additions", () => {
    const first = record("progress", "10-1", "2017-06-20", { percent: 40 });
    expect(found(first, record("progress", "10-1", "2017-06-21", { percent: 60 }))).toEqual([]);
    expect(found(first, record("progress", "10-1", "2017-06-20", { percent: 40, by: "another" }))).toEqual([]);
    expect(found(first, record("extend", "10-1", "2017-06-20", { to: "2017-08-31" }))).toEqual([]);
    const added = [3, 4].map((value) => record("reading", "10/agencies", "2017-06-20", { value, mode: "add" }));
    expect(found(...added)).toEqual([]);
  });

  it("is settled by who had seen both and said it again", () => {
    const one = record("progress", "10-1", "2017-06-20", { percent: 40 });
    const other = record("progress", "10-1", "2017-06-20", { percent: 60 });
    const last = record("progress", "10-1", "2017-06-20", { percent: 50, prev: [one.id, other.id] });
    expect(found(one, other, last)).toEqual([]);
    expect(found(one, record("progress", "10-1", "2017-06-20", { percent: 50, prev: [one.id] }))).toEqual([]);
  });
});
