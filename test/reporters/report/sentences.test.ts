/** The sentences of the bulletin are true, and do not contradict the sentences and numbers around them. */
import { describe, expect, it } from "vitest";
import type { ReportSection } from "../../../src/core/report-template.ts";
import { foldJournal } from "../../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../../src/core/journal/record.ts";
import type { Quarter } from "../../../src/core/calendar.ts";
import { viewReport } from "../../../src/core/views/report.ts";
import { inquiry, milestone, plan, record, task } from "../../support/builders.ts";
import { documentOf } from "../../support/example-report.ts";

/** `1-1` is due at the end of June, `1-2` at the end of September. */
const PLAN = plan([
  task("1", [
    milestone({ id: "1-1", window: "2017-04-01..2017-06-30" }),
    milestone({ id: "1-2", window: "2017-07-01..2017-09-30" }),
  ]),
]);
const EARLY = record("done", "1-2", "2017-06-20");

/** The paragraphs of one section of a quarter's bulletin as of the day. */
function said(
  section: ReportSection,
  [quarter, asOf]: readonly [Quarter, string],
  records: readonly JournalRecord[],
  language: "zh" | "en" = "zh",
  of = PLAN,
): string {
  const asked = inquiry(of, asOf, { journal: foldJournal(records), quarters: [quarter] });
  const part = documentOf(viewReport(asked), language).sections.find(({ id }) => id === section);
  return part?.blocks.map((block) => (block.kind === "paragraph" ? block.text : "")).join("") ?? "";
}

describe("if nothing was completed in the quarter", () => {
  it("says so", () => {
    expect(said("finished", [3, "2017-08-01"], [])).toBe("三季度没有节点完成。");
    expect(said("finished", [3, "2017-08-01"], [], "en")).toBe("Nothing was completed in Q3.");
  });

  it("says that what is due in it was done before", () => {
    expect(said("overview", [3, "2017-06-30"], [EARLY])).toContain("三季度应完成1个节点，已完成1个");
    expect(said("finished", [3, "2017-06-30"], [EARLY])).toBe("三季度没有节点完成；应完成的节点中有1个此前已完成。");
    const english = "Nothing was completed in Q3; of what is due in it, 1 done before.";
    expect(said("finished", [3, "2017-06-30"], [EARLY], "en")).toBe(english);
  });

  it("says that what was due in it was done later", () => {
    const late = record("done", "1-1", "2017-07-20");
    expect(said("finished", [2, "2017-07-31"], [late])).toBe("二季度没有节点完成；应完成的节点中有1个此后完成。");
    expect(said("finished", [2, "2017-07-31"], [late], "en")).toBe(
      "Nothing was completed in Q2; of what is due in it, 1 done after.",
    );
  });

  it("says both if some was done before and some later", () => {
    const milestones = ["1-1", "1-2"].map((id) => milestone({ id, window: "2017-04-01..2017-06-30" }));
    const records = [record("done", "1-1", "2017-03-20"), record("done", "1-2", "2017-07-20")];
    expect(said("finished", [2, "2017-07-31"], records, "zh", plan([task("1", milestones)]))).toBe(
      "二季度没有节点完成；应完成的节点中有1个此前已完成，有1个此后完成。",
    );
  });

  it("says so of the year", () => {
    const records = [record("done", "1-1", "2018-01-10"), record("cancel", "1-2", "2017-09-01")];
    const view = viewReport(inquiry(PLAN, "2018-01-31", { journal: foldJournal(records) }));
    const blocks = documentOf(view, "zh").sections.find(({ id }) => id === "finished")?.blocks ?? [];
    expect(blocks).toMatchObject([{ text: "全年没有节点完成；应完成的节点中有1个此后完成。" }]);
  });
});

describe("compared with the day before the quarter", () => {
  it("says by how many points completion went up or down, and mentions no points if it did neither", () => {
    const since = (...records: JournalRecord[]): string => said("overview", [3, "2017-08-01"], records);
    expect(since()).toContain("完成率0.0%（0/2），与2017年6月30日持平。");
    const later = record("done", "1-1", "2017-07-20");
    expect(since(later)).toContain("与2017年6月30日相比，完成率由0.0%（0/2）变为50.0%（1/2），提高50.0个百分点。");
    expect(said("overview", [3, "2017-08-01"], [], "en")).toContain(
      "Completion is 0.0% (0/2), the same as on 30 June 2017.",
    );
    // One of two was done before, and the other was cancelled since.
    const done = record("done", "1-1", "2017-06-20");
    const dropped = record("cancel", "1-2", "2017-07-10", { approver: "局长" });
    expect(since(done, dropped)).toContain("完成率由50.0%（1/2）变为100.0%（1/1），提高50.0个百分点。");
  });
});

