import { describe, expect, it } from "vitest";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import { viewRecords } from "../../../src/core/views/records.ts";
import { viewStatus } from "../../../src/core/views/status.ts";
import { isWrite } from "../../../src/core/views/envelope.ts";
import { type WriteView, viewWrite } from "../../../src/core/views/writes.ts";
import { day, inquiry, milestone, plan, record, revoke, task } from "../../support/builders.ts";
import { JOURNAL_2017, JOURNAL_BEFORE_LAST, RECORDS, ask2017 } from "../../support/plan-2017.ts";
import { viewList } from "../../../src/core/views/list.ts";

const SMALL = plan([
  task("1", [
    milestone({ id: "1-1" }),
    milestone({ id: "1-2@Q1", window: "2017-01-01..2017-03-31" }),
    milestone({ id: "1-3", window: "2017-10-01..2017-12-31", added: "2017-10-01" }),
  ]),
  task("2", [milestone({ id: "2-1", window: "2017-01-01..2017-01-31" })]),
]);
const TODAY = "2017-07-03";
/** Both due in the second quarter. */
const TWO_DUE = plan([task("1", [milestone({ id: "1-1" }), milestone({ id: "1-2" })])]);

function write(before: readonly JournalRecord[], ...records: JournalRecord[]): WriteView<"done"> {
  return writeTo(SMALL, before, records);
}

function writeTo(
  of: typeof SMALL,
  before: readonly JournalRecord[],
  records: readonly JournalRecord[],
): WriteView<"done"> {
  const asked = inquiry(of, TODAY, { journal: foldJournal(before) });
  const after = foldJournal([...before, ...records]);
  return viewWrite("done", asked, { dryRun: false, records, unchanged: [], after, file: null });
}

describe("the last record of the example journal, as it was written", () => {
  const records = RECORDS.slice(-1);
  const before = ask2017(TODAY, { journal: JOURNAL_BEFORE_LAST });
  const view = viewWrite("done", before, {
    dryRun: false,
    records,
    unchanged: [],
    after: JOURNAL_2017,
    file: "journal.jsonl",
  });

  it("has the record as in log, without its line", () => {
    const [shown] = viewRecords(
      ask2017(TODAY),
      new Map([[records[0]?.id ?? "", { file: "journal.jsonl", line: null }]]),
    );
    expect(view.records).toEqual([shown]);
    expect(shown).toMatchObject({ live: true, file: "journal.jsonl", line: null, daysEarly: 2, recordedLate: true });
  });

  it("completes 10-2@Q2 two days early, recorded late", () => {
    expect(view).toMatchObject({
      kind: "ipplan/done",
      asOf: TODAY,
      dryRun: false,
      recorded: { day: "2017-07-03", time: "09:12" },
      records,
      targets: [],
      unchanged: [],
    });
    expect(view.effects).toEqual([
      expect.objectContaining({
        id: "10-2@Q2",
        occurrence: "Q2",
        task: "10",
        state: "done",
        stateBefore: "overdue",
        start: "2017-04-01",
        completedOn: "2017-06-28",
        due: "2017-06-30",
        assessmentDue: "2017-06-30",
        daysEarly: 2,
        recordedLate: true,
        doneBefore: 3,
        done: 4,
        of: 7,
      }),
    ]);
  });

  it("brings the second quarter from 12 to 13 of 17, with one moved out", () => {
    expect(view.quarterEffects).toMatchObject([{ quarter: 2, due: 17, doneBefore: 12, done: 13, movedOut: ["17-2"] }]);
  });

  it("leaves five of six overdue, the oldest first", () => {
    expect(view.overdueBefore).toBe(6);
    expect(view.overdue.items).toEqual(["12-1", "1-1", "14-2", "22-2", "23-1"]);
  });
});

