import { describe, expect, it } from "vitest";
import type { Verdict } from "../../../src/core/indicators.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import type { Filters } from "../../../src/core/selection.ts";
import { countVerdicts, viewIndicators } from "../../../src/core/views/indicators.ts";
import { viewWrite } from "../../../src/core/views/writes.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { PLAN_2017, ask2017 } from "../../support/plan-2017.ts";

const PLAN = plan([
  task("10", [milestone()], { indicators: [indicator("agencies"), indicator("cases", { basis: "flow", min: 100 })] }),
  task("11", [], { divisions: ["b", "a"], indicators: [indicator("platforms")] }),
]);
const reading = record("reading", "10/agencies", "2017-05-10", { value: 12, mode: "total" });
const cases = record("reading", "10/cases", "2017-05-10", { value: 1, mode: "total" });

describe("the list of indicators", () => {
  it("has the 29 of the plan, unreported at first", () => {
    const view = viewIndicators(ask2017("2017-07-03"));
    expect(view.indicators).toHaveLength(29);
    expect(view.counts).toEqual({
      indicators: 29,
      met: 0,
      exceeded: 0,
      onPace: 0,
      withinLimit: 0,
      behind: 0,
      noReading: 29,
      notJudged: 0,
      cancelled: 0,
      // 10/courses, which asks for two or three in each quarter, 18/parks and 18/counties since 31 March, 24/partner-firms since 30 June.
      pastDue: 4,
    });
    expect(view.pace).toEqual({ method: "month", leastElapsed: 25 });
    expect(PLAN_2017.tasks.flatMap(({ indicators }) => indicators)).toHaveLength(29);
  });

  it("names tasks and divisions, and follows the filters on tasks", () => {
    const asked = inquiry(PLAN, "2017-05-15", { journal: foldJournal([reading, cases]), divisions: ["b"] });
    expect(viewIndicators(asked).indicators).toMatchObject([
      { id: "11/platforms", taskTitle: "title of 11", divisions: ["division b", "division a"], lead: "division b" },
    ]);
  });

  it("counts verdicts", () => {
    const asked = inquiry(PLAN, "2017-05-15", { journal: foldJournal([reading, cases]) });
    expect(viewIndicators(asked).counts).toMatchObject({ indicators: 3, exceeded: 1, behind: 1, noReading: 1 });
  });
});

describe("the verdicts of indicators", () => {
  it("in a period are those of tasks that overlap it, and others to be reached by a day in it", () => {
    const numbers = plan([
      task("1", [milestone({ id: "1-1", window: "2017-04-01..2017-06-30" })], { indicators: [indicator("own")] }),
      task("2", [], {
        indicators: [
          indicator("may", { due: day("2017-05-31") }),
          indicator("each", { per: "quarter", basis: "flow" }),
        ],
      }),
    ]);
    const listed = (filters: Partial<Filters>): string[] =>
      viewIndicators(inquiry(numbers, "2017-07-03", filters)).indicators.map(({ id }) => id);
    expect(listed({})).toEqual(["1/own", "2/may", "2/each"]);
    expect(listed({ months: [5] })).toEqual(["1/own", "2/may"]);
    expect(listed({ months: [9] })).toEqual(["2/each"]);
    expect(listed({ quarters: [1] })).toEqual(["2/each"]);
    expect(listed({ months: [5], states: ["overdue"] })).toEqual(["1/own"]);
  });

  it("are each counted, those within a limit among those on pace", () => {
    const of = (verdict: Verdict, times: number, expected: number | null = null): Parameters<typeof countVerdicts>[0] =>
      Array.from({ length: times }, (_, index) => ({
        ...{ verdict, expected },
        pastDue: verdict === "behind" && index < 3 ? day("2017-03-31") : null,
      }));
    const all = [
      ...of("not-judged", 6),
      ...of("met", 1),
      ...of("on-pace", 2, 50),
      ...of("behind", 4, 50),
      ...of("exceeded", 7),
      ...of("no-reading", 5),
      ...of("on-pace", 1),
      ...of("cancelled", 8),
    ];
    expect(countVerdicts(all)).toEqual({
      indicators: 34,
      met: 1,
      exceeded: 7,
      onPace: 3,
      withinLimit: 1,
      behind: 4,
      noReading: 5,
      notJudged: 6,
      cancelled: 8,
      pastDue: 3,
    });
  });
});

describe("the answer to a reading", () => {
  const before = inquiry(PLAN, "2017-05-15", { journal: foldJournal([]) });
  const written = { dryRun: false, records: [reading], unchanged: [], file: null, after: foldJournal([reading]) };

  it("has the indicator's values before and after", () => {
    expect(viewWrite("reading", before, written).indicators).toMatchObject([
      { id: "10/agencies", valueBefore: null, verdictBefore: "no-reading", value: 12, verdict: "exceeded" },
    ]);
  });

  it("has the quarters with another value, if the target is for each quarter", () => {
    const held = plan([
      task("10", [], { indicators: [indicator("courses", { basis: "flow", min: 2, per: "quarter" })] }),
    ]);
    const total = { mode: "total" } as const;
    const first = record("reading", "10/courses", "2017-03-31", { ...total, value: 3 });
    const second = record("reading", "10/courses", "2017-05-10", { ...total, value: 1, prev: [first.id] });
    const corrected = record("reading", "10/courses", "2017-03-31", { ...total, value: 2, prev: [second.id] });
    const changed = (old: readonly JournalRecord[], records: readonly JournalRecord[]): unknown[] | undefined =>
      viewWrite("reading", inquiry(held, "2017-05-15", { journal: foldJournal(old) }), {
        ...{ dryRun: false, records, unchanged: [], file: null, after: foldJournal([...old, ...records]) },
      }).indicators?.map(({ valueBefore, value, changedQuarters }) => [
        ...[valueBefore, value],
        changedQuarters.map((own) => [own.quarter, own.valueBefore, own.value]),
      ]);
    expect(changed([first], [second])).toEqual([[3, 1, [[2, null, 1]]]]);
    expect(changed([first, second], [corrected])).toEqual([[1, 1, [[1, 3, 2]]]]);
    // The same value from another day may be judged otherwise.
    const later = record("reading", "10/courses", "2017-05-12", { ...total, value: 1, prev: [second.id] });
    expect(changed([first, second], [later])).toEqual([[1, 1, [[2, 1, 1]]]]);
    expect(changed([first, second], [])).toEqual([]);
  });

  it("is given by undo too, but by no other command", () => {
    expect(viewWrite("undo", before, written).indicators).toHaveLength(1);
    expect(viewWrite("done", before, written)).not.toHaveProperty("indicators");
  });
});
