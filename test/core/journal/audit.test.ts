import { describe, expect, it } from "vitest";
import { disagreements, earlyRecords, missingParents, oddClocks } from "../../../src/core/journal/audit.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { hexId, record, revoke } from "../../support/builders.ts";
import { JOURNAL_2017 } from "../../support/plan-2017.ts";

const DOC = { kind: "doc", value: "No. 33" } as const;

describe("a missing parent", () => {
  const parent = hexId("dead");

  function missing(records: readonly JournalRecord[], known: readonly string[] = []): [string, string][] {
    const found = missingParents(foldJournal(records), new Set(known));
    return found.map((one) => [one.parent, one.child.id]);
  }

  it("is one that a record names in prev or of, and no file has", () => {
    const child = record("note", "10-1", "2017-05-01", { prev: [parent] });
    const undo = record("revoke", "10-1", "2017-05-01", { of: [hexId("beef")] });
    expect(missing([child, undo])).toEqual([
      [parent, child.id],
      [hexId("beef"), undo.id],
    ]);
  });

  it("is reported once, with the first record that names it", () => {
    const first = record("note", "10-1", "2017-05-01", { prev: [parent] });
    const second = record("note", "10-1", "2017-05-02", { prev: [parent], of: [parent] });
    expect(missing([first, second])).toEqual([[parent, first.id]]);
  });

  it("is never one that is there, before or after its child, or kept without being understood", () => {
    const first = record("note", "10-1", "2017-05-01");
    const second = record("note", "10-1", "2017-05-02", { prev: [first.id, parent] });
    expect(missing([second, first], [parent])).toEqual([]);
  });
});

describe("a disagreement", () => {
  const early = record("done", "10-1", "2017-06-20", { evidence: [DOC] });
  const late = record("done", "10-1", "2017-06-25", { evidence: [DOC] });

  it("is two live completions of one milestone that differ in their day, the earlier first", () => {
    expect(disagreements(foldJournal([late, early]))).toEqual([{ ref: "10-1", about: "done", records: [early, late] }]);
  });

  it("is two completions that differ in their evidence", () => {
    const bare = record("done", "10-1", "2017-06-20");
    expect(disagreements(foldJournal([early, bare]))).toMatchObject([{ ref: "10-1" }]);
    const other = record("done", "10-1", "2017-06-20", { evidence: [{ kind: "doc", value: "No. 34" }] });
    expect(disagreements(foldJournal([early, other]))).toMatchObject([{ ref: "10-1" }]);
    const empty = record("done", "10-1", "2017-06-20", { evidence: [] });
    expect(disagreements(foldJournal([bare, empty]))).toEqual([]);
  });

  it("is an acceptance of what another revoked, until either is revoked or there is a new completion", () => {
    const accepted = record("accept", "10-1", "2017-06-26", { by: "office", of: [early.id], prev: [early.id] });
    const undone = revoke(early, "2017-06-27", { by: "another", prev: [early.id] });
    const found = (...more: JournalRecord[]): unknown =>
      disagreements(foldJournal([early, accepted, undone, ...more])).map(({ about, records }) => [about, records]);
    expect(found()).toEqual([["undone", [accepted, undone]]]);
    expect(found(revoke(undone))).toEqual([]);
    expect(found(revoke(accepted))).toEqual([]);
    expect(found(late)).toEqual([]);
    const lost = { ...accepted, of: [hexId("dead")] };
    expect(disagreements(foldJournal([early, lost, undone]))).toEqual([]);
    // Whoever revoked it knew that it was accepted.
    expect(disagreements(foldJournal([early, accepted, { ...undone, prev: [accepted.id] }]))).toEqual([]);
  });

  it("is none between equal completions, nor with one alone or corrected", () => {
    const twin = record("done", "10-1", "2017-06-20", { evidence: [DOC], by: "another" });
    expect(disagreements(foldJournal([early, twin]))).toEqual([]);
    expect(disagreements(foldJournal([early, late, revoke(late)]))).toEqual([]);
    // Revoked by a record about something else, as other programs may write it.
    expect(disagreements(foldJournal([late, record("revoke", "10-2", "2017-07-01", { of: [late.id] })]))).toEqual([]);
    const better = record("done", "10-1", "2017-06-25", { of: [early.id] });
    expect(disagreements(foldJournal([early, better]))).toEqual([]);
  });

  it("is none between completion and progress, and is reported for each milestone", () => {
    const other = record("done", "10-2", "2017-06-25");
    const progress = record("progress", "10-1", "2017-06-10", { percent: 50 });
    expect(disagreements(foldJournal([early, other, progress]))).toEqual([]);
  });

  it("is the same in any order of lines", () => {
    const same = record("done", "10-1", "2017-06-20", { evidence: [] });
    const orders = [
      [early, same, late],
      [late, same, early],
      [same, early, late],
    ];
    const found = orders.map((records) => disagreements(foldJournal(records)));
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });
});

