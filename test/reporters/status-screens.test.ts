/** The screens of `status`, and that they do not compute what they do not show, which would double their cost. */
import { describe, expect, it } from "vitest";
import { plainLook } from "../../src/reporters/look.ts";
import { renderScreen } from "../../src/reporters/terminal/screen.ts";
import { foldJournal } from "../../src/core/journal/fold.ts";
import type { Milestone } from "../../src/core/plan.ts";
import type { Filters } from "../../src/core/selection.ts";
import { type StatusView, viewStatus } from "../../src/core/views/status.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { inquiry, milestone, plan, record, task } from "../support/builders.ts";
import { ask2017 } from "../support/plan-2017.ts";

const LOOK = { ...plainLook(catalogueOf("zh")), width: 78 };

/** A view that throws if a group's light is read. */
function withoutGroupLights(view: StatusView): StatusView {
  for (const group of view.groups) {
    for (const key of ["light", "lightReason"]) {
      Object.defineProperty(group, key, {
        enumerable: true,
        get: () => {
          throw new Error(`the group's ${key} is not shown`);
        },
      });
    }
  }
  return view;
}

describe("a screen of status", () => {
  it("has two spaces before a share, also before 100%", async () => {
    const own = plan([task("1", [milestone({ id: "1-1", window: "2017-01-01..2017-03-31" })])]);
    const lines = (await renderScreen(viewStatus(inquiry(own, "2017-05-01")), LOOK)).split("\n");
    const overdue = lines.find((line) => line.startsWith("  ✗ 逾期")) ?? "";
    expect(overdue).toMatch(/^ {2}✗ 逾期 {2,} 1 {2}100\.0% {2}/);
    expect(lines.find((line) => line.includes("已完成"))).toMatch(/ 0 {4}0\.0%/);
  });

  it.each([
    ["zh", "时限在 2018 年一季度的节点：待完成 1 个"],
    ["en", "due days in Q1 2018: 1 open"],
  ] as const)("names a quarter after the plan's year as such (%s)", async (language, line) => {
    const own = plan([task("1", [milestone({ id: "1-1", window: "2017-11-01..2018-02-28" })])]);
    const view = viewStatus(inquiry(own, "2018-01-15", { divisions: ["a"] }));
    expect((await renderScreen(view, { ...LOOK, catalogue: catalogueOf(language) })).split("\n")).toContain(line);
  });

  it.each([
    [100, "  量化指标 29 个：超额 1，达标 2，达到序时 1，未达序时或目标 2，未填报 23；到期未达标 3"],
    [78, "  量化指标 29 个，其中未达序时或目标 2，未填报 23；到期未达标 3"],
  ])("does not drop targets past due in favour of those reached: in %i columns", async (width, line) => {
    const read = {
      "5/application-growth": 25,
      "10/agencies": 10,
      "10/courses": 1,
      "13/cases": 120,
      "24/partner-firms": 1,
    };
    const readings = Object.entries({ ...read, "9/applications": 11_000 }).map(([ref, value]) =>
      record("reading", ref, "2017-06-30", { value }),
    );
    const asked = { ...ask2017("2017-07-03"), journal: foldJournal(readings) };
    const lines = (await renderScreen(viewStatus(asked), { ...LOOK, width })).split("\n");
    expect(lines).toContain(line);
  });

  it.each<[string, Partial<Filters>]>([
    ["of the year", {}],
    ["of a quarter", { quarters: [2] }],
    ["of a division", { divisions: ["zlglc"] }],
  ])("reads no group's light: %s", async (_, filters) => {
    const asked = ask2017("2017-07-03", filters);
    const text = await renderScreen(viewStatus(asked), LOOK);
    expect(text.split("\n").length).toBeGreaterThan(10);
    expect(await renderScreen(withoutGroupLights(viewStatus(asked)), LOOK)).toBe(text);
  });

  it.each([
    [12, []],
    [13, ["等 13 个", "每行最多列 12 个"]],
  ])("lists up to twelve open milestones in a group's row: of %i", async (count, words) => {
    const window = "2017-04-01..2017-06-30";
    const milestones = Array.from({ length: count }, (_, index) => milestone({ id: `1-${index + 1}`, window }));
    const view = viewStatus(inquiry(plan([task("1", milestones)]), "2017-05-01", { quarters: [2] }));
    const text = await renderScreen(view, LOOK);
    expect(text).toMatch(/ 1-12(?!\d)/);
    expect(text).not.toContain("1-13");
    expect(["等 13 个", "每行最多列 12 个"].filter((word) => text.includes(word))).toEqual(words);
  });

  it.each([
    ["zh", "应于四季度或年度以后完成"],
    ["en", "2 of them due later, in Q4 or after the year"],
  ] as const)("does not put into the year's quarters what is due after it: %s", async (language, words) => {
    const spans = ["2017-08-01..2017-12-31", "2017-08-01..2018-03-31"];
    const milestones = spans.map((window, index) => milestone({ id: `1-${index + 1}`, window }));
    const view = viewStatus(inquiry(plan([task("1", milestones)]), "2017-09-05", { quarters: [3] }));
    expect(await renderScreen(view, { ...LOOK, catalogue: catalogueOf(language) })).toContain(words);
  });
});

