/** Every view with lights has a legend that explains all its lights under the plan's light policy. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIGHT_RULES, type LightPolicy, milestoneLamp, thresholdsOf } from "../../src/core/light-policies.ts";
import type { LightFacts } from "../../src/core/lights.ts";
import { viewReport } from "../../src/core/views/report.ts";
import { catalogueOf } from "../support/catalogues.ts";
import { renderReport } from "../../src/reporters/report/formats.ts";
import { exampleView } from "../support/example-report.ts";
import { ask2017 } from "../support/plan-2017.ts";
import { plain } from "./display-width.ts";
import { makeHome, removeHome, runIn } from "./run-main.ts";

const LIGHTS = {
  zh: ["✗ 红", "! 黄", "▸ 蓝", "✓ 绿", "◦ 灰"],
  en: ["✗ red", "! yellow", "▸ blue", "✓ green", "◦ grey"],
} as const;
/** The first line of a legend. */
const BEGINS = /^(?:图例|Legend|亮灯规则|lights:|一个符号|one symbol)/m;
const POLICIES = Object.keys(LIGHT_RULES);
const REPORTS = [
  "list",
  "list --quarter 2",
  "list --state done",
  "show 10",
  "show 19",
  "due --days 90",
  "gantt",
  "status --division 专利管理处",
  "status --division 信息中心 --quarter 3",
] as const;

let home = "";

beforeAll(() => {
  home = makeHome(48);
});

afterAll(() => removeHome(home));

function follow(policy: string): void {
  const path = join(home, "plan/plan.yaml");
  writeFileSync(path, readFileSync(path, "utf8").replace(/lights: .+(?:\n {2}redGap: .+)?/, `lights: ${policy}`));
}

describe.each(POLICIES)("by the policy %s", (policy) => {
  it.each(REPORTS)("exactly the lights shown are explained: %s", async (command) => {
    follow(policy);
    for (const language of ["zh", "en"] as const) {
      const argv = [...command.split(" "), "--as-of", "2017-06-20", "--lang", language];
      const text = plain((await runIn(home, argv, { columns: 80 })).stdout);
      const begin = text.search(BEGINS);
      expect(begin, text).toBeGreaterThan(0);
      const [before, legend] = [text.slice(0, begin), text.slice(begin)];
      const words = LIGHTS[language].filter((mark) => before.includes(mark));
      const shapes = LIGHTS[language].filter(
        (mark) => /gantt|status/.test(command) && before.includes(mark.slice(0, 1)),
      );
      // Exactly those shown.
      expect(LIGHTS[language].filter((mark) => legend.includes(mark))).toEqual(
        LIGHTS[language].filter((mark) => [...words, ...shapes].includes(mark)),
      );
      const name = catalogueOf(language).words.lightPolicy(policy as keyof typeof LIGHT_RULES);
      if (policy !== "standard") expect(legend).toContain(name);
    }
  });
});

it("a division's legend says why something is red, where not only what is overdue is", async () => {
  follow("standard\n  redGap: 1");
  await runIn(home, ["progress", "19-3", "1", "--on", "2017-07-03", "--by", "综合科"]);
  const argv = ["status", "--division", "专利管理处", "--as-of", "2017-07-20", "--lang", "zh"];
  const text = plain((await runIn(home, argv, { columns: 80 })).stdout);
  await runIn(home, ["undo", "--by", "综合科"]);
  follow("standard");
  expect(text).toMatch(/✗ 红 逾期、严重滞后 {2}◦ 灰 待启动\n/);
});

