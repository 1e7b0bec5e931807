import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import {
  type Filters,
  NO_FILTERS,
  ROLES,
  STATE_FILTERS,
  filterPeriods,
  isUnproven,
  select,
  selectedStandings,
  takesPart,
} from "../../src/core/selection.ts";
import { day, indicator, inquiry, milestone, period, plan, record, standing, task } from "../support/builders.ts";

const FIRST = task("1", [milestone({ id: "1-1", window: "2017-01-01..2017-03-31" }), milestone({ id: "1-2" })], {
  divisions: ["a"],
  districts: ["all"],
  objective: "objective of one",
  measures: ["one measure", "another measure"],
});
const SECOND = task("2", [milestone({ id: "2-1", window: "2017-04-01..2017-12-31" })], {
  divisions: ["b", "a"],
  districts: ["north", "related"],
  section: "s1-2",
  assessment: "assessment of two",
  remarks: "a remark",
});
const THIRD = task("3", [milestone({ id: "3-1", window: "2017-10-01..2017-12-31", remarks: "doubt of 3-1" })], {
  divisions: ["c", "b", "a"],
  theme: "t2",
  section: "s2-1",
  indicators: [indicator("agencies", { remarks: "doubt of agencies" })],
});
const SMALL = plan([FIRST, SECOND, THIRD]);

/** Ids of the tasks that pass, each with its passing milestones. */
function chosen(filters: Partial<Filters>, records: readonly JournalRecord[] = [], asOf = "2017-05-15"): string[] {
  const tasks = select(inquiry(SMALL, asOf, { journal: foldJournal(records), ...filters }));
  return tasks.map(({ task: { id }, selected }) => [id, ...selected.map((one) => one.milestone.id)].join(" "));
}

const ALL = ["1 1-1 1-2", "2 2-1", "3 3-1"];

describe("filters of tasks", () => {
  it("pass the whole plan, in its order, if none is set", () => {
    expect(chosen({})).toEqual(ALL);
  });

  it.each<[string, Partial<Filters>, string[]]>([
    ["a division in any part", { divisions: ["b"] }, ["2", "3"]],
    ["a division that leads", { divisions: ["b"], role: "lead" }, ["2"]],
    ["a division that assists", { divisions: ["a"], role: "assist" }, ["2", "3"]],
    ["one of two divisions", { divisions: ["c", "b"], role: "lead" }, ["2", "3"]],
    ["a district, where all help or it is named", { districts: ["north"] }, ["1", "2"]],
    ["a district that is not named: where all help", { districts: ["south"] }, ["1"]],
    ["one of two districts", { districts: ["none", "related"] }, ["2", "3"]],
    ["other districts, which match themselves alone", { districts: ["related"] }, ["2"]],
    ["no district", { districts: ["none"] }, ["3"]],
    ["all districts", { districts: ["all"] }, ["1"]],
    ["a theme", { themes: ["t1"] }, ["1", "2"]],
    ["a section", { sections: ["s1-2"] }, ["2"]],
    ["tasks by id", { tasks: ["3", "1"] }, ["1", "3"]],
    ["several filters at once", { divisions: ["a"], themes: ["t1"], districts: ["related"] }, ["2"]],
    ["a text of the title", { text: "title of 2" }, ["2"]],
    ["a text of the objective", { text: "objective of one" }, ["1"]],
    ["a text of any measure", { text: "another measure" }, ["1"]],
    ["a text of the assessment", { text: "assessment of" }, ["2"]],
    ["a text of the remarks", { text: "remark" }, ["2"]],
    ["a text of a milestone", { text: "text of 3-1" }, ["3"]],
    ["a text of a milestone's remarks", { text: "doubt of 3-1" }, ["3"]],
    ["a text of an indicator's remarks", { text: "doubt of agencies" }, ["3"]],
    ["a text of an indicator", { text: "name of agencies" }, ["3"]],
    ["a district and a text", { districts: ["north"], text: "title of 2" }, ["2"]],
    ["a text that stands nowhere", { text: "nowhere" }, []],
  ])("pass by %s", (_, filters, ids) => {
    expect(chosen(filters)).toEqual(ALL.filter((line) => ids.includes(line.split(" ")[0] ?? "")));
  });
});

describe("filters of time", () => {
  it("pass milestones whose window overlaps the quarter, and their tasks", () => {
    expect(chosen({ quarters: [2] })).toEqual(["1 1-2", "2 2-1"]);
    expect(chosen({ quarters: [1] })).toEqual(["1 1-1"]);
    expect(chosen({ quarters: [3] })).toEqual(["2 2-1"]);
  });

  it("pass milestones that overlap one of several quarters", () => {
    expect(chosen({ quarters: [1, 4] })).toEqual(["1 1-1", "2 2-1", "3 3-1"]);
  });

  it("work the same way for months", () => {
    expect(chosen({ months: [3] })).toEqual(["1 1-1"]);
    expect(chosen({ months: [6] })).toEqual(["1 1-2", "2 2-1"]);
  });

  it("follow an extension: the milestone stays in its quarter and enters the next", () => {
    const extend = record("extend", "1-2", "2017-05-01", { to: "2017-08-31" });
    expect(chosen({ quarters: [2], tasks: ["1"] }, [extend])).toEqual(["1 1-2"]);
    expect(chosen({ quarters: [3], tasks: ["1"] }, [extend])).toEqual(["1 1-2"]);
    expect(chosen({ quarters: [3], tasks: ["1"] })).toEqual([]);
  });

  it("keep an extended milestone in its own quarter even if its new day is earlier", () => {
    const forward = record("extend", "3-1", "2017-05-01", { to: "2017-09-30" });
    expect(chosen({ quarters: [4], tasks: ["3"] }, [forward])).toEqual(["3 3-1"]);
  });

  it("are periods of the plan's year, or none", () => {
    const quarters = filterPeriods(SMALL, { ...NO_FILTERS, quarters: [2, 3] });
    expect(quarters).toEqual([period("2017-04-01..2017-06-30"), period("2017-07-01..2017-09-30")]);
    expect(filterPeriods(SMALL, { ...NO_FILTERS, months: [2] })).toEqual([period("2017-02-01..2017-02-28")]);
    expect(filterPeriods(SMALL, NO_FILTERS)).toBeNull();
  });
});

