/** The lines below a milestone: its evidence if it is done; its extension and last word if it is open. */
import { expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { viewCalendar } from "../../src/core/views/calendar.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { detailLines } from "../../src/reporters/words/milestone-lines.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { inquiry, milestone, plan, record, task } from "../support/builders.ts";

/** The lines below a milestone of the second quarter, as of its end. */
function linesBelow(...records: JournalRecord[]): string[] {
  const asked = inquiry(plan([task("10", [milestone()])]), "2017-06-30", { journal: foldJournal(records) });
  return viewCalendar(asked).milestones.flatMap((one) => detailLines(one, 2017, plainLook(catalogueOf("zh"))));
}

const NOTE = record("note", "10-1", "2017-06-20", { note: "等待会签", next: "再次协商" });
const MOVED = { to: "2017-09-30", reason: "等批复", approver: "局长" };

it("has no lines if nothing was said", () => {
  expect(linesBelow()).toEqual([]);
});

it("shows the last word and the next step of an open milestone", () => {
  expect(linesBelow(NOTE)).toEqual(["06-20 等待会签；下步：再次协商"]);
});

it("shows no words once a milestone is done or cancelled", () => {
  const done = record("done", "10-1", "2017-06-21", { evidence: [{ kind: "doc", value: "验收意见" }] });
  expect(linesBelow(NOTE, done)).toEqual(["佐证：验收意见"]);
  expect(linesBelow(NOTE, record("cancel", "10-1", "2017-06-21", { reason: "x", approver: "y" }))).toEqual([]);
});

it("shows an extension with approver and reason, and whether it was recorded after the day that it moves", () => {
  const inTime = record("extend", "10-1", "2017-06-10", MOVED);
  expect(linesBelow(inTime)).toEqual(["原时限 06-30，延至 09-30（局长批准）；等批复"]);
  const later = record("extend", "10-1", "2017-06-10", { ...MOVED, t: "2017-07-05T04:00:00.000Z" });
  expect(linesBelow(later)).toEqual(["原时限 06-30，延至 09-30（局长批准，补登）；等批复"]);
});
