/** What falls due next in a status: for the whole plan, and for one division. */
import { describe, expect, it } from "vitest";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import type { StatusView } from "../../../src/core/views/status.ts";
import { milestone, plan, record, task } from "../../support/builders.ts";
import { status } from "../../support/small-status.ts";

describe("what is due next", () => {
  it("is null once nothing is open", () => {
    expect(status("2018-01-15").nextDue).toBeNull();
  });

  it("counts done ones of that day, but not cancelled ones", () => {
    const twins = plan([
      task(
        "1",
        ["1-1", "1-2", "1-3"].map((id) => milestone({ id })),
      ),
    ]);
    const records = [record("done", "1-1", "2017-05-01"), record("cancel", "1-2", "2017-05-01")];
    expect(status("2017-05-15", {}, records, twins).nextDue).toMatchObject({ milestones: 2, done: 1 });
  });

  it("is the next `due`, today included", () => {
    const extend = record("extend", "1-2", "2017-05-01", { to: "2017-09-30" });
    expect(status("2017-05-15", {}, [extend]).nextDue).toMatchObject({ day: "2017-09-30" });
    expect(status("2017-06-30").nextDue).toMatchObject({ day: "2017-06-30", daysLeft: 0 });
  });
});

describe("what a division has to finish next", () => {
  const division = (asOf: string, records: readonly JournalRecord[] = []): StatusView["comingDue"] =>
    status(asOf, { divisions: ["a"] }, records).comingDue;

  it("is due in the quarter of its next due day, in what it leads", () => {
    expect(division("2017-02-01")).toMatchObject({ quarter: 1, year: 2017, done: 0 });
    expect(division("2017-02-01")?.open.items.map(({ id }) => id)).toEqual(["1-1"]);
  });

  it("is everything of that quarter if a period was asked for, and nothing beyond the period", () => {
    const long = plan([
      task("1", [milestone({ id: "1-1", window: "2017-01-01..2017-06-30" }), milestone({ id: "1-2" })]),
      task("2", [milestone({ id: "2-1" })]),
    ]);
    const asked = (quarters: StatusView["quarters"], asOf: string): StatusView["comingDue"] =>
      status(asOf, { divisions: ["a"], quarters }, [], long).comingDue;
    expect(asked([2], "2017-02-01")?.open.items.map(({ id }) => id)).toEqual(["1-1", "1-2", "2-1"]);
    expect(asked([1, 2], "2017-02-01")).toMatchObject({ quarter: 2 });
    expect(asked([1], "2017-02-01")).toBeNull();
    expect(asked([2], "2017-07-01")).toBeNull();
  });

  it("is everything of that quarter if a month was asked for", () => {
    const early = milestone({ id: "2-1", window: "2017-04-01..2017-04-30" });
    const twins = plan([task("1", [milestone({ id: "1-1" })]), task("2", [early])]);
    const asked = status("2017-05-15", { divisions: ["a"], months: [6] }, [record("done", "2-1", "2017-04-20")], twins);
    expect(asked.comingDue).toMatchObject({ quarter: 2, done: 1 });
  });

  it("counts what it has finished in that quarter", () => {
    const twins = plan([
      task(
        "1",
        ["1-1", "1-2"].map((id) => milestone({ id })),
      ),
    ]);
    const done = record("done", "1-1", "2017-05-01");
    const { comingDue } = status("2017-05-15", { divisions: ["a"] }, [done], twins);
    expect(comingDue).toMatchObject({ quarter: 2, done: 1 });
    expect(comingDue?.open.items.map(({ id }) => id)).toEqual(["1-2"]);
  });

  it("is null once everything it leads is done, cancelled or overdue", () => {
    expect(division("2017-07-03")).toBeNull();
    expect(division("2017-05-15", [record("done", "1-2", "2017-05-01")])).toBeNull();
  });

  it("is ordered by due day, in plan order if equal, and may be past the plan's year", () => {
    const windows = ["2018-01-01..2018-03-31", "2018-01-01..2018-01-31", "2018-02-01..2018-03-31"];
    const next = plan([
      task(
        "1",
        windows.map((window, index) => milestone({ id: `1-${index + 1}`, window })),
      ),
    ]);
    const { comingDue } = status("2017-12-31", { divisions: ["a"] }, [], next);
    expect(comingDue).toMatchObject({ quarter: 1, year: 2018 });
    expect(comingDue?.open.items.map(({ id }) => id)).toEqual(["1-2", "1-1", "1-3"]);
  });
});
