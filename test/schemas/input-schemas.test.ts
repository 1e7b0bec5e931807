import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { problems } from "../../src/i18n/zh/problems.ts";
import { type Json, type JsonObject, faultsOf, isBilingual, readSchema } from "../contracts/schemas.ts";

/** Marks a value to be removed. */
const GONE = Symbol("gone");

/** A change that keeps the document valid: a title, a JSON pointer, and the new value. */
type Good = readonly [why: string, at: string, value: Json | typeof GONE];
/** A change that causes one error: also its keyword, after a pointer from the changed value if the error is below it. */
type Bad = readonly [why: string, at: string, value: Json | typeof GONE, keyword: string];

interface Contract {
  readonly name: "plan" | "tasks" | "journal-record";
  readonly good: readonly Good[];
  readonly bad: readonly Bad[];
}

const ID = "0123456789abcdef0123456789abcdef";

const plan: Contract = {
  name: "plan",
  good: [
    ["no language", "/language", GONE],
    ["no policy", "/policy", GONE],
    ["an empty policy", "/policy", {}],
    ["pace by day", "/policy/pace", "day"],
    ["nothing due soon", "/policy/dueSoonDays", 0],
    ["an empty report form", "/policy/report", {}],
    ["an office", "/policy/report", { office: "某市知识产权局", issue: "第{quarter}期" }],
    ["a font", "/policy/report", { fonts: { body: "仿宋" } }],
    ["selected sections", "/policy/report", { sections: ["behind"], titles: { next: "下步工作" } }],
    ...["suqian", "yinchuan", "sanya"].map((name) => [`lights as in ${name}`, "/policy/lights", name] as const),
    ["a gap for yellow", "/policy/yellowGap", 5.5],
    ["a gap for red", "/policy/redGap", 100],
    ["months for red", "/policy/redMonths", 12],
    ["no districts", "/districts", []],
    ["a journal folder", "/journal", "journal/"],
    ["a day of issue", "/issued", "2017-02-28"],
    ["30 February, which only the calendar refuses", "/issued", "2017-02-30"],
    ["remarks", "/remarks", "原文没有标题。"],
    ["the first year", "/year", 1970],
    ["the last year", "/year", 2199],
    ["English", "/language", "en"],
    ["an extra key", "/x-source", { any: ["thing"] }],
    ["an extra key in a division", "/divisions/0/x-phone", 1],
    ["an extra key in a theme", "/themes/0/x-a", 1],
    ["an extra key in a section", "/sections/0/x-a", 1],
    ["an extra key in the policy", "/policy/x-why", "a"],
    ["a division id of 32 characters", "/divisions/0/id", `a${"-9".repeat(15)}b`],
    ["a theme id in digits", "/themes/0/id", "1"],
    ["no sections yet", "/sections", []],
  ],
  bad: [
    ...missing("", "title", "year", "timezone", "divisions", "themes", "sections"),
    ...missing("/divisions/0", "id", "name"),
    ...missing("/themes/0", "id", "title"),
    ...missing("/sections/0", "id", "theme", "title"),
    ["a misspelt key", "/timezon", "UTC", "additionalProperties"],
    ["the key __proto__", "/__proto__", {}, "additionalProperties"],
    ["an unknown key in a section", "/sections/0/name", "a", "additionalProperties"],
    ["an unknown key in a theme", "/themes/0/name", "a", "additionalProperties"],
    ["an unknown key in a division", "/divisions/0/title", "a", "additionalProperties"],
    ["a misspelt key in the policy", "/policy/light", "a", "additionalProperties"],
    ["a blank title", "/title", " \u3000", "pattern"],
    ["a title that YAML reads as a number", "/title", 2017, "type"],
    ["a year in quotes", "/year", "2017", "type"],
    ["a year with a fraction", "/year", 2017.5, "type"],
    ["a year too early", "/year", 1969, "minimum"],
    ["a year too late", "/year", 2200, "maximum"],
    ["another language", "/language", "zh-CN", "enum"],
    ["an empty list of divisions", "/divisions", [], "minItems"],
    ["a division by name only", "/divisions/0", "规划发展处", "type"],
    ["a division id in capitals", "/divisions/0/id", "GHFZC", "pattern"],
    ["a division id of 33 characters", "/divisions/0/id", "a".repeat(33), "pattern"],
    ["a district twice", "/districts", ["江北区", "江北区"], "uniqueItems"],
    ["an empty district", "/districts/0", "", "pattern"],
    ["a theme id with a dot", "/themes/0/id", "t.1", "pattern"],
    ["an unknown light policy", "/policy/lights", "Standard", "enum"],
    ["pace by week", "/policy/pace", "week", "enum"],
    ["a negative gap", "/policy/yellowGap", -1, "minimum"],
    ["a gap above 100", "/policy/redGap", 101, "maximum"],
    ["0 months for red", "/policy/redMonths", 0, "minimum"],
    ["half a month", "/policy/redMonths", 1.5, "type"],
    ["a negative count of days", "/policy/dueSoonDays", -1, "minimum"],
    ["more days than a year has", "/policy/dueSoonDays", 367, "maximum"],
    ["a policy left empty", "/policy", null, "type"],
    ["a misspelt key in the report", "/policy/report/ofice", "a", "additionalProperties"],
    ["an unknown section of the report", "/policy/report/sections", ["summary"], "/0 enum"],
    ["a day with slashes", "/issued", "2017/03/01", "pattern"],
  ],
};

