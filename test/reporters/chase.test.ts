/** The chasing list: sentences to each division that leads something overdue, to be pasted into a message. */
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { JournalRecord } from "../../src/core/journal/record.ts";
import { renderChase } from "../../src/reporters/chase.ts";
import { day, indicator, inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { viewOverdue } from "../../src/core/views/overdue.ts";

/** What division b leads has been overdue for longer than what division a leads. */
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
  it("is ordered by division as in the plan, and then by days overdue", () => {
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

  it("gives the day to judge by if a later extension only moved the due day", () => {
    const records = [
      record("extend", "2-1", "2017-03-20", { to: "2017-08-15" }),
      record("extend", "2-1", "2017-08-10", { to: "2017-10-31" }),
      ...["1-1", "2-2"].map((id) => record("done", id, "2017-03-30")),
    ];
    expect(chased("2017-11-20", records)[1]).toBe(
      "1. 2-1 text of 2-1（任务2 title of 2）：原时限 6月30日，延至 10月31日，逾期 20 天；共延期 2 次；是否按时仍按 8月15日 算；尚无进展记录。",
    );
  });

  it("also asks for targets; for quarterly ones, for the quarter that is over", () => {
    const numbers = plan([
      task("3", [milestone({ id: "3-1", window: "2017-04-01..2017-06-30" })], {
        divisions: ["b", "c"],
        indicators: [
          indicator("parks", { basis: "flow", min: 5, due: day("2017-06-30") }),
          indicator("courses", { basis: "flow", min: 2, unit: "期", per: "quarter" }),
        ],
      }),
    ]);
    const readings = [
      record("reading", "3/courses", "2017-03-10", { value: 1, mode: "total" }),
      record("reading", "3/courses", "2017-06-10", { value: 2, mode: "total" }),
      record("done", "3-1", "2017-06-20"),
    ];
    const view = viewOverdue(inquiry(numbers, "2017-07-03", { journal: foldJournal(readings) }));
    // By 10 March, 2 10/31 of 3 months have elapsed: 77.4%.
    expect(renderChase(view, catalogueOf("zh"), false).split("\n")).toEqual([
      "致 division b：截至 2017年7月3日，由你单位牵头的量化指标到期未达标 2 个，请抓紧办理并报送进展情况。",
      "1. 3/courses name of courses（一季度），目标：每季度至少 2 期（任务3 title of 3）：时限 3月31日，逾期 94 天；" +
        "1 期（3月10日）；完成目标的 50.0%，序时应达 77.4%；一季度未达标；配合处室 division c。",
      "2. 3/parks name of parks，目标：至少 5 家（任务3 title of 3）：时限 6月30日，逾期 3 天；未填报；配合处室 division c。",
      "",
    ]);
    const unread = viewOverdue(inquiry(numbers, "2017-07-03", { journal: foldJournal([]) }));
    expect(renderChase(unread, catalogueOf("zh"), false)).toContain("量化指标到期未达标 2 个（3 次），请");
    expect(renderChase(unread, catalogueOf("en"), false)).toContain("2 targets of yours (3 due days) were not reached");
  });

  it("says why a limit counts that has not been exceeded", () => {
    const numbers = plan([
      task("3", [], {
        indicators: [indicator("lim", { basis: "flow", min: null, max: 5, unit: "起", due: day("2017-06-30") })],
      }),
    ]);
    const reading = record("reading", "3/lim", "2017-05-31", { value: 3, mode: "total" });
    const view = viewOverdue(inquiry(numbers, "2017-07-10", { journal: foldJournal([reading]) }));
    expect(renderChase(view, catalogueOf("zh"), false)).toContain(
      "时限 6月30日，逾期 10 天；3 起（5月31日）；暂不评价，到时限 6月30日 未再填报。",
    );
  });

  it("repeats what was said of the whole task if nothing was said of the milestone", () => {
    const said = record("note", "1", "2017-06-05", { note: "任务整体推进中。", problem: "缺机构", next: "8月对接" });
    expect(chased("2017-06-10", [said])[1]).toBe(
      "1. 1-1 出台办法（任务1 提升质量）：时限 3月31日，逾期 71 天；整项任务的最近情况：6月5日 任务整体推进中；" +
        "存在问题：缺机构；下步措施：8月对接；配合处室 division c、division a。",
    );
    const problem = record("note", "1", "2017-06-05", { problem: "缺机构" });
    expect(chased("2017-06-10", [problem])[1]).toContain("逾期 71 天；6月5日 存在问题：缺机构；");
  });

  it("dates a problem and a next step that are older than the last word", () => {
    const early = record("note", "1", "2017-01-20", { note: "成立起草组", next: "2月中旬出初稿" });
    const progress = record("progress", "1-1", "2017-06-05", { percent: 80 });
    const sentence = chased("2017-06-10", [early, progress])[1];
    expect(sentence).toContain("；最近情况：6月5日 进度 80%；1月20日 下步措施：2月中旬出初稿；");
    const problem = record("note", "1-1", "2017-05-10", { problem: "经费未到位", next: "协调财政" });
    expect(chased("2017-06-10", [problem, progress])[1]).toContain(
      "；最近情况：6月5日 进度 80%；5月10日 存在问题：经费未到位；下步措施：协调财政；",
    );
  });

  it("says that nothing is overdue", () => {
    expect(chased("2017-03-31", [])).toEqual(["截至 2017年3月31日，没有逾期的节点。", ""]);
    expect(chased("2017-03-31", [], true)).toEqual(["按现有记录，到 2017年3月31日，没有逾期的节点。", ""]);
  });
});
