/** The three due days, and what else a journal says about an open milestone. */
import { describe, expect, it } from "vitest";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import type { Standing } from "../../src/core/standing.ts";
import { hexId, milestone, period, record, revoke, standing } from "../support/builders.ts";

const ONE = milestone();

function on(asOf: string, ...records: JournalRecord[]): Standing {
  return standing(ONE, asOf, records);
}

describe("an extension", () => {
  const inTime = record("extend", "10-1", "2017-06-30", { to: "2017-09-30" });
  const tooLate = record("extend", "10-1", "2017-07-01", { to: "2017-10-31" });

  it("does not exist without records: all three due days are the plan's", () => {
    const days = { originalDue: "2017-06-30", assessmentDue: "2017-06-30", due: "2017-06-30", extension: null };
    expect(on("2017-07-03")).toMatchObject(days);
  });

  it("dated up to the due day moves assessmentDue", () => {
    const days = { originalDue: "2017-06-30", assessmentDue: "2017-09-30", due: "2017-09-30", extension: inTime };
    expect(on("2017-07-03", inTime)).toMatchObject({ ...days, state: "active", daysLeft: 89 });
  });

  it("dated after the due day moves only due", () => {
    const days = { originalDue: "2017-06-30", assessmentDue: "2017-06-30", due: "2017-10-31", extension: tooLate };
    expect(on("2017-07-03", tooLate)).toMatchObject({ ...days, state: "active" });
  });

  it("that is too late leaves a completion late, by the plan's day", () => {
    const done = record("done", "10-1", "2017-08-01");
    expect(on("2017-08-01", tooLate, done)).toMatchObject({ late: true, daysLate: 32 });
    expect(on("2017-08-01", inTime, done)).toMatchObject({ late: false, daysLate: null });
  });

  it("in time, if missed too, leaves the completion late by the new day", () => {
    const done = record("done", "10-1", "2017-10-02");
    expect(on("2017-10-02", inTime, done)).toMatchObject({ late: true, daysLate: 2 });
  });

  it("in time and another one after the due day give three different days", () => {
    const days = { originalDue: "2017-06-30", assessmentDue: "2017-09-30", due: "2017-10-31", extension: tooLate };
    expect(on("2017-07-03", inTime, tooLate)).toMatchObject(days);
  });

  it("after the due day is not in time just because an earlier one was", () => {
    const second = record("extend", "10-1", "2017-09-01", { to: "2017-12-31" });
    expect(on("2017-09-01", inTime, second)).toMatchObject({ assessmentDue: "2017-09-30", due: "2017-12-31" });
  });

  it("acts from its own day on: before that day the milestone is overdue", () => {
    const late = record("extend", "10-1", "2017-07-20", { to: "2017-09-30" });
    expect(on("2017-07-19", late)).toMatchObject({ state: "overdue", daysOverdue: 19, extension: null });
    expect(on("2017-07-20", late).state).toBe("active");
  });

  it("can fall overdue like the plan's day", () => {
    expect(on("2017-09-30", inTime).state).toBe("active");
    expect(on("2017-10-01", inTime)).toMatchObject({ state: "overdue", daysOverdue: 1 });
  });

  it("is the latest by its day, not the one that grants the most", () => {
    const generous = record("extend", "10-1", "2017-06-01", { to: "2017-12-31" });
    expect(on("2017-07-03", generous, inTime)).toMatchObject({ due: "2017-09-30", assessmentDue: "2017-09-30" });
  });

  it("that is revoked leaves the one before it", () => {
    const first = record("extend", "10-1", "2017-06-01", { to: "2017-07-31" });
    expect(on("2017-07-03", first, inTime, revoke(inTime)).due).toBe("2017-07-31");
    expect(on("2017-07-03", inTime, revoke(inTime))).toMatchObject({ state: "overdue", extension: null });
  });

  it("may bring the day forward, and hides nothing from the plan's quarter", () => {
    const forward = record("extend", "10-1", "2017-04-10", { to: "2017-05-31" });
    expect(on("2017-06-01", forward)).toMatchObject({ state: "overdue", reach: period("2017-04-01..2017-06-30") });
  });

  it("before the window, as another program may set it, belongs to its own quarter, too", () => {
    const earlier = record("extend", "10-1", "2017-02-10", { to: "2017-03-15" });
    expect(on("2017-03-16", earlier)).toMatchObject({ state: "overdue", reach: period("2017-03-15..2017-06-30") });
  });

  it("reaches to the latest of the three days", () => {
    expect(on("2017-07-03", inTime).reach).toEqual(period("2017-04-01..2017-09-30"));
    expect(on("2017-07-03", inTime, tooLate).reach).toEqual(period("2017-04-01..2017-10-31"));
    const shorter = record("extend", "10-1", "2017-07-02", { to: "2017-08-15" });
    expect(on("2017-07-03", inTime, shorter).reach).toEqual(period("2017-04-01..2017-09-30"));
  });

  it("moves dueSoon along with due", () => {
    expect(on("2017-06-30", inTime).dueSoon).toBe(false);
    expect(on("2017-09-20", inTime).dueSoon).toBe(true);
  });

  it("without a day moves nothing", () => {
    const blank = record("extend", "10-1", "2017-06-01");
    expect(on("2017-06-15", blank)).toMatchObject({ due: "2017-06-30", assessmentDue: "2017-06-30" });
  });
});

