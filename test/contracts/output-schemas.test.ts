import { readdirSync } from "node:fs";
import { afterAll, describe, expect, it } from "vitest";
import { CHANGE_KINDS, SUBJECTS } from "../../src/core/diff/change.ts";
import { FORECAST_REASONS } from "../../src/core/forecast.ts";
import { GATES, type Gate } from "../../src/core/gates.ts";
import { GROUPINGS } from "../../src/core/grouping.ts";
import { LIGHT_RULES } from "../../src/core/light-policies.ts";
import { VERDICTS, VERDICT_REASONS } from "../../src/core/indicators.ts";
import { EVIDENCE_KINDS, RECORD_KINDS } from "../../src/core/journal/record.ts";
import { PACE_METHODS } from "../../src/core/pace.ts";
import { BASES, COLUMNS } from "../../src/core/plan.ts";
import { REPORT_SECTIONS } from "../../src/core/report-template.ts";
import { ROLES, STATE_FILTERS } from "../../src/core/selection.ts";
import { LIGHTS, LIGHT_REASONS, STATES } from "../../src/core/lights.ts";
import { problems } from "../../src/i18n/zh/problems.ts";
import { addShownFacets, promisedFacets } from "./coverage.ts";
import { sealed } from "./eventful-office.ts";
import { BILINGUAL_ROWS, READING_ROWS, WRITING_ROWS } from "./exchanges.ts";
import { expectOutput } from "./outputs.ts";
import { exampleLines, journalOf, makeOffice, removeOffices } from "./program.ts";
import {
  CHECK_OF_JOURNAL,
  COMMANDS,
  type Json,
  type JsonObject,
  SCHEMA_NAMES,
  type SchemaName,
  compileAlone,
  faults,
  idOf,
  isBilingual,
  resolve,
  schemaOf,
  strictFaults,
} from "./schemas.ts";

/** Properties of a record that may be absent: they depend on its kind. */
const OPTIONAL_IN_RECORDS = "was percent value mode to reason approver from note problem next evidence";

/** Where the schemas list a closed set, and the program's own list. */
const WORDS: readonly (readonly [schema: SchemaName, at: string, words: readonly unknown[]])[] = [
  ["common", "/definitions/state", STATES],
  ["common", "/definitions/light", LIGHTS],
  ["common", "/definitions/lightReason", LIGHT_REASONS],
  ["common", "/definitions/role", ROLES],
  ["common", "/definitions/stateFilter", STATE_FILTERS],
  ["common", "/definitions/recordKind", Object.keys(RECORD_KINDS)],
  ["common", "/definitions/Evidence/properties/kind", EVIDENCE_KINDS],
  ["common", "/definitions/Indicator/properties/basis", BASES],
  ["common", "/definitions/Indicator/properties/from/items", COLUMNS],
  ["common", "/definitions/verdict", VERDICTS],
  ["common", "/definitions/verdictReason", [...VERDICT_REASONS, null]],
  ["common", "/definitions/Forecast/properties/reason", [...FORECAST_REASONS, null]],
  ["common", "/definitions/grouping", GROUPINGS],
  ["common", "/definitions/Gate/properties/name", GATES],
  ["common", "/definitions/LightPolicy/properties/name", Object.keys(LIGHT_RULES)],
  ["status", "/properties/groupBy", [...GROUPINGS, "role"]],
  ["status", "/definitions/Pace/properties/method", PACE_METHODS],
  ["report", "/definitions/ReportPace/properties/method", PACE_METHODS],
  ["report", "/definitions/Section/properties/id", REPORT_SECTIONS],
  ["diff", "/definitions/Change/properties/subject", SUBJECTS],
  ["diff", "/definitions/Change/properties/change", CHANGE_KINDS],
  ["indicators", "/definitions/IndicatorPace/properties/method", PACE_METHODS],
  ["common", "/definitions/Problem/properties/code", Object.keys(problems)],
];

const REPORTS: ReadonlySet<string> = new Set([
  ...["list", "show", "status", "overdue", "due", "indicators", "gantt", "report", "log"],
]);

/** Facets that the schemas promise but no case shows. */
const NEVER_SHOWN = [
  // Only these commands can be limited to the records known on a day, and name the records they are based on.
  ...COMMANDS.map((command) => (REPORTS.has(command) ? `${command}.journal: null` : `${command}.journal: value`)),
  ...COMMANDS.filter((command) => !REPORTS.has(command)).map((command) => `${command}.asKnown: value`),
  // `unblock` is refused if there is no block to end.
  "unblock.recorded: null",
];

afterAll(removeOffices);

