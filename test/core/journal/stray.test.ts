import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import {
  type StrayRecord,
  fitOf,
  formerRefs,
  outdatedRecords,
  refsLike,
  strayRecords,
  tasksByRef,
} from "../../../src/core/journal/stray.ts";
import type { Milestone } from "../../../src/core/plan.ts";
import { describeMilestone } from "../../../src/storage/journal-line.ts";
import { indicator, milestone, plan, record, revoke, task } from "../../support/builders.ts";
import { JOURNAL_2017, PLAN_2017 } from "../../support/plan-2017.ts";

const SMALL = plan([
  task("10", [milestone({ id: "10-1" }), milestone({ id: "10-2@Q2" }), milestone({ id: "10-3@Q2", entry: "10-3" })], {
    indicators: [indicator("agencies")],
  }),
]);

function straying(...records: JournalRecord[]): StrayRecord[] {
  return strayRecords(SMALL, foldJournal(records), ({ id }) => `2017-04-01..2017-06-30#${id}`);
}

describe("a stray record", () => {
  function strays(...records: JournalRecord[]): [string, string | null][] {
    return straying(...records).map(({ record: { ref }, guess }) => [ref, guess]);
  }

  it("is about something that the plan does not have, with the nearest milestone as a guess", () => {
    const unknown = ["10-9", "10-2", "10/agents", "something else"].map((ref) => record("note", ref, "2017-05-01"));
    expect(strays(...unknown).map(([ref]) => ref)).toEqual(["10-9", "10-2", "10/agents", "something else"]);
    for (const slip of ["101", "10_1", "1-01"]) {
      expect(strays(record("done", slip, "2017-05-01"))).toEqual([[slip, "10-1"]]);
    }
    for (const other of ["0-1", "9-1", "11-1", "10-1-2", "1-1"]) {
      expect(strays(record("done", other, "2017-05-01"))).toEqual([[other, null]]);
    }
    expect(strays(record("done", "something else", "2017-05-01"))).toEqual([["something else", null]]);
  });

  it("may be about a part removed from its task: then other milestones of the task are no guess", () => {
    const gone = ["10-9", "10-9@Q1", "10/agents"].map((ref) => record("note", ref, "2017-05-01"));
    for (const stray of straying(...gone)) expect(stray).toMatchObject({ guess: null, formerly: "10" });
    expect(straying(...gone)).toHaveLength(3);
    const [occurrence] = straying(record("done", "10-3@Q4", "2017-05-01"));
    expect(occurrence).toMatchObject({ guess: "10-3@Q2", formerly: null });
    expect(straying(record("done", "1-1", "2017-05-01"))).toMatchObject([{ formerly: null }]);
  });

  it("of an indicator is never taken for a milestone's", () => {
    expect(strays(record("reading", "101/x", "2017-05-01"))).toEqual([["101/x", null]]);
    expect(strays(record("reading", "1-0/agencies", "2017-05-01"))).toEqual([["1-0/agencies", "10/agencies"]]);
    expect(refsLike(SMALL)("12/x")).toEqual(["10/agencies"]);
    expect(refsLike(SMALL)("12-1")).toEqual(["10-1", "10-2@Q2", "10-3@Q2"]);
  });

  it("has no guess after the first fifty ids: that is another plan's journal", () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      record("note", `10${String.fromCodePoint(0x4e00 + n)}-1`, "2017-05-01"),
    );
    const guesses = strays(...many, record("done", "10一-1", "2017-05-02")).map(([, guess]) => guess !== null);
    expect([guesses.slice(0, 50), guesses.slice(50, 60), guesses.at(-1)]).toEqual([
      Array(50).fill(guesses[0]),
      Array(10).fill(false),
      guesses[0],
    ]);
    expect(guesses[0]).toBe(true);
  });

  it("is never about a task, milestone, occurrence or indicator of the plan", () => {
    const known = ["10", "10-1", "10-2@Q2", "10/agencies"].map((ref) => record("note", ref, "2017-05-01"));
    expect(strays(...known)).toEqual([]);
  });

  it("is no longer reported once it is revoked, nor is the revoke", () => {
    const wrong = record("done", "10-9", "2017-05-01");
    expect(strays(wrong, revoke(wrong))).toEqual([]);
  });
});

