import { describe, expect, it } from "vitest";
import { hasToReport, viewForm } from "../../../src/core/views/form.ts";
import { indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { PLAN_2017, ask2017 } from "../../support/plan-2017.ts";

const ids = (milestones: readonly { readonly id: string }[]): string => milestones.map(({ id }) => id).join(" ");

function divisionOf(name: string): (typeof PLAN_2017.divisions)[number] {
  const found = PLAN_2017.divisions.find((division) => division.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

describe("a division's form", () => {
  it("asks for what is due or running in the quarter, after what is overdue from before", () => {
    const view = viewForm(ask2017("2017-05-15"), divisionOf("专利管理处"), { quarter: 2 });
    // 12-1 was due on 31 March. 5-2, 11-2, 19-2 and the like run through the second quarter, 1-2 begins in July.
    expect(view.milestones[0]).toMatchObject({ id: "12-1", state: "overdue" });
    expect(ids(view.milestones)).toBe("12-1 1-1 5-2 11-2 12-2 19-2 25-1");
    expect(view).toMatchObject({ asOf: "2017-05-15", period: { start: "2017-04-01", end: "2017-06-30" } });
  });

  it("lists apart what the division assists in, which others report", () => {
    const view = viewForm(ask2017("2017-05-15"), divisionOf("保护协调处"), { quarter: 2 });
    expect(ids(view.milestones)).toBe("3-2 21-2 22-2");
    expect(
      view.assisting.every(({ lead, divisions }) => lead !== "保护协调处" && divisions.includes("保护协调处")),
    ).toBe(true);
    expect(view.assisting.length).toBeGreaterThan(0);
  });

  it("asks for the indicators of the tasks that it leads, whatever the quarter", () => {
    const view = viewForm(ask2017("2017-05-15"), divisionOf("专利代办处"), { quarter: 1 });
    expect(ids(view.indicators)).toBe("8/transfer-institutions 10/agencies 10/courses 24/partner-firms");
  });

  it("asks for nothing if a division leads nothing in the quarter, or only assists", () => {
    const own = milestone({ id: "1-1", window: "2017-04-01..2017-06-30" });
    const led = plan([task("1", [own], { divisions: ["a", "b"] })]);
    const asked = (quarter: 1 | 2): string[] =>
      led.divisions
        .filter((division) => hasToReport(viewForm(inquiry(led, "2017-02-01"), division, { quarter })))
        .map(({ id }) => id);
    expect([asked(2), asked(1)]).toEqual([["a"], []]);
    // Indicators are asked for in each quarter.
    expect(hasToReport(viewForm(ask2017("2017-05-15"), divisionOf("专利代办处"), { quarter: 1 }))).toBe(true);
  });

  it("leaves out what was cancelled, and keeps what an extension moved into the quarter", () => {
    const own = [
      milestone({ id: "10-1", window: "2017-01-01..2017-03-31" }),
      milestone({ id: "10-2", window: "2017-01-01..2017-03-31" }),
      milestone({ id: "10-3", window: "2017-01-01..2017-03-31" }),
      milestone({ id: "10-4", window: "2017-07-01..2017-09-30" }),
    ];
    const approved = { reason: "r", approver: "a" };
    const journal = foldJournal([
      record("cancel", "10-1", "2017-03-01", approved),
      record("extend", "10-2", "2017-03-01", { ...approved, to: "2017-05-31" }),
      record("done", "10-3", "2017-03-01"),
    ]);
    const asked = plan([task("10", own, { divisions: ["a"], indicators: [indicator("x")] })]);
    const [division = { id: "", name: "" }] = asked.divisions.filter(({ id }) => id === "a");
    const view = viewForm(inquiry(asked, "2017-05-15", { journal }), division, { quarter: 2 });
    expect(ids(view.milestones)).toBe("10-2");
    expect(view.assisting).toEqual([]);
  });

  it("asks for no reading of a task that was cancelled whole", () => {
    const journal = foldJournal([record("cancel", "10-1", "2017-03-01", { reason: "r", approver: "a" })]);
    const asked = plan([task("10", [milestone({ id: "10-1" })], { indicators: [indicator("x")] })]);
    const [division = { id: "", name: "" }] = asked.divisions;
    const [before, after] = (["2017-02-28", "2017-03-01"] as const).map((asOf) =>
      viewForm(inquiry(asked, asOf, { journal }), division, { quarter: 1 }),
    );
    expect([before, after].map((view) => ids(view?.indicators ?? []))).toEqual(["10/x", ""]);
  });

  it("for a month asks for what is due or running in it, after what is overdue from before", () => {
    const own = [
      milestone({ id: "10-1", window: "2017-04-01..2017-06-30" }),
      milestone({ id: "10-2", window: "2017-05-01..2017-05-31" }),
      milestone({ id: "10-3", window: "2017-04-01..2017-04-30" }),
      milestone({ id: "10-4", window: "2017-06-01..2017-06-30" }),
      milestone({ id: "10-5", window: "2017-03-01..2017-05-01" }),
    ];
    const asked = plan([task("10", own)]);
    const [division = { id: "", name: "" }] = asked.divisions;
    const view = viewForm(inquiry(asked, "2017-05-15"), division, { month: 5 });
    // 10-3 was due in April, 10-5 on the month's first day, and 10-4 begins in June.
    expect(ids(view.milestones)).toBe("10-3 10-1 10-2 10-5");
    expect(view).toMatchObject({ span: { month: 5 }, period: { start: "2017-05-01", end: "2017-05-31" } });
  });

  it("keeps in order what is overdue from the quarter itself", () => {
    const own = [
      milestone({ id: "10-1", window: "2017-04-01..2017-06-30" }),
      milestone({ id: "10-2", window: "2017-04-01..2017-05-31" }),
      milestone({ id: "10-3", window: "2017-01-01..2017-03-31" }),
    ];
    const asked = plan([task("10", own)]);
    const [division = { id: "", name: "" }] = asked.divisions;
    expect(ids(viewForm(inquiry(asked, "2017-06-15"), division, { quarter: 2 }).milestones)).toBe("10-3 10-1 10-2");
  });
});
