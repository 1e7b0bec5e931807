import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { Filters } from "../../../src/core/selection.ts";
import { type LogFilters, type LogView, viewLog } from "../../../src/core/views/log.ts";
import { day, indicator, inquiry, milestone, plan, record, revoke, task } from "../../support/builders.ts";
import { READING, ask2017 } from "../../support/plan-2017.ts";

const SMALL = plan([
  task("1", [milestone({ id: "1-1" }), milestone({ id: "1-2", window: "2017-10-01..2017-12-31" })], {
    indicators: [indicator("agencies")],
  }),
  task("2", [milestone({ id: "2-1" })], { divisions: ["b"], districts: ["north"], theme: "t2", section: "s2-1" }),
]);

const RECORDS = [
  record("done", "1-1", "2017-05-01"),
  record("note", "1-2", "2017-05-02", { by: "another" }),
  record("reading", "1/agencies", "2017-05-03", { value: 3 }),
  record("note", "1", "2017-05-04"),
  record("block", "2-1", "2017-05-05"),
  record("note", "gone", "2017-05-06"),
];
/** All of these, newest first. */
const ALL = ["gone", "2-1", "1", "1/agencies", "1-2", "1-1"];
const NO_LIMITS: LogFilters = { since: null, until: null, by: null, kinds: [], parts: [] };

function log(limits: Partial<LogFilters> = {}, filters: Partial<Filters> = {}, records = RECORDS): LogView {
  const asked = inquiry(SMALL, "2017-05-15", { journal: foldJournal(records), ...filters });
  return viewLog(asked, { ...NO_LIMITS, ...limits }, new Map());
}

function refs(limits: Partial<LogFilters>, filters: Partial<Filters> = {}): string[] {
  return log(limits, filters).records.map(({ ref }) => ref);
}

describe("the log", () => {
  it("has every record, newest first, even about unknown things", () => {
    expect(refs({})).toEqual(ALL);
    expect(log()).toMatchObject({ kind: "ipplan/log", recordsInJournal: 6 });
  });

  it.each<[string, Partial<LogFilters>, string[]]>([
    ["since a day, which is in", { since: day("2017-05-05") }, ["gone", "2-1"]],
    ["until a day, which is in", { until: day("2017-05-02") }, ["1-2", "1-1"]],
    ["between two days", { since: day("2017-05-02"), until: day("2017-05-03") }, ["1/agencies", "1-2"]],
    ["by one writer", { by: "another" }, ["1-2"]],
    ["of some kinds", { kinds: ["block", "reading"] }, ["2-1", "1/agencies"]],
  ])("can be limited to records %s", (_, limits, expected) => {
    expect(refs(limits)).toEqual(expected);
  });

  it("takes a record that corrects another for a correction, but not an undo", () => {
    const first = record("done", "1-1", "2017-05-01");
    const better = record("done", "1-1", "2017-05-02", { of: [first.id] });
    const { records } = log({ kinds: ["correction"] }, {}, [first, better, revoke(better, "2017-05-03")]);
    expect(records.map(({ id }) => id)).toEqual([better.id]);
  });

  it("goes by the day of writing in the plan's zone, not by the day of the record", () => {
    const late = record("done", "1-1", "2017-05-01", { t: "2017-05-09T16:00:00.000Z" });
    expect(log({ since: day("2017-05-10") }, {}, [late]).records).toHaveLength(1);
    expect(log({ until: day("2017-05-09") }, {}, [late]).records).toEqual([]);
  });

  it("gives the writer and the kinds asked for", () => {
    expect(log({ by: "another", kinds: ["note"] })).toMatchObject({ by: "another", kinds: ["note"] });
    expect(log()).toMatchObject({ by: null, kinds: [] });
  });

  it("counts all records of the journal, shown or not", () => {
    expect(log({ by: "nobody" })).toMatchObject({ records: [], recordsInJournal: 6 });
  });
});

describe("the days of the log", () => {
  it("are those of its first and last record if none were asked for", () => {
    expect(log()).toMatchObject({ since: "2017-05-01", until: "2017-05-06" });
  });

  it("are as asked for, at either end", () => {
    expect(log({ since: day("2017-05-05") })).toMatchObject({ since: "2017-05-05", until: "2017-05-06" });
    expect(log({ until: day("2017-05-05") })).toMatchObject({ since: "2017-05-01", until: "2017-05-05" });
  });

  it("are null without records", () => {
    expect(log({}, {}, [])).toMatchObject({ since: null, until: null, records: [] });
  });
});

