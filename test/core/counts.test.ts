import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfNumber, numberOfDay } from "../../src/core/calendar.ts";
import { figuresOf, isDue } from "../../src/core/counts.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { filterPeriods, select } from "../../src/core/selection.ts";
import { day, inquiry, milestone, period, plan, record, standing, task } from "../support/builders.ts";
import { LAW } from "../support/laws.ts";

const Q1 = "2017-01-01..2017-03-31";
const Q2 = "2017-04-01..2017-06-30";
const WINDOWS = [Q1, Q1, Q1, Q1, Q2, Q2, "2017-04-01..2017-09-30", "2017-10-01..2017-12-31"];
/** Tasks 1 and 2 with four milestones each: four due in Q1, two in Q2, one in Q3, one in Q4. */
const SMALL = plan(
  ["1", "2"].map((id, place) =>
    task(
      id,
      WINDOWS.slice(place * 4, place * 4 + 4).map((window, index) => milestone({ id: `${id}-${index + 1}`, window })),
    ),
  ),
);

const RECORDS = [
  record("done", "1-1", "2017-03-20"),
  record("done", "1-2", "2017-04-05"),
  record("cancel", "1-3", "2017-03-01"),
  record("done", "2-1", "2017-05-02"),
];

/** Counts and rates of the plan, or of one quarter. */
function figures(asOf: string, records: readonly JournalRecord[], quarter?: 1 | 2 | 3 | 4): [object, object] {
  const asked = inquiry(SMALL, asOf, {
    journal: foldJournal(records),
    ...(quarter === undefined ? {} : { quarters: [quarter] }),
  });
  const [tasks, periods] = [select(asked), filterPeriods(SMALL, asked.filters)];
  const { counts, rates } = figuresOf(tasks, asked.asOf, periods);
  return [counts, rates];
}

describe("counts", () => {
  it("count each state, done late within done, and what is due by the day", () => {
    const [counts] = figures("2017-05-15", RECORDS);
    expect(counts).toEqual({
      tasks: 2,
      milestones: 8,
      due: 3,
      dueDone: 2,
      done: 3,
      doneLate: 1,
      active: 2,
      overdue: 1,
      upcoming: 1,
      cancelled: 1,
    });
  });

  it("with a quarter count what is due in it, whatever the day", () => {
    const [counts] = figures("2017-05-15", RECORDS, 2);
    expect(counts).toMatchObject({ tasks: 1, milestones: 3, due: 2, dueDone: 1, done: 1, active: 2 });
    const [before] = figures("2017-01-01", RECORDS, 2);
    expect(before).toMatchObject({ due: 2, dueDone: 0 });
  });

  it("are all zero for an empty plan", () => {
    expect(new Set(Object.values(figuresOf([], day("2017-05-15"), null).counts))).toEqual(new Set([0]));
  });

  it("have five states that add up to the milestones, on every day and whatever was recorded", () => {
    const days = fc
      .integer({ min: numberOfDay(day("2016-12-01")), max: numberOfDay(day("2018-02-01")) })
      .map(dayOfNumber);
    const kinds = fc.constantFrom("done" as const, "cancel" as const, "extend" as const, "block" as const);
    const refs = fc.constantFrom(...SMALL.tasks.flatMap(({ milestones }) => milestones.map(({ id }) => id)));
    const records = fc.array(
      fc
        .tuple(kinds, refs, days, days)
        .map(([kind, ref, on, to]) => record(kind, ref, on, kind === "extend" ? { to } : {})),
      { maxLength: 12 },
    );
    const quarters = fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const, 4 as const);
    fc.assert(
      fc.property(days, records, quarters, (asOf, journal, quarter) => {
        const [counts, rates] = figures(asOf, journal, quarter) as [
          ReturnType<typeof figuresOf>["counts"],
          ReturnType<typeof figuresOf>["rates"],
        ];
        const { done, active, overdue, upcoming, cancelled, milestones, doneLate, due, dueDone } = counts;
        expect(done + active + overdue + upcoming + cancelled).toBe(milestones);
        expect(doneLate).toBeLessThanOrEqual(done);
        expect(dueDone).toBeLessThanOrEqual(Math.min(due, done));
        expect(rates.completion.denominator).toBe(milestones - cancelled);
        expect(rates.onTime.numerator).toBeLessThanOrEqual(rates.dueCompletion.numerator);
        expect(rates.onTime.denominator).toBe(rates.dueCompletion.denominator);
      }),
      LAW,
    );
  });
});

describe("rates", () => {
  it("of completion leave out what is cancelled; those by due day also what is not due", () => {
    const [, rates] = figures("2017-05-15", RECORDS);
    expect(rates).toEqual({
      completion: { numerator: 3, denominator: 7, percent: 42.9 },
      dueCompletion: { numerator: 2, denominator: 3, percent: 66.7 },
      onTime: { numerator: 1, denominator: 3, percent: 33.3 },
      quarterCompletion: null,
    });
  });

  it("with a quarter add its own completion, whatever the day", () => {
    const [, rates] = figures("2017-05-15", RECORDS, 2);
    expect(rates).toMatchObject({
      completion: { numerator: 1, denominator: 3 },
      dueCompletion: { numerator: 0, denominator: 0, percent: null },
      quarterCompletion: { numerator: 1, denominator: 2, percent: 50 },
    });
  });

  it("have no percentage while nothing is due", () => {
    const [, rates] = figures("2017-03-30", []);
    expect(rates).toMatchObject({
      completion: { numerator: 0, denominator: 8, percent: 0 },
      dueCompletion: { numerator: 0, denominator: 0, percent: null },
      onTime: { numerator: 0, denominator: 0, percent: null },
    });
  });
});

describe("being due", () => {
  it("begins at the end of the due day", () => {
    const asked = ["2017-06-29", "2017-06-30"].map((asOf) => isDue(standing(milestone(), asOf), day(asOf), null));
    expect(asked).toEqual([false, true]);
  });

  it("goes by assessmentDue: an extension in time moves it, a late one does not", () => {
    const third = [period("2017-07-01..2017-09-30")];
    const extended = (on: string): boolean =>
      isDue(
        standing(milestone(), "2017-07-03", [record("extend", "10-1", on, { to: "2017-09-30" })]),
        day("2017-07-03"),
        third,
      );
    expect([extended("2017-06-30"), extended("2017-07-01")]).toEqual([true, false]);
  });

  it("is in one of several periods", () => {
    const periods = [period(Q1), period(Q2)];
    expect(isDue(standing(milestone(), "2017-01-01"), day("2017-01-01"), periods)).toBe(true);
    expect(
      isDue(standing(milestone({ window: "2017-04-01..2017-07-01" }), "2017-01-01"), day("2017-01-01"), periods),
    ).toBe(false);
  });

  it("never holds for what is cancelled", () => {
    const cancelled = standing(milestone(), "2017-07-03", [record("cancel", "10-1", "2017-05-01")]);
    expect(isDue(cancelled, day("2017-07-03"), null)).toBe(false);
    expect(isDue(cancelled, day("2017-07-03"), [period(Q2)])).toBe(false);
  });
});