const TASK = "/tasks/0";
const INDICATOR = "/tasks/0/indicators/0";
const MILESTONE = "/tasks/0/milestones/0";
const WHEN = "/tasks/0/milestones/0/when";

/** Valid values in addition to the schema's own examples. */
const goodWhens: Json[] = [
  "2018-01",
  ["Q3"],
  ["2017-08", "2017-11"],
  ["Q1..Q2", "2017-11-30", "2017-12-01..2018-01-15"],
];
const badWhens =
  "Q0,Q5,q2,Q2 ,Q2-Q4,Q2...Q4,Q1..Q2..Q3,Q1..2017-05,2017-05..2017-06-10,第二季度,every week,every  month," +
  "Year,2017,2017-13,2017-8,2017-11-32,1969-12,2200-01,2017/11/30,2017-11-30T00:00,Q2\n,";

const tasks: Contract = {
  name: "tasks",
  good: [
    ["no tasks yet", "/tasks", []],
    ["an extra key", "/x-source", "a"],
    ["no milestones", `${TASK}/milestones`, GONE],
    ["an empty list of milestones", `${TASK}/milestones`, []],
    ["a task id in letters", `${TASK}/id`, "constructor"],
    ["assisting divisions", `${TASK}/divisions`, ["专利代办处", "bhxtc"]],
    ["no districts", `${TASK}/districts`, []],
    ["a district and related ones", `${TASK}/districts`, ["北碚区", "related"]],
    ["no objective", `${TASK}/objective`, GONE],
    ["an objective of two paragraphs", `${TASK}/objective`, "一。\n二。"],
    ["a task added later", `${TASK}/added`, "2017-05-15"],
    ["a due day of its own", `${MILESTONE}/due`, "2017-05-31"],
    ["a milestone added later", `${MILESTONE}/added`, "2017-05-15"],
    ["remarks on a milestone", `${MILESTONE}/remarks`, "原文如此。"],
    ["a minimum only", `${INDICATOR}/max`, GONE],
    ["a maximum only", `${INDICATOR}/min`, GONE],
    ["a baseline below zero", `${INDICATOR}/baseline`, -1.5],
    ["a stretch target", `${INDICATOR}/stretch`, true],
    ["a number for each quarter", `${INDICATOR}/per`, "quarter"],
    ["an indicator with a due day", `${INDICATOR}/due`, "2017-09-30"],
    ["an extra key in a task", `${TASK}/x-no`, null],
    ["an extra key in a milestone", `${MILESTONE}/x-no`, 7],
    ["an extra key in an indicator", `${INDICATOR}/x-no`, 7],
    ...goodWhens.map((when): Good => [`when: ${JSON.stringify(when)}`, WHEN, when]),
  ],
  bad: [
    ...missing("", "section", "tasks"),
    ...missing(TASK, "id", "title", "divisions"),
    ...missing(INDICATOR, "id", "name", "unit", "basis"),
    ...missing(MILESTONE, "id", "when", "text"),
    ["an unknown key of the file", "/theme", "t1", "additionalProperties"],
    ["a section id with a dot", "/section", "s2.1", "pattern"],
    ["a misspelt key in a task", `${TASK}/measure`, [], "additionalProperties"],
    ["evidence in the plan", `${MILESTONE}/evidence`, [], "additionalProperties"],
    ["a misspelt key in an indicator", `${INDICATOR}/minimum`, 1, "additionalProperties"],
    ["tasks left empty", "/tasks", null, "type"],
    ["task id 0", `${TASK}/id`, 0, "minimum"],
    ["a task id with a dot", `${TASK}/id`, 10.5, "type"],
    ["a task id too large for an exact number", `${TASK}/id`, 1e21, "maximum"],
    ["the task id __proto__", `${TASK}/id`, "__proto__", "pattern"],
    ["a task id in quotes with a dot", `${TASK}/id`, "10.1", "pattern"],
    ["a task id of 65 characters", `${TASK}/id`, "a".repeat(65), "pattern"],
    ["a task id that YAML reads as true", `${TASK}/id`, true, "type"],
    ["a blank objective", `${TASK}/objective`, " ", "pattern"],
    ["measures in one text", `${TASK}/measures`, "一、二", "type"],
    ["a measure left empty", `${TASK}/measures/0`, null, "type"],
    ["an empty list of divisions", `${TASK}/divisions`, [], "minItems"],
    ["a division outside a list", `${TASK}/divisions`, "专利代办处", "type"],
    ["a division twice", `${TASK}/divisions`, ["a", "b", "a"], "uniqueItems"],
    ["a blank division", `${TASK}/divisions/0`, " ", "pattern"],
    ["all districts outside a list", `${TASK}/districts`, "all", "type"],
    ["a district twice", `${TASK}/districts`, ["all", "all"], "uniqueItems"],
    ["a blank district", `${TASK}/districts/0`, "", "pattern"],
    ["an unpadded day", `${TASK}/added`, "2017-3-31", "pattern"],
    ["a day that YAML reads as a number", `${TASK}/added`, 20170331, "type"],
    ["a milestone id that YAML reads as a number", `${MILESTONE}/id`, 10, "type"],
    ["a thirteenth month", `${MILESTONE}/due`, "2017-13-01", "pattern"],
    ["an indicator id in capitals", `${INDICATOR}/id`, "Agencies", "pattern"],
    ["a minimum in quotes", `${INDICATOR}/min`, "10", "type"],
    ["an unknown basis", `${INDICATOR}/basis`, "count", "enum"],
    ["a number for each month", `${INDICATOR}/per`, "month", "enum"],
    ["an unknown column", `${INDICATOR}/from/0`, "remarks", "enum"],
    ["an empty list of columns", `${INDICATOR}/from`, [], "minItems"],
    ["a column twice", `${INDICATOR}/from`, ["measures", "measures"], "uniqueItems"],
    ["a word for stretch", `${INDICATOR}/stretch`, "yes", "type"],
    ["an empty when list", WHEN, [], "minItems"],
    ["a window twice in a when list", WHEN, ["Q2", "Q2"], "uniqueItems"],
    ["a repetition in a when list", WHEN, ["Q1", "every month"], "/1 pattern"],
    ["the year in a when list", WHEN, ["year"], "/0 pattern"],
    ["a number in a when list", WHEN, ["Q1", 2], "/1 type"],
    ["a when that YAML reads as a number", WHEN, 2017, "type"],
    ...badWhens.split(",").map((when): Bad => [`when: ${JSON.stringify(when)}`, WHEN, when, "pattern"]),
  ],
};