describe("the view of a write", () => {
  const done = record("done", "1-1", "2017-06-20");

  it("has each milestone and each quarter that was touched, in plan order", () => {
    const view = write([], record("done", "2-1", "2017-07-03"), done);
    expect(view.effects.map(({ id, daysEarly }) => [id, daysEarly])).toEqual([
      ["1-1", 10],
      ["2-1", -153],
    ]);
    expect(
      view.quarterEffects.map(({ quarter, due, doneBefore, done: now }) => [quarter, due, doneBefore, now]),
    ).toEqual([
      [1, 2, 0, 1],
      [2, 1, 0, 1],
    ]);
  });

  it("of a milestone that is not in the plan yet does not count it, like lists", () => {
    const early = record("done", "1-3", "2017-07-01");
    expect(write([], early).effects).toEqual([expect.objectContaining({ id: "1-3", doneBefore: 0, done: 0, of: 2 })]);
  });

  it("of an undo has what it revoked, and shows the milestone open again", () => {
    const undo = revoke(done, TODAY);
    const asked = inquiry(SMALL, TODAY, { journal: foldJournal([done]) });
    const written = { dryRun: true, records: [undo], unchanged: [], after: foldJournal([done, undo]), file: null };
    const view = viewWrite("undo", asked, written);
    expect(view).toMatchObject({ kind: "ipplan/undo", dryRun: true, targets: [done], overdueBefore: 2 });
    expect(view.overdue.items).toEqual(["2-1", "1-2@Q1", "1-1"]);
    const reopened = { state: "overdue", stateBefore: "done", completedOn: null, daysEarly: null, recordedLate: false };
    expect(view.effects).toEqual([expect.objectContaining({ ...reopened, doneBefore: 1, done: 0 })]);
  });

  it("of a correction has what it corrects, each record once, if the journal has it", () => {
    const other = record("done", "1-1", "2017-06-25");
    const better = record("done", "1-1", "2017-06-22", { of: [done.id, other.id, done.id, "gone"] });
    expect(write([done, other], better).targets).toEqual([done, other]);
  });

  it("that wrote nothing has no time and no effects", () => {
    const asked = inquiry(SMALL, TODAY, { journal: foldJournal([done]) });
    const view = viewWrite("done", asked, {
      dryRun: false,
      records: [],
      unchanged: ["1-1"],
      after: asked.journal,
      file: null,
    });
    expect(view).toMatchObject({
      recorded: null,
      effects: [],
      quarterEffects: [],
      unchanged: ["1-1"],
      overdueBefore: 2,
    });
  });

  it("leaves out of the task's counts what is cancelled or yet to be added", () => {
    expect(write([], done).effects[0]).toMatchObject({ done: 1, of: 2 });
    expect(write([record("cancel", "1-2@Q1", "2017-05-01")], done).effects[0]).toMatchObject({ done: 1, of: 1 });
  });

  it("has the three due days of a milestone", () => {
    const inTime = record("extend", "1-1", "2017-06-12", { to: "2017-09-30" });
    const tooLate = record("extend", "1-1", "2017-07-02", { to: "2017-10-31" });
    expect(write([inTime], tooLate).effects[0]).toMatchObject({
      originalDue: "2017-06-30",
      assessmentDue: "2017-09-30",
      due: "2017-10-31",
    });
  });

  it("of anything but a milestone has no effects", () => {
    expect(write([], record("note", "1", TODAY)).effects).toEqual([]);
  });

  it("has the tasks that records are about as a whole, in plan order", () => {
    const notes = [record("note", "2", TODAY), record("note", "1-1", TODAY), record("note", "1", TODAY)];
    const asked = inquiry(SMALL, TODAY, { journal: foldJournal([]) });
    const named = (records: JournalRecord[]): unknown =>
      viewWrite("note", asked, { dryRun: false, records, unchanged: [], after: foldJournal(records), file: null })
        .tasks;
    expect(named(notes)).toEqual([
      { id: "1", title: SMALL.tasks[0]?.title },
      { id: "2", title: SMALL.tasks[1]?.title },
    ]);
    expect(named(notes.slice(1, 2))).toEqual([]);
  });
});