describe("the schemas", () => {
  it("are all files of schemas/output", () => {
    const files = readdirSync(new URL("../../schemas/output", import.meta.url));
    expect(files.toSorted()).toEqual(SCHEMA_NAMES.map((name) => `${name}.schema.json`).toSorted());
  });

  it.each(SCHEMA_NAMES)("%s is draft-07 with an id, and a title in both languages", (name) => {
    const schema = schemaOf(name);
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema["$id"]).toBe(`urn:ipplan:schema:output:${name}:1`);
    expect(schema["title"]).toMatch(/^\p{Script=Han}+ \/ [A-Z][a-z ]+$/u);
  });

  it.each(SCHEMA_NAMES)("%s describes itself, every definition and every property in Chinese and English", (name) => {
    const plain = partsOf(name).filter(
      ({ node }) => !isBilingual(node["description"] ?? resolve(name, node).node["description"]),
    );
    expect(plain.map(({ at }) => at)).toEqual([]);
  });

  it.each(SCHEMA_NAMES.filter((name) => name !== "common"))(
    "%s refers to no schema but itself and the common one",
    (command) => {
      expect(compileAlone(command)({})).toBe(false);
      const files = [...JSON.stringify(schemaOf(command)).matchAll(/"\$ref":"([^"#]*)#/g)].map(([, id]) => id);
      expect(new Set(files.filter((id) => id !== ""))).toEqual(new Set([idOf("common")]));
      expect(schemaOf(command)["description"]).toContain("common.schema.json");
    },
  );

  it.each(SCHEMA_NAMES)("%s lets every object have more properties, and requires all that it describes", (name) => {
    const objects = partsOf(name).filter(({ node }) => node["type"] === "object");
    for (const { at, node } of objects) {
      expect(node["additionalProperties"], at).toBe(true);
      const asked = node["required"] as string[];
      const optional = Object.keys(node["properties"] as JsonObject).filter((key) => !asked.includes(key));
      const isRecord = /\/(?:JournalRecord|Record)$/.test(at);
      expect(optional.join(" "), at).toBe(isRecord ? OPTIONAL_IN_RECORDS : "");
    }
  });

  it("let no list be null except the requested periods", () => {
    const nullable = SCHEMA_NAMES.flatMap(partsOf).filter(({ node }) => {
      const type = node["type"] ?? null;
      return Array.isArray(type) && type.includes("array") && type.includes("null");
    });
    expect(nullable.map(({ at }) => at)).toEqual([
      "/definitions/Filters/properties/quarters",
      "/definitions/Filters/properties/months",
      "/properties/quarters",
    ]);
  });

  it.each(SCHEMA_NAMES)("%s has examples that match the schemas they belong to", (name) => {
    for (const { at, node } of partsOf(name)) {
      for (const example of (node["examples"] ?? []) as Json[]) expect(strictFaults(name, example, at), at).toEqual([]);
    }
  });

  it.each(WORDS)("%s lists at %s the same values as the program", (name, at, words) => {
    const { node } = resolve(name, { $ref: `#${at}` });
    expect(new Set((node["enum"] ?? node["examples"]) as Json[])).toEqual(new Set(words));
  });
});

describe("the strict copy of the schemas", () => {
  it("refuses properties that no schema describes and that the published schemas accept", async () => {
    const { stdout } = await makeOffice().run(["status", "--format", "json"]);
    for (const at of ["", "plan", "filters", "totals", "rates", "groups/0", "overdue/0", "pace", "lights/0"]) {
      const value = JSON.parse(stdout) as JsonObject;
      const keys = at === "" ? [] : at.split("/");
      const part = keys.reduce<Json>((inner, key) => (inner as JsonObject)[key] ?? null, value) as JsonObject;
      part["novelty"] = 1;
      expect(faults("status", value)).toEqual([]);
      expect(strictFaults("status", value)).toEqual([
        `${keys.map((key) => `/${key}`).join("")} additionalProperties novelty`,
      ]);
    }
  });

  it("reports missing properties, as the published schemas do", async () => {
    const { stdout } = await makeOffice().run(["overdue", "--format", "json"]);
    const value = JSON.parse(stdout) as JsonObject;
    delete value["asKnown"];
    delete (value["milestones"] as JsonObject[])[0]?.["lead"];
    expect(strictFaults("overdue", value)).toEqual([" required asKnown", "/milestones/0 required lead"]);
    expect(faults("overdue", value)).toEqual([" required asKnown", "/milestones/0 required lead"]);
  });
});

describe("an output", () => {
  it.each(READING_ROWS)("keeps the contract in %s", async (_title, answers) => {
    for (const { command, zh } of await answers()) {
      const output: { journalDamaged: number; journalUncounted?: number; ok?: boolean; gates?: readonly Gate[] } =
        expectOutput(command, zh);
      const { journalDamaged, journalUncounted = 0, ok, gates = [] } = output;
      const isTripped = gates.some(({ items }) => items.length > 0);
      expect(zh.code).toBe(ok === false || isTripped ? 1 : 0);
      const isBanner = journalUncounted > 0 || (journalDamaged > 0 && command !== "check");
      expect(zh.stderr !== "", "a banner for what did not count, and for gates").toBe(isBanner || gates.length > 0);
    }
  });

  it.each(WRITING_ROWS)("keeps the contract in %s", async (_title, answers) => {
    for (const { command, zh } of await answers()) {
      expectOutput(command, zh);
      expect(zh.code).toBe(0);
    }
  });

  it.each(BILINGUAL_ROWS)("is the same with English on a terminal, in %s", async (_title, answers) => {
    for (const { command, zh, en } of await answers()) {
      if (command === "check") expectSameButWords(zh.stdout, en?.stdout ?? "");
      else expect(en?.stdout).toBe(zh.stdout);
    }
  });
});

describe("the check of the journal", () => {
  const [first = "", ...others] = exampleLines();
  it.each([
    ["without problems", journalOf([first, ...others]), [], true],
    ["with a repeated line and a torn one", journalOf([first, first, first.slice(0, 40)]), [], false],
    ["outside a git repository", journalOf([first]), ["--history"], true],
  ] as const)("keeps its contract for a journal %s", async (_, journal, more, isSound) => {
    const { stdout, code } = await makeOffice({ journal }).run(["journal", "verify", "--format", "json", ...more]);
    const value = JSON.parse(stdout) as JsonObject;
    expect(value).toMatchObject({ kind: `ipplan/${CHECK_OF_JOURNAL}`, ok: isSound, uncommitted: null });
    expect(code).toBe(isSound ? 0 : 1);
    expect(faults(CHECK_OF_JOURNAL, value)).toEqual([]);
    expect(strictFaults(CHECK_OF_JOURNAL, value)).toEqual([]);
  });
});

describe("records", () => {
  it("keep unknown fields in the output: the schemas allow them, the strict copy reports them", async () => {
    const line = sealed({
      v: 1,
      t: "2017-07-02T01:00:00.000Z",
      by: "clerk",
      do: "note",
      ref: "10-1",
      on: "2017-07-02",
      mood: 5,
      of: [],
      prev: [],
    });
    const { stdout } = await makeOffice({ journal: `${line}\n` }).run(["log", "--format", "json"]);
    const value = JSON.parse(stdout) as JsonObject;
    expect(faults("log", value)).toEqual([]);
    expect(strictFaults("log", value)).toEqual(["/records/0 additionalProperties mood"]);
  });
});

describe("the outputs together", () => {
  it("show every property, with null if it is nullable, and every value of the closed sets", async () => {
    const shown = new Set<string>();
    const rows = await Promise.all([...READING_ROWS, ...WRITING_ROWS].map(async ([, answers]) => answers()));
    for (const { command, zh } of rows.flat()) addShownFacets(command, JSON.parse(zh.stdout) as Json, shown);
    expect(new Set([...promisedFacets()].filter((facet) => !shown.has(facet)))).toEqual(new Set(NEVER_SHOWN));
  });
});

/** In `check`, messages and hints must differ between the languages, and nothing else. */
function expectSameButWords(zh: string, en: string): void {
  const [chinese, english] = [JSON.parse(zh), JSON.parse(en)] as { problems: JsonObject[] }[];
  const wordless = (view: { problems: JsonObject[] } | undefined): unknown => ({
    ...view,
    problems: view?.problems.map((problem) => ({ ...problem, message: "", hint: "" })),
  });
  expect(wordless(english)).toEqual(wordless(chinese));
  for (const [index, { message, hint }] of (chinese?.problems ?? []).entries()) {
    const other = english?.problems[index];
    expect(message).toMatch(/\p{Script=Han}/u);
    expect([other?.["message"] === message, other?.["hint"] === hint]).toEqual([false, false]);
  }
}

/** The schema, its definitions, and the properties of each, recursively. `at` is a JSON pointer. */
function partsOf(name: SchemaName): { at: string; node: JsonObject }[] {
  const found = [{ at: "", node: schemaOf(name) }];
  for (const { at, node } of found) {
    for (const group of ["definitions", "properties"]) {
      const children = Object.entries((node[group] ?? {}) as { [key: string]: JsonObject });
      found.push(...children.map(([key, child]) => ({ at: `${at}/${group}/${key}`, node: child })));
    }
  }
  return found;
}