describe("indicators", () => {
  it("have their own legend once there is a reading", async () => {
    follow("standard");
    const ask = async (): Promise<string> =>
      plain((await runIn(home, ["indicators", "--lang", "zh"], { columns: 80 })).stdout);
    expect(await ask()).not.toMatch(BEGINS);
    await runIn(home, ["reading", "9/applications", "6000", "--on", "Q1"]);
    expect(await ask()).toContain("图例  ! 黄 未达序时或目标\n");
  });

  const ask = async (command: string): Promise<string> =>
    plain(
      (await runIn(home, [...command.split(" "), "--as-of", "2017-07-03", "--lang", "zh"], { columns: 80 })).stdout,
    );

  it("have their own legend below milestones: a met target is not a done milestone", async () => {
    follow("standard");
    await runIn(home, ["reading", "9/grants", "6000", "--on", "2017-06-30"]);
    const legends = (await ask("show 9")).split("\n\n").filter((block) => block.startsWith("图例"));
    expect(legends).toEqual([
      // The task is behind in its first target, one milestone is done, the other is active.
      "图例  ! 黄 临期（14 天内），受阻，未达序时，逾期完成  ▸ 蓝 正常推进\n      ✓ 绿 已完成",
      "图例  ! 黄 未达序时或目标  ✓ 绿 达标，超额",
    ]);
  });

  it("have one where targets are due: each legend follows its own table", async () => {
    const text = await ask("due --quarter 4");
    expect(text).toMatch(/图例 {2}! 黄 未达序时或目标\n$/);
    expect(text.match(/^图例/gm)).toHaveLength(2);
  });

  it("have one where targets were missed, if one of these has a reading", async () => {
    expect(await ask("overdue --task 10")).not.toMatch(BEGINS);
    await runIn(home, ["reading", "10/courses", "1", "--on", "2017-03-24"]);
    expect(await ask("overdue --task 10")).toMatch(/\n\n图例 {2}! 黄 未达序时或目标\n$/);
  });
});

describe("in Markdown", () => {
  const ask = async (command: string): Promise<string> =>
    (await runIn(home, [...command.split(" "), "--format", "md", "--lang", "zh"])).stdout;

  it.each(["list", "show 10", "due", "gantt"])("has the legend as a table: %s", async (command) => {
    expect(await ask(command)).toContain("## 图例（默认规则）");
  });

  it("has a legend for the lights of the table, and none if it shows none", async () => {
    expect(await ask("list --state overdue")).toMatch(
      /## 图例（默认规则）\n\n\| 灯 \| 含义 \|\n.*\n\| 红 \| 逾期 \|\n$/,
    );
    expect(await ask("list --state cancelled")).not.toContain("图例");
    expect(await ask("status")).not.toContain("图例");
  });
});

describe("the bulletin", () => {
  it.each(["md", "html", "docx"] as const)("has one legend: %s", async (format) => {
    const content = await renderReport(exampleView(), format, { catalogue: catalogueOf("zh"), isForecast: false });
    const text = format === "docx" ? await wordText(content) : String(content);
    expect(text.match(/灯的含义：红 逾期；黄 临期（14 天内），受阻，未达序时，逾期完成；/g)).toHaveLength(1);
  });

  it("explains no light of an empty bar", async () => {
    // Nothing is overdue, done or late yet, so no bar of the chart is red or green.
    const view = viewReport(ask2017("2017-01-10", { quarters: [1] }));
    const text = String(await renderReport(view, "html", { catalogue: catalogueOf("zh"), isForecast: false }));
    expect(text).toContain("灯的含义：蓝 正常推进；灰 待启动，已取消。");
  });

  it.each([
    ["zh", "量化指标灯的含义：黄 未达序时或目标；蓝 达到序时，未超过上限；绿 达标，超额。"],
    [
      "en",
      "Lights of indicators: yellow behind pace or short of the target; blue on pace, within the limit; green met, exceeded.",
    ],
  ] as const)("explains lights of indicators apart: %s", async (language, expected) => {
    const text = await renderReport(exampleView(), "md", { catalogue: catalogueOf(language), isForecast: false });
    expect(
      String(text)
        .split("\n")
        .filter((line) => line === expected),
    ).toHaveLength(1);
  });

  it("has it if the office leaves out the first section", async () => {
    const asked = ask2017("2017-06-30", { quarters: [2] });
    const report = { sections: ["unproven", "next"] as const };
    const view = viewReport({ ...asked, plan: { ...asked.plan, policy: { ...asked.plan.policy, report } } });
    const text = String(await renderReport(view, "md", { catalogue: catalogueOf("zh"), isForecast: false }));
    expect(text.trimEnd().split("\n").at(-1)).toBe("灯的含义：蓝 正常推进；灰 待启动，已取消。");
  });
});