const record: Contract = {
  name: "journal-record",
  good: [
    ["an unknown kind", "/do", "praise"],
    ["about a task", "/ref", "10"],
    ["about an occurrence", "/ref", "10-3@Q2"],
    ["about a month's occurrence", "/ref", "25-2@2017-08"],
    ["about an occurrence over months", "/ref", "25-2@2017-07..2017-09"],
    ["about an indicator", "/ref", "10/agencies"],
    ["nothing seen before", "/prev", []],
    ["sixteen heads", "/prev", heads(16)],
    ["a correction", "/of", heads(1)],
    ["a note of 2,000 characters", "/note", "记".repeat(2000)],
    ["a rare character", "/by", "𠮷田"],
    ["a link", "/evidence", [{ kind: "link", value: "https://example.org/" }]],
  ],
  bad: [
    ...missing("", "v", "t", "by", "do", "ref", "on", "of", "prev", "id"),
    ...missing("/evidence/0", "kind", "value"),
    ["another version", "/v", 2, "const"],
    ["an extra key", "/x-mood", "good", "additionalProperties"],
    ["seconds only", "/t", "2017-06-21T01:12:03Z", "pattern"],
    ["another offset", "/t", "2017-06-21T09:12:03.123+08:00", "pattern"],
    ["hour 24", "/t", "2017-06-21T24:00:00.000Z", "pattern"],
    ["nobody", "/by", "  ", "pattern"],
    ["a line break", "/by", "a\nb", "pattern"],
    ["a kind left empty", "/do", "", "pattern"],
    ["an id with a dot", "/ref", "10.1", "pattern"],
    ["an occurrence without window", "/ref", "10-3@", "pattern"],
    ["an occurrence of an indicator", "/ref", "10-3@Q2/agencies", "pattern"],
    ["a time for a day", "/on", "2017-06-20T00:00:00Z", "pattern"],
    ["a short hash", "/was", "2017-04-01..2017-06-30#1a2b3c4", "pattern"],
    ["a window in quarters", "/was", "Q2#1a2b3c4d", "pattern"],
    ["half a percent", "/percent", 0.5, "type"],
    ["more than 100 percent", "/percent", 101, "maximum"],
    ["a negative percentage", "/percent", -1, "minimum"],
    ["a value in quotes", "/value", "12", "type"],
    ["an unknown mode", "/mode", "sum", "enum"],
    ["a new due day in quarters", "/to", "Q3", "pattern"],
    ["a note of 2,001 characters", "/note", "记".repeat(2001), "maxLength"],
    ["an escape character", "/note", "a\u001b[31m", "pattern"],
    ["an empty problem", "/problem", "", "pattern"],
    ["null for an absent text", "/next", null, "type"],
    ["an empty list of evidence", "/evidence", [], "minItems"],
    ["an unknown kind of evidence", "/evidence/0/kind", "url", "enum"],
    ["an unknown key in evidence", "/evidence/0/title", "a", "additionalProperties"],
    ["seventeen heads", "/prev", heads(17), "maxItems"],
    ["a head twice", "/prev", [ID, ID], "uniqueItems"],
    ["a short head", "/prev", ["1a2b3c4d"], "/0 pattern"],
    ["a record named twice", "/of", [ID, ID], "uniqueItems"],
    ["a short id", "/of", ["1a2b3c4d"], "/0 pattern"],
    ["an id in capitals", "/id", ID.toUpperCase(), "pattern"],
  ],
};

