import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { type RecordView, viewRecords } from "../../../src/core/views/records.ts";
import { hexId, inquiry, milestone, plan, record, revoke, task } from "../../support/builders.ts";
import { READING, ask2017 } from "../../support/plan-2017.ts";

const SMALL = plan([task("10", [milestone({ id: "10-1" })])]);
const NO_ORIGINS = new Map<string, { file: string; line: number }>();

function views(records: readonly JournalRecord[], asOf = "2017-12-31", origins = NO_ORIGINS): RecordView[] {
  return viewRecords(inquiry(SMALL, asOf, { journal: foldJournal(records) }), origins);
}

const done = record("done", "10-1", "2017-06-20");

describe("the records of a journal", () => {
  it("are newest first by the time of writing", () => {
    const early = record("note", "10-1", "2017-06-19", { t: "2017-06-22T04:00:00.000Z" });
    expect(views([done, early]).map(({ id }) => id)).toEqual([early.id, done.id]);
  });

  it("are ordered by clock even against what their writers had seen", () => {
    const first = { ...done, id: hexId("1"), t: "2017-06-22T04:00:00.000Z" };
    const second = { ...done, id: hexId("2"), t: "2017-06-22T03:00:00.000Z", prev: [first.id] };
    const third = { ...done, id: hexId("3"), t: "2017-06-22T05:00:00.000Z", prev: [second.id] };
    expect(views([first, second, third]).map(({ id }) => id)).toEqual([third.id, first.id, second.id]);
  });

  it("of the same instant are ordered by id, greatest first, in any order of lines", () => {
    const [small, great] = [
      { ...done, id: hexId("1") },
      { ...done, id: hexId("2") },
    ];
    for (const records of [
      [small, great],
      [great, small],
    ]) {
      expect(views(records).map(({ id }) => id)).toEqual([great.id, small.id]);
    }
  });

  it("of the same instant are ordered by what their writers had seen, whatever their ids", () => {
    const first = { ...done, id: hexId("2") };
    const second = { ...done, id: hexId("1"), prev: [first.id] };
    for (const records of [
      [first, second],
      [second, first],
    ]) {
      expect(views(records).map(({ id }) => id)).toEqual([second.id, first.id]);
    }
  });

  it("are those of days up to the as-of day", () => {
    expect(views([done], "2017-06-19")).toEqual([]);
    expect(views([done], "2017-06-20")).toHaveLength(1);
  });

  it("keep everything on the line, and add its place and when it was written", () => {
    const origins = new Map([[done.id, { file: "journal.jsonl", line: 7 }]]);
    expect(views([done], "2017-12-31", origins)).toEqual([
      {
        ...done,
        live: true,
        supersededBy: null,
        supersededByKind: null,
        file: "journal.jsonl",
        line: 7,
        recorded: { day: "2017-06-20", time: "12:00" },
        isCorrection: false,
        daysEarly: 10,
        recordedLate: false,
      },
    ]);
  });

  it("may have no place", () => {
    expect(views([done])[0]).toMatchObject({ file: null, line: null });
  });

  it("have times in the plan's zone", () => {
    const night = { ...done, t: "2017-06-20T16:30:00.000Z" };
    expect(views([night])[0]?.recorded).toEqual({ day: "2017-06-21", time: "00:30" });
  });
});

describe("what became of a record", () => {
  it("may be a revoke, with its id and kind", () => {
    const undo = revoke(done, "2017-06-21");
    const taken = { live: false, supersededBy: undo.id, supersededByKind: "revoke" };
    const [first, second] = views([done, undo]);
    expect(first).toMatchObject({ id: undo.id, live: true, isCorrection: false, supersededBy: null });
    expect(second).toMatchObject({ id: done.id, ...taken });
  });

  it("may be a correction", () => {
    const better = record("done", "10-1", "2017-06-21", { of: [done.id] });
    const [first, second] = views([done, better]);
    expect(first).toMatchObject({ isCorrection: true, live: true });
    expect(second).toMatchObject({ live: false, supersededByKind: "done", isCorrection: false });
  });

  it("is no correction if `of` names records of another kind, a revoke, or missing ones", () => {
    const undo = revoke(done, "2017-06-21");
    const redo = revoke(undo, "2017-06-22");
    const accept = record("accept", "10-1", "2017-06-23", { of: [done.id] });
    const orphan = record("done", "10-1", "2017-06-24", { of: [hexId("dead")] });
    const corrections = views([done, undo, redo, accept, orphan]).filter(({ isCorrection }) => isCorrection);
    expect(corrections).toEqual([]);
  });
});

describe("the timeliness of a record", () => {
  it("has days early (negative: late) by assessmentDue", () => {
    const late = record("done", "10-1", "2017-07-02");
    expect(views([late])[0]?.daysEarly).toBe(-2);
    const extend = record("extend", "10-1", "2017-06-12", { to: "2017-07-31" });
    expect(views([late, extend]).find(({ id }) => id === late.id)?.daysEarly).toBe(29);
  });

  it("marks completions that were written only after the due day", () => {
    expect(views([{ ...done, t: "2017-07-03T01:12:00.000Z" }])[0]?.recordedLate).toBe(true);
  });

  it("marks extensions that were written only after the day that they move", () => {
    const inTime = record("extend", "10-1", "2017-06-12", { to: "2017-07-31", t: "2017-06-30T08:00:00.000Z" });
    const tooLate = { ...inTime, t: "2017-07-03T01:12:00.000Z" };
    // One dated after the due day does not move assessmentDue.
    const behind = record("extend", "10-1", "2017-07-02", { to: "2017-07-31", t: "2017-07-03T01:12:00.000Z" });
    const told = [inTime, tooLate, behind].map((one) => views([one])[0]?.recordedLate);
    expect(told).toEqual([false, true, false]);
  });

  it("is given only for completions and extensions of milestones", () => {
    const others = [record("note", "10-1", "2017-06-20"), record("done", "gone", "2017-06-20")];
    expect(views(others)).toMatchObject([
      { daysEarly: null, recordedLate: false },
      { daysEarly: null, recordedLate: false },
    ]);
  });
});

describe("the records of the example journal", () => {
  it("have their lines and times", () => {
    const last = viewRecords(ask2017("2017-07-03"), READING.origins)[0];
    expect(last).toMatchObject({
      ref: "10-2@Q2",
      line: 48,
      recorded: { day: "2017-07-03", time: "09:12" },
      daysEarly: 2,
      recordedLate: true,
    });
  });
});

describe("many completions of one milestone", () => {
  /** How often the milestone's records are read to view this many records. */
  function askedFor(count: number): number {
    const records = Array.from({ length: count }, (_, at) =>
      record("done", "10-1", "2017-06-20", { note: String(at) }),
    );
    const journal = foldJournal(records);
    let asked = 0;
    const counting = Object.create(journal, {
      liveByRef: {
        get: () => {
          asked += 1;
          return journal.liveByRef;
        },
      },
    }) as typeof journal;
    expect(viewRecords(inquiry(SMALL, "2017-07-01", { journal: counting }), NO_ORIGINS)).toHaveLength(count);
    return asked;
  }

  it("are read once, not once for each of them", () => {
    expect(askedFor(1)).toBeGreaterThan(0);
    expect(askedFor(20)).toBe(askedFor(1));
  });
});
