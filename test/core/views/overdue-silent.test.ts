import { describe, expect, it } from "vitest";
import { NO_GATES } from "../../../src/core/gates.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { RecordKind } from "../../../src/core/journal/record.ts";
import type { Role } from "../../../src/core/selection.ts";
import { inquiry, milestone, plan, record, revoke, task } from "../../support/builders.ts";
import { viewOverdue } from "../../../src/core/views/overdue.ts";

const DUES = ["2017-03-31", "2017-04-30", "2017-06-05", "2017-06-28", "2017-06-30"];
const PLAN = plan([
  task(
    "10",
    DUES.map((due, index) => milestone({ id: `10-${index + 1}`, window: `2017-01-01..${due}` })),
  ),
]);
const note = record("note", "10-1", "2017-06-03", { note: "a word" });
const later = record("note", "10-2", "2017-06-04", { note: "a word" });

function overdue(silent: number | null, records = [note, later]): ReturnType<typeof viewOverdue> {
  const asked = inquiry(PLAN, "2017-07-03", { journal: foldJournal(records) });
  return viewOverdue(asked, { silent, groupBy: "division", gates: NO_GATES });
}

describe("the overdue list", () => {
  it("counts by days overdue: 1–7, 8–30, 31–90, over 90", () => {
    const { aging, milestones } = overdue(null);
    expect(milestones.items.map(({ daysOverdue }) => daysOverdue)).toEqual([94, 64, 28, 5, 3]);
    expect(aging).toEqual({ days1to7: 2, days8to30: 1, days31to90: 1, over90: 1 });
  });

  it("counts the last day of each span in it, and the next day in the next span", () => {
    // 1, 7, 8, 30, 31, 90 and 91 days before.
    const dues = ["2017-07-02", "2017-06-26", "2017-06-25", "2017-06-03", "2017-06-02", "2017-04-04", "2017-04-03"];
    const own = dues.map((due, index) => milestone({ id: `10-${index + 1}`, window: `2017-01-01..${due}` }));
    const asked = inquiry(plan([task("10", own)]), "2017-07-03");
    const { aging } = viewOverdue(asked, { silent: null, groupBy: "division", gates: NO_GATES });
    expect(aging).toEqual({ days1to7: 2, days8to30: 2, days31to90: 2, over90: 1 });
  });

  it("may be limited to milestones with no record for so many days, or ever", () => {
    expect(overdue(30).milestones.items.map(({ id }) => id)).toEqual(["10-1", "10-3", "10-4", "10-5"]);
    expect(overdue(31).milestones.items.map(({ id }) => id)).toEqual(["10-3", "10-4", "10-5"]);
    expect(overdue(29).milestones.items.map(({ id }) => id)).toEqual(["10-1", "10-2", "10-3", "10-4", "10-5"]);
    expect(overdue(30)).toMatchObject({ silent: 30, aging: { over90: 1, days31to90: 0 } });
  });

  it("counts by group, in the plan's order", () => {
    expect(overdue(null)).toMatchObject({ groupBy: "division", groups: [{ key: "a", milestones: 5 }] });
    const asked = inquiry(PLAN, "2017-07-03");
    const { groups } = viewOverdue(asked, { silent: null, groupBy: "quarter", gates: NO_GATES });
    expect(groups.map(({ key, milestones }) => [key, milestones])).toEqual([
      ["Q1", 1],
      ["Q2", 4],
    ]);
  });

  it("counts by `due`, and under all divisions that take part if asked for", () => {
    const shared = plan([
      task("10", [milestone({ id: "10-1", window: "2017-01-01..2017-03-31" })], { divisions: ["a", "b"] }),
    ]);
    const moved = record("extend", "10-1", "2017-04-05", { to: "2017-06-15" });
    const groupsBy = (groupBy: "quarter" | "division", role: Role | null): unknown => {
      const asked = inquiry(shared, "2017-07-03", { journal: foldJournal([moved]), role });
      return viewOverdue(asked, { silent: null, groupBy, gates: NO_GATES }).groups.map(({ key }) => key);
    };
    expect(groupsBy("quarter", null)).toEqual(["Q2"]);
    expect(groupsBy("division", null)).toEqual(["a"]);
    expect(groupsBy("division", "any")).toEqual(["a", "b"]);
    expect(groupsBy("division", "assist")).toEqual(["b"]);
  });

  it("ignores records of unknown kinds", () => {
    const praise = { ...later, do: "praise" as RecordKind };
    expect(overdue(30, [praise]).milestones).toHaveLength(5);
  });

  it("counts a word on the task as a word on each of its milestones", () => {
    const word = record("note", "10", "2017-06-20", { note: "all of it waits for the province" });
    expect(overdue(13, [word]).milestones).toHaveLength(5);
    expect(overdue(14, [word]).milestones).toHaveLength(0);
  });

  it("ignores revoked records, and those of days still to come", () => {
    expect(overdue(30, [later, revoke(later)]).milestones).toHaveLength(5);
    const asked = inquiry(PLAN, "2017-06-03", { journal: foldJournal([later]) });
    expect(viewOverdue(asked, { silent: 1, groupBy: "quarter", gates: NO_GATES }).milestones).toHaveLength(2);
  });
});
