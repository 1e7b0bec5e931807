/** The screens of the leadership and of one quarter, with the published figures; small cases are in status-cases. */
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { Filters } from "../../../src/core/selection.ts";
import { type StatusView, viewStatus } from "../../../src/core/views/status.ts";
import { ask2017 } from "../../support/plan-2017.ts";

function groups(view: StatusView): unknown[] {
  return view.groups.map(({ name, counts, rates }) => {
    const { tasks, milestones, done, active, overdue, upcoming } = counts;
    const { numerator, denominator } = rates.dueCompletion;
    return [name, tasks, milestones, done, active, overdue, upcoming, `${numerator}/${denominator}`];
  });
}

describe("the status of 2017-05-15", () => {
  const view = viewStatus(ask2017("2017-05-15"));

  it("is that of the whole plan, by leading division", () => {
    expect(view).toMatchObject({
      kind: "ipplan/status",
      quarters: null,
      groupBy: "division",
      role: "lead",
      pace: { method: "month", percent: 37.4 },
      period: null,
      arrears: { length: 0 },
      tasks: { length: 0 },
      comingDue: null,
    });
    expect(view.totals).toEqual({
      tasks: 26,
      milestones: 80,
      due: 16,
      dueDone: 14,
      done: 16,
      doneLate: 2,
      active: 28,
      overdue: 2,
      upcoming: 34,
      cancelled: 0,
    });
  });

  it("has the table of the screen: each task once, under its lead", () => {
    expect(groups(view)).toEqual([
      ["专利管理处", 6, 21, 3, 6, 1, 11, "3/4"],
      ["规划发展处", 7, 16, 3, 7, 1, 5, "2/3"],
      ["法律事务处", 5, 17, 4, 6, 0, 7, "4/4"],
      ["保护协调处", 3, 9, 3, 3, 0, 3, "3/3"],
      ["专利代办处", 4, 14, 2, 5, 0, 7, "1/1"],
      ["信息中心", 1, 3, 1, 1, 0, 1, "1/1"],
    ]);
  });

  it("ranks divisions by due completion: four at 100 %, then 3/4 and 2/3", () => {
    expect(view.groups.map(({ name, place }) => [name, place])).toEqual([
      ["专利管理处", 5],
      ["规划发展处", 6],
      ["法律事务处", 1],
      ["保护协调处", 1],
      ["专利代办处", 1],
      ["信息中心", 1],
    ]);
  });

  it("counts lights: green 14, yellow 2, blue 28, red 2, grey 34", () => {
    expect(view.lights.map(({ state, light, reason, milestones }) => [state, light, reason, milestones])).toEqual([
      ["done", "green", "done", 14],
      ["done", "yellow", "done-late", 2],
      ["active", "blue", "on-track", 28],
      ["overdue", "red", "overdue", 2],
      ["upcoming", "grey", "not-begun", 34],
    ]);
  });

  it("has 11 of the 16 accepted, and one without evidence", () => {
    expect(view.accepted).toBe(11);
    expect(view.unproven).toEqual(["21-1"]);
  });

  it("lists what is overdue with the last word on it", () => {
    expect(view.overdue.items.map(({ id, daysOverdue, lastWord }) => [id, daysOverdue, lastWord?.text])).toEqual([
      ["12-1", 45, "合作机构尚未落实"],
      ["16-1", 45, undefined],
    ]);
  });

  it("has 18 milestones due next on 06-30, in 46 days, two of them done", () => {
    expect(view.nextDue).toEqual({ day: "2017-06-30", daysLeft: 46, milestones: 18, done: 2 });
  });
});

describe("the status of the second quarter on 2017-05-15", () => {
  const view = viewStatus(ask2017("2017-05-15", { quarters: [2] }));

  it("has 18 of 30 milestones due in it, two done, and 12 due later", () => {
    expect(view).toMatchObject({
      quarters: [2],
      pace: { method: "month", percent: 49.5 },
      totals: { tasks: 26, milestones: 30, due: 18, dueDone: 2 },
      period: {
        start: "2017-04-01",
        end: "2017-06-30",
        dueLater: 12,
        dueLaterQuarters: [3, 4],
        dueAfterYear: 0,
        movedOut: [],
      },
    });
  });

  it("has 16 open, all due on 06-30, none overdue", () => {
    expect(view.period?.open).toHaveLength(16);
    expect(view.period).toMatchObject({
      openOverdue: 0,
      openDue: { first: "2017-06-30", last: "2017-06-30", daysLeft: 46 },
    });
  });

  it("has 11.1 percent done of what is due in it, and nothing due yet", () => {
    expect(view.rates).toMatchObject({
      dueCompletion: { numerator: 0, denominator: 0, percent: null },
      onTime: { numerator: 0, denominator: 0, percent: null },
      quarterCompletion: { numerator: 2, denominator: 18, percent: 11.1 },
    });
  });

  it("ranks no division, since nothing is due yet", () => {
    expect(view.groups.map(({ place }) => place)).toEqual([null, null, null, null, null, null]);
  });

  it("has the table of the screen, with what is open", () => {
    const rows = view.groups.map(({ name, counts, rates, open }) => {
      const percent = rates.quarterCompletion?.percent ?? null;
      return [name, counts.tasks, counts.milestones, counts.due, counts.dueDone, percent, open.join(" ")];
    });
    expect(rows).toEqual([
      ["专利管理处", 6, 6, 3, 0, 0, "1-1 19-2 25-1"],
      ["规划发展处", 7, 8, 4, 1, 25, "4-1 9-1 17-2"],
      ["法律事务处", 5, 6, 3, 0, 0, "13-2 14-2 26-1"],
      ["保护协调处", 3, 3, 2, 0, 0, "21-2 22-2"],
      ["专利代办处", 4, 6, 6, 1, 16.7, "10-1 10-2@Q2 10-3@Q2 23-1 24-1"],
      ["信息中心", 1, 1, 0, 0, null, ""],
    ]);
  });

  it("ends with the arrears of the first quarter", () => {
    expect(view.overdue.items).toEqual([]);
    expect(view.arrears.items.map(({ id, daysOverdue }) => [id, daysOverdue])).toEqual([
      ["12-1", 45],
      ["16-1", 45],
    ]);
  });
});

