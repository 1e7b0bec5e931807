import { describe, expect, it } from "vitest";
import { foldJournal, liveRecords } from "../../../src/core/journal/fold.ts";
import { type JournalRecord, shortId } from "../../../src/core/journal/record.ts";
import {
  type Decision,
  type Refusal,
  type WriteRequest,
  decideWrite,
} from "../../../src/core/journal/write-decisions.ts";
import { decideRevocation, isRestoring, lastRecordOf } from "../../../src/core/journal/revocation.ts";
import { day, hexId, milestone, record, revoke, standing } from "../../support/builders.ts";

const TODAY = day("2017-07-03");
const WAS = "2017-04-01..2017-06-30#1a2b3c4d";
const DOC = { kind: "doc", value: "No. 33" } as const;
const LINK = { kind: "link", value: "https://example.org/33" } as const;

/** If no day is typed, the day is today. */
function decide(records: readonly JournalRecord[], request: Partial<WriteRequest> = {}): Decision | Refusal {
  const nothing = { from: null, note: null, problem: null, next: null, evidence: [], percent: null, value: null };
  const none = { ...nothing, by: "clerk", mode: null, to: null, reason: null, approver: null };
  const isToday = request.on === undefined;
  const target = { ref: "10-1", was: WAS, standing: standing(milestone({ id: "10-1" }), "2017-07-03", records) };
  return decideWrite("done", target, { ...none, on: TODAY, isToday, ...request }, foldJournal(records));
}

describe("a completion", () => {
  it("of an open milestone is written as typed", () => {
    const words = { from: "division a", note: "all of it", problem: "too few", next: "more of it" };
    const typed = { on: day("2017-06-28"), ...words, evidence: [DOC, LINK] };
    expect(decide([], typed)).toEqual({
      write: { by: "clerk", do: "done", ref: "10-1", was: WAS, of: [], ...typed },
      corrects: null,
    });
  });

  it("takes today if no day was typed, and leaves out what was not typed", () => {
    expect(decide([])).toEqual({
      write: { by: "clerk", do: "done", ref: "10-1", on: "2017-07-03", was: WAS, of: [] },
      corrects: null,
    });
  });

  it("is written again after it was revoked", () => {
    const first = record("done", "10-1", "2017-06-20");
    expect(decide([first, revoke(first)])).toMatchObject({ write: { on: "2017-07-03", of: [] }, corrects: null });
  });

  it("of another milestone does not count", () => {
    expect(decide([record("done", "10-2", "2017-06-20")])).toMatchObject({ corrects: null });
  });
});