describe("filters of the plan on the log", () => {
  it.each<[string, Partial<Filters>]>([
    ["task", { tasks: ["1"] }],
    ["division", { divisions: ["a"] }],
    ["theme", { themes: ["t1"] }],
    ["section", { sections: ["s1-1"] }],
    ["text", { text: "title of 1" }],
  ])("keep records about a task, its milestones and indicators: by %s", (_, filters) => {
    expect(refs({}, filters)).toEqual(["1", "1/agencies", "1-2", "1-1"]);
  });

  it("by task also keep records about former parts of the task, unless a filter is on milestones", () => {
    const records = [...RECORDS, record("done", "1-9", "2017-05-07"), record("done", "2-9", "2017-05-08")];
    const said = (filters: Partial<Filters>): string[] => log({}, filters, records).records.map(({ ref }) => ref);
    expect(said({ tasks: ["1"] })).toEqual(["1-9", "1", "1/agencies", "1-2", "1-1"]);
    expect(said({ tasks: ["1"], quarters: [2] })).toEqual(["1-1"]);
  });

  it("keep records about a task's milestones: by district", () => {
    expect(refs({}, { districts: ["north"] })).toEqual(["2-1"]);
  });

  it.each<[string, Partial<Filters>, string[]]>([
    ["quarter", { quarters: [2] }, ["2-1", "1-1"]],
    ["month", { months: [12] }, ["1-2"]],
    ["state", { states: ["done"] }, ["1-1"]],
  ])("on milestones keep only records about these: by %s", (_, filters, expected) => {
    expect(refs({}, filters)).toEqual(expected);
  });
});

describe("parts of tasks on the log", () => {
  const first = { id: "1-1", task: "1" };

  it("keep nothing else of their task, and everything of other tasks", () => {
    expect(refs({ parts: [first] }, { tasks: ["1"] })).toEqual(["1-1"]);
    expect(refs({ parts: [{ id: "1/agencies", task: "1" }, first] }, { tasks: ["1"] })).toEqual(["1/agencies", "1-1"]);
    expect(refs({ parts: [first] }, { tasks: ["1", "2"] })).toEqual(["2-1", "1-1"]);
  });

  it("have to pass the filters on tasks too", () => {
    const parts = [first, { id: "1/agencies", task: "1" }];
    expect(refs({ parts }, { tasks: ["1"], divisions: ["a"] })).toEqual(["1/agencies", "1-1"]);
    expect(refs({ parts }, { tasks: ["1"], divisions: ["b"] })).toEqual([]);
  });

  it("have to pass the filters on milestones too", () => {
    expect(refs({ parts: [first] }, { tasks: ["1"], quarters: [2] })).toEqual(["1-1"]);
    expect(refs({ parts: [first] }, { tasks: ["1"], quarters: [4] })).toEqual([]);
  });

  it("keep all occurrences of an entry, and records from before it repeated", () => {
    const asked = plan([
      task("1", [milestone({ id: "1-3@Q1" }), milestone({ id: "1-3@Q2" }), milestone({ id: "1-4" })]),
    ]);
    const records = ["1-3", "1-3@Q1", "1-3@Q2", "1-4"].map((ref, at) => record("note", ref, `2017-05-0${at + 1}`));
    const question = inquiry(asked, "2017-05-15", { journal: foldJournal(records), tasks: ["1"] });
    const view = viewLog(question, { ...NO_LIMITS, parts: [{ id: "1-3", task: "1" }] }, new Map());
    expect(view.records.map(({ ref }) => ref)).toEqual(["1-3@Q2", "1-3@Q1", "1-3"]);
    expect(view.parts).toEqual([{ id: "1-3", task: "1" }]);
  });
});

describe("the log of the example journal", () => {
  it("has the 13 records since 2017-06-26 as the screen shows them", () => {
    const view = viewLog(ask2017("2017-07-03"), { ...NO_LIMITS, since: day("2017-06-26") }, READING.origins);
    const lines = view.records.map(({ id, do: kind, ref, daysEarly }) => [id.slice(0, 8), kind, ref, daysEarly]);
    expect(lines).toEqual([
      ["4518f647", "done", "10-2@Q2", 2],
      ["de8900fe", "progress", "23-1", null],
      ["3c21e5a5", "progress", "22-2", null],
      ["b1bff957", "progress", "14-2", null],
      ["2eb0e0f2", "done", "26-1", 0],
      ["dbebbd7d", "done", "13-2", 0],
      ["88fff138", "note", "1-1", null],
      ["3d8f01e7", "done", "4-1", 1],
      ["cb32a2f9", "done", "9-1", 3],
      ["1f36bc47", "done", "9-1", 13],
      ["cd2eaca0", "done", "21-2", 4],
      ["5c98f1f3", "revoke", "22-2", null],
      ["372d22c6", "done", "22-2", 4],
    ]);
    expect(view).toMatchObject({ since: "2017-06-26", until: "2017-07-03", recordsInJournal: 48 });
  });

  it("marks what was corrected and revoked", () => {
    const view = viewLog(ask2017("2017-07-03"), { ...NO_LIMITS, since: day("2017-06-26") }, READING.origins);
    const dead = view.records.filter(({ live }) => !live);
    expect(dead.map(({ id, supersededByKind }) => [id.slice(0, 8), supersededByKind])).toEqual([
      ["1f36bc47", "done"],
      ["372d22c6", "revoke"],
    ]);
    expect(view.records.filter(({ isCorrection }) => isCorrection).map(({ id }) => id.slice(0, 8))).toEqual([
      "cb32a2f9",
    ]);
  });
});
