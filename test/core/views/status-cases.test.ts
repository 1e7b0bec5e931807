/** Cases that the published screens do not show: small plans, one point each. */
import { describe, expect, it } from "vitest";
import type { GateRequest } from "../../../src/core/gates.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import type { LightPolicy } from "../../../src/core/light-policies.ts";
import { DEFAULT_POLICY } from "../../../src/core/plan.ts";
import { type StatusView, viewStatus } from "../../../src/core/views/status.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { ask2017 } from "../../support/plan-2017.ts";
import { status } from "../../support/small-status.ts";

describe("what a status counts apart", () => {
  const extension = record("extend", "1-2", "2017-05-01", { to: "2017-09-30" });
  const dropped = record("extend", "2-1", "2017-05-01", { to: "2017-12-31" });
  const cancel = record("cancel", "2-1", "2017-05-02");
  const bare = record("done", "1-1", "2017-03-01");
  const proven = record("done", "2-2", "2017-03-01", { evidence: [{ kind: "doc", value: "文号" }] });
  const view = status("2017-05-15", {}, [extension, dropped, cancel, bare, proven]);

  it("is what was extended, cancelled, or done without evidence; cancelled ones are not also extended", () => {
    expect([view.extended, view.excluded.items.map(({ id }) => id), view.unproven]).toEqual([
      ["1-2"],
      ["2-1"],
      ["1-1"],
    ]);
  });

  it("covers only the milestones asked about", () => {
    const asked = status("2017-05-15", { tasks: ["1"] }, [extension, dropped, cancel, bare, proven]);
    expect([asked.extended, asked.excluded.items.map(({ id }) => id), asked.unproven]).toEqual([["1-2"], [], ["1-1"]]);
  });

  it("includes extensions written only after the day that they move, unless cancelled", () => {
    const t = "2017-07-05T01:12:00.000Z";
    const late = [
      record("extend", "1-1", "2017-03-01", { to: "2017-09-30", t }),
      record("extend", "1-2", "2017-05-01", { to: "2017-09-30", t }),
    ];
    expect(status("2017-07-10", {}, late).extendedLate).toEqual(["1-1", "1-2"]);
    const dropping = record("cancel", "1-1", "2017-07-06");
    expect(status("2017-07-10", {}, [...late, dropping]).extendedLate).toEqual(["1-2"]);
    expect(view.extendedLate).toEqual([]);
  });

  it("is empty for an empty plan", () => {
    const empty = status("2017-05-15");
    expect([empty.extended, empty.excluded.items.map(({ id }) => id), empty.unproven]).toEqual([[], [], []]);
  });
});

describe("the groups of a status", () => {
  const tasks = (view: StatusView): unknown[] => view.groups.map(({ key, counts }) => [key, counts.tasks]);

  it("are all divisions in the plan's order, those without tasks too", () => {
    expect(tasks(status("2017-05-15"))).toEqual([
      ["a", 1],
      ["b", 1],
      ["c", 0],
    ]);
  });

  it("are the divisions asked for, if several, counted in the role asked for", () => {
    const lead = status("2017-05-15", { divisions: ["b", "a"], role: "lead" });
    expect([lead.groupBy, lead.role, tasks(lead)]).toEqual([
      "division",
      "lead",
      [
        ["a", 1],
        ["b", 1],
      ],
    ]);
    expect([lead.tasks.items, lead.comingDue]).toEqual([[], null]);
    const any = status("2017-05-15", { divisions: ["b", "a"] });
    expect([any.role, tasks(any)]).toEqual([
      "any",
      [
        ["a", 2],
        ["b", 1],
      ],
    ]);
  });

  it("are as asked for if one division is grouped otherwise: that is no head's screen", () => {
    const groupBy = (name: "theme" | null): StatusView =>
      viewStatus(ask2017("2017-05-15", { divisions: ["zlglc"], months: [11] }), {
        ...{ groupBy: name, since: null, gates: { names: [], warnings: [] } },
      });
    const shown = (view: StatusView): unknown[] => [view.tasks.length > 0, view.comingDue?.quarter];
    expect(shown(groupBy(null))).toEqual([true, 4]);
    expect(shown(groupBy("theme"))).toEqual([false, undefined]);
  });

  it.each([
    [null, [6, 7, 5, 3, 4, 1], 26],
    ["lead", [6, 7, 5, 3, 4, 1], 26],
    ["any", [7, 9, 6, 5, 6, 3], 36],
    ["assist", [1, 2, 1, 2, 2, 2], 10],
  ] as const)("of the real plan, with %s asked for, have %j tasks: %i in all", (role, expected, sum) => {
    const view = viewStatus(ask2017("2017-05-15", { role }));
    const counted = view.groups.map(({ counts }) => counts.tasks);
    expect(counted).toEqual(expected);
    expect(counted.reduce((total, count) => total + count, 0)).toBe(sum);
    expect([view.role, view.totals.tasks]).toEqual([role ?? "lead", 26]);
  });

  it("have the ids of what is due by the day and not done", () => {
    expect(status("2017-05-15").groups.map(({ open }) => open)).toEqual([["1-1"], ["2-2"], []]);
  });

  it("are on track, like their task, if they have only targets and one of them has a reading", () => {
    const targets = { indicators: [indicator("parks", { basis: "flow", min: 5 })] };
    const lamps = (
      readings: readonly JournalRecord[],
      own: Parameters<typeof task>[1] = [],
      lights: LightPolicy = "standard",
    ): string[] => {
      const whole = plan([task("1", own), task("2", [], targets)], { policy: { ...DEFAULT_POLICY, lights } });
      const view = status("2017-03-31", {}, readings, whole);
      return view.groups.map(({ light, lightReason }) => `${light} ${lightReason}`);
    };
    const reading = (value: number): JournalRecord => record("reading", "2/parks", "2017-03-31", { value });
    const done = record("done", "1-1", "2017-03-30");
    expect(lamps([])[0]).toBe("grey not-begun");
    // A quarter of five is 1.25.
    expect(lamps([reading(2)])[0]).toBe("blue on-track");
    expect(lamps([reading(1)])[0]).toBe("yellow behind-pace");
    expect(lamps([done], [milestone({ id: "1-1" })])[0]).toBe("green done");
    expect(lamps([done, reading(2)], [milestone({ id: "1-1" })])[0]).toBe("blue on-track");
    expect(lamps([done, reading(2)], [milestone({ id: "1-1" })], "suqian")[0]).toBe("green on-track");
  });
});

