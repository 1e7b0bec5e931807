import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { type Rivals, rivals } from "../../../src/core/journal/rivals.ts";
import { record, revoke } from "../../support/builders.ts";

function found(...records: JournalRecord[]): Rivals[] {
  return rivals(foldJournal(records));
}

describe("records of two people who had not seen each other's", () => {
  const done = record("done", "10-1", "2017-06-20");
  const cancelled = record("cancel", "10-1", "2017-06-10");

  it("are reported for a completion and a cancellation, the completion last since it counts", () => {
    expect(found(done, cancelled)).toEqual([{ ref: "10-1", about: "cancel", records: [cancelled, done] }]);
  });

  it("are not reported if one writer had seen the other record, or it is about another milestone", () => {
    expect(found(cancelled, record("done", "10-1", "2017-06-20", { prev: [cancelled.id] }))).toEqual([]);
    expect(found(cancelled, record("done", "10-2", "2017-06-20"))).toEqual([]);
    expect(found(done, cancelled, revoke(cancelled))).toEqual([]);
  });

  it("are settled by a later completion of someone who had seen both", () => {
    const again = record("done", "10-1", "2017-06-20", { by: "another", prev: [done.id, cancelled.id] });
    expect(found(done, cancelled, again)).toEqual([]);
  });

  it.each([
    ["extend", { to: "2017-08-31" }, { to: "2017-09-30" }],
    ["progress", { percent: 40 }, { percent: 60 }],
    ["reading", { value: 12 }, { value: 15 }],
    ["reading", { value: 12, mode: "total" }, { value: 15, mode: "total" }],
  ] as const)("are reported if they differ for one day, the one that counts last: %s %j %j", (kind, one, other) => {
    const [a, b] = [record(kind, "10-1", "2017-06-20", one), record(kind, "10-1", "2017-06-20", other)];
    const [less, more] = a.id < b.id ? [a, b] : [b, a];
    expect(found(a, b)).toEqual([{ ref: "10-1", about: kind, records: [less, more] }]);
    expect(found(b, a)).toEqual(found(a, b));
  });

  it("are not reported for different days, or for the same fact", () => {
    const first = record("progress", "10-1", "2017-06-20", { percent: 40 });
    expect(found(first, record("progress", "10-1", "2017-06-21", { percent: 60 }))).toEqual([]);
    expect(found(first, record("progress", "10-1", "2017-06-20", { percent: 40, by: "another" }))).toEqual([]);
    expect(found(first, record("extend", "10-1", "2017-06-20", { to: "2017-08-31" }))).toEqual([]);
  });

  it("are settled by someone who had seen both and says it again", () => {
    const one = record("progress", "10-1", "2017-06-20", { percent: 40 });
    const other = record("progress", "10-1", "2017-06-20", { percent: 60 });
    const last = record("progress", "10-1", "2017-06-20", { percent: 50, prev: [one.id, other.id] });
    expect(found(one, other, last)).toEqual([]);
    expect(found(one, record("progress", "10-1", "2017-06-20", { percent: 50, prev: [one.id] }))).toEqual([]);
  });
});

describe("additions of one indicator and day", () => {
  const add = (value: number, by: string, more: Partial<Pick<JournalRecord, "of" | "prev">> = {}): JournalRecord =>
    record("reading", "10/agencies", "2017-06-20", { value, mode: "add", by, ...more });
  const [one, other] = [add(7, "a"), add(7, "b")];

  it.each([
    ["the same twice", other],
    ["unlike ones", add(9, "b")],
  ])("are reported if neither writer had seen the other's, since all of them count: %s", (_, second) => {
    const records = one.id < second.id ? [one, second] : [second, one];
    expect(found(one, second)).toEqual([{ ref: "10/agencies", about: "addition", records }]);
    expect(found(second, one)).toEqual(found(one, second));
  });

  it("are not reported for other days or indicators, or if one was seen or revoked", () => {
    expect(found(one, record("reading", "10/agencies", "2017-06-21", { value: 7, mode: "add" }))).toEqual([]);
    expect(found(one, record("reading", "25/trips", "2017-06-20", { value: 7, mode: "add" }))).toEqual([]);
    expect(found(one, add(7, "b", { prev: [one.id] }))).toEqual([]);
    expect(found(one, other, revoke(other))).toEqual([]);
  });

  it("are settled by their sum, or by a total of the day, which includes them", () => {
    const seen = { prev: [one.id, other.id] };
    expect(found(one, other, add(14, "a", { ...seen, of: [one.id, other.id] }))).toEqual([]);
    expect(found(one, other, record("reading", "10/agencies", "2017-06-20", { value: 30, ...seen }))).toEqual([]);
    expect(found(one, other, record("reading", "10/agencies", "2017-06-21", { value: 30, ...seen }))).toHaveLength(1);
  });
});