describe("the quarters of a write", () => {
  const done = record("done", "1-1", TODAY);

  it("are those of originalDue and assessmentDue", () => {
    const extend = record("extend", "1-1", "2017-06-01", { to: "2017-09-30" });
    expect(write([extend], done).quarterEffects).toMatchObject([
      { quarter: 2, due: 0, done: 0, movedOut: ["1-1"] },
      { quarter: 3, due: 1, done: 1, movedOut: [] },
    ]);
  });

  it("count no milestone that is not in the plan yet", () => {
    const later = { id: "1-2", added: "2017-08-01" };
    const growing = plan([
      task("1", [milestone({ id: "1-1" }), milestone(later)]),
      task("2", [milestone({ id: "2-1" })], { added: day("2017-08-01") }),
    ]);
    expect(writeTo(growing, [], [done])).toMatchObject({
      quarterEffects: [{ quarter: 2, dueBefore: 1, due: 1 }],
      overdueBefore: 1,
    });
  });

  it("are in the plan's year", () => {
    const extend = record("extend", "1-1", "2017-06-01", { to: "2018-01-31" });
    expect(write([extend], done).quarterEffects.map(({ quarter }) => quarter)).toEqual([2]);
  });

  it("list what an extension in time moves out, which a late one does not", () => {
    const extend = (on: string): JournalRecord => record("extend", "1-1", on, { to: "2017-09-30" });
    expect(write([], extend("2017-06-30")).quarterEffects[0]).toMatchObject({
      dueBefore: 1,
      due: 0,
      movedOut: ["1-1"],
    });
    expect(write([], extend(TODAY)).quarterEffects[0]).toMatchObject({ dueBefore: 1, due: 1, movedOut: [] });
  });

  it("do not list as moved out what was cancelled after an extension, like the status of the quarter", () => {
    const extend = record("extend", "1-1", "2017-06-01", { to: "2017-09-30" });
    const cancel = record("cancel", "1-1", "2017-06-02");
    const gone = writeTo(TWO_DUE, [extend, cancel], [record("done", "1-2", TODAY)]);
    expect(gone.quarterEffects).toMatchObject([{ quarter: 2, due: 1, done: 1, movedOut: [] }]);
    const asked = inquiry(TWO_DUE, TODAY, { journal: foldJournal([extend, cancel]), quarters: [2] });
    expect(viewStatus(asked).period?.movedOut).toEqual([]);
    expect(writeTo(TWO_DUE, [extend], [record("done", "1-2", TODAY)]).quarterEffects[0]?.movedOut).toEqual(["1-1"]);
  });

  it("do not list as moved out what is due in the same quarter of the next year without an extension", () => {
    const long = plan([
      task("1", [milestone({ id: "1-1" }), milestone({ id: "1-2", window: "2017-04-01..2018-05-31" })]),
    ]);
    const { quarterEffects } = writeTo(long, [], [record("done", "1-1", "2017-06-20")]);
    expect(quarterEffects).toMatchObject([{ quarter: 2, due: 1, movedOut: [] }]);
  });
});

describe("the acceptances after a write", () => {
  const first = record("done", "1-1", "2017-06-20");
  const second = record("done", "2-1", "2017-01-20");

  it("count what the office has checked, and what still waits", () => {
    const accept = record("accept", "1-1", TODAY, { of: [first.id] });
    const { acceptance } = write([first, second], accept);
    expect(acceptance).toEqual({ acceptedBefore: 0, accepted: 1, waiting: 1 });
    const other = record("accept", "2-1", TODAY, { of: [second.id] });
    expect(write([first, second, accept], other).acceptance).toEqual({ acceptedBefore: 1, accepted: 2, waiting: 0 });
  });
});

describe("a view that answers a write", () => {
  it("can be told from one that does not", () => {
    const asked = inquiry(SMALL, TODAY);
    expect(isWrite(write([]))).toBe(true);
    expect(isWrite(viewList(asked))).toBe(false);
  });
});
