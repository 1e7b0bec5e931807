/** The bulletin for code hosting and CI systems: JUnit and annotations. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { MilestoneView } from "../../../src/core/views/milestone.ts";
import type { ReportView } from "../../../src/core/views/report.ts";
import { viewReport } from "../../../src/core/views/report.ts";
import { catalogueOf } from "../../support/catalogues.ts";
import { renderReport } from "../../../src/reporters/report/formats.ts";
import { exampleView } from "../../support/example-report.ts";
import { ask2017 } from "../../support/plan-2017.ts";
import { poisonView } from "../../support/poison-plan.ts";
import { commandOf } from "../workflow-command.ts";

const XSD = readFileSync(join(import.meta.dirname, "../../fixtures/schemas/junit.xsd"), "utf8");
/** 12-1 is overdue, four others fall due on this day. */
const DAY = "2017-06-30";

const VIEWS = { example: exampleView(DAY), poisoned: poisonView(), "after a day": viewReport(ask2017("2017-07-03")) };
type Name = keyof typeof VIEWS;
const NAMES = Object.keys(VIEWS) as Name[];

async function render(view: ReportView, format: "junit" | "github"): Promise<string> {
  const where = {
    places: new Map([["12-1", { file: "plan/2-2.yaml", line: 65, column: 13, endLine: 65, endColumn: 17 }]]),
    prefix: "2017/",
  };
  const content = await renderReport(view, format, { catalogue: catalogueOf("zh"), isForecast: false, where });
  return typeof content === "string" ? content : "";
}

function milestonesOf({ tasks }: ReportView): MilestoneView[] {
  return tasks.flatMap(({ milestones }) => milestones);
}

function count(view: ReportView, keep: (milestone: MilestoneView) => boolean): number {
  return milestonesOf(view).filter(keep).length;
}

describe("junit", () => {
  it.each(NAMES)("is valid, with overdue failed, done passed and others skipped: %s", async (name) => {
    const view = VIEWS[name];
    const { errors, normalized } = await validateXML({
      xml: await render(view, "junit"),
      schema: XSD,
      normalization: "c14n",
      maxMemoryPages: 16_384,
    });
    expect(errors).toEqual([]);
    const overdue = count(view, ({ state }) => state === "overdue");
    const done = count(view, ({ state }) => state === "done");
    const all = milestonesOf(view).length;
    expect(overdue).toBeGreaterThan(0);
    expect(normalized.match(/<testcase /g)).toHaveLength(all);
    expect(normalized.match(/<failure /g)).toHaveLength(overdue);
    expect(normalized.match(/<skipped>/g)).toHaveLength(all - overdue - done);
    expect(normalized.match(/<testcase(?: [a-z]+="[^"]*")*><\/testcase>/g)).toHaveLength(done);
    expect(normalized).toContain(`<testsuites failures="${overdue}" `);
  });

  it("has a suite for each leading division in plan order, and counts that add up", async () => {
    const xml = await render(VIEWS.example, "junit");
    const suites = [...xml.matchAll(/<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)" skipped="(\d+)">/g)];
    expect(suites.map(([, name, tests]) => [name, Number(tests)])).toEqual([
      ["专利管理处", 21],
      ["规划发展处", 16],
      ["法律事务处", 17],
      ["保护协调处", 9],
      ["专利代办处", 14],
      ["信息中心", 3],
    ]);
    const sumOf = (at: number): number => suites.reduce((sum, counts) => sum + Number(counts[at]), 0);
    // Of 80, one is overdue and 28 are done; the others are skipped.
    expect([sumOf(2), sumOf(3), sumOf(4)]).toEqual([80, 1, 51]);
  });

  it("says of failures why and for how long, when they were due and who leads", async () => {
    const xml = await render(VIEWS["after a day"], "junit");
    const [, message, text] = /name="12-1 [^>]*><failure type="overdue" message="([^"]*)">([^<]*)</.exec(xml) ?? [];
    expect(message).toBe("逾期 94 天，时限 03-31，牵头 专利管理处");
    expect(text?.split("\n")).toEqual([message, "任务12 扩展知识产权价值实现方式", "04-28 受阻：合作机构尚未落实"]);
  });

  it("gives the state of what was skipped", async () => {
    const xml = await render(VIEWS["after a day"], "junit");
    expect(/name="1-2 [^>]*><skipped>([^<]*)</.exec(xml)?.[1]).toBe("蓝 进行中，还有 181 天");
    expect(/name="5-4 [^>]*><skipped>([^<]*)</.exec(xml)?.[1]).toBe("灰 待启动，10-01 起");
  });
});

describe("github", () => {
  it("has errors for what is overdue, then warnings for what is due soon, with places", async () => {
    const view = viewReport(ask2017(DAY));
    const commands = (await render(view, "github")).trimEnd().split("\n").map(commandOf);
    expect(commands.map((command) => [command?.name, command?.properties.get("title")?.split(" ")[0]])).toEqual([
      ["error", "12-1"],
      ["warning", "1-1"],
      ["warning", "14-2"],
      ["warning", "22-2"],
      ["warning", "23-1"],
    ]);
    const [first, second] = commands;
    expect(first?.properties.get("title")).toBe("12-1 逾期 91 天，时限 03-31，牵头 专利管理处");
    expect(first?.properties.get("file")).toBe("2017/plan/2-2.yaml");
    expect(first?.properties.get("line")).toBe("65");
    expect(first?.data.split("\n")[0]).toBe("12-1 开展专利质押融资租赁调研工作，寻求合作机构。");
    expect(second?.properties.has("file")).toBe(false);
  });

  it("is empty if nothing is overdue or due soon", async () => {
    expect(await render(viewReport(ask2017("2017-01-02")), "github")).toBe("");
  });

  it("has at most fifty, and says how many more there are", async () => {
    const lines = (await render(VIEWS.poisoned, "github")).trimEnd().split("\n");
    expect(lines).toHaveLength(51);
    expect(commandOf(lines.at(-1) ?? "")?.name).toBe("notice");
  });
});

describe("in both", () => {
  it.each(["junit", "github"] as const)("has every text of a poisoned plan visible and inert: %s", async (format) => {
    const text = await render(VIEWS.poisoned, format);
    expect(text).not.toMatch(
      /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u,
    );
    if (format === "junit") return;
    for (const line of text.trimEnd().split("\n")) {
      expect(["error", "warning", "notice"]).toContain(commandOf(line)?.name);
      const keys = [...(commandOf(line)?.properties.keys() ?? [])];
      expect(keys.filter((key) => !["title", ""].includes(key))).toEqual([]);
    }
    expect(text).not.toContain("##[");
  });
});
