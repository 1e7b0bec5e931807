/** The published output schemas, and a strict copy of them that refuses properties they do not describe. */
import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

export const WRITING_COMMANDS = [
  ...(["done", "undo", "progress", "reading", "note", "block", "unblock"] as const),
  ...(["extend", "cancel", "accept", "sheet"] as const),
] as const;
export const COMMANDS = [
  ...(["list", "show", "status", "overdue", "due", "indicators", "gantt", "report"] as const),
  ...(["check", "log", "diff"] as const),
  ...WRITING_COMMANDS,
] as const;
export type Command = (typeof COMMANDS)[number];
/** Schemas of the lines of `--format ndjson`. */
export const LINES = ["list-line", "log-line"] as const;
/** The schema of `journal verify`, the only command of two words with a schema. */
export const CHECK_OF_JOURNAL = "journal-verify";
export type SchemaName = Command | (typeof LINES)[number] | typeof CHECK_OF_JOURNAL | "common";

export const SCHEMA_NAMES: readonly SchemaName[] = ["common", ...COMMANDS, ...LINES, CHECK_OF_JOURNAL];

const URN = "urn:ipplan:schema:output:";
const schemas = new Map(SCHEMA_NAMES.map((name) => [name, readSchema(`output/${name}`)]));
const published = makeAjv([...schemas.values()]);
const strict = makeAjv([...schemas.values()].map((schema) => strictCopy(schema) as JsonObject));

export function schemaOf(name: SchemaName): JsonObject {
  return schemas.get(name) ?? {};
}

export function idOf(name: SchemaName): string {
  return `${URN}${name}:1`;
}

/** The errors of the value by the published schema; `at` is a JSON pointer to a part of the schema. */
export function faults(name: SchemaName, value: unknown, at = ""): string[] {
  return faultsOf(validatorOf(published, `${idOf(name)}${at === "" ? "" : `#${at}`}`), value);
}

/** The same, with an error for every property that no schema describes. */
export function strictFaults(name: SchemaName, value: unknown, at = ""): string[] {
  return faultsOf(validatorOf(strict, `${idOf(name)}${at === "" ? "" : `#${at}`}`), value);
}

/** The errors of a journal record by its published schema. */
export function recordFaults(record: unknown): string[] {
  const schema = readSchema("journal-record");
  return faultsOf(validatorOf(makeAjv([schema]), String(schema["$id"])), record);
}

/** Compiles the schema with only the common one beside it. Throws if it refers to anything else. */
export function compileAlone(name: SchemaName): ValidateFunction {
  return validatorOf(makeAjv([schemaOf("common"), schemaOf(name)]), idOf(name));
}

/** A part of a schema with its references followed, the schema that contains it, and its name there (null: no reference). */
export interface Resolved {
  readonly root: SchemaName;
  readonly node: JsonObject;
  readonly name: string | null;
}

export function resolve(root: SchemaName, node: JsonObject, name: string | null = null): Resolved {
  const target = node["$ref"];
  if (typeof target !== "string") return { root, node, name };
  const [id = "", pointer = ""] = target.split("#");
  const home = id === "" ? root : (SCHEMA_NAMES.find((known) => idOf(known) === id) ?? root);
  const keys = pointer.split("/").slice(1);
  const found = keys.reduce<Json>((value, key) => (value as JsonObject)[key] ?? null, schemaOf(home));
  if (found === null) throw new Error(`nothing at ${target}`);
  return resolve(home, found as JsonObject, keys.filter((_, index) => index % 2 === 1).join("."));
}

/** A published schema by its path in `schemas/`, such as `output/list`. */
export function readSchema(name: string): JsonObject {
  const url = new URL(`../../schemas/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as JsonObject;
}

function makeAjv(all: readonly JsonObject[]): Ajv {
  return new Ajv({ schemas: [...all], strict: true, allErrors: true, ownProperties: true, allowUnionTypes: true });
}

function strictCopy(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(strictCopy);
  if (typeof schema !== "object" || schema === null) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strictCopy(value)]));
  return copy["additionalProperties"] === true ? { ...copy, additionalProperties: false } : copy;
}

function validatorOf(ajv: Ajv, id: string): ValidateFunction {
  const validate = ajv.getSchema(id);
  if (validate === undefined) throw new Error(`no schema ${id}`);
  return validate;
}

/** The errors as `path keyword`, followed by the key if one is missing or unknown. */
export function faultsOf(validate: ValidateFunction, value: unknown): string[] {
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, keyword, params }) => {
    const key: unknown = params["missingProperty"] ?? params["additionalProperty"];
    return `${instancePath} ${keyword}${typeof key === "string" ? ` ${key}` : ""}`;
  });
}

/** Whether the text has the form `中文。 / English.`: editors show a single description. */
export function isBilingual(text: Json | undefined): boolean {
  const [chinese = "", english = "", ...more] = typeof text === "string" ? text.split(" / ") : [];
  return more.length === 0 && /\p{Script=Han}.*。$/u.test(chinese) && /^[A-Za-z][^\p{Script=Han}]*\.$/u.test(english);
}