/** The fields that each kind of record requires. */
const needs: { [kind: string]: JsonObject } = {
  progress: { percent: 60 },
  reading: { value: 12, mode: "total" },
  extend: { to: "2017-09-30", reason: "会签未完", approver: "局长办公会" },
  cancel: { reason: "任务调整", approver: "局长办公会" },
  accept: { of: heads(1) },
  revoke: { of: heads(1) },
  unblock: { of: heads(1) },
};

/** The options of the build (scripts/build-validators.mjs). */
const ajv = new Ajv({ strict: true, allErrors: true, ownProperties: true, allowUnionTypes: true, messages: false });
const PLAN = new URL("../../plan/", import.meta.url);
const schemas = new Map([plan, tasks, record].map(({ name }) => [name, readSchema(name)]));
for (const schema of schemas.values()) ajv.addSchema(schema);

describe.each([plan, tasks, record])("$name.schema.json", ({ name, good, bad }) => {
  const schema = schemas.get(name) ?? {};
  const validate = validatorOf(name);
  const examples = schema["examples"] as JsonObject[];
  const example = examples.find((one) => one["do"] === "done") ?? examples[0] ?? {};

  it("is draft-07 with an id, and a title in both languages", () => {
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema["$id"]).toBe(`urn:ipplan:schema:${name}:1`);
    expect(schema["title"]).toMatch(/^\p{Script=Han}+ \/ [A-Z][a-z ]+$/u);
  });

  it("describes itself, every definition and every property in Chinese and English", () => {
    const plain = describedNodes(schema).filter(({ node }) => !isBilingual(node["description"]));
    expect(plain.map(({ pointer }) => pointer)).toEqual([]);
  });

  it("has examples and defaults that match the schemas they belong to", () => {
    expect(examples).not.toEqual([]);
    for (const { pointer, node } of describedNodes(schema)) {
      // oxlint-disable-next-line typescript/no-unnecessary-type-assertion
      const values = [node["examples"] ?? [], node["default"] === undefined ? [] : [node["default"]]].flat() as Json[];
      for (const value of values) expect(faultsOf(validatorOf(name, pointer), value), pointer).toEqual([]);
    }
  });

  it.each(good)("accepts %s", (_why, at, value) => {
    expect(faultsOf(validate, changed(example, at, value))).toEqual([]);
  });

  it.each(bad)("refuses %s", (_why, at, value, keyword) => {
    const [, parent, key] = /^(.*)\/(.*)$/.exec(at) ?? [];
    const ofParent = keyword === "required" || keyword === "additionalProperties";
    const fault = ofParent ? `${parent} ${keyword} ${key}` : at + (keyword.startsWith("/") ? keyword : ` ${keyword}`);
    expect(faultsOf(validate, changed(example, at, value))).toEqual([fault]);
  });
});

