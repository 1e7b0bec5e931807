import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { isCompletedLate, lateJudge } from "../../../src/core/views/written-late.ts";
import { day, hexId, plan, record } from "../../support/builders.ts";

const SHANGHAI = plan([]);

const DUE = day("2017-06-30");

/** The last instant of 06-30 and the first of 07-01, in Shanghai. */
const LAST_MOMENT = "2017-06-30T15:59:59.999Z";
const TOO_LATE = "2017-06-30T16:00:00.000Z";

/** A chain of corrections written too late, each of the one before. */
function chainOf(length: number, first: JournalRecord): JournalRecord[] {
  const chain = [first];
  while (chain.length <= length) {
    const of = chain.slice(-1).map(({ id }) => id);
    chain.push(record("done", "10-1", "2017-06-28", { of, t: TOO_LATE }));
  }
  return chain.slice(1);
}

describe("a record written late", () => {
  const done = record("done", "10-1", "2017-06-28", { t: LAST_MOMENT });

  /** Whether the last of the records was written late, for a milestone due on 06-30. */
  function isLate(records: readonly JournalRecord[], where = SHANGHAI): boolean {
    return lateJudge(where, foldJournal(records))(records.at(-1), DUE);
  }

  it("is dated in time but was written after the due day, in the plan's zone", () => {
    expect(isLate([done])).toBe(false);
    expect(isLate([{ ...done, t: TOO_LATE }])).toBe(true);
    expect(isLate([{ ...done, t: TOO_LATE }], plan([], { timezone: "America/New_York" }))).toBe(false);
  });

  it("is no completion that anyone wrote in time", () => {
    const twice = [done, record("done", "10-1", "2017-06-28", { by: "another", t: TOO_LATE })];
    const isLateFor = lateJudge(SHANGHAI, foldJournal(twice));
    expect(isCompletedLate(isLateFor, twice, DUE)).toBe(false);
    expect(isCompletedLate(isLateFor, twice.toReversed(), DUE)).toBe(false);
    expect(isCompletedLate(isLateFor, twice.slice(1), DUE)).toBe(true);
    expect(isCompletedLate(isLateFor, [], DUE)).toBe(false);
    // The completion that counts is of another day.
    const earlier = record("done", "10-1", "2017-06-20", { t: TOO_LATE });
    expect(isCompletedLate(lateJudge(SHANGHAI, foldJournal([earlier, done])), [earlier, done], DUE)).toBe(true);
  });

  it("is not one that is dated late anyway, nor a missing one", () => {
    expect(isLate([record("done", "10-1", "2017-07-01")])).toBe(false);
    expect(isLate([])).toBe(false);
  });

  it("is not a correction that keeps the day of a record written in time", () => {
    const better = { of: [done.id], t: TOO_LATE, note: "with evidence" };
    expect(isLate([done, record("done", "10-1", "2017-06-28", better)])).toBe(false);
    expect(isLate([done, record("done", "10-1", "2017-06-27", better)])).toBe(true);
  });

  it("may be an extension to another day than the one that was written in time", () => {
    const first = record("extend", "10-1", "2017-06-25", { to: "2017-07-10", t: LAST_MOMENT });
    const again = { of: [first.id], t: TOO_LATE };
    expect(isLate([first, record("extend", "10-1", "2017-06-25", { ...again, to: "2017-09-30" })])).toBe(true);
    expect(isLate([first, record("extend", "10-1", "2017-06-25", { ...again, to: "2017-07-10", note: "n" })])).toBe(
      false,
    );
  });

  it("may be a correction of a record that was itself written late", () => {
    const late = { ...done, t: TOO_LATE };
    expect(isLate([late, record("done", "10-1", "2017-06-28", { of: [late.id], t: TOO_LATE })])).toBe(true);
  });

  it("is not a correction of two records of which only one was written late", () => {
    const late = record("done", "10-1", "2017-06-28", { by: "another", t: TOO_LATE });
    const both = record("done", "10-1", "2017-06-28", { of: [done.id, late.id], t: TOO_LATE });
    expect(isLate([done, late, both])).toBe(false);
  });

  it("is found by one walk of a chain as long as the journal, however many of it are judged", () => {
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

  it("may be a correction of records that are missing or of another kind", () => {
    const note = record("note", "10-1", "2017-06-28", { t: LAST_MOMENT });
    const better = record("done", "10-1", "2017-06-28", { of: [note.id, hexId("dead")], t: TOO_LATE });
    expect(isLate([note, better])).toBe(true);
  });
});
