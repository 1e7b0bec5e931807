import { describe, expect, it } from "vitest";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import {
  type MilestoneView,
  listMilestones,
  moreDaysOverdue,
  standingsWhere,
  viewMilestone,
} from "../../../src/core/views/milestone.ts";
import { viewListed } from "../../../src/core/views/milestone-lines.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import { isOpen } from "../../../src/core/lights.ts";
import { select } from "../../../src/core/selection.ts";
import { inquiry, milestone, plan, record, standing, task } from "../../support/builders.ts";

const SHANGHAI = plan([]);

function view(asOf: string, ...records: JournalRecord[]): MilestoneView {
  const source = { plan: SHANGHAI, journal: foldJournal(records) };
  return viewMilestone(source, standing(milestone({ id: "10-2@Q2" }), asOf, records));
}

/** The first instant of 07-01 in Shanghai. */
const TOO_LATE = "2017-06-30T16:00:00.000Z";

describe("the view of a milestone", () => {
  it("has every field without any records", () => {
    expect(view("2017-05-15")).toEqual({
      id: "10-2@Q2",
      entry: "10-2",
      task: "10",
      text: "text of 10-2@Q2",
      start: "2017-04-01",
      due: "2017-06-30",
      originalDue: "2017-06-30",
      assessmentDue: "2017-06-30",
      quarters: [2],
      state: "active",
      light: "blue",
      lightReason: "on-track",
      completedOn: null,
      recordedLate: false,
      late: false,
      daysLate: null,
      daysOverdue: null,
      daysLeft: 46,
      dueSoon: false,
      progress: null,
      paceGap: null,
      blocked: false,
      extended: false,
      extension: null,
      cancellation: null,
      accepted: false,
      evidence: [],
      lastWord: null,
      ...{ problem: null, problemOn: null, nextStep: null, nextStepOn: null },
    });
  });

  it("has the gap to the pace as printed: three and a half of eight months are 43.75 %, printed 43.8", () => {
    const records = [record("progress", "10-1", "2017-04-15", { percent: 0 })];
    const source = { plan: SHANGHAI, journal: foldJournal(records) };
    const eight = milestone({ window: "2017-01-01..2017-08-31" });
    expect(viewMilestone(source, standing(eight, "2017-04-15", records)).paceGap).toBe(-43.8);
  });

  it("has a completion with its evidence and acceptance", () => {
    const evidence = [{ kind: "doc" as const, value: "No. 33" }];
    const done = record("done", "10-2@Q2", "2017-07-02", { evidence });
    const accept = record("accept", "10-2@Q2", "2017-07-03", { of: [done.id] });
    expect(view("2017-07-03", done, accept)).toMatchObject({
      state: "done",
      light: "yellow",
      lightReason: "done-late",
      completedOn: "2017-07-02",
      late: true,
      daysLate: 2,
      accepted: true,
      evidence,
    });
  });

  it("has progress and the last word with its percentage", () => {
    const progress = record("progress", "10-2@Q2", "2017-06-30", { percent: 80, note: "32 districts" });
    const lastWord = { do: "progress", on: "2017-06-30", percent: 80, text: "32 districts" };
    expect(view("2017-07-03", progress)).toMatchObject({ progress: 80, lastWord, daysOverdue: 3 });
  });

  it("has a block with its reason", () => {
    const lastWord = { do: "block", on: "2017-04-28", percent: null, text: "no partner" };
    const block = record("block", "10-2@Q2", "2017-04-28", { reason: "no partner" });
    expect(view("2017-05-15", block)).toMatchObject({ blocked: true, light: "yellow", lastWord });
  });

  it("has the latest problem or a block's reason, and the latest next step unless it is older", () => {
    const block = record("block", "10-2@Q2", "2017-04-28", { reason: "no partner" });
    expect(view("2017-05-15", block)).toMatchObject({ problem: "no partner", nextStep: null });
    const progress = record("progress", "10-2@Q2", "2017-05-02", { percent: 20, problem: "few staff", next: "hire" });
    expect(view("2017-05-15", block, progress)).toMatchObject({ problem: "few staff", nextStep: "hire" });
    const note = record("note", "10-2@Q2", "2017-05-03", { note: "asked again", next: "call them" });
    expect(view("2017-05-15", block, progress, note)).toMatchObject({ problem: "few staff", nextStep: "call them" });
    expect(view("2017-05-15", block, note)).toMatchObject({ problem: "no partner", nextStep: "call them" });
    const newer = record("note", "10-2@Q2", "2017-05-05", { problem: "no room" });
    expect(view("2017-05-15", progress, note, newer)).toMatchObject({ problem: "no room", nextStep: null });
    const early = record("note", "10-2@Q2", "2017-04-20", { next: "look for one" });
    expect(view("2017-05-15", early)).toMatchObject({ problem: null, nextStep: "look for one" });
    expect(view("2017-05-15", early, block)).toMatchObject({ problem: "no partner", nextStep: null });
    expect(view("2017-05-15", block, note)).toMatchObject({ problemOn: "2017-04-28", nextStepOn: "2017-05-03" });
    expect(view("2017-05-15", progress, note, newer)).toMatchObject({ problemOn: "2017-05-05", nextStepOn: null });
    const word = record("note", "10-2@Q2", "2017-05-04", { note: "nothing new" });
    const silent = record("block", "10-2@Q2", "2017-05-04");
    expect(view("2017-05-15", silent)).toMatchObject({ blocked: true, problem: null, problemOn: null });
    expect(view("2017-05-15", progress, word)).toMatchObject({ problem: "few staff", nextStep: "hire" });
  });

  it("has no text if the last word has none", () => {
    expect(view("2017-05-15", record("unblock", "10-2@Q2", "2017-04-28")).lastWord?.text).toBeNull();
  });

  it("has an extension, and every quarter that it reaches", () => {
    const approval = { reason: "not finished", approver: "the board" };
    const extend = record("extend", "10-2@Q2", "2017-06-12", { to: "2017-10-31", ...approval });
    expect(view("2017-07-03", extend)).toMatchObject({
      extended: true,
      extension: { to: "2017-10-31", on: "2017-06-12", times: 1, ...approval, recordedLate: false },
      quarters: [2, 3, 4],
      due: "2017-10-31",
      assessmentDue: "2017-10-31",
      originalDue: "2017-06-30",
    });
  });

  it("counts extensions by their new due days: the same day again is no extension", () => {
    const to = (on: string, day: string): JournalRecord => record("extend", "10-2@Q2", on, { to: day });
    const [first, same, second] = [
      to("2017-06-12", "2017-08-31"),
      to("2017-06-13", "2017-08-31"),
      to("2017-08-20", "2017-10-31"),
    ];
    expect(view("2017-07-03", first, same, second).extension).toMatchObject({ to: "2017-08-31", times: 1 });
    expect(view("2017-08-20", first, same, second).extension).toMatchObject({ to: "2017-10-31", times: 2 });
  });

  it("takes a note as the reason of an extension, and the plan's day if it has none", () => {
    const extend = record("extend", "10-2@Q2", "2017-06-12", { note: "a note" });
    const extension = { to: "2017-06-30", reason: "a note", approver: null };
    expect(view("2017-06-15", extend)).toMatchObject({ extension });
  });

  it("has a cancellation with its approval", () => {
    const cancel = record("cancel", "10-2@Q2", "2017-05-01", { reason: "merged", approver: "the board" });
    const cancellation = { on: "2017-05-01", reason: "merged", approver: "the board" };
    expect(view("2017-05-15", cancel)).toMatchObject({ state: "cancelled", light: "grey", cancellation });
    const bare = record("cancel", "10-2@Q2", "2017-05-01");
    expect(view("2017-05-15", bare).cancellation).toEqual({ on: "2017-05-01", reason: null, approver: null });
  });

  it("has only quarters of the plan's year", () => {
    const past = milestone({ window: "2017-12-01..2018-05-31" });
    const source = { plan: SHANGHAI, journal: foldJournal([]) };
    expect(viewMilestone(source, standing(past, "2017-05-15")).quarters).toEqual([4]);
  });
});

