import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { NO_GATES } from "../../../src/core/gates.ts";
import type { ChangesView } from "../../../src/core/views/changes.ts";
import { viewStatus } from "../../../src/core/views/status.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { ask2017 } from "../../support/plan-2017.ts";

const PLAN = plan([
  task(
    "10",
    [
      milestone({ id: "10-1", window: "2017-01-01..2017-03-31" }),
      milestone({ id: "10-2", window: "2017-04-01..2017-06-30" }),
      milestone({ id: "10-3", window: "2017-04-01..2017-12-31", added: "2017-05-01" }),
    ],
    { indicators: [indicator("agencies")] },
  ),
]);
const NONE = {
  done: [],
  overdue: [],
  extended: [],
  cancelled: [],
  blocked: [],
  unblocked: [],
  added: [],
  readings: [],
};

function changes(since: string, asOf: string, records: readonly JournalRecord[] = []): ChangesView | null {
  const asked = inquiry(PLAN, asOf, { journal: foldJournal(records) });
  return viewStatus(asked, { groupBy: null, since: day(since), gates: NO_GATES }).changes;
}

describe("what has changed since a day", () => {
  it("is null unless asked for, and empty if nothing happened", () => {
    expect(viewStatus(inquiry(PLAN, "2017-05-15")).changes).toBeNull();
    expect(changes("2017-05-14", "2017-05-15")).toEqual({ since: "2017-05-14", ...NONE });
  });

  it("includes completions, milestones now overdue, and additions", () => {
    const done = record("done", "10-2", "2017-05-10");
    expect(changes("2017-03-31", "2017-05-15", [done])).toEqual({
      since: "2017-03-31",
      ...NONE,
      done: ["10-2"],
      overdue: ["10-1"],
      added: ["10-3"],
    });
    expect(changes("2017-05-10", "2017-05-15", [done])).toMatchObject(NONE);
  });

  it("includes what has become of milestones added since", () => {
    const done = record("done", "10-3", "2017-05-12");
    expect(changes("2017-04-30", "2017-05-15", [done])).toMatchObject({ done: ["10-3"], added: ["10-3"] });
    const records = [
      record("extend", "10-3", "2017-05-12", { to: "2018-01-31" }),
      record("block", "10-3", "2017-05-12", { reason: "x" }),
    ];
    const added = { added: ["10-3"] };
    expect(changes("2017-04-30", "2017-05-15", records)).toMatchObject({
      ...added,
      extended: ["10-3"],
      blocked: ["10-3"],
    });
    expect(changes("2017-04-30", "2018-01-15")).toMatchObject({ ...added, overdue: ["10-2", "10-3"] });
    const cancel = record("cancel", "10-3", "2017-05-12");
    expect(changes("2017-04-30", "2017-05-15", [cancel])).toMatchObject({ ...added, cancelled: ["10-3"] });
  });

  it("includes extensions, cancellations, blocks and their ends", () => {
    const block = record("block", "10-1", "2017-02-01", { reason: "x" });
    const records = [
      record("extend", "10-2", "2017-05-11", { to: "2017-09-30" }),
      record("cancel", "10-3", "2017-05-12"),
      record("block", "10-2", "2017-05-12", { reason: "x" }),
      block,
      record("unblock", "10-1", "2017-05-13", { of: [block.id] }),
    ];
    expect(changes("2017-05-10", "2017-05-15", records)).toEqual({
      since: "2017-05-10",
      ...NONE,
      extended: ["10-2"],
      cancelled: ["10-3"],
      blocked: ["10-2"],
      unblocked: ["10-1"],
    });
  });

  it("leaves out a block or cancellation that holds on both days", () => {
    const block = record("block", "10-2", "2017-05-01", { reason: "x" });
    const cancel = record("cancel", "10-3", "2017-05-01");
    expect(changes("2017-05-10", "2017-05-15", [block, cancel])).toMatchObject(NONE);
  });

  it("leaves out the end of a block if the work is done", () => {
    const records = [record("block", "10-2", "2017-05-01", { reason: "x" }), record("done", "10-2", "2017-05-12")];
    expect(changes("2017-05-10", "2017-05-15", records)).toMatchObject({ done: ["10-2"], unblocked: [] });
  });

  it("includes another extension of what was extended before", () => {
    const records = ["2017-05-01", "2017-05-12"].map((on) => record("extend", "10-2", on, { to: "2017-09-30" }));
    expect(changes("2017-05-10", "2017-05-15", records)).toMatchObject({ extended: ["10-2"] });
    expect(changes("2017-05-12", "2017-05-15", records)).toMatchObject({ extended: [] });
  });

  it("includes readings of later days", () => {
    const reading = record("reading", "10/agencies", "2017-05-12", { value: 3, mode: "total" });
    expect(changes("2017-05-11", "2017-05-15", [reading])).toMatchObject({ readings: ["10/agencies"] });
    expect(changes("2017-05-12", "2017-05-15", [reading])).toMatchObject({ readings: [] });
  });

  it("includes ten completions from mid June to July in the example journal", () => {
    const view = viewStatus(ask2017("2017-07-03"), { groupBy: null, since: day("2017-06-15"), gates: NO_GATES });
    expect(view.changes).toMatchObject({
      done: ["4-1", "9-1", "10-1", "10-2@Q2", "10-3@Q2", "13-2", "19-2", "21-2", "24-1", "26-1"],
      overdue: ["1-1", "14-2", "22-2", "23-1"],
      extended: [],
    });
  });
});