describe("an indicator", () => {
  it("needs a minimum or a maximum", () => {
    const faults = faultsOf(validatorOf("tasks", "/definitions/indicator"), {
      id: "a",
      name: "b",
      unit: "c",
      basis: "flow",
    });
    expect(faults).toEqual([" required min", " required max", " anyOf"]);
  });
});

describe("a record", () => {
  it.each(Object.entries(needs))("of kind %s needs the fields of its kind", (kind, fields) => {
    const bare = {
      v: 1,
      t: "2017-06-21T01:12:03.123Z",
      by: "clerk",
      ref: "10-1",
      on: "2017-06-20",
      prev: [],
      id: ID,
    };
    const whole = { ...bare, do: kind, of: [], ...fields };
    expect(faultsOf(validatorOf("journal-record"), whole)).toEqual([]);
    for (const key of Object.keys(fields)) {
      const without = changed(whole, `/${key}`, key === "of" ? [] : GONE);
      const fault = key === "of" ? "/of minItems" : ` required ${key}`;
      expect(faultsOf(validatorOf("journal-record"), without)).toEqual([fault, " if"]);
    }
  });

  it("has the id that its line's bytes give, in the examples too", () => {
    for (const example of readSchema("journal-record")["examples"] as JsonObject[]) {
      const [body = ""] = JSON.stringify(example).split(',"id":');
      expect(createHash("sha256").update(body).digest("hex").slice(0, 32)).toBe(example["id"]);
    }
  });

  it("has texts that are validated in linear time", () => {
    const validate = validatorOf("journal-record", "/definitions/line");
    const start = performance.now();
    for (const part of [" ", "a", "a ", "\u3000x"]) {
      expect(faultsOf(validate, `${part.repeat(200_000)}\u0000`)).toEqual([" pattern"]);
    }
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("the plan folder", () => {
  const files = readdirSync(PLAN).filter((file) => /\.ya?ml$/.test(file));

  it.each(files)("holds a valid %s that names its schema", (file) => {
    const source = readFileSync(new URL(file, PLAN), "utf8");
    const name = file === "plan.yaml" ? "plan" : "tasks";
    expect(source).toMatch(new RegExp(`^# yaml-language-server: \\$schema=schemas/${name}[.]schema[.]json\n`));
    expect(faultsOf(validatorOf(name), parse(source) as Json)).toEqual([]);
  });
});

/** The validator of a whole document, or of the part of the schema at a JSON pointer. */
function validatorOf(name: Contract["name"], pointer = ""): ValidateFunction {
  const validate = ajv.getSchema(`urn:ipplan:schema:${name}:1${pointer === "" ? "" : `#${pointer}`}`);
  if (validate === undefined) throw new Error(`nothing at ${pointer} of ${name}`);
  return validate as ValidateFunction;
}

/** One case per key: the key removed from the object at the pointer. */
function missing(at: string, ...keys: string[]): Bad[] {
  return keys.map((key) => [`no ${at}/${key}`, `${at}/${key}`, GONE, "required"]);
}

/** A copy of the document with the value at the JSON pointer replaced or removed. */
function changed(document: Json, pointer: string, value: Json | typeof GONE): Json {
  const copy = structuredClone(document);
  const keys = pointer.split("/").slice(1);
  const last = keys.pop() ?? "";
  const parent = keys.reduce<Json>((node, key) => (node as JsonObject)[key] ?? null, copy) as JsonObject;
  if (value === GONE) delete parent[last];
  else Object.defineProperty(parent, last, { value, enumerable: true, writable: true, configurable: true });
  return copy;
}

/** The schema, its definitions and properties, and the properties of list items, recursively. */
function describedNodes(schema: JsonObject): { pointer: string; node: JsonObject }[] {
  const found = [{ pointer: "", node: schema }];
  for (const { pointer, node } of found) {
    for (const path of ["definitions", "properties", "items/properties"]) {
      const group = path.split("/").reduce<Json>((holder, key) => (holder as JsonObject)[key] ?? {}, node);
      for (const [key, child] of Object.entries(group ?? {}) as [string, JsonObject][]) {
        found.push({ pointer: `${pointer}/${path}/${key}`, node: withDescription(schema, child) });
      }
    }
  }
  return found;
}

/** The node, with the description of the definition that it refers to unless it has its own. */
function withDescription(schema: JsonObject, node: JsonObject): JsonObject {
  const name = /^#\/definitions\/(\w+)$/.exec(String(node["$ref"]))?.[1] ?? "";
  const target = (schema["definitions"] as { [key: string]: JsonObject })[name];
  return target?.["description"] === undefined ? node : { description: target["description"], ...node };
}

describe.each(["plan", "tasks"] as const)("settled: in %s", (name) => {
  it("takes every warning, but not the one about its own entries", () => {
    const { settled } = readSchema(name)["definitions"] as {
      [key: string]: { properties: { code: { enum: string[] } } };
    };
    const warnings = Object.keys(problems).filter((code) => code.startsWith("W-") && code !== "W-SETTLED");
    expect(settled?.properties.code.enum.toSorted()).toEqual(warnings.toSorted());
  });
});

function heads(count: number): string[] {
  return Array.from({ length: count }, (_, index) => index.toString(16).padStart(32, "0"));
}