describe("a completion of a done milestone", () => {
  const words = { from: "division a", note: "first word", problem: "too few", next: "more of it" };
  const first = record("done", "10-1", "2017-06-20", { ...words, evidence: [DOC] });

  it.each<[string, Partial<WriteRequest>]>([
    ["nothing typed", {}],
    ["the same day", { on: day("2017-06-20") }],
    ["the same of everything", { on: day("2017-06-20"), ...words, evidence: [DOC] }],
    ["another writer", { by: "somebody else" }],
    ["another today", { on: day("2018-01-01"), isToday: true }],
  ])("writes nothing for the same facts: %s", (_, request) => {
    expect(decide([first], request)).toEqual({ unchanged: first });
  });

  it("writes nothing though the milestone's text has changed since", () => {
    expect(decide([{ ...first, was: "2017-04-01..2017-06-30#00000000" }])).toHaveProperty("unchanged");
  });

  it.each<[string, Partial<WriteRequest>]>([
    ["another day", { on: day("2017-06-27") }],
    ["another division", { from: "division b" }],
    ["another note", { note: "second word" }],
    ["another problem", { problem: "none" }],
    ["another next step", { next: "nothing" }],
    ["more evidence", { evidence: [DOC, LINK] }],
  ])("corrects it for other facts, and keeps the rest: %s", (_, request) => {
    const { on, evidence } = first;
    expect(decide([first], request)).toEqual({
      write: { by: "clerk", do: "done", ref: "10-1", on, was: WAS, ...words, evidence, ...request, of: [first.id] },
      corrects: first,
    });
  });

  it("adds to the evidence handed in before, each piece once, and removes none", () => {
    for (const evidence of [[LINK], [LINK, DOC], [LINK, LINK]]) {
      expect(decide([first], { evidence })).toMatchObject({ write: { evidence: [DOC, LINK] }, corrects: first });
    }
    const both = record("done", "10-1", "2017-06-20", { evidence: [DOC, LINK] });
    expect(decide([both], { evidence: [LINK] })).toEqual({ unchanged: both });
  });

  it("by two people who had not seen each other's record keeps the evidence of both, and the other facts of the record of that day", () => {
    const other = record("done", "10-1", "2017-06-25", { evidence: [LINK], note: "by letter" });
    const said = { evidence: [DOC, LINK], of: [first.id, other.id] };
    const later = decide([other, first], { on: day("2017-06-25") });
    expect(later).toMatchObject({ write: { ...said, on: "2017-06-25", note: "by letter" }, corrects: first });
    expect("write" in later && later.write).not.toHaveProperty("problem");
    for (const request of [{ on: day("2017-06-20") }, { isToday: true }, { on: day("2017-06-22") }]) {
      const on = request.on ?? "2017-06-20";
      expect(decide([other, first], request)).toMatchObject({ write: { ...said, ...words, on }, corrects: first });
    }
  });

  it("has no evidence key without evidence", () => {
    const bare = record("done", "10-1", "2017-06-20", { evidence: [] });
    expect(decide([bare])).toEqual({ unchanged: bare });
    const decision = decide([bare], { note: "a word" });
    expect("write" in decision && decision.write).not.toHaveProperty("evidence");
  });

  it("corrects every completion it saw, and names the earliest as corrected", () => {
    const second = record("done", "10-1", "2017-06-25", { by: "another" });
    const decision = decide([second, first], { on: day("2017-06-22") });
    expect(decision).toMatchObject({ write: { of: [first.id, second.id] }, corrects: first });
  });

  it("may be corrected again and again: only the last counts", () => {
    let records: readonly JournalRecord[] = [];
    for (const on of ["2017-06-17", "2017-06-27", "2017-06-26"]) {
      const decision = decide(records, { on: day(on) });
      const facts = "write" in decision ? decision.write : undefined;
      records = [...records, record("done", "10-1", on, { of: facts?.of ?? [] })];
    }
    const live = liveRecords(foldJournal(records), "10-1", "done", day("2017-12-31"));
    expect(live.map(({ on }) => on)).toEqual(["2017-06-26"]);
  });

  it("compares with the one that counts: the earliest, and of one day the smallest id", () => {
    const twin = { ...first, id: hexId("0"), note: "twin" };
    const later = record("done", "10-1", "2017-06-25", { note: "later" });
    for (const records of [
      [later, first, twin],
      [twin, first, later],
    ]) {
      expect(decide(records)).toEqual({ unchanged: twin });
    }
  });
});

describe("revoking a record", () => {
  const done = record("done", "10-1", "2017-06-20", { was: WAS });
  const request = { on: TODAY, by: "clerk", note: null };

  it("writes a revoke about the same thing, on the given day", () => {
    expect(decideRevocation(done, foldJournal([done]), { ...request, note: "wrong id" })).toEqual({
      write: { by: "clerk", do: "revoke", ref: "10-1", on: TODAY, was: WAS, note: "wrong id", of: [done.id] },
      corrects: null,
    });
  });

  it("leaves out what is unknown", () => {
    const note = record("note", "10", "2017-06-20");
    expect(decideRevocation(note, foldJournal([note]), request)).toEqual({
      write: { by: "clerk", do: "revoke", ref: "10", on: TODAY, of: [note.id] },
      corrects: null,
    });
  });

  it("that was revoked already writes nothing", () => {
    expect(decideRevocation(done, foldJournal([done, revoke(done)]), request)).toEqual({ unchanged: done });
  });

  it("that was corrected is refused: its correction counts", () => {
    const better = record("done", "10-1", "2017-06-21", { of: [done.id] });
    const decision = decideRevocation(done, foldJournal([done, better]), request);
    expect(decision).toEqual({ refused: "corrected", than: shortId(better.id) });
  });

  it("revokes a revoke as well", () => {
    const undo = revoke(done);
    const decision = decideRevocation(undo, foldJournal([done, undo]), request);
    expect(decision).toMatchObject({ write: { do: "revoke", of: [undo.id] } });
  });
});

