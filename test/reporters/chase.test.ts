/** The chasing list: sentences to each division that leads something overdue, to paste into a message. */
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { viewOverdue } from "../../src/core/views/tasks.ts";
import { renderChase } from "../../src/reporters/chase.ts";
import { inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";

/** What division b leads has been overdue for longer than what a leads. */
const PLAN = plan([
  task("1", [milestone({ id: "1-1", window: "2017-01-01..2017-03-31", text: "出台办法。" })], {
    title: "提升质量",
    divisions: ["b", "c", "a"],
  }),
  task("2", [
    milestone({ id: "2-1", window: "2017-04-01..2017-06-30" }),
    milestone({ id: "2-2", window: "2017-04-01..2017-06-20" }),
  ]),
]);

function chased(asOf: string, records: readonly JournalRecord[], isForecast = false): string[] {
  const view = viewOverdue(inquiry(PLAN, asOf, { journal: foldJournal(records) }));
  return renderChase(view, catalogueOf("zh"), isForecast).split("\n");
}

describe("the chasing list", () => {
  it("goes by the plan's order of divisions, and within one by days", () => {
    const records = [
      record("extend", "1-1", "2017-03-20", {
        to: "2017-05-31",
        reason: "x",
        approver: "局长",
        t: "2017-04-05T04:00:00.000Z",
      }),
      record("note", "1-1", "2017-06-05", { note: "等待会签。", problem: "没有合作方", next: "再次协商。" }),
    ];
    expect(chased("2017-07-03", records)).toEqual([
      "致 division a：截至 2017年7月3日，由你单位牵头的节点逾期 2 个，请抓紧办理并报送进展情况。",
      "1. 2-2 text of 2-2（任务2 title of 2）：时限 6月20日，逾期 13 天；尚无进展记录。",
      "2. 2-1 text of 2-1（任务2 title of 2）：时限 6月30日，逾期 3 天；尚无进展记录。",
      "",
      "致 division b：截至 2017年7月3日，由你单位牵头的节点逾期 1 个，请抓紧办理并报送进展情况。",
      "1. 1-1 出台办法（任务1 提升质量）：原时限 3月31日，经局长批准延至 5月31日，逾期 33 天；延期系补登；" +
        "最近情况：6月5日 等待会签；存在问题：没有合作方；下步措施：再次协商；配合处室 division c、division a。",
      "",
    ]);
  });

  it("says that nothing is overdue", () => {
    expect(chased("2017-03-31", [])).toEqual(["截至 2017年3月31日，没有逾期的节点。", ""]);
    expect(chased("2017-03-31", [], true)).toEqual(["按现有记录，到 2017年3月31日，没有逾期的节点。", ""]);
  });
});
