/** Texts about an indicator's verdict, also for quarterly targets. */
import { describe, expect, it } from "vitest";
import { foldJournal } from "../../src/core/journal/fold.ts";
import { viewIndicator } from "../../src/core/views/indicator.ts";
import { viewIndicators } from "../../src/core/views/indicators.ts";
import type { Filters } from "../../src/core/selection.ts";
import type { Indicator } from "../../src/core/plan.ts";
import { plainLook } from "../../src/reporters/look.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { amountText, differenceText, targetText, verdictText } from "../../src/reporters/words/indicator-lines.ts";
import { indicator, inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { viewShow } from "../../src/core/views/show.ts";

const ZH = plainLook(catalogueOf("zh"));
const TASK = { id: "10", added: null, milestones: [] };
const COURSES = indicator("courses", { basis: "flow", min: 2, unit: "期", per: "quarter" });

/** The verdict in words in the middle of the year, after totals on these days. */
function said(readings: Readonly<Record<string, number>>): string {
  const records = Object.entries(readings).map(([on, value]) => record("reading", "10/courses", on, { value }));
  const view = viewIndicator(inquiry(plan([]), "2017-06-30", { journal: foldJournal(records) }), TASK, COURSES);
  return verdictText(view, 2017, ZH);
}

describe("an amount", () => {
  it("has a space before its unit, except percentages, and differences of percentages are points", () => {
    expect([amountText(12, "家"), amountText(6.1, "%")]).toEqual(["12 家", "6.1%"]);
    expect([differenceText(-4, "家", ZH), differenceText(-0.9, "%", ZH)]).toEqual(["4 家", "0.9 个百分点"]);
  });
});

describe("a target", () => {
  const target = (more: Partial<Indicator>, look = ZH): string =>
    targetText(viewIndicator(inquiry(plan([]), "2017-06-30"), TASK, indicator("x", more)), look);

  it("names its baseline, for a growth without the unit of the growth", () => {
    expect(target({ min: 12, baseline: 0 })).toBe("至少 12 家（上年基数 0 家）");
    expect(target({ min: 20, unit: "%", basis: "growth", baseline: 4000 })).toBe("至少 20%（上年基数 4000）");
    expect(target({ min: 12, stretch: true, baseline: 9 }, plainLook(catalogueOf("en")))).toBe(
      "at least 12 家 (stretch) (baseline 9 家)",
    );
  });
});

describe("the verdict on an indicator with an upper limit", () => {
  const verdict = (more: Partial<Indicator>, value: number): string => {
    const records = [record("reading", "10/x", "2017-06-30", { value })];
    const asked = inquiry(plan([]), "2017-06-30", { journal: foldJournal(records) });
    return verdictText(viewIndicator(asked, TASK, indicator("x", { min: null, ...more })), 2017, ZH);
  };

  it("says how much of it is used up, but not for a rank", () => {
    expect(verdict({ basis: "flow", max: 8 }, 3)).toMatch(/，占上限的 37\.5%$/);
    expect(verdict({ basis: "rank", max: 10 }, 8)).toBe("✓ 绿 达标");
  });
});

describe("the verdict on a flow without a share", () => {
  it("gives the gap to the target, not to pace", () => {
    const records = [record("reading", "10/x", "2017-06-30", { value: -1 })];
    const asked = inquiry(plan([]), "2017-06-30", { journal: foldJournal(records) });
    const view = viewIndicator(asked, TASK, indicator("x", { basis: "flow", min: 0, unit: "件" }));
    expect([view.verdict, view.gap]).toEqual(["behind", null]);
    expect(verdictText(view, 2017, ZH)).toBe("! 黄 未达目标，差 1 件");
  });
});

describe("the verdict on a quarterly target", () => {
  it("names the quarters without a reading, and the verdict of the latest", () => {
    expect(said({ "2017-06-30": 2 })).toBe("◦ 灰 一季度未报至季末，二季度达标");
  });

  it("names the missed quarters, and the verdict of the latest unless it is one of them", () => {
    expect(said({ "2017-03-31": 1, "2017-06-30": 2 })).toBe("! 黄 一季度未达标，二季度达标");
    expect(said({ "2017-03-31": 2, "2017-06-30": 1 })).toBe("! 黄 二季度未达标");
  });
});

describe("the verdict on a quarterly limit", () => {
  it("names the quarters in which it was not kept", () => {
    const records = [record("reading", "10/x", "2017-03-31", { value: 3 })];
    const limit = indicator("x", { basis: "flow", min: null, max: 2, unit: "件", per: "quarter" });
    const view = viewIndicator(inquiry(plan([]), "2017-05-15", { journal: foldJournal(records) }), TASK, limit);
    expect(verdictText(view, 2017, ZH)).toBe("! 黄 一季度超过上限");
  });

  it("of a rank are quarters in which it was missed", () => {
    const records = [record("reading", "10/x", "2017-03-31", { value: 15 })];
    const rank = indicator("x", { basis: "rank", min: null, max: 10, unit: "名", per: "quarter" });
    const view = viewIndicator(inquiry(plan([]), "2017-05-15", { journal: foldJournal(records) }), TASK, rank);
    expect(verdictText(view, 2017, ZH)).toBe("! 黄 一季度未达标");
  });
});

describe("the gap of a percentage", () => {
  it("has all its decimals in the screen's column, as in the words below it", async () => {
    const gaps = async (value: number): Promise<string> => {
      const indicators = [indicator("x", { basis: "ratio", min: null, max: 0.2, unit: "%" })];
      const asked = inquiry(plan([task("1", [milestone()], { indicators })]), "2017-06-30", {
        journal: foldJournal([record("reading", "1/x", "2017-06-30", { value })]),
      });
      return renderScreen(viewIndicators(asked), ZH);
    };
    expect(await gaps(0.25)).toMatch(/ -0\.05\n(?:.*\n)+.*超过上限 0\.05 个百分点/);
    expect(await gaps(0.18)).toContain(" +0.02\n");
    expect(await gaps(1.2)).toContain(" -1.0\n");
  });
});

describe("a target cancelled with its task", () => {
  it("is shown and explained as cancelled in show, with or without a reading", async () => {
    const targets = [indicator("read", { min: 9, unit: "家" }), indicator("unread", { min: 9, unit: "家" })];
    const own = task("10", [milestone({ id: "10-1" })], { indicators: targets });
    const approval = { reason: "机构改革", approver: "办公会" };
    const journal = foldJournal([
      record("reading", "10/read", "2017-05-05", { value: 3 }),
      record("cancel", "10-1", "2017-06-01", approval),
    ]);
    const screen = await renderScreen(viewShow(inquiry(plan([own]), "2017-07-03", { journal }), own, new Map()), ZH);
    expect(screen).not.toContain("未填报");
    expect(screen.match(/◦ 灰 已取消$/gm)).toHaveLength(targets.length);
    expect(screen).toContain("图例  ◦ 灰 暂不评价，已取消\n");
  });
});

describe("the screen of indicators without any", () => {
  it.each<[string, Partial<Filters>, string]>([
    ["in the plan", {}, "计划里没有量化指标"],
    ["that fits a filter", { tasks: ["1"] }, "没有符合条件的量化指标"],
  ])("says that there is none %s", async (_, filters, words) => {
    const view = viewIndicators(inquiry(plan([task("1", [milestone()])]), "2017-06-30", filters));
    expect((await renderScreen(view, ZH)).trimEnd().split("\n").at(-1)).toBe(words);
  });
});