describe("recorded late", () => {
  it("shows on the completion that counts, by assessmentDue", () => {
    const late = record("done", "10-2@Q2", "2017-06-28", { t: "2017-07-03T01:12:00.000Z" });
    expect(view("2017-07-03", late)).toMatchObject({ recordedLate: true, late: false });
    const extend = record("extend", "10-2@Q2", "2017-06-12", { to: "2017-09-30" });
    expect(view("2017-07-03", late, extend).recordedLate).toBe(false);
  });

  it("shows on an extension, by the plan's day", () => {
    const extend = record("extend", "10-2@Q2", "2017-06-30", { to: "2017-09-30", t: TOO_LATE });
    expect(view("2017-07-03", extend).extension?.recordedLate).toBe(true);
  });

  it("stays for the extension that moved assessmentDue, even if a later one moved due again", () => {
    const late = record("extend", "10-2@Q2", "2017-06-25", { to: "2017-07-31", t: TOO_LATE });
    const again = record("extend", "10-2@Q2", "2017-07-02", { to: "2017-08-31", t: "2017-07-02T01:00:00.000Z" });
    const seen = view("2017-07-03", late, again);
    expect(seen).toMatchObject({ due: "2017-08-31", assessmentDue: "2017-07-31", extension: { recordedLate: true } });
    expect(view("2017-07-03", again).extension?.recordedLate).toBe(false);
    const inTime = { ...late, t: "2017-06-25T01:00:00.000Z" };
    expect(view("2017-07-03", inTime, again).extension?.recordedLate).toBe(false);
  });

  it("does not throw if a clock was at 1970, even west of Greenwich", () => {
    const reset = record("done", "10-1", "2017-06-28", { t: "1970-01-01T00:00:00.000Z" });
    const source = { plan: plan([], { timezone: "America/New_York" }), journal: foldJournal([reset]) };
    expect(viewMilestone(source, standing(milestone(), "2017-07-03", [reset])).completedOn).toBe("2017-06-28");
  });
});

