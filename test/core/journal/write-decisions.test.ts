import { describe, expect, it } from "vitest";
import {
  type Decision,
  type Refusal,
  type Target,
  type WriteRequest,
  decideWrite,
} from "../../../src/core/journal/write-decisions.ts";
import { WRITE_KINDS, type WriteKind } from "../../../src/core/journal/write-kinds.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { day, milestone, record, revoke, standing } from "../../support/builders.ts";

const WAS = "2017-04-01..2017-06-30#1a2b3c4d";
const ON = day("2017-05-15");
const DOC = { kind: "doc", value: "No. 33" } as const;
const NOTHING: WriteRequest = {
  on: ON,
  isToday: false,
  by: "clerk",
  from: null,
  note: null,
  problem: null,
  next: null,
  evidence: [],
  percent: null,
  value: null,
  mode: null,
  to: null,
  reason: null,
  approver: null,
};

/** What a command on 10-1 would write on 2017-05-15, after these records. */
function decide(
  kind: WriteKind,
  request: Partial<WriteRequest> = {},
  records: readonly JournalRecord[] = [],
): Decision | Refusal {
  const target: Target = { ref: "10-1", was: WAS, standing: standing(milestone(), "2017-05-15", records) };
  return decideWrite(kind, target, { ...NOTHING, ...request }, foldJournal(records));
}

function facts(kind: WriteKind, more: object, of: readonly string[] = []): object {
  return { by: "clerk", do: kind, ref: "10-1", on: ON, was: WAS, ...more, of };
}

const done = record("done", "10-1", "2017-05-10", { evidence: [DOC] });

describe("a writing command", () => {
  it.each<[WriteKind, Partial<WriteRequest>]>([
    ["progress", { percent: 0, note: "begun" }],
    ["note", { note: "under way", problem: "too few", next: "more", evidence: [DOC], from: "division a" }],
    ["block", { reason: "no partner" }],
    ["extend", { to: day("2017-09-30"), reason: "not finished", approver: "the board" }],
    ["cancel", { reason: "merged", approver: "the board" }],
  ])("%s is written as typed, without what was not", (kind, request) => {
    expect(decide(kind, request)).toEqual({ write: facts(kind, request), corrects: null });
  });

  it.each(WRITE_KINDS.filter((kind) => kind !== "note" && kind !== "reading"))(
    "%s is about a milestone, not about a task",
    (kind) => {
      const target: Target = { ref: "10", was: null, standing: null };
      expect(decideWrite(kind, target, NOTHING, foldJournal([]))).toEqual({ refused: "needs milestone" });
    },
  );

  it.each(["progress", "block", "extend", "cancel"] as const)("%s is refused of what is done", (kind) => {
    const request = { percent: 50, reason: "a reason", to: day("2017-09-30") };
    expect(decide(kind, request, [done])).toEqual({ refused: "done already" });
    expect(decide(kind, request, [done, revoke(done)])).toHaveProperty("write");
  });
});

describe("what is cancelled", () => {
  const cancelled = record("cancel", "10-1", "2017-05-10", { reason: "merged", approver: "the board" });

  it.each(["progress", "block", "extend"] as const)("takes no more %s", (kind) => {
    const request = { percent: 50, reason: "a reason", to: day("2017-09-30") };
    expect(decide(kind, request, [cancelled])).toEqual({ refused: "cancelled" });
    expect(decide(kind, request, [cancelled, revoke(cancelled)])).toHaveProperty("write");
  });

  it("can be cancelled again, with another reason", () => {
    const request = { on: day("2017-05-10"), reason: "dropped", approver: "the board" };
    expect(decide("cancel", request, [cancelled])).toMatchObject({ write: { of: [cancelled.id] } });
  });

  it("is cancelled once: another day corrects it, later or earlier", () => {
    const said = { reason: "merged", approver: "the board" };
    const noted = record("cancel", "10-1", "2017-05-10", { ...said, note: "by letter" });
    for (const on of [day("2017-05-09"), day("2017-05-12")]) {
      const write = { ...facts("cancel", { ...said, note: "by letter" }, [noted.id]), on };
      expect(decide("cancel", { ...said, on }, [noted])).toEqual({ write, corrects: noted });
    }
  });

  it("stays cancelled on its day if no day was typed", () => {
    const said = { reason: "merged", approver: "the board" };
    expect(decide("cancel", { ...said, isToday: true }, [cancelled])).toEqual({ unchanged: cancelled });
    const write = facts("cancel", { reason: "dropped", approver: "the board" }, [cancelled.id]);
    expect(decide("cancel", { ...said, reason: "dropped", isToday: true }, [cancelled])).toEqual({
      write: { ...write, on: "2017-05-10" },
      corrects: cancelled,
    });
  });

  it("twice, by two people who had not seen each other's record, is settled by one correction", () => {
    const said = { reason: "merged", approver: "the board" };
    const other = record("cancel", "10-1", "2017-05-12", said);
    const on = day("2017-05-12");
    const ids = [cancelled.id, other.id].toSorted();
    expect(decide("cancel", { ...said, on }, [cancelled, other])).toMatchObject({ write: { on, of: ids } });
  });

  it("keeps the evidence that anyone handed in", () => {
    const said = { reason: "merged", approver: "the board" };
    const proven = record("cancel", "10-1", "2017-05-10", { ...said, evidence: [DOC] });
    const letter = { kind: "doc", value: "letter" } as const;
    const other = record("cancel", "10-1", "2017-05-12", { ...said, evidence: [letter] });
    for (const more of [{}, { evidence: [DOC] }]) {
      const decision = decide("cancel", { ...said, on: day("2017-05-12"), ...more }, [proven, other]);
      const evidence = "write" in decision ? (decision.write.evidence ?? []) : [];
      expect(new Set(evidence)).toEqual(new Set([DOC, letter]));
      expect(evidence).toHaveLength(2);
    }
  });
});