describe("a milestone with its due day in the next quarter", () => {
  // Recorded after 1-1 was due, the extension moves its due day into the third quarter, but 1-1 is still judged in the
  // second.
  const moved = record("extend", "1-1", "2017-07-10", { to: "2017-09-15" });

  it("is not counted as due in it, which depends on another day", () => {
    expect(said("next", [2, "2017-07-11"], [moved])).toBe("时限在三季度、尚未完成的节点2个：");
    expect(said("overview", [3, "2017-07-11"], [moved])).toContain("三季度应完成1个节点");
    const english = "2 milestones with due days in Q3 and still open:";
    expect(said("next", [2, "2017-07-11"], [moved], "en")).toBe(english);
  });

  it("is said not to exist, or to be done", () => {
    expect(said("next", [3, "2017-09-30"], [])).toBe("没有时限在四季度的节点。");
    expect(said("next", [3, "2017-09-30"], [], "en")).toBe("No milestone has a due day in Q4.");
    expect(said("next", [2, "2017-06-30"], [EARLY])).toBe("时限在三季度的1个节点均已完成。");
    expect(said("next", [2, "2017-06-30"], [EARLY], "en")).toBe("The one milestone with a due day in Q3 is done.");
  });

  it("is given with the day to judge by if the table has another one", () => {
    expect(said("changes", [3, "2017-07-11"], [moved])).toBe("经批准延期1个，原时限一并列出：没有取消的节点。");
  });
});

describe("if no division is silent", () => {
  it("says that what is due in the quarter has not fallen due yet", () => {
    expect(said("overview", [3, "2017-08-01"], [])).toContain("三季度应完成1个节点");
    expect(said("unreported", [3, "2017-08-01"], [])).toBe("三季度应完成的1个节点尚未到期。");
    const english = "What is due in Q3 (1 milestone) has not fallen due yet.";
    expect(said("unreported", [3, "2017-08-01"], [], "en")).toBe(english);
  });

  it("counts what is due from the first to the last day of the quarter, and nothing outside", () => {
    const dues = ["2017-06-30", "2017-07-01", "2017-09-30", "2017-10-01"];
    const milestones = dues.map((due, at) => milestone({ id: `1-${at + 1}`, window: `2017-06-30..${due}` }));
    const edges = plan([task("1", milestones)]);
    const early = record("done", "1-1", "2017-06-29");
    expect(said("unreported", [3, "2017-06-30"], [early], "zh", edges)).toBe("三季度应完成的2个节点尚未到期。");
  });

  it("says that nothing is due in the quarter, or that all of it was reported on", () => {
    expect(said("unreported", [4, "2017-11-01"], [])).toBe("四季度没有到期的节点。");
    expect(said("overview", [4, "2017-11-01"], [], "en")).toContain("Nothing is due in Q4.");
    expect(said("unreported", [3, "2017-10-01"], [EARLY])).toBe("三季度到期的节点，各牵头处室均已登记情况。");
  });
});

describe("if nothing is blocked, behind or left undone", () => {
  it("mentions other milestones only if some are overdue", () => {
    expect(said("behind", [2, "2017-06-20"], [record("done", "1-1", "2017-06-12")])).toBe(
      "没有逾期的节点。没有登记受阻或未达序时的节点，也没有到期未完成的。没有量化指标。",
    );
    const late = said("behind", [3, "2017-07-10"], []);
    expect(late).toContain("逾期1个：其余节点没有登记受阻或未达序时的情况，也没有到期未完成的。");
    expect(said("behind", [3, "2017-07-10"], [], "en")).toContain("Of the others none is recorded as blocked");
  });

  it("mentions no others for a part of the plan without milestones", () => {
    const bare = plan([task("1", [])]);
    expect(said("behind", [2, "2017-06-20"], [], "zh", bare)).not.toContain("其余");
    expect(said("behind", [2, "2017-06-20"], [], "en", bare)).toBe(
      "Nothing is overdue.No milestone is recorded as blocked or behind pace, or due and not done.There are no targets.",
    );
  });
});

describe("a milestone both extended and cancelled", () => {
  const dropped = [
    record("extend", "1-1", "2017-05-01", { to: "2017-08-31" }),
    record("cancel", "1-1", "2017-06-01", { reason: "并入" }),
  ];
  const kept = record("extend", "1-2", "2017-06-01", { to: "2017-10-31" });

  it("is not denied if no other was extended", () => {
    expect(said("changes", [2, "2017-06-30"], dropped)).toContain(
      "没有延期的节点（另有1个曾延期的已取消，列在下面）。",
    );
    expect(said("changes", [2, "2017-06-30"], dropped, "en")).toContain(
      "Nothing was extended besides 1 cancelled, listed below.",
    );
    expect(said("changes", [2, "2017-06-30"], [])).toContain("没有延期的节点。");
  });

  it("is counted besides those listed", () => {
    const text = said("changes", [2, "2017-06-30"], [...dropped, kept]);
    expect(text).toContain("经批准延期1个（另有1个曾延期的已取消，列在下面），原时限一并列出：");
  });
});

describe("a sentence about one milestone", () => {
  it("does not speak of all", () => {
    expect(said("finished", [2, "2017-06-30"], [EARLY])).toBe("二季度完成1个节点，按时完成。");
    expect(said("finished", [2, "2017-06-30"], [EARLY], "en")).toBe("Completed in Q2: 1 milestone, on time.");
    const late = record("done", "1-1", "2017-07-20");
    expect(said("finished", [3, "2017-07-31"], [late])).toBe("三季度完成1个节点，逾期完成。");
    expect(said("finished", [3, "2017-07-31"], [late], "en")).toBe("Completed in Q3: 1 milestone, late.");
  });

  it("has no plural", () => {
    expect(said("overview", [2, "2017-06-30"], [], "en")).toContain("There is 1 task with 2 milestones.");
  });
});