describe("listed milestones", () => {
  const late = milestone({ id: "1-1", window: "2017-01-01..2017-03-31" });
  const tasks = [
    task("1", [late, milestone({ id: "1-2" })], { divisions: ["c", "a"] }),
    task("2", [milestone({ id: "2-1", window: "2017-01-01..2017-01-31" })], { divisions: ["b"] }),
    task("3", [milestone({ id: "3-1", window: "2017-01-01..2017-03-31" })], { divisions: ["gone"] }),
  ];
  const asked = inquiry(plan(tasks), "2017-05-15", { journal: foldJournal([]) });
  const overdue = listMilestones(asked, select(asked), ({ state }) => state === "overdue");

  it("are those asked for, in plan order, with their task's title and divisions", () => {
    const context = overdue.map(({ id, taskTitle, divisions, lead, leadPlace }) => [
      id,
      taskTitle,
      divisions,
      lead,
      leadPlace,
    ]);
    expect(context).toEqual([
      ["1-1", "title of 1", ["division c", "division a"], "division c", 3],
      ["2-1", "title of 2", ["division b"], "division b", 2],
      ["3-1", "title of 3", ["gone"], "gone", 0],
    ]);
  });

  it("can be ordered by days overdue, most first, in plan order if equal", () => {
    expect(overdue.toSorted(moreDaysOverdue).map(({ id }) => id)).toEqual(["2-1", "1-1", "3-1"]);
    expect(overdue.map(({ id }) => id)).toEqual(["1-1", "2-1", "3-1"]);
  });

  it("count words on their task as their own while open, and the latest of both is the last word", () => {
    const records = [
      record("note", "1", "2017-05-02", { note: "Under way", problem: "No partner", next: "Ask again" }),
      record("note", "1", "2017-05-20", { note: "After the day" }),
      record("note", "2", "2017-05-02", { note: "Of another task" }),
      record("progress", "1-2", "2017-04-02", { percent: 10, next: "Older than the problem" }),
    ];
    const done = record("done", "1-1", "2017-05-01");
    const said = (all: readonly JournalRecord[]): unknown => {
      const question = inquiry(plan(tasks), "2017-05-15", { journal: foldJournal(all) });
      const listed = listMilestones(question, select(question));
      const owned = standingsWhere(select(question), isOpen);
      const open = listed.filter(({ state }) => state !== "done");
      expect(viewListed(question, owned).lines.items).toMatchObject(
        open.map((one) => ({
          ...{ id: one.id, saidOfTask: one.saidOfTask, lastWord: one.lastWord },
          ...{ problem: one.problem, problemOn: one.problemOn },
          ...{ nextStep: one.nextStep, nextStepOn: one.nextStepOn },
        })),
      );
      return listed.map((one) => [one.id, one.saidOfTask, one.lastWord?.text, one.problem, one.nextStep]);
    };
    expect(said(records)).toEqual([
      ["1-1", true, "Under way", "No partner", "Ask again"],
      // Its own word and next step are older, so the step is not about the task's problem.
      ["1-2", true, "Under way", "No partner", "Ask again"],
      ["2-1", true, "Of another task", null, null],
      ["3-1", false, undefined, null, null],
    ]);
    expect((said([...records, done]) as unknown[])[0]).toEqual(["1-1", false, undefined, null, null]);
    // A later word of its own comes first, and the task's problem stays until another is named.
    const later = record("note", "1-2", "2017-05-05", { note: "Found one", next: "Sign" });
    expect((said([...records, later]) as unknown[])[1]).toEqual(["1-2", false, "Found one", "No partner", "Sign"]);
    const other = record("note", "1-2", "2017-05-06", { note: "Signed", problem: "No room" });
    expect((said([...records, later, other]) as unknown[])[1]).toEqual(["1-2", false, "Signed", "No room", null]);
    // An extension is no word on how it is going, but may name a problem and a step.
    const extension = record("extend", "1-2", "2017-05-06", { to: "2017-12-31", problem: "No staff", next: "Hire" });
    expect((said([...records, later, extension]) as unknown[])[1]).toEqual([
      "1-2",
      false,
      "Found one",
      "No staff",
      "Hire",
    ]);
  });

  it("come last if not overdue", () => {
    const all = listMilestones(asked, select(asked), () => true);
    expect(all.toSorted(moreDaysOverdue).map(({ id }) => id)).toEqual(["2-1", "1-1", "3-1", "1-2"]);
  });
});
