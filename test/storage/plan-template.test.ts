import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { making as makingEn } from "../../src/i18n/en/making.ts";
import { making as makingZh } from "../../src/i18n/zh/making.ts";
import { ATTRIBUTES_LINE, officeFiles } from "../../src/storage/office-files.ts";
import { type PlanReading, readPlanContents } from "../../src/storage/plan-files.ts";
import { type NewPlan, planTemplate } from "../../src/storage/plan-template.ts";
import { yamlScalar } from "../../src/storage/yaml-text.ts";

const PLAN: NewPlan = {
  title: "2018年工作计划",
  year: 2018,
  timezone: "Asia/Shanghai",
  language: "zh",
  divisions: [{ id: "a", name: "甲处" }],
  districts: [],
  theme: "一",
  sections: ["一", "二"],
};

/** Texts that YAML would misinterpret or cut off. */
const TRICKY = [
  ...["true", "null", "No", "~", "1e5", "2018", "2018-01-01", "010", "0x1F", ".inf", "=1", "a: b", "a #b", "- a"],
  ...[
    "@x",
    "`x`",
    "%x",
    "&a",
    "*a",
    "!a",
    "|",
    ">5",
    "[a]",
    "{a}",
    "'a'",
    '"a"',
    "a\\b",
    "保护，协调",
    "“双创”",
    "x：y",
    "? a",
  ],
];

function read(plan: NewPlan, texts = makingZh.template): PlanReading {
  const files = planTemplate("plan", plan, texts).filter(({ path }) => path.endsWith(".yaml"));
  return readPlanContents(files.map(({ path, text }) => ({ file: path, bytes: Buffer.from(text) })));
}

describe("a new plan", () => {
  it.each([
    ["Chinese", makingZh],
    ["English", makingEn],
  ])("has no mistakes, and a sample task in each section, in %s", (_, { template }) => {
    const { plan, problems } = read(PLAN, template);
    expect(problems).toEqual([]);
    expect(plan?.tasks.map(({ section }) => section)).toEqual(["s1-1", "s1-2"]);
    expect(plan).toMatchObject({ title: PLAN.title, year: 2018, divisions: PLAN.divisions, districts: [] });
  });

  it("shows days and months of its own year", () => {
    for (const { template } of [makingZh, makingEn]) {
      const files = planTemplate("plan", PLAN, template).filter(({ path }) => path.endsWith(".yaml"));
      const text = files.map((file) => file.text).join("");
      expect(text.match(/\b\d{4}-(?:08|11-30)/g)).toEqual(["2018-08", "2018-11-30", "2018-08", "2018-11-30"]);
    }
  });

  it.each([
    ["Chinese", makingZh],
    ["English", makingEn],
  ])("has an indicator in a comment that is valid when uncommented, in %s", (_, { template }) => {
    const files = planTemplate("plan", PLAN, template).filter(({ path }) => path.endsWith(".yaml"));
    const shown = files.map(({ path, text }) => ({
      file: path,
      bytes: Buffer.from(
        text.replace(/^ {4}# (indicators:(?:\n {4}# {3}.*)+)/m, (_all, lines: string) => {
          return lines.replace(/^(?: {4}# )?/gm, "    ");
        }),
      ),
    }));
    const { plan, problems } = readPlanContents(shown);
    expect(problems).toEqual([]);
    expect(plan?.tasks[0]?.indicators).toMatchObject([{ id: "cases", min: 20, basis: "flow" }]);
  });

  it.each(TRICKY)("keeps what was typed: %s", (text) => {
    const { plan, problems } = read({
      ...PLAN,
      title: text,
      divisions: [{ id: "a", name: text }],
      districts: [text],
      theme: text,
      sections: [text],
    });
    expect(problems).toEqual([]);
    expect(plan?.title).toBe(text);
    expect(plan?.divisions).toEqual([{ id: "a", name: text }]);
    expect(plan?.districts).toEqual([text]);
    expect(plan?.sections[0]?.title).toBe(text);
  });
});

describe("a text as a YAML scalar", () => {
  it.each([
    ["任务标题（照录原文）", "任务标题（照录原文）"],
    ["2018年工作计划", "2018年工作计划"],
    ["d1", "d1"],
    ["Patent Office", "Patent Office"],
    ["on", '"on"'],
    ["2018", '"2018"'],
    ["a: b", '"a: b"'],
  ])("%s is written %s", (text, scalar) => {
    expect(yamlScalar(text)).toBe(scalar);
  });
});

describe("the files around a plan", () => {
  const files = new Map(officeFiles(makingZh.template).map(({ path, text }) => [path, text]));

  it("have the line that check asks for", () => {
    expect(files.get(".gitattributes")?.split("\n")).toContain(ATTRIBUTES_LINE);
  });

  it("are valid JSON for VS Code, and name the schemas that are created", () => {
    const settings = JSON.parse(files.get(".vscode/settings.json") ?? "") as { "yaml.schemas": object };
    const made = planTemplate("plan", PLAN, makingZh.template).map(({ path }) => `./${path}`);
    expect(Object.keys(settings["yaml.schemas"])).toEqual(made.filter((path) => path.endsWith(".json")));
    expect(JSON.parse(files.get(".vscode/extensions.json") ?? "")).toHaveProperty("recommendations");
  });

  it("include a read-only workflow that pins actions by hash and passes nothing of a request into a shell", () => {
    const workflow = parse(files.get(".github/workflows/plan.yml") ?? "") as {
      permissions: object;
      jobs: { check: { steps: { uses?: string; run?: string }[] } };
    };
    expect(workflow.permissions).toEqual({ contents: "read" });
    const { steps } = workflow.jobs.check;
    for (const { uses } of steps.filter((step) => step.uses !== undefined)) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    expect(steps.filter(({ run }) => run?.includes("${{") === true)).toEqual([]);
    expect(steps.map(({ run }) => run)).toContain("ipplan check --format github");
  });
});