describe("the period of a status", () => {
  it("spans several quarters, and may be a month", () => {
    expect(status("2017-05-15", { quarters: [2, 3] }).period).toMatchObject({ start: "2017-04-01", end: "2017-09-30" });
    expect(status("2017-05-15", { months: [2] }).period).toMatchObject({ start: "2017-02-01", end: "2017-02-28" });
  });

  it("is null if no quarter is asked for", () => {
    expect(status("2017-05-15", { quarters: [] }).period).toBeNull();
  });

  it("leaves cancelled milestones out of those due later or moved out", () => {
    const extend = record("extend", "1-2", "2017-05-01", { to: "2017-09-30" });
    const cancel = record("cancel", "1-2", "2017-05-02");
    const asked = { quarters: [2 as const] };
    expect(status("2017-05-15", asked, [extend]).period).toMatchObject({ dueLater: 1, movedOut: ["1-2"] });
    expect(status("2017-05-15", asked, [extend, cancel]).period).toMatchObject({ dueLater: 0, movedOut: [] });
  });

  it("counts as moved out only what was due in it", () => {
    const extend = record("extend", "1-1", "2017-03-01", { to: "2017-09-30" });
    const { period } = status("2017-05-15", { quarters: [2], tasks: ["1"] }, [extend]);
    expect(period).toMatchObject({ dueLater: 1, movedOut: [] });
  });

  it("has no quarter for what is due only after the plan's year", () => {
    const long = plan([task("1", [milestone({ id: "1-1", window: "2017-05-01..2018-03-31" })])]);
    const { period } = status("2017-05-15", { quarters: [2] }, [], long);
    expect(period).toMatchObject({ dueLater: 1, dueLaterQuarters: [], movedOut: [] });
    const extend = record("extend", "1-2", "2017-05-01", { to: "2018-01-31" });
    const moved = status("2017-05-15", { quarters: [2] }, [extend]).period;
    expect(moved).toMatchObject({ dueLater: 1, dueLaterQuarters: [], movedOut: ["1-2"] });
  });

  it("lists what is in it only by a late extension, and is judged by a day before it", () => {
    const early = plan([task("1", [milestone({ id: "1-1", window: "2017-01-01..2017-03-31" })])]);
    const extend = record("extend", "1-1", "2017-04-10", { to: "2017-05-31" });
    const cancel = record("cancel", "1-1", "2017-05-01", { reason: "r" });
    const period = (...records: JournalRecord[]): unknown =>
      status("2017-05-15", { quarters: [2] }, records, early).period?.judgedBefore;
    expect([period(extend), period(), period(extend, cancel)]).toEqual([["1-1"], [], []]);
    expect(period({ ...extend, on: day("2017-03-30") })).toEqual([]);
  });

  it("separates those due after the plan's year from those due in its later quarters", () => {
    const both = plan([
      task("1", [
        milestone({ id: "1-1", window: "2017-05-01..2018-03-31" }),
        milestone({ id: "1-2", window: "2017-05-01..2017-12-31" }),
      ]),
    ]);
    const { period } = status("2017-05-15", { quarters: [2] }, [], both);
    expect(period).toMatchObject({ dueLater: 2, dueLaterQuarters: [4], dueAfterYear: 1 });
  });

  it("has the first and last due day of what is open and not overdue", () => {
    const mixed = plan([
      task("1", [
        milestone({ id: "1-1", window: "2017-04-01..2017-06-30" }),
        milestone({ id: "1-2", window: "2017-04-01..2017-05-31" }),
        milestone({ id: "1-3", window: "2017-04-01..2017-04-30" }),
      ]),
    ]);
    expect(status("2017-05-15", { quarters: [2] }, [], mixed).period).toMatchObject({
      open: ["1-1", "1-2", "1-3"],
      openOverdue: 1,
      openDue: { first: "2017-05-31", last: "2017-06-30", daysLeft: 16 },
    });
  });
});

