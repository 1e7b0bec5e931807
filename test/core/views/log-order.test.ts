import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { besideCorrections } from "../../../src/core/views/log-order.ts";
import { viewRecords } from "../../../src/core/views/records.ts";
import { hexId, inquiry, milestone, plan, record, revoke, task } from "../../support/builders.ts";

const asked = plan([task("1", [milestone({ id: "1-1" }), milestone({ id: "1-2" })])]);

/** The order of the log: each record's name and, after `<`, the correction or undo below which it is. */
function orderOf(named: Readonly<Record<string, JournalRecord>>): string[] {
  const names = new Map(Object.entries(named).map(([name, { id }]) => [id, name]));
  const journal = foldJournal(Object.values(named));
  const views = viewRecords(inquiry(asked, "2017-12-31", { journal }), new Map());
  return besideCorrections(views).map(({ record: one, below }) => {
    const name = names.get(one.id) ?? "?";
    return below === null ? name : `${name} < ${names.get(below.id) ?? "?"}`;
  });
}

const at = (hour: number): { t: string } => ({ t: `2017-06-20T0${hour}:00:00.000Z` });
const first = record("done", "1-1", "2017-06-18", { id: hexId("1"), ...at(1) });
const other = record("note", "1-2", "2017-06-18", { id: hexId("2"), ...at(2) });

describe("in the log", () => {
  it("records without corrections are newest first", () => {
    expect(orderOf({ first, other })).toEqual(["other", "first"]);
  });

  it("a corrected record is below its correction, above what came in between", () => {
    const correction = record("done", "1-1", "2017-06-19", { id: hexId("3"), of: [first.id], ...at(3) });
    expect(orderOf({ first, other, correction })).toEqual(["correction", "first < correction", "other"]);
  });

  it("a whole chain is together: an undo, what it undid, and what that had corrected", () => {
    const correction = record("done", "1-1", "2017-06-19", { id: hexId("3"), of: [first.id], ...at(3) });
    const undo = revoke(correction, "2017-06-20", { id: hexId("4"), ...at(4) });
    expect(orderOf({ first, other, correction, undo })).toEqual(["undo", "correction < undo", "first < undo", "other"]);
  });

  it("a correction by a clock that is behind is still above", () => {
    const correction = record("done", "1-1", "2017-06-19", {
      id: hexId("3"),
      of: [first.id],
      t: "2017-06-19T01:00:00.000Z",
    });
    expect(orderOf({ first, other, correction })).toEqual(["other", "correction", "first < correction"]);
  });

  it("a chain has the position of its last record, however far other writers' clocks were ahead", () => {
    const ahead = record("done", "1-1", "2017-06-18", { id: hexId("1"), t: "2017-06-25T01:00:00.000Z" });
    const correction = record("done", "1-1", "2017-06-19", { id: hexId("3"), of: [ahead.id], ...at(1) });
    expect(orderOf({ ahead, other, correction })).toEqual(["other", "correction", "ahead < correction"]);
  });

  it("two corrections of one record each appear once, with the record below one of them", () => {
    const one = record("done", "1-1", "2017-06-19", { id: hexId("3"), of: [first.id], ...at(3) });
    const two = record("done", "1-1", "2017-06-17", { id: hexId("4"), of: [first.id], ...at(4) });
    const order = orderOf({ first, other, one, two });
    expect(order.toSorted()).toEqual(["first < two", "one", "other", "two"]);
    expect(order.indexOf("first < two")).toBe(order.indexOf("two") + 1);
  });

  it("several records that one revokes are below it, newest first; those not shown are left out", () => {
    const undo = revoke(first, "2017-06-20", { id: hexId("6"), of: [first.id, hexId("f"), other.id], ...at(5) });
    expect(orderOf({ first, other, undo })).toEqual(["undo", "other < undo", "first < undo"]);
  });

  it("a chain of corrections may be as long as the journal", () => {
    const chain: Record<string, JournalRecord> = { first };
    let last = first;
    for (let n = 0; n < 15_000; n += 1) {
      last = record("done", "1-1", "2017-06-18", { id: hexId(`${n}e`), of: [last.id], ...at(3) });
      chain[`${n}`] = last;
    }
    const order = orderOf(chain);
    expect([order.length, order[0], order.at(-1)]).toEqual([15_001, "14999", "first < 14999"]);
  });

  it("an acceptance does not move its completion", () => {
    const accept = record("accept", "1-1", "2017-06-20", { id: hexId("5"), of: [first.id], ...at(3) });
    expect(orderOf({ first, other, accept })).toEqual(["accept", "other", "first"]);
  });
});