describe("the last record of a writer", () => {
  const first = record("done", "10-1", "2017-06-20", { t: "2017-06-20T08:00:00.000Z" });
  const second = record("done", "10-2", "2017-06-19", { t: "2017-06-20T09:00:00.000Z", prev: [first.id] });

  it("is undefined if the writer wrote nothing", () => {
    expect(lastRecordOf(foldJournal([first]), "another")).toBeUndefined();
  });

  it("is what was written last, whatever day it is about", () => {
    expect(lastRecordOf(foldJournal([first, second]), "clerk")).toBe(second);
    expect(lastRecordOf(foldJournal([second, first]), "clerk")).toBe(second);
  });

  it("is found even if records that others had seen are lost", () => {
    const lost = record("note", "10-2", "2017-06-20", { by: "another", prev: [hexId("dead"), first.id] });
    expect(lastRecordOf(foldJournal([first, lost]), "clerk")).toBe(first);
  });

  it("is the writer's own", () => {
    const other = record("done", "10-2", "2017-06-20", { by: "another", t: "2017-06-21T08:00:00.000Z" });
    expect(lastRecordOf(foldJournal([first, other]), "clerk")).toBe(first);
  });

  it("stays the last one even if another person revoked it: an older one is not meant", () => {
    const undo = revoke(second, "2017-06-20", { by: "another" });
    expect(lastRecordOf(foldJournal([first, second, undo]), "clerk")).toBe(second);
  });

  it("of several written in one moment is the one that had seen the others, in any order of lines", () => {
    const twin = { ...second, t: first.t };
    expect(lastRecordOf(foldJournal([first, twin]), "clerk")).toBe(twin);
    expect(lastRecordOf(foldJournal([twin, first]), "clerk")).toBe(twin);
  });

  it("of two written in two copies of the journal is the newer one, however long the other's line is", () => {
    const third = record("done", "10-3", "2017-06-20", { t: "2017-06-20T10:00:00.000Z", prev: [second.id] });
    const apart = record("done", "10-4", "2017-06-20", { t: "2017-06-21T08:00:00.000Z", prev: [first.id] });
    expect(lastRecordOf(foldJournal([first, second, third, apart]), "clerk")).toBe(apart);
    const merged = record("note", "10-4", "2017-06-22", { by: "another", prev: [third.id, apart.id] });
    expect(lastRecordOf(foldJournal([first, second, third, apart, merged]), "clerk")).toBe(apart);
  });

  it("is none that the writer had seen when writing a later one, even if another way back reaches it first", () => {
    const aside = record("note", "10-4", "2017-06-22", {
      by: "another",
      t: "2017-06-22T08:00:00.000Z",
      prev: [first.id],
    });
    const old = { ...second, t: "2017-06-19T08:00:00.000Z" };
    expect(lastRecordOf(foldJournal([first, old, aside]), "clerk")).toBe(old);
  });

  it("is the one that had seen the others even if the clock was set back in between", () => {
    const later = { ...second, t: "2017-06-20T07:00:00.000Z" };
    expect(lastRecordOf(foldJournal([first, later]), "clerk")).toBe(later);
  });
});

describe("an undo", () => {
  it("restores if it revokes an undo, and removes again if it revokes such a restoring one", () => {
    const chain = [record("done", "10-1", "2017-06-20")];
    for (let times = 0; times < 4; times += 1) chain.push(revoke(chain[times] as JournalRecord, "2017-06-20"));
    const { byId } = foldJournal(chain);
    expect(chain.map((one) => isRestoring(one, byId))).toEqual([false, false, true, false, true]);
    // Other programs may write an undo of nothing.
    const [, , undo] = chain;
    expect(isRestoring(record("revoke", "10-1", "2017-06-20", { of: [] }), byId)).toBe(false);
    expect(undo === undefined ? null : isRestoring({ ...undo, of: [] }, byId)).toBe(false);
  });
});