describe("a block", () => {
  const block = record("block", "10-1", "2017-04-28", { reason: "no partner" });
  const unblock = record("unblock", "10-1", "2017-05-20", { of: [block.id] });

  it("is open from its day until it is ended", () => {
    const asked = ["2017-04-27", "2017-04-28", "2017-05-19", "2017-05-20"].map(
      (asOf) => on(asOf, block, unblock).block,
    );
    expect(asked).toEqual([null, block, block, null]);
  });

  it("is open again when its end is revoked", () => {
    expect(on("2017-05-21", block, unblock, revoke(unblock)).block).toBe(block);
  });

  it("is ended together with its corrections, whether their writers knew of the end or not", () => {
    const better = record("block", "10-1", "2017-04-20", { reason: "no partner", note: "since then", of: [block.id] });
    expect(on("2017-05-21", block, better).block).toBe(better);
    // The correction was ended, and revoked since.
    const ending = record("unblock", "10-1", "2017-05-20", { of: [better.id] });
    expect(on("2017-05-21", block, better, ending, revoke(better)).block).toBeNull();
    const all = record("unblock", "10-1", "2017-05-20", { of: [block.id, better.id, block.id, ending.id] });
    expect(on("2017-05-21", block, better, ending, revoke(ending), all).block).toBeNull();
    // Whoever ended it knew only of the first one.
    expect(on("2017-05-21", block, better, unblock).block).toBeNull();
  });

  it("ends alone: another one stays open", () => {
    const other = record("block", "10-1", "2017-04-20");
    expect(on("2017-05-21", block, other, unblock).block).toBe(other);
  });

  it("is the latest of several", () => {
    const earlier = record("block", "10-1", "2017-04-20");
    expect(on("2017-05-01", block, earlier).block).toBe(block);
  });

  it("does not show on done or cancelled milestones, but on overdue ones", () => {
    expect(on("2017-06-01", block, record("done", "10-1", "2017-05-30")).block).toBeNull();
    expect(on("2017-06-01", block, record("cancel", "10-1", "2017-05-30")).block).toBeNull();
    expect(on("2017-07-01", block).block).toBe(block);
  });
});

describe("the last word", () => {
  const note = record("note", "10-1", "2017-05-10", { note: "under way" });
  const progress = record("progress", "10-1", "2017-05-12", { percent: 40 });

  it("is nothing at first", () => {
    expect(on("2017-05-31")).toMatchObject({ lastWord: null, progress: null });
  });

  it.each(["note", "progress", "block", "unblock"] as const)("may be a %s", (kind) => {
    const word = record(kind, "10-1", "2017-05-15");
    expect(on("2017-05-31", note, word).lastWord).toBe(word);
  });

  it("is never an extension, completion or acceptance", () => {
    const others = (["extend", "done", "accept"] as const).map((kind) => record(kind, "10-1", "2017-05-20"));
    expect(on("2017-05-31", note, ...others).lastWord).toBe(note);
  });

  it("is the latest word by its day, up to the as-of day", () => {
    expect(on("2017-05-31", progress, note).lastWord).toBe(progress);
    expect(on("2017-05-11", progress, note).lastWord).toBe(note);
  });

  it("of one day is the one whose writer had seen the other, whatever their kinds", () => {
    const answer = { ...record("note", "10-1", "2017-05-12", { prev: [progress.id] }), id: hexId("0") };
    expect(on("2017-05-31", answer, progress).lastWord).toBe(answer);
  });

  it("of progress is the latest estimate, not the greatest", () => {
    const lower = record("progress", "10-1", "2017-05-20", { percent: 30 });
    expect(on("2017-05-31", lower, progress).progress).toBe(lower);
  });
});