describe("a fact of a day", () => {
  const said = [
    record("progress", "10-1", ON, { percent: 50 }),
    record("extend", "10-1", ON, { to: "2017-09-30" }),
    record("cancel", "10-1", ON, { reason: "merged" }),
  ];

  it.each<["progress" | "extend" | "cancel", Partial<WriteRequest>, Partial<WriteRequest>]>([
    ["progress", { percent: 50 }, { percent: 60 }],
    ["extend", { to: day("2017-09-30") }, { to: day("2017-10-31") }],
    ["cancel", { reason: "merged" }, { reason: "dropped" }],
  ])("%s repeated for the same day writes nothing, or corrects", (kind, same, other) => {
    const before = said.filter((one) => one.do === kind);
    const [first] = before;
    expect(decide(kind, same, before)).toEqual({ unchanged: first });
    expect(decide(kind, other, before)).toEqual({ write: facts(kind, other, [first?.id ?? ""]), corrects: first });
  });

  it("keeps what was not typed: words, and evidence besides the new", () => {
    const more = { evidence: [DOC], note: "draft", problem: "too few", from: "division a" };
    const progress = record("progress", "10-1", ON, { percent: 50, ...more });
    expect(decide("progress", { percent: 50 }, [progress])).toEqual({ unchanged: progress });
    const letter = { kind: "doc", value: "letter" } as const;
    const better = decide("progress", { percent: 60, problem: "none left", evidence: [letter] }, [progress]);
    const kept = { percent: 60, note: "draft", problem: "none left", from: "division a", evidence: [DOC, letter] };
    expect(better).toEqual({ write: facts("progress", kept, [progress.id]), corrects: progress });
    const extended = record("extend", "10-1", ON, { to: "2017-09-30", reason: "r", approver: "a", evidence: [DOC] });
    expect(decide("extend", { to: day("2017-09-30"), reason: "r", approver: "a" }, [extended])).toEqual({
      unchanged: extended,
    });
  });

  it.each<[string, JournalRecord]>([
    ["done", record("done", "10-1", ON)],
    ["cancelled", record("cancel", "10-1", ON, { reason: "merged" })],
  ])("that is recorded may be repeated once the milestone is %s; another one is refused", (refused, end) => {
    const extended = record("extend", "10-1", "2017-05-10", { to: "2017-09-30", reason: "r" });
    const progress = record("progress", "10-1", "2017-05-10", { percent: 50 });
    const records = [extended, progress, end];
    const on = day("2017-05-10");
    expect(decide("extend", { on, to: day("2017-09-30"), reason: "r" }, records)).toEqual({ unchanged: extended });
    expect(decide("progress", { on, percent: 50 }, records)).toEqual({ unchanged: progress });
    const because = { refused: refused === "done" ? "done already" : "cancelled" };
    expect(decide("extend", { on, to: day("2017-10-31"), reason: "r" }, records)).toEqual(because);
    expect(decide("progress", { on, percent: 60 }, records)).toEqual(because);
  });

  it("of another day is a record of its own", () => {
    const before = record("progress", "10-1", "2017-05-14", { percent: 50 });
    expect(decide("progress", { percent: 50 }, [before])).toEqual({
      write: facts("progress", { percent: 50 }),
      corrects: null,
    });
  });

  it("corrects all records of the day, even if one says the same", () => {
    const [first, second] = [50, 60].map((percent) => record("progress", "10-1", ON, { percent }));
    const records = [first, second].filter((one) => one !== undefined);
    const ids = records.map(({ id }) => id);
    expect(decide("progress", { percent: 50 }, records)).toEqual({
      write: facts("progress", { percent: 50 }, ids),
      corrects: first,
    });
  });
});

