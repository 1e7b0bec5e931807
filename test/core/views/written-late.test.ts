import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { isCompletedLate, lateJudge } from "../../../src/core/views/written-late.ts";
import { day, hexId, plan, record } from "../../support/builders.ts";

const SHANGHAI = plan([]);

const DUE = day("2017-06-30");

/** The last moment of 06-30 and the first one of 07-01, in Shanghai. */
const LAST_MOMENT = "2017-06-30T15:59:59.999Z";
const TOO_LATE = "2017-06-30T16:00:00.000Z";

/** Corrections written down too late, the first of the record and each other of the one before. */
function chainOf(length: number, first: JournalRecord): JournalRecord[] {
  const chain = [first];
  while (chain.length <= length) {
    const of = chain.slice(-1).map(({ id }) => id);
    chain.push(record("done", "10-1", "2017-06-28", { of, t: TOO_LATE }));
  }
  return chain.slice(1);
}

describe("what judges records", () => {
  const done = record("done", "10-1", "2017-06-28", { t: LAST_MOMENT });

  /** Whether the last of the records was, for something due on 06-30. */
  function isLate(records: readonly JournalRecord[], where = SHANGHAI): boolean {
    return lateJudge(where, foldJournal(records))(records.at(-1), DUE);
  }

  it("is what speaks of a day in time but was written down after the due day, in the plan's zone", () => {
    expect(isLate([done])).toBe(false);
    expect(isLate([{ ...done, t: TOO_LATE }])).toBe(true);
    expect(isLate([{ ...done, t: TOO_LATE }], plan([], { timezone: "America/New_York" }))).toBe(false);
  });

  it("is no completion that anyone wrote down in time", () => {
    const twice = [done, record("done", "10-1", "2017-06-28", { by: "another", t: TOO_LATE })];
    const isLateFor = lateJudge(SHANGHAI, foldJournal(twice));
    expect(isCompletedLate(isLateFor, twice, DUE)).toBe(false);
    expect(isCompletedLate(isLateFor, twice.toReversed(), DUE)).toBe(false);
    expect(isCompletedLate(isLateFor, twice.slice(1), DUE)).toBe(true);
    expect(isCompletedLate(isLateFor, [], DUE)).toBe(false);
    // What counts is of another day.
    const earlier = record("done", "10-1", "2017-06-20", { t: TOO_LATE });
    expect(isCompletedLate(lateJudge(SHANGHAI, foldJournal([earlier, done])), [earlier, done], DUE)).toBe(true);
  });

  it("is not what was late anyway, nor nothing", () => {
    expect(isLate([record("done", "10-1", "2017-07-01")])).toBe(false);
    expect(isLate([])).toBe(false);
  });

  it("is not a correction that keeps the day of a record written in time", () => {
    const better = { of: [done.id], t: TOO_LATE, note: "with evidence" };
    expect(isLate([done, record("done", "10-1", "2017-06-28", better)])).toBe(false);
    expect(isLate([done, record("done", "10-1", "2017-06-27", better)])).toBe(true);
  });

  it("is an extension to another day than the one that was written in time", () => {
    const first = record("extend", "10-1", "2017-06-25", { to: "2017-07-10", t: LAST_MOMENT });
    const again = { of: [first.id], t: TOO_LATE };
    expect(isLate([first, record("extend", "10-1", "2017-06-25", { ...again, to: "2017-09-30" })])).toBe(true);
    expect(isLate([first, record("extend", "10-1", "2017-06-25", { ...again, to: "2017-07-10", note: "n" })])).toBe(
      false,
    );
  });

  it("is a correction of a record that was itself written down too late", () => {
    const late = { ...done, t: TOO_LATE };
    expect(isLate([late, record("done", "10-1", "2017-06-28", { of: [late.id], t: TOO_LATE })])).toBe(true);
  });

  it("is a correction of two of which one was written down too late", () => {
    const late = record("done", "10-1", "2017-06-28", { by: "another", t: TOO_LATE });
    const both = record("done", "10-1", "2017-06-28", { of: [done.id, late.id], t: TOO_LATE });
    expect(isLate([done, late, both])).toBe(false);
  });

  it("goes through a chain of corrections as long as the journal once, however many of it are judged", () => {
    const inTime = chainOf(20_000, done);
    const late = chainOf(20_000, record("done", "10-1", "2017-06-28", { t: TOO_LATE }));
    const journal = foldJournal([done, ...inTime, ...late]);
    let lookedUp = 0;
    const namedIn = ({ of }: JournalRecord): JournalRecord[] => {
      lookedUp += 1;
      return of.flatMap((id) => journal.byId.get(id) ?? []);
    };
    const judge = lateJudge(SHANGHAI, Object.assign(journal, { namedIn }));
    expect(inTime.toReversed().filter((one) => judge(one, DUE))).toEqual([]);
    expect(late.filter((one) => judge(one, DUE))).toEqual(late);
    expect(lookedUp).toBeLessThan(4 * journal.count);
  });

  it("is a correction of records that are missing or of another kind", () => {
    const note = record("note", "10-1", "2017-06-28", { t: LAST_MOMENT });
    const better = record("done", "10-1", "2017-06-28", { of: [note.id, hexId("dead")], t: TOO_LATE });
    expect(isLate([note, better])).toBe(true);
  });
});