describe("the status of the second quarter on 2017-07-03", () => {
  const view = viewStatus(ask2017("2017-07-03", { quarters: [2] }));

  it("has 17 due, 13 done, four overdue, and 17-2 moved out", () => {
    expect(view.totals).toMatchObject({ milestones: 30, due: 17, dueDone: 13, overdue: 4 });
    expect(view.period).toMatchObject({
      movedOut: ["17-2"],
      open: ["1-1", "14-2", "22-2", "23-1"],
      openOverdue: 4,
      openDue: null,
    });
  });

  it("is over: its pace is 100 %", () => {
    expect(view.pace.percent).toBe(100);
    expect(view.rates.dueCompletion).toEqual({ numerator: 13, denominator: 17, percent: 76.5 });
  });
});

describe("the status of one division on 2017-07-03", () => {
  const view = viewStatus(ask2017("2017-07-03", { divisions: ["zlglc"] }));

  it("separates leading and assisting, with each task in one of the two, and ranks neither", () => {
    expect([view.groupBy, view.addsUp]).toEqual(["role", true]);
    const [lead, assist] = view.groups;
    expect(Number(lead?.counts.milestones) + Number(assist?.counts.milestones)).toBe(view.totals.milestones);
    expect([lead?.place, assist?.place]).toEqual([null, null]);
    expect(view.groups.map(({ key, name }) => [key, name])).toEqual([
      ["lead", "专利管理处"],
      ["assist", "专利管理处"],
    ]);
    expect(view.groups[0]).toMatchObject({
      counts: { tasks: 6, milestones: 21, done: 5, active: 7, overdue: 2, upcoming: 7 },
      rates: {
        dueCompletion: { numerator: 5, denominator: 7, percent: 71.4 },
        onTime: { numerator: 4, denominator: 7, percent: 57.1 },
      },
    });
    expect(view.groups[1]).toMatchObject({
      counts: { tasks: 1, milestones: 2, done: 1, active: 1, overdue: 0, upcoming: 0 },
    });
  });

  it("counts the targets of what it leads that were not reached by their day, whatever the quarter", () => {
    const past = (filters: Partial<Filters>): number | null =>
      viewStatus({ ...ask2017("2017-07-03", filters), journal: foldJournal([]) }).targetsPast;
    // 18/parks and 18/counties by the end of March; those of 16, in which it assists, are due at the year's end.
    expect(past({ divisions: ["xxzx"] })).toBe(2);
    expect(past({ divisions: ["xxzx"], quarters: [3] })).toBe(2);
    expect(past({})).toBeNull();
  });

  it("separates the verdicts on what it leads from those on what it assists in", () => {
    // Tasks 5, 11, 12 and 25 have seven targets, one, three and one; 16, which it assists in, has two.
    expect(view.groups.map(({ indicators }) => indicators.indicators)).toEqual([12, 2]);
    const all = viewStatus(ask2017("2017-07-03"));
    expect(all.groups.reduce((sum, { indicators }) => sum + indicators.behind, 0)).toBe(all.indicators.behind);
  });

  it("has its seven tasks, each with its progress", () => {
    expect(view.tasks.items.map(({ id, progress }) => [id, progress.done, progress.milestones])).toEqual([
      ["1", 0, 2],
      ["5", 1, 4],
      ["11", 1, 3],
      ["12", 0, 3],
      ["16", 1, 2],
      ["19", 2, 4],
      ["25", 1, 5],
    ]);
  });

  it("lists what it leads before what it assists in, in rows of the year", () => {
    expect(view.tasks.rows.items.map(({ task }) => task)).toEqual(["1", "5", "11", "12", "19", "25", "16"]);
  });

  it("knows which milestones are of a task in which it only assists", () => {
    expect(["16-1", "16-2", "19-1"].filter((id) => view.tasks.isAssisted(id))).toEqual(["16-1", "16-2"]);
  });

  it("has six milestones that it leads due in the third quarter, by due day", () => {
    expect(view.comingDue).toMatchObject({ quarter: 3, year: 2017, done: 0 });
    expect(view.comingDue?.open.items.map(({ id, due }) => [id, due])).toEqual([
      ["25-2@2017-08", "2017-08-31"],
      ["5-3", "2017-09-30"],
      ["11-2", "2017-09-30"],
      ["12-2", "2017-09-30"],
      ["19-3", "2017-09-30"],
      ["25-3", "2017-09-30"],
    ]);
  });
});