describe("pace", () => {
  it("is measured by days if the policy says so", () => {
    const byDay = plan([], { policy: { lights: "standard", pace: "day", dueSoonDays: 14 } });
    expect(status("2017-06-30", {}, [], byDay).pace).toEqual({ method: "day", percent: 49.6 });
  });

  it("is 0 before the plan's year and 100 after", () => {
    expect([status("2016-12-31").pace.percent, status("2018-01-15").pace.percent]).toEqual([0, 100]);
  });
});

describe("arrears", () => {
  it("are what is overdue from before the period and not shown in it", () => {
    const view = status("2017-07-03", { quarters: [2] });
    expect(view.overdue.items.map(({ id }) => id)).toEqual(["1-2"]);
    expect(view.arrears.items.map(({ id }) => id)).toEqual(["1-1", "2-2"]);
  });

  it("follow the other filters", () => {
    expect(status("2017-07-03", { quarters: [2], divisions: ["b"] }).arrears.items.map(({ id }) => id)).toEqual([
      "2-2",
    ]);
  });

  it("are not what an extension brought into the period", () => {
    const extend = record("extend", "1-1", "2017-03-20", { to: "2017-04-15" });
    const view = status("2017-05-15", { quarters: [2], tasks: ["1"] }, [extend]);
    expect([view.overdue.items.map(({ id }) => id), view.arrears.items]).toEqual([["1-1"], []]);
  });

  it("are not what is overdue later", () => {
    expect(status("2018-01-15", { quarters: [2] }).arrears.items.map(({ id }) => id)).toEqual(["1-1", "2-2"]);
  });

  it("are separate from the month asked for", () => {
    expect(status("2017-05-15", { months: [5] }).arrears.items.map(({ id }) => id)).toEqual(["1-1", "2-2"]);
  });
});

describe("the lights of a status", () => {
  it("are ordered by state, in each the best first, then by reason", () => {
    const windows = [
      "2017-04-01..2017-05-20",
      "2017-04-01..2017-12-31",
      "2017-04-01..2017-05-20",
      "2017-01-01..2017-12-31",
    ];
    const many = plan([
      task(
        "1",
        windows.map((window, index) => milestone({ id: `1-${index + 1}`, window })),
      ),
    ]);
    const records = [
      record("progress", "1-2", "2017-05-15", { percent: 1 }),
      record("block", "1-3", "2017-05-01"),
      record("cancel", "1-4", "2017-05-01"),
    ];
    const { lights } = status("2017-05-15", {}, records, many);
    expect(lights.map(({ state, light, reason, milestones }) => [state, light, reason, milestones])).toEqual([
      ["active", "yellow", "behind-pace", 1],
      ["active", "yellow", "blocked", 1],
      ["active", "yellow", "due-soon", 1],
      ["cancelled", "grey", "cancelled", 1],
    ]);
  });
});

describe("the gate of a status", () => {
  it("`behind` is tripped only by indicators that are behind", () => {
    const indicators = [indicator("short"), indicator("met"), indicator("unread")];
    const readings = ["short", "met"].map((id, index) =>
      record("reading", `1/${id}`, "2017-05-01", { value: 9 + index, mode: "total" }),
    );
    const asked = inquiry(plan([task("1", [milestone({ id: "1-1" })], { indicators })]), "2017-05-15", {
      journal: foldJournal(readings),
    });
    const gates = (names: GateRequest["names"]): StatusView["gates"] =>
      viewStatus(asked, { groupBy: null, since: null, gates: { names, warnings: [] } }).gates;
    expect(gates(["behind"])).toEqual([{ name: "behind", items: ["1/short"] }]);
    expect(gates(["overdue"])).toEqual([{ name: "overdue", items: [] }]);
  });
});
