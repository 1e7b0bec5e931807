/** What a schema says of a document, in our own codes; the validator's texts never reach a person. */
import type { ErrorObject } from "ajv";
import { parseDay } from "../core/calendar.ts";
import { KEYS, type Path } from "../core/draft.ts";
import type { Finding, ValueKind } from "../core/problem.ts";
import { nearest } from "../core/text.ts";

/** A mistake with its place in the document: at a value, or at the key of one. */
export interface SchemaFinding {
  readonly path: Path;
  readonly at: "value" | "key";
  readonly finding: Finding;
}

/** One finding for each cause: a value of the wrong kind is not also judged for its form. */
export function findingsOf(errors: readonly ErrorObject[], document: unknown): SchemaFinding[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath));
  const causes = errors.filter(
    ({ keyword, instancePath, schemaPath }) =>
      (keyword === "type" || !mistyped.has(instancePath)) && !/\/anyOf\/\d/.test(schemaPath),
  );
  const findings = causes.map((error) => findingOf(error, document));
  return findings.filter((finding) => !findings.some((other) => isTypoOf(other, finding)));
}

/** A key that is missing because it was mistyped beside is one mistake, not two. */
function isTypoOf(unknown: SchemaFinding, missing: SchemaFinding): boolean {
  if (unknown.finding.code !== "E-UNKNOWN-KEY" || missing.finding.code !== "E-MISSING-KEY") return false;
  const isBeside = JSON.stringify(unknown.path.slice(0, -1)) === JSON.stringify(missing.path);
  return isBeside && unknown.finding.details.guess === missing.finding.details.key;
}

function findingOf(error: ErrorObject, document: unknown): SchemaFinding {
  const path = pathOf(error.instancePath, document);
  const params = paramsOf(error);
  if (error.keyword === "additionalProperties") return unknownKey(path, String(params["additionalProperty"]));
  if (error.keyword === "required") {
    const key = String(params["missingProperty"]);
    return { path, at: "value", finding: { code: "E-MISSING-KEY", details: { key } } };
  }
  if (error.keyword === "uniqueItems") return repeated([...path, Number(params["i"])], document);
  return { path, at: "value", finding: valueFinding(error, path, valueAt(document, path)) };
}

function unknownKey(path: Path, key: string): SchemaFinding {
  const known = keysAt(path).filter((name) => name !== key);
  const guess = nearest(key, known, (name) => [name]) ?? null;
  return { path: [...path, key], at: "key", finding: { code: "E-UNKNOWN-KEY", details: { key, known, guess } } };
}

function repeated(path: Path, document: unknown): SchemaFinding {
  const name = String(valueAt(document, path));
  return { path, at: "value", finding: { code: "E-REPEATED-NAME", details: { name } } };
}

function valueFinding(error: ErrorObject, path: Path, value: unknown): Finding {
  const key = keyOf(path);
  const params = paramsOf(error);
  switch (error.keyword) {
    case "type":
      return typeFinding(key, params["type"], value);
    case "enum":
      return enumFinding(key, params["allowedValues"], value);
    case "pattern":
      return patternFinding(key, value);
    case "minItems":
      return { code: "E-EMPTY", details: { key } };
    case "anyOf":
      return { code: "E-TARGET", details: { fault: "missing" } };
    default:
      return numberFinding(key, error, value);
  }
}

function typeFinding(key: string, type: unknown, value: unknown): Finding {
  if (value === null) return { code: "E-EMPTY", details: { key } };
  if (key === "id") return { code: "E-ID", details: { value: shown(value) } };
  const types = Array.isArray(type) ? type.map(String) : [shown(type)];
  return { code: "E-TYPE", details: { key, expected: kindOf(types), found: shown(value) } };
}

function kindOf(types: readonly string[]): ValueKind {
  if (types.includes("string") && types.includes("array")) return "text or list";
  const kinds: Readonly<Record<string, ValueKind>> = {
    string: "text",
    number: "number",
    integer: "whole number",
    boolean: "yes or no",
    array: "list",
    object: "map",
  };
  return kinds[types[0] ?? ""] ?? "text";
}

function enumFinding(key: string, allowed: unknown, value: unknown): Finding {
  const known = Array.isArray(allowed) ? allowed.map(String) : [];
  const guess = nearest(shown(value), known, (name) => [name]) ?? null;
  return { code: "E-VALUE", details: { key, value: shown(value), known, guess } };
}

function patternFinding(key: string, value: unknown): Finding {
  const text = shown(value);
  if (key === "id") return { code: "E-ID", details: { value: text } };
  if (key === "when") return { code: "E-WHEN", details: { value: text, fault: "grammar" } };
  if (["due", "added", "issued"].includes(key)) {
    return { code: "E-DATE", details: { value: text, guess: likelyDay(text) } };
  }
  if (text.trim() === "") return { code: "E-EMPTY", details: { key } };
  return { code: "E-VALUE", details: { key, value: text, known: [], guess: null } };
}

function numberFinding(key: string, error: ErrorObject, value: unknown): Finding {
  const params = paramsOf(error);
  if (key === "id") return { code: "E-ID", details: { value: shown(value) } };
  const limit = Number(params["limit"]);
  const least = error.keyword === "minimum" ? limit : null;
  const most = error.keyword === "maximum" ? limit : null;
  return { code: "E-NUMBER", details: { key, value: shown(value), least, most } };
}

/** A day as it was probably meant: `2017/3/31`, `2017-3-31` and `20170331` are all 2017-03-31. */
function likelyDay(text: string): string | null {
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.normalize("NFKC"));
  const parts = match?.slice(1).map((part) => part.padStart(2, "0")) ?? [];
  return parseDay(parts.join("-")) ?? null;
}

function paramsOf({ params }: ErrorObject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params));
}

/** A value in a message: as it is, or the kind of what is too large to show. */
function shown(value: unknown): string {
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}

/** The name of the value for messages: its key, or that of the list that holds it. */
function keyOf(path: Path): string {
  return path.findLast((step) => typeof step === "string") ?? "";
}

/** JSON pointer → path; a step into a list is a number. */
function pathOf(pointer: string, document: unknown): Path {
  const path: (string | number)[] = [];
  for (const step of pointer.split("/").slice(1)) {
    const name = step.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(valueAt(document, path)) ? Number(name) : name);
  }
  return path;
}

function valueAt(document: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => {
    if (typeof value !== "object" || value === null) return undefined;
    return Object.entries(value).find(([key]) => key === String(step))?.[1];
  }, document);
}

const KEYS_BY_PLACE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^tasks,\d+,milestones,\d+$/, KEYS.milestone],
  [/^tasks,\d+,indicators,\d+$/, KEYS.indicator],
  [/^tasks,\d+$/, KEYS.task],
  [/^policy$/, KEYS.policy],
  [/^policy,report$/, KEYS.report],
  [/^policy,report,fonts$/, KEYS.reportFonts],
  [/^policy,report,titles$/, KEYS.reportTitles],
  [/^divisions,\d+$/, KEYS.division],
  [/^themes,\d+$/, KEYS.theme],
  [/^sections,\d+$/, KEYS.section],
];

function keysAt(path: Path): readonly string[] {
  const place = path.join(",");
  const known = KEYS_BY_PLACE.find(([pattern]) => pattern.test(place))?.[1];
  return known ?? [...KEYS.head, ...KEYS.tasksFile];
}