describe("filters of state", () => {
  const DOC = { kind: "doc", value: "No. 1" } as const;
  const done = record("done", "1-1", "2017-03-30", { evidence: [DOC] });
  const late = record("done", "1-1", "2017-04-03");
  const accept = record("accept", "1-1", "2017-04-14", { of: [done.id] });

  it.each<[Filters["states"][number], JournalRecord[], string[]]>([
    ["done", [done], ["1 1-1"]],
    ["overdue", [], ["1 1-1"]],
    ["active", [], ["1 1-2", "2 2-1"]],
    ["upcoming", [], ["3 3-1"]],
    ["cancelled", [record("cancel", "2-1", "2017-05-01")], ["2 2-1"]],
    ["late", [late], ["1 1-1"]],
    ["late", [done], []],
    ["blocked", [record("block", "1-2", "2017-05-01")], ["1 1-2"]],
    ["extended", [record("extend", "2-1", "2017-05-01", { to: "2018-01-31" })], ["2 2-1"]],
    ["accepted", [done, accept], ["1 1-1"]],
    ["unaccepted", [done, accept], []],
    ["unaccepted", [done], ["1 1-1"]],
    ["unproven", [late], ["1 1-1"]],
    ["unproven", [done], []],
  ])("pass milestones that are %s", (state, records, expected) => {
    expect(chosen({ states: [state] }, records)).toEqual(expected);
  });

  it("pass milestones in one of several states", () => {
    expect(chosen({ states: ["overdue", "upcoming"] })).toEqual(["1 1-1", "3 3-1"]);
  });

  it("pass milestones in both the state and the quarter", () => {
    expect(chosen({ states: ["active"], quarters: [3] })).toEqual(["2 2-1"]);
  });

  it("are the five states and six other conditions", () => {
    const besides = ["late", "blocked", "extended", "accepted", "unaccepted", "unproven"];
    expect([...STATE_FILTERS]).toEqual(["done", "active", "overdue", "upcoming", "cancelled", ...besides]);
  });

  it("pass as unproven only what is done without evidence", () => {
    expect(isUnproven(standing(milestone(), "2017-05-15"))).toBe(false);
    expect(isUnproven(standing(milestone(), "2017-05-15", [record("done", "10-1", "2017-05-01")]))).toBe(true);
  });
});

describe("a selected task", () => {
  it("keeps the standings of all its milestones beside those that pass", () => {
    const [first] = select(inquiry(SMALL, "2017-05-15", { quarters: [1] }));
    expect(first?.all.map((one) => one.milestone.id)).toEqual(["1-1", "1-2"]);
    expect(first?.selected.map((one) => one.milestone.id)).toEqual(["1-1"]);
  });

  it("gives its standings in plan order", () => {
    const standings = selectedStandings(select(inquiry(SMALL, "2017-05-15")));
    expect(standings.map((one) => one.milestone.id)).toEqual(["1-1", "1-2", "2-1", "3-1"]);
  });

  it("has no milestone that was added after the as-of day", () => {
    const later = plan([task("1", [milestone({ id: "1-1" }), milestone({ id: "1-2", added: "2017-06-01" })])]);
    const idsOn = (asOf: string): string[] =>
      select(inquiry(later, asOf)).flatMap(({ all }) => all.map((one) => one.milestone.id));
    expect(idsOn("2017-05-31")).toEqual(["1-1"]);
    expect(idsOn("2017-06-01")).toEqual(["1-1", "1-2"]);
  });

  it("passes without milestones if no filter is on milestones", () => {
    const bare = plan([task("1", [])]);
    expect(select(inquiry(bare, "2017-05-15"))).toHaveLength(1);
    expect(select(inquiry(bare, "2017-05-15", { states: ["done"] }))).toEqual([]);
  });

  it("is judged by the plan's own policy", () => {
    const eager = plan([FIRST], { policy: { lights: "standard", pace: "month", dueSoonDays: 46 } });
    const soon = selectedStandings(select(inquiry(eager, "2017-05-15"))).map(({ dueSoon }) => dueSoon);
    expect(soon).toEqual([false, true]);
  });
});

describe("taking part", () => {
  it.each([
    ["lead", "b", true],
    ["lead", "a", false],
    ["assist", "a", true],
    ["assist", "b", false],
    ["any", "a", true],
    ["any", "b", true],
    ["any", "c", false],
  ] as const)("as %s: %s in a task of b and a is %s", (role, division, expected) => {
    expect(ROLES).toContain(role);
    expect(takesPart(SECOND, division, role)).toBe(expected);
  });
});

describe("a question", () => {
  it("answers for days before and after the plan year", () => {
    const states = (asOf: string): string[] =>
      selectedStandings(select({ ...inquiry(SMALL, asOf), asOf: day(asOf) })).map(({ state }) => state);
    expect(new Set(states("2016-06-01"))).toEqual(new Set(["upcoming"]));
    expect(new Set(states("2018-01-01"))).toEqual(new Set(["overdue"]));
  });
});