describe("a milestone under another id", () => {
  const [SECOND, THIRD] = ["2017-04-01..2017-06-30", "2017-07-01..2017-09-30"];
  const NOW: Record<string, string> = {
    "10-1": `${SECOND}#aaaa`,
    "10-8@Q2": `${SECOND}#bbbb`,
    "10-8@Q3": `${THIRD}#bbbb`,
    "20-1": `${THIRD}#aaaa`,
    "20-2": `${SECOND}#cccc`,
    "20-3": `${THIRD}#cccc`,
  };
  const own = (number: string): Milestone[] =>
    Object.keys(NOW)
      .filter((id) => id.startsWith(number))
      .map((id) => milestone({ id, entry: id.replace(/@.*/, ""), task: number }));
  const renumbered = plan([task("10", own("10")), task("20", own("20"))]);

  function told(ref: string, was: string, ...others: JournalRecord[]): (string | null)[] {
    const records = [record("done", ref, "2017-05-01", { was }), ...others];
    const [stray] = strayRecords(renumbered, foldJournal(records), ({ id }) => NOW[id] ?? "");
    return [stray?.renamed ?? null, stray?.formerly ?? null];
  }

  it("is the one with the recorded window and text, preferably of the same task", () => {
    expect(told("10-9", `${SECOND}#aaaa`)).toEqual(["10-1", null]);
    expect(told("10-3@Q3", `${THIRD}#bbbb`)).toEqual(["10-8", null]);
    expect(told("20-9", `${THIRD}#aaaa`)).toEqual(["20-1", null]);
    expect(told("9-9", `${THIRD}#aaaa`)).toEqual(["20-1", null]);
    expect(told("10-9", `${THIRD}#cccc`)).toEqual(["20-3", null]);
  });

  it("is the only one with that text, if nothing was recorded about it, when the window changed too", () => {
    const year = "2017-01-01..2017-12-31";
    expect(told("10-9", `${year}#aaaa`)).toEqual(["10-1", null]);
    expect(told("10-3@Q1", `${year}#bbbb`)).toEqual(["10-8", null]);
    expect(told("10-9", `${year}#aaaa`, record("note", "10-1", "2017-05-02"))).toEqual([null, "10"]);
    expect(told("20-9", `${year}#cccc`)).toEqual([null, "20"]);
  });

  it("is not looked for if the entry exists, the text differs, or the record has no `was`", () => {
    expect(told("10-8@Q4", `${THIRD}#bbbb`)).toEqual([null, null]);
    expect(told("10-9", `${SECOND}#dddd`)).toEqual([null, "10"]);
    const bare = foldJournal([record("done", "10-9", "2017-05-01")]);
    expect(strayRecords(renumbered, bare, () => `${SECOND}#aaaa`)).toMatchObject([{ renamed: null, formerly: "10" }]);
  });
});

describe("the task of a reference", () => {
  it("has it in the plan, or gave it its name", () => {
    const two = plan([
      task("10", [milestone({ id: "start", task: "10" })], { indicators: [indicator("agencies")] }),
      task("1", []),
    ]);
    const taskOf = tasksByRef(two);
    const refs = ["10", "start", "10/agencies", "10-9", "10/agents", "1", "1-1", "100-1", "else"];
    expect(refs.map(taskOf)).toEqual(["10", "10", "10", "10", "10", "1", "1", undefined, undefined]);
  });
});

describe("what was removed from tasks", () => {
  it("is what the journal has named after them and the plan lacks", () => {
    const refs = ["10", "10-1", "10-9", "10/agents", "10/agencies", "1-9", "100-1"];
    const journal = foldJournal(refs.map((ref) => record("note", ref, "2017-05-01")));
    expect([...formerRefs(SMALL, journal, ["10"])]).toEqual(["10-9", "10/agents"]);
  });
});

describe("an outdated record", () => {
  const describeNow = ({ id }: { id: string }): string =>
    `2017-04-01..2017-06-30#${id === "10-1" ? "1a2b3c4d" : "ffff0000"}`;

  function outdated(...records: JournalRecord[]): [string, string][] {
    const found = outdatedRecords(SMALL, foldJournal(records), describeNow);
    return found.map(({ record: { ref }, what }) => [ref, what]);
  }

  it.each([
    ["2017-04-01..2017-06-30#1a2b3c4d", []],
    ["2017-04-01..2017-06-30#00000000", [["10-1", "text"]]],
    ["2017-04-01..2017-09-30#1a2b3c4d", [["10-1", "window"]]],
    ["2017-04-01..2017-09-30#00000000", [["10-1", "window"]]],
  ])("with `was` %s gives %j", (was, expected) => {
    expect(outdated(record("done", "10-1", "2017-05-01", { was }))).toEqual(expected);
  });

  it("is never one without a `was`, or about something else", () => {
    const was = "2017-04-01..2017-06-30#00000000";
    expect(outdated(record("done", "10-1", "2017-05-01"), record("note", "10", "2017-05-01", { was }))).toEqual([]);
  });

  it("is no longer reported once it is revoked or corrected, nor is the revoke", () => {
    const was = "2017-04-01..2017-06-30#00000000";
    const old = record("done", "10-1", "2017-05-01", { was });
    expect(outdated(old, revoke(old, "2017-05-02", { was }))).toEqual([]);
    const better = record("done", "10-1", "2017-05-02", { was: describeNow({ id: "10-1" }), of: [old.id] });
    expect(outdated(old, better)).toEqual([]);
  });
});

describe("the example journal", () => {
  it("is only about milestones of the plan", () => {
    expect(strayRecords(PLAN_2017, JOURNAL_2017, describeMilestone)).toEqual([]);
  });
});

describe("how well records fit a plan", () => {
  const describeNow = ({ id }: { id: string }): string => `2017-04-01..2017-06-30#${id === "10-1" ? "1a2b3c4d" : "0"}`;

  it("is measured by their `was`: window, text, and whether the milestone exists", () => {
    const was = ["2017-04-01..2017-06-30#1a2b3c4d", "2017-04-01..2017-06-30#ffff", "2016-04-01..2016-06-30#1a2b3c4d"];
    const records = was.map((one) => record("done", "10-1", "2017-05-01", { was: one }));
    const others = [record("note", "10", "2017-05-01"), record("done", "99-1", "2017-05-01", { was: was[0] ?? "" })];
    expect(fitOf(SMALL, [...records, ...others], describeNow)).toEqual({ said: 4, window: 2, whole: 1 });
    expect(fitOf(SMALL, [], describeNow)).toEqual({ said: 0, window: 0, whole: 0 });
  });
});
