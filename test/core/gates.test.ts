import { describe, expect, it } from "vitest";
import { GATES, type GateName, checkGates } from "../../src/core/gates.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { Indicator } from "../../src/core/plan.ts";
import type { Inquiry } from "../../src/core/views/envelope.ts";
import { filterPeriods, select } from "../../src/core/selection.ts";
import { viewStatus } from "../../src/core/views/status.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { viewReport } from "../../src/core/views/report.ts";
import { viewOverdue } from "../../src/core/views/overdue.ts";

const DOC = { kind: "doc", value: "No. 1" } as const;
const PLAN = plan([
  task(
    "10",
    [
      milestone({ id: "10-1", window: "2017-01-01..2017-03-31" }),
      milestone({ id: "10-2", window: "2017-04-01..2017-06-30" }),
      milestone({ id: "10-3", window: "2017-01-01..2017-12-31" }),
      milestone({ id: "10-4", window: "2017-01-01..2017-03-31" }),
      milestone({ id: "10-5", window: "2017-01-01..2017-03-31" }),
    ],
    { indicators: [indicator("cases", { basis: "flow", min: 100 })] },
  ),
]);
const JOURNAL = foldJournal([
  record("progress", "10-3", "2017-05-01", { percent: 1 }),
  record("done", "10-4", "2017-03-01"),
  record("done", "10-5", "2017-03-01", { evidence: [DOC] }),
  record("reading", "10/cases", "2017-05-15", { value: 1, mode: "total" }),
]);

function tripped(names: readonly GateName[], quarters: (1 | 2)[] | null = null): Record<string, readonly string[]> {
  const asked = inquiry(PLAN, "2017-05-15", { journal: JOURNAL, quarters });
  const { gates } = viewStatus(asked, { groupBy: null, since: null, gates: { names, warnings: ["W-X a:1"] } });
  return Object.fromEntries(gates.map(({ name, items }) => [name, items]));
}

describe("gates", () => {
  it("name what trips them", () => {
    expect(tripped(GATES)).toEqual({
      overdue: ["10-1"],
      unfinished: ["10-1"],
      behind: ["10-3", "10/cases"],
      unproven: ["10-4"],
      warnings: ["W-X a:1"],
    });
  });

  it("of a quarter count what is due in it, whatever the day, and arrears", () => {
    expect(tripped(["overdue", "unfinished"], [2])).toEqual({ overdue: ["10-1"], unfinished: ["10-2"] });
  });

  it("are those asked for, each once, in a fixed order", () => {
    expect(Object.keys(tripped(["unproven", "overdue", "unproven"]))).toEqual(["overdue", "unproven"]);
    expect(tripped([])).toEqual({});
  });

  it("do not trip if all is well", () => {
    const asked = inquiry(PLAN, "2017-01-01");
    const facts = {
      asOf: asked.asOf,
      periods: filterPeriods(PLAN, asked.filters),
      tasks: select(asked),
      overdue: [],
      behind: () => [],
    };
    expect(checkGates({ names: GATES, warnings: [] }, facts).flatMap(({ items }) => items)).toEqual([]);
  });

  it("ignore targets of a task that was cancelled whole", () => {
    const cancelled = ["10-1", "10-2", "10-3", "10-4", "10-5"].map((id) =>
      record("cancel", id, "2017-05-01", { reason: "r", approver: "a" }),
    );
    const reading = record("reading", "10/cases", "2017-04-15", { value: 1, mode: "total" });
    const of = (asOf: string): readonly string[] => {
      const asked = inquiry(PLAN, asOf, { journal: foldJournal([...cancelled, reading]) });
      const gates = { names: ["behind"], warnings: [] } as const;
      return viewStatus(asked, { groupBy: null, since: null, gates }).gates[0]?.items ?? [];
    };
    expect([of("2017-04-30"), of("2017-05-01")]).toEqual([["10/cases"], []]);
  });

  it("of the overdue list leave out what is not silent", () => {
    const journal = foldJournal([
      record("progress", "10-3", "2017-05-01", { percent: 1 }),
      record("done", "10-4", "2017-03-01"),
      record("reading", "10/cases", "2017-05-15", { value: 1, mode: "total" }),
    ]);
    const asked = inquiry(PLAN, "2017-05-15", { journal });
    const trip = (silent: number | null): (readonly string[])[] =>
      viewOverdue(asked, { silent, groupBy: null, gates: { names: GATES, warnings: [] } }).gates.map(
        ({ items }) => items,
      );
    expect(trip(null)).toEqual([["10-1", "10-5"], ["10-1", "10-5"], ["10-3", "10/cases"], ["10-4"], []]);
    expect(trip(15)).toEqual([["10-1", "10-5"], ["10-1", "10-5"], [], ["10-4"], []]);
    expect(trip(14)).toEqual([["10-1", "10-5"], ["10-1", "10-5"], ["10-3"], ["10-4"], []]);
  });

  it("of the overdue list count what it lists", () => {
    const asked = inquiry(PLAN, "2017-05-15", { journal: JOURNAL });
    const gates = { names: ["overdue", "behind"], warnings: [] } as const;
    expect(viewOverdue(asked, { silent: null, groupBy: "division", gates }).gates).toEqual([
      { name: "overdue", items: ["10-1"] },
      { name: "behind", items: ["10-3", "10/cases"] },
    ]);
  });

  it("`behind` has targets that were to be reached by the day asked about and were not, read or unread", () => {
    const due = (id: string, by: string): Indicator => indicator(id, { basis: "stock", min: 100, due: day(by) });
    const asked = (quarter: 1 | 2 | null): Inquiry =>
      inquiry(
        plan([
          task("1", [milestone({ id: "1-1", window: "2017-10-01..2017-12-31" })], {
            indicators: [
              due("unread", "2017-06-29"),
              due("today", "2017-06-30"),
              due("short", "2017-03-31"),
              due("reached", "2017-06-29"),
              due("tomorrow", "2017-07-01"),
              indicator("courses", { basis: "flow", min: 2, per: "quarter" }),
            ],
          }),
        ]),
        "2017-06-30",
        {
          journal: foldJournal([
            record("reading", "1/short", "2017-03-01", { value: 99, mode: "total" }),
            record("reading", "1/reached", "2017-03-01", { value: 100, mode: "total" }),
          ]),
          ...(quarter === null ? {} : { quarters: [quarter] }),
        },
      );
    const gates = { names: ["behind"], warnings: [] } as const;
    const all = ["1/unread", "1/today", "1/short", "1/courses"];
    const request = { groupBy: null, since: null, silent: null, gates };
    expect(viewStatus(asked(null), request).gates[0]?.items).toEqual(all);
    expect(viewOverdue(asked(null), request).gates[0]?.items).toEqual(all);
    expect(viewReport(asked(2), gates).gates[0]?.items).toEqual(all);
    // No milestone of the task is in the second quarter, but these targets are due in it.
    expect(viewStatus(asked(2), request).gates[0]?.items).toEqual(["1/unread", "1/today", "1/courses"]);
    expect(viewOverdue(asked(1), request).gates[0]?.items).toEqual(["1/short", "1/courses"]);
  });
});