describe("a reading", () => {
  const target: Target = { ref: "10/agencies", was: null, standing: null };
  const said = (value: number, mode: "total" | "add", records: readonly JournalRecord[] = []): Decision | Refusal =>
    decideWrite("reading", target, { ...NOTHING, value, mode }, foldJournal(records));
  const total = record("reading", "10/agencies", ON, { value: 12, mode: "total" });

  it("has its value and its mode", () => {
    const write = { by: "clerk", do: "reading", ref: "10/agencies", on: ON, value: 12, mode: "total", of: [] };
    expect(said(12, "total")).toEqual({ write, corrects: null });
    expect(said(0, "add")).toMatchObject({ write: { value: 0, mode: "add" } });
  });

  it("repeated for the same day writes nothing, or corrects", () => {
    expect(said(12, "total", [total])).toEqual({ unchanged: total });
    expect(said(13, "total", [total])).toMatchObject({ write: { value: 13, of: [total.id] }, corrects: total });
  });

  it("keeps what was said of the same value, and nothing of another value", () => {
    const said12 = record("reading", "10/agencies", ON, {
      value: 12,
      mode: "total",
      note: "branches too",
      evidence: [DOC],
    });
    expect(said(12, "total", [said12])).toEqual({ unchanged: said12 });
    const decision = said(13, "total", [said12]);
    expect("write" in decision ? [decision.write.note, decision.write.evidence] : decision).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("that adds is separate from a total of its day; a value without a mode is a total", () => {
    const bare = record("reading", "10/agencies", ON, { value: 12 });
    expect(said(3, "add", [total, bare])).toMatchObject({ write: { value: 3, of: [] }, corrects: null });
    expect(said(13, "total", [bare])).toMatchObject({ write: { of: [bare.id] } });
  });
});

describe("a note", () => {
  it("may be about a task", () => {
    const target: Target = { ref: "10", was: null, standing: null };
    expect(decideWrite("note", target, { ...NOTHING, note: "a word" }, foldJournal([]))).toEqual({
      write: { by: "clerk", do: "note", ref: "10", on: ON, note: "a word", of: [] },
      corrects: null,
    });
  });

  it.each(["note", "problem", "next"] as const)("needs a text, such as its %s", (key) => {
    expect(decide("note", { [key]: "a word" })).toHaveProperty("write");
    expect(decide("note", { from: "division a" })).toEqual({ refused: "nothing said" });
  });

  it("that repeats one of the day writes nothing; another one is added", () => {
    const said = record("note", "10-1", ON, { note: "a word", by: "another" });
    expect(decide("note", { note: "a word" }, [said])).toEqual({ unchanged: said });
    expect(decide("note", { note: "another word" }, [said])).toMatchObject({ write: { of: [] }, corrects: null });
  });

  it("may be about what is done", () => {
    expect(decide("note", { note: "a word" }, [done])).toHaveProperty("write");
  });
});

describe("a block and its end", () => {
  const block = record("block", "10-1", "2017-05-01", { reason: "no partner" });

  it("that ends before all open blocks began is refused with the first one's day", () => {
    const second = record("block", "10-1", "2017-05-08");
    expect(decide("unblock", { on: day("2017-04-30") }, [second, block])).toEqual({
      refused: "before blocked",
      than: "2017-05-01",
    });
    expect(decide("unblock", {}, [])).toEqual({ refused: "not blocked" });
  });

  it("for the same reason is not written twice, but for another reason it is", () => {
    expect(decide("block", { reason: "no partner" }, [block])).toEqual({ unchanged: block });
    expect(decide("block", { reason: "no partner", on: block.on }, [block])).toEqual({ unchanged: block });
    expect(decide("block", { reason: "no money" }, [block])).toMatchObject({ write: { of: [] } });
  });

  it("for the same reason is corrected by new details, and keeps its first day", () => {
    const decision = decide("block", { reason: "no partner", note: "asked again" }, [block]);
    const on = "2017-05-01";
    expect(decision).toEqual({
      write: facts("block", { on, reason: "no partner", note: "asked again" }, [block.id]),
      corrects: block,
    });
    const noted = { ...block, note: "asked again" };
    expect(decide("block", { reason: "no partner", note: "asked again" }, [noted])).toEqual({ unchanged: noted });
    expect(decide("block", { reason: "no partner" }, [noted])).toEqual({ unchanged: noted });
  });

  it("for the same reason keeps what was said of it before", () => {
    const known = { ...block, problem: "no partner found", evidence: [DOC] };
    expect(decide("block", { reason: "no partner", note: "asked again" }, [known])).toMatchObject({
      write: { note: "asked again", problem: "no partner found", evidence: [DOC], of: [block.id] },
    });
  });

  it("for the same reason has evidence added to what was handed in before", () => {
    const [known, letter] = [{ ...block, evidence: [DOC] }, { kind: "doc", value: "letter" } as const];
    expect(decide("block", { reason: "no partner", evidence: [letter] }, [known])).toMatchObject({
      write: { evidence: [DOC, letter], of: [block.id] },
    });
    expect(decide("block", { reason: "no partner", evidence: [DOC] }, [known])).toEqual({ unchanged: known });
  });

  it("for the same reason may be moved to an earlier first day, not a later one", () => {
    const request = { reason: "no partner", on: day("2017-04-20") };
    expect(decide("block", request, [block])).toMatchObject({ write: { on: "2017-04-20", of: [block.id] } });
    expect(decide("block", { ...request, on: day("2017-05-02") }, [block])).toEqual({ unchanged: block });
  });

  it("ends every block that is open", () => {
    const other = record("block", "10-1", "2017-05-02", { reason: "no money" });
    const of = [block.id, other.id].toSorted();
    const expected = { write: facts("unblock", {}, of), corrects: null };
    expect(decide("unblock", {}, [block, other])).toEqual(expected);
    expect(decide("unblock", {}, [other, block])).toEqual(expected);
  });

  it("ends none that has ended, and is refused if none is open", () => {
    const other = record("block", "10-1", "2017-05-02", { reason: "no money" });
    const ended = record("unblock", "10-1", "2017-05-03", { of: [block.id] });
    expect(decide("unblock", {}, [block, other, ended])).toMatchObject({ write: { of: [other.id] } });
    expect(decide("unblock", {}, [block, ended])).toEqual({ refused: "not blocked" });
    expect(decide("unblock")).toEqual({ refused: "not blocked" });
  });
});

describe("an extension", () => {
  it("goes past the plan's day", () => {
    expect(decide("extend", { to: day("2017-06-30") })).toEqual({ refused: "not later", than: "2017-06-30" });
    expect(decide("extend", { to: day("2017-07-01") })).toHaveProperty("write");
  });

  it("may be shorter than an earlier one", () => {
    const before = record("extend", "10-1", "2017-05-01", { to: "2017-12-31" });
    expect(decide("extend", { to: day("2017-09-30") }, [before])).toHaveProperty("write");
  });

  it("without a day is written as it is", () => {
    expect(decide("extend", { reason: "a reason" })).toHaveProperty("write");
  });
});

describe("an acceptance", () => {
  it("names every completion that it confirms", () => {
    const other = record("done", "10-1", "2017-05-12", { by: "another" });
    expect(decide("accept", {}, [done, other])).toEqual({
      write: facts("accept", {}, [done.id, other.id]),
      corrects: null,
    });
  });

  it("is refused of what is not done, or has no evidence", () => {
    expect(decide("accept")).toEqual({ refused: "not done" });
    expect(decide("accept", {}, [record("done", "10-1", "2017-05-10")])).toEqual({ refused: "no evidence" });
  });

  it("is refused for a day before the completion, and accepted for the same day", () => {
    const early = decide("accept", { on: day("2017-05-09") }, [done]);
    expect(early).toEqual({ refused: "before done", than: "2017-05-10" });
    expect(decide("accept", { on: day("2017-05-10") }, [done])).toMatchObject({ write: { of: [done.id] } });
  });

  it("that exists already writes nothing, until there is another completion", () => {
    const accept = record("accept", "10-1", "2017-05-12", { of: [done.id] });
    expect(decide("accept", {}, [done, accept])).toEqual({ unchanged: accept });
    const other = record("done", "10-1", "2017-05-13", { by: "another" });
    expect(decide("accept", {}, [done, accept, other])).toMatchObject({ write: { of: [done.id, other.id] } });
  });

  it("that says more than an existing one is written too", () => {
    const accept = record("accept", "10-1", "2017-05-12", { of: [done.id] });
    const decision = decide("accept", { note: "looked at again" }, [done, accept]);
    expect(decision).toEqual({ write: facts("accept", { note: "looked at again" }, [done.id]), corrects: null });
  });
});