describe("a division's screen of a period", () => {
  const windows = ["2017-04-01..2017-06-30", "2017-04-01..2017-06-30", "2017-01-01..2017-09-30"];
  const own = task(
    "1",
    windows.map((window, index) => milestone({ id: `1-${index + 1}`, window })),
  );
  const assisted = task("2", [milestone({ id: "2-1", window: "2017-04-01..2017-06-30" })], { divisions: ["b", "a"] });
  const journal = foldJournal([record("done", "1-1", "2017-05-02")]);

  async function linesOf(quarters: Filters["quarters"], language: "zh" | "en" = "zh"): Promise<string[]> {
    const view = viewStatus(inquiry(plan([own, assisted]), "2017-05-15", { journal, quarters, divisions: ["a"] }));
    const text = await renderScreen(view, { ...LOOK, catalogue: catalogueOf(language) });
    return text.split("\n").map((line) => line.trim());
  }

  it("says how much of what the division leads is due in the period, and done", async () => {
    // 1-3 overlaps the second quarter and is due in the third; 2-1 is only assisted.
    expect(await linesOf([2])).toContain("本季应完成 2 个，已完成 1 个  本季完成率 50.0%（1/2）");
    expect(await linesOf([2, 3])).toContain("期内应完成 3 个，已完成 1 个  期内完成率 33.3%（1/3）");
    expect(await linesOf([2], "en")).toContain("2 due in the quarter, 1 done  completion of the quarter 50.0% (1/2)");
    expect((await linesOf(null)).join("")).not.toContain("应完成");
  });

  it("says that the fraction of a task is for the whole year", async () => {
    const titleOf = (lines: readonly string[]): string | undefined => lines.find((line) => line.startsWith("任务"));
    expect(titleOf(await linesOf([2]))).toMatch(/四季 {2}全年完成 {2}牵头任务/);
    expect(titleOf(await linesOf(null))).toMatch(/四季 +完成 {2}牵头任务/);
  });
});

describe("what a division's screen lists separately", () => {
  const three = (id: string): Milestone[] => [1, 2, 3].map((number) => milestone({ id: `${id}-${number}` }));
  const own = plan([task("1", three("1")), task("2", three("2"), { divisions: ["b", "a"] })]);
  const records = [
    ...["1-1", "2-1"].map((id) => record("done", id, "2017-06-20")),
    record("extend", "2-2", "2017-06-12", { to: "2017-09-30" }),
    record("cancel", "2-3", "2017-06-15", { reason: "并入他项", approver: "局长" }),
  ];
  const linesOf = async (filters: Partial<Filters>, language: "zh" | "en" = "zh"): Promise<string[]> => {
    const view = viewStatus(inquiry(own, "2017-06-30", { journal: foldJournal(records), ...filters }));
    const screen = await renderScreen(view, { ...LOOK, catalogue: catalogueOf(language) });
    return screen.split("\n").filter((line) => /佐证|延期|不计入|evidence|extended|not in rates/.test(line));
  };

  it("is split by what it leads and what it only assists", async () => {
    expect(await linesOf({ divisions: ["a"] })).toEqual([
      "  缺佐证材料：牵头 1（1-1），配合 1（2-1）",
      "  经批准延期：牵头 0，配合 1（2-2）",
      "  不计入各完成率 1 个：2-3（配合） 06-15 取消（局长批准；并入他项）",
    ]);
    expect(await linesOf({ divisions: ["a"] }, "en")).toEqual([
      "  without evidence: led 1 (1-1), assisted 1 (2-1)",
      "  extended: led 0, assisted 1 (2-2)",
      "  1 not in rates: 2-3 (assist) cancelled 06-15 (approved by 局长; 并入他项)",
    ]);
  });

  it("is not split if it assists none of them, or if only what it assists is shown", async () => {
    expect(await linesOf({ divisions: ["b"] })).toEqual([
      "  缺佐证材料 1（2-1）",
      "  经批准延期 1（2-2）",
      "  不计入各完成率 1 个：2-3 06-15 取消（局长批准；并入他项）",
    ]);
    expect((await linesOf({ divisions: ["a"], role: "assist" }))[0]).toBe("  缺佐证材料 1（2-1）");
  });
});
