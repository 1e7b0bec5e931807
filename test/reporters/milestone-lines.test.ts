/** What stands below a milestone: what proves it where it is done; how it was moved and what was last said where it is open. */
import { expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { viewCalendar } from "../../src/core/views/calendar.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { detailLines } from "../../src/reporters/words/milestone-lines.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { inquiry, milestone, plan, record, task } from "../support/builders.ts";

/** The lines below a milestone of the second quarter, as of the end of it. */
function linesBelow(...records: JournalRecord[]): string[] {
  const asked = inquiry(plan([task("10", [milestone()])]), "2017-06-30", { journal: foldJournal(records) });
  return viewCalendar(asked).milestones.flatMap((one) => detailLines(one, 2017, plainLook(catalogueOf("zh"))));
}

const NOTE = record("note", "10-1", "2017-06-20", { note: "等待会签", next: "再次协商" });
const MOVED = { to: "2017-09-30", reason: "等批复", approver: "局长" };

it("there is nothing where nothing was said", () => {
  expect(linesBelow()).toEqual([]);
});

it("what is open has what was last said, and what is to be done next", () => {
  expect(linesBelow(NOTE)).toEqual(["06-20 等待会签；下步：再次协商"]);
});

it("what is done or cancelled has no open words any more", () => {
  const done = record("done", "10-1", "2017-06-21", { evidence: [{ kind: "doc", value: "验收意见" }] });
  expect(linesBelow(NOTE, done)).toEqual(["佐证：验收意见"]);
  expect(linesBelow(NOTE, record("cancel", "10-1", "2017-06-21", { reason: "x", approver: "y" }))).toEqual([]);
});

it("an extension is told with who granted it and why, and that it was written down after the day that it moves", () => {
  const inTime = record("extend", "10-1", "2017-06-10", MOVED);
  expect(linesBelow(inTime)).toEqual(["原时限 06-30，延至 09-30（局长批准）；等批复"]);
  const later = record("extend", "10-1", "2017-06-10", { ...MOVED, t: "2017-07-05T04:00:00.000Z" });
  expect(linesBelow(later)).toEqual(["原时限 06-30，延至 09-30（局长批准，补登）；等批复"]);
});