describe("a correction unseen by whoever judged the corrected record", () => {
  const done = record("done", "10-1", "2017-06-20");
  const seenIt = { of: [done.id], prev: [done.id] };
  const corrected = record("done", "10-1", "2017-06-19", seenIt);
  const undone = record("revoke", "10-1", "2017-06-21", { ...seenIt, by: "another" });
  const accepted = record("accept", "10-1", "2017-06-21", { ...seenIt, by: "another" });
  const found = (...records: JournalRecord[]): unknown[] => disagreements(foldJournal([done, ...records]));

  it("is reported if the record was revoked or accepted", () => {
    expect(found(corrected, undone)).toEqual([{ ref: "10-1", about: "revoke", records: [undone, corrected] }]);
    expect(found(accepted, corrected)).toEqual([{ ref: "10-1", about: "accept", records: [accepted, corrected] }]);
  });

  it("is reported for other kinds than completions too, once for each judgement", () => {
    const progress = record("progress", "10-1", "2017-06-01", { percent: 50 });
    const better = record("progress", "10-1", "2017-06-01", { percent: 60, of: [progress.id] });
    const undo = revoke(progress);
    const once = record("progress", "10-1", "2017-06-01", { percent: 70, of: [better.id, progress.id] });
    expect(found(progress, better, undo)).toEqual([{ ref: "10-1", about: "revoke", records: [undo, better] }]);
    const twice = record("revoke", "10-1", "2017-06-02", { of: [progress.id, hexId("beef")] });
    expect(found(progress, better, undo, twice)).toHaveLength(2);
    // A correction of a correction counts for all that they corrected.
    expect(found(progress, better, once, undo)).toEqual([{ ref: "10-1", about: "revoke", records: [undo, once] }]);
    expect(found(progress, better, record("revoke", "10-1", "2017-06-02", { of: [progress.id, better.id] }))).toEqual(
      [],
    );
  });

  it("is not reported if one writer had seen the other's record, directly or through others", () => {
    const knowing = record("done", "10-1", "2017-06-18", { of: [done.id], prev: [undone.id] });
    expect(found(undone, knowing)).toEqual([]);
    const note = record("note", "10-1", "2017-06-22", { prev: [corrected.id] });
    const late = record("revoke", "10-1", "2017-06-23", { of: [done.id], prev: [note.id] });
    expect(found(corrected, note, late)).toEqual([]);
  });

  it("is not reported once one is revoked, or corrected by someone who had seen both, or accepted itself", () => {
    const both = [corrected.id, undone.id];
    expect(
      found(corrected, undone, record("revoke", "10-1", "2017-06-24", { of: [corrected.id], prev: both })),
    ).toEqual([]);
    expect(found(corrected, undone, record("revoke", "10-1", "2017-06-24", { of: [undone.id], prev: both }))).toEqual(
      [],
    );
    expect(found(corrected, undone, record("done", "10-1", "2017-06-19", { of: [corrected.id], prev: both }))).toEqual(
      [],
    );
    const again = record("accept", "10-1", "2017-06-24", { of: [corrected.id], prev: [corrected.id, accepted.id] });
    expect(found(corrected, accepted, again)).toEqual([]);
    // Accepting a revoked record does not undo the revoke.
    const without = record("accept", "10-1", "2017-06-24", { of: [corrected.id], prev: [corrected.id] });
    expect(found(corrected, undone, without)).toHaveLength(1);
  });
});

describe("an odd clock", () => {
  const now = Date.parse("2017-07-03T01:12:00.000Z");

  function odd(records: readonly JournalRecord[]): [string, string][] {
    return oddClocks(foldJournal(records), now).map(({ record: { id }, oddity }) => [id, oddity]);
  }

  it("is more than 24 hours ahead", () => {
    const within = record("note", "10-1", "2017-07-03", { t: "2017-07-04T01:12:00.000Z" });
    const beyond = record("note", "10-1", "2017-07-03", { t: "2017-07-04T01:12:00.001Z" });
    expect(odd([within, beyond])).toEqual([[beyond.id, "future"]]);
  });

  it("is earlier than a record that the writer had seen", () => {
    const parent = record("note", "10-1", "2017-07-01", { t: "2017-07-01T08:00:00.000Z" });
    const before = record("note", "10-2", "2017-07-01", { t: "2017-07-01T07:59:59.999Z", prev: [parent.id] });
    const same = record("note", "10-3", "2017-07-01", { t: "2017-07-01T08:00:00.000Z", prev: [parent.id] });
    expect(odd([parent, before, same])).toEqual([[before.id, "before parent"]]);
  });

  it("is not reported for a record whose parent is missing", () => {
    expect(odd([record("note", "10-1", "2017-07-01", { prev: [hexId("dead")] })])).toEqual([]);
  });
});

describe("a record of a day before the plan's year", () => {
  const early = record("done", "10-1", "2016-12-31");
  const told = (...records: JournalRecord[]): JournalRecord[] => earlyRecords({ year: 2017 }, foldJournal(records));

  it("is reported while it counts", () => {
    expect(told(early, record("done", "10-2", "2017-01-01"))).toEqual([early]);
    const better = record("done", "10-1", "2017-06-20", { of: [early.id] });
    expect(told(early, better)).toEqual([]);
  });

  it("is never a revoke", () => {
    const undo = revoke(early);
    expect(told(early, undo)).toEqual([]);
  });
});

describe("the example journal", () => {
  it("lacks nothing and has no disagreements", () => {
    expect(missingParents(JOURNAL_2017, new Set())).toEqual([]);
    expect(disagreements(foldJournal(JOURNAL_2017.records))).toEqual([]);
    expect(oddClocks(JOURNAL_2017, Date.parse("2017-07-03T01:12:00.000Z"))).toEqual([]);
  });
});
