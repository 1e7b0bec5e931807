import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVIDENCE_KINDS, RECORD_KINDS } from "../../src/core/journal/record.ts";
import { PACE_METHODS } from "../../src/core/pace.ts";
import { BASES, COLUMNS } from "../../src/core/plan.ts";
import { ROLES, STATE_FILTERS } from "../../src/core/selection.ts";
import { LIGHTS, type LightReason, STATES } from "../../src/core/standing.ts";
import { problems } from "../../src/i18n/zh/problems.ts";
import { type Case, READINGS, WRITINGS } from "./cases.ts";
import { addShownFacets, promisedFacets } from "./coverage.ts";
import { Scribe } from "./eventful-office.ts";
import { expectOutput } from "./outputs.ts";
import { type Run, makeOffice, removeOffices } from "./program.ts";
import {
  COMMANDS,
  type Command,
  type Json,
  type JsonObject,
  SCHEMA_NAMES,
  type SchemaName,
  compileAlone,
  faults,
  idOf,
  recordFaults,
  resolve,
  schemaOf,
  strictFaults,
} from "./schemas.ts";

/** A record says only what its kind has to say. */
const OPTIONAL_IN_RECORDS = "was percent value mode to reason approver from note problem next evidence";

/** The words of `LightReason`; the compiler sees to it that none is missing. */
const REASONS = {
  overdue: true,
  blocked: true,
  "due-soon": true,
  "behind-pace": true,
  "done-late": true,
  "on-track": true,
  done: true,
  "not-begun": true,
  cancelled: true,
} as const satisfies Record<LightReason, true>;

/** Where the schemas spell out a closed set, and the program's own. */
const WORDS: readonly (readonly [schema: SchemaName, at: string, words: readonly unknown[]])[] = [
  ["common", "/definitions/state", STATES],
  ["common", "/definitions/light", LIGHTS],
  ["common", "/definitions/lightReason", Object.keys(REASONS)],
  ["common", "/definitions/role", ROLES],
  ["common", "/definitions/stateFilter", STATE_FILTERS],
  ["common", "/definitions/recordKind", Object.keys(RECORD_KINDS)],
  ["common", "/definitions/Evidence/properties/kind", EVIDENCE_KINDS],
  ["common", "/definitions/Indicator/properties/basis", BASES],
  ["common", "/definitions/Indicator/properties/from/items", COLUMNS],
  ["status", "/definitions/Pace/properties/method", PACE_METHODS],
  ["check", "/definitions/Problem/properties/code", Object.keys(problems)],
];

/** Promised for commands and flags still to come, or for a journal that no program of today makes. */
const NOT_YET_SHOWN = ["ENVELOPE.asKnown: value", "Record.file: null", "Record.line: null"];

interface Exchange {
  readonly title: string;
  readonly command: Command;
  readonly zh: Run;
  readonly en: Run;
}

afterAll(removeOffices);

describe("the schemas", () => {
  it.each(SCHEMA_NAMES)("%s is draft-07 with an id, and a title in both languages", (name) => {
    const schema = schemaOf(name);
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
    expect(schema["$id"]).toBe(`urn:ipplan:schema:output:${name}:1`);
    expect(schema["title"]).toMatch(/^\p{Script=Han}+ \/ [A-Z][a-z ]+$/u);
  });

  it.each(SCHEMA_NAMES)("%s describes itself, every definition and every property in Chinese and English", (name) => {
    const plain = partsOf(name).filter(({ node }) => !isBilingual(node["description"] ?? resolve(name, node).node["description"]));
    expect(plain.map(({ at }) => at)).toEqual([]);
  });

  it.each(COMMANDS)("%s needs no other file than itself and the common one", (command) => {
    expect(compileAlone(command)({})).toBe(false);
    const files = [...JSON.stringify(schemaOf(command)).matchAll(/"\$ref":"([^"#]*)#/g)].map(([, id]) => id);
    expect(new Set(files.filter((id) => id !== ""))).toEqual(new Set([idOf("common")]));
    expect(schemaOf(command)["description"]).toContain("common.schema.json");
  });

  it.each(SCHEMA_NAMES)("%s lets every object gain properties, and asks for all that it describes", (name) => {
    const objects = partsOf(name).filter(({ node }) => node["type"] === "object");
    for (const { at, node } of objects) {
      expect(node["additionalProperties"], at).toBe(true);
      const asked = node["required"] as string[];
      const optional = Object.keys(node["properties"] as JsonObject).filter((key) => !asked.includes(key));
      const isRecord = /\/(?:JournalRecord|Record)$/.test(at);
      expect(optional.join(" "), at).toBe(isRecord ? OPTIONAL_IN_RECORDS : "");
    }
  });

  it("let no list be null but the periods asked for", () => {
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

  it.each(SCHEMA_NAMES)("%s has examples that are valid where they stand", (name) => {
    for (const { at, node } of partsOf(name)) {
      for (const example of (node["examples"] ?? []) as Json[]) expect(strictFaults(name, example, at), at).toEqual([]);
    }
  });

  it.each(WORDS)("%s spells out %s as the program has it", (name, at, words) => {
    const { node } = resolve(name, { $ref: `#${at}` });
    const spelt = (node["enum"] ?? node["examples"]) as Json[];
    expect([...spelt].sort()).toEqual([...words].sort());
  });
});

describe("the strict copy of the schemas", () => {
  it("refuses what no schema describes, where the published schemas accept it", async () => {
    const { stdout } = await makeOffice().run(["status", "--format", "json"]);
    for (const at of ["", "plan", "filters", "totals", "rates", "groups/0", "overdue/0", "pace", "nextDue"]) {
      const value = JSON.parse(stdout) as JsonObject;
      const keys = at === "" ? [] : at.split("/");
      const part = keys.reduce<Json>((inner, key) => (inner as JsonObject)[key] ?? null, value) as JsonObject;
      part["novelty"] = 1;
      expect(faults("status", value)).toEqual([]);
      expect(strictFaults("status", value)).toEqual([`${keys.map((key) => `/${key}`).join("")} additionalProperties novelty`]);
    }
  });

  it("misses what is not there, as the published schemas do", async () => {
    const { stdout } = await makeOffice().run(["overdue", "--format", "json"]);
    const value = JSON.parse(stdout) as JsonObject;
    delete value["asKnown"];
    delete ((value["milestones"] as JsonObject[])[0] ?? {})["lead"];
    expect(strictFaults("overdue", value)).toEqual([" required asKnown", "/milestones/0 required lead"]);
    expect(faults("overdue", value)).toEqual([" required asKnown", "/milestones/0 required lead"]);
  });
});

describe("the outputs", () => {
  let exchanges: Exchange[] = [];

  beforeAll(async () => {
    exchanges = (await Promise.all([...READINGS, ...WRITINGS].map(exchangesOf))).flat();
  }, 120_000);

  it("keep the contract", () => {
    for (const { title, command, zh } of exchanges) {
      expect(() => expectOutput(command, zh.stdout), title).not.toThrow();
    }
  });
});