async function wordText(content: string | Uint8Array): Promise<string> {
  const mammoth = await import("mammoth");
  return (await mammoth.default.extractRawText({ buffer: Buffer.from(content) })).value;
}

it("uses no plural for one day, one month and one point", () => {
  const { legend, indicatorLegend } = catalogueOf("en").words;
  for (const name of ["standard", "suqian", "yinchuan", "sanya"] as const) {
    const policy = { name, yellowGap: 1, redGap: 1, redMonths: 1, dueSoonDays: 1 };
    for (const texts of [legend(policy), indicatorLegend(policy)]) {
      expect(Object.values(texts).join(" ")).not.toMatch(/\b1 (?:days|months|points)|1 month missed in a row/);
    }
  }
});

describe.each(Object.keys(LIGHT_RULES) as LightPolicy[])(
  "by the policy %s rows and legend have the same words",
  (name) => {
    const facts = {
      late: false,
      block: null,
      dueSoon: false,
      pace: null,
      monthsMissed: 0,
      monthsUntouched: 0,
    } as const;
    const half = { actual: 50, expected: 50 };

    it.each<[string, Partial<LightFacts> & Pick<LightFacts, "state">]>([
      ["what runs, with no word on how far it is", { state: "active" }],
      ["what is as far as the pace asks", { state: "active", pace: half }],
      ["what is blocked", { state: "active", block: {} }],
      ["what is done", { state: "done" }],
      ["what has not begun", { state: "upcoming" }],
      ["what was cancelled", { state: "cancelled" }],
    ])("for %s", (_, own) => {
      const { light, lightReason } = milestoneLamp({ ...facts, ...own }, { lights: name });
      for (const language of ["zh", "en"] as const) {
        const { words } = catalogueOf(language);
        const policy = { name, ...thresholdsOf({ lights: name }), dueSoonDays: 14 };
        expect(words.legend(policy)[light]).toContain(words.reason(lightReason));
      }
    });
  },
);

describe("a policy with its own thresholds", () => {
  const zh = catalogueOf("zh").words.legend;
  const en = catalogueOf("en").words.legend;
  const yinchuan = { name: "yinchuan", yellowGap: 10, redGap: 30, redMonths: 3, dueSoonDays: 14 } as const;
  const sanya = { name: "sanya", yellowGap: 0, redGap: 50, redMonths: 2, dueSoonDays: 14 } as const;

  it("says when overdue milestones are red and when yellow", () => {
    expect(zh(yinchuan)).toMatchObject({
      red: "低于序时超过 30 个百分点，逾期且进度不到 70%，连续 3 个月未见进展",
      yellow: "低于序时 10 至 30 个百分点，应启动的月份未见进展，逾期但已到 70%，受阻",
    });
    expect(en(yinchuan).red).toContain(", overdue with less than 70% done,");
    expect(en(yinchuan).yellow).toContain(", overdue with 70% done or more,");
  });

  it("mentions no gap of zero, and no yellow month if that is already red", () => {
    expect(zh({ ...yinchuan, yellowGap: 0 })).toMatchObject({ blue: "未报进度" });
    expect(zh({ ...yinchuan, redMonths: 1 }).yellow).not.toContain("未见进展");
    expect(zh({ ...sanya, redMonths: 1 }).yellow).toBe("比序时低 50% 以内，受阻");
    expect(en({ ...sanya, redMonths: 1 }).red).toBe("more than 50% below the pace, 1 month missed");
    expect(zh({ ...sanya, yellowGap: 20 }).yellow).toBe("比序时低 20% 至 50%，误期，受阻");
  });
});
