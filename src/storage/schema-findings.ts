/** Turns validation errors into findings with our own codes; people never see the validator's texts. */
import type { ErrorObject } from "ajv";
import type { Path } from "../core/draft.ts";
import { inMonths, likelyDay, likelyLanguage, likelyWhen, likelyWord } from "../core/likely.ts";
import type { Finding, ValueKind } from "../core/problem.ts";
import { nearest } from "../core/text.ts";
import { likelyValue } from "./likely-values.ts";
import { idFinding } from "./id-findings.ts";
import { meantKey } from "./kind-of-file.ts";
import { keysAt, pathOf, requiredAt, valueAt } from "./plan-paths.ts";

/** A mistake and its position in the document: a value, or the key of one. */
export interface SchemaFinding {
  readonly path: Path;
  readonly at: "value" | "key";
  readonly finding: Finding;
  /** The path of the first of two equal things. */
  readonly first?: Path;
}

/** A document that was validated; `writtenAt` gives the text of a value in the file. */
export interface ValidatedDocument {
  readonly value: unknown;
  readonly writtenAt: (path: Path) => string | null;
  /** The plan's year, if its head has one: the meaning of a window may depend on it. */
  readonly year: number | null;
}

/** One finding per cause: if a value is of the wrong type, its form is not judged. */
export function findingsOf(errors: readonly ErrorObject[], document: ValidatedDocument): SchemaFinding[] {
  const mistyped = new Set(errors.filter(({ keyword }) => keyword === "type").map(({ instancePath }) => instancePath));
  const causes = errors.filter(
    (error) =>
      (error.keyword === "type" || !mistyped.has(error.instancePath)) &&
      !/\/anyOf\/\d/.test(error.schemaPath) &&
      !isReference(error, document.value),
  );
  const findings = causes.map((error) => findingOf(error, document));
  const meant = new Set(findings.map(({ path, finding }) => keyMeant(path, finding)));
  // A key that is missing because it was misspelt is one mistake, not two.
  return findings.filter(
    ({ path, finding }) =>
      finding.code !== "E-MISSING-KEY" || !meant.has(JSON.stringify([...path, finding.details.key])),
  );
}

/** Whether the error is about a reference to a section or theme: the rules report it, as they know which exist. */
function isReference({ keyword, instancePath }: ErrorObject, document: unknown): boolean {
  if (keyword !== "pattern" || !/^\/section$|^\/sections\/\d+\/theme$/.test(instancePath)) return false;
  return String(valueAt(document, pathOf(instancePath, document))).trim() !== "";
}

/** The path of the key that a misspelt key was meant to be; null if unknown. */
function keyMeant(path: Path, finding: Finding): string | null {
  if (finding.code !== "E-UNKNOWN-KEY" || finding.details.guess === null) return null;
  return JSON.stringify([...path.slice(0, -1), finding.details.guess]);
}

function findingOf(error: ErrorObject, document: ValidatedDocument): SchemaFinding {
  const path = pathOf(error.instancePath, document.value);
  const params = paramsOf(error);
  if (error.keyword === "additionalProperties") return unknownKey(path, String(params["additionalProperty"]));
  if (error.keyword === "required") {
    const key = String(params["missingProperty"]);
    return { path, at: "value", finding: { code: "E-MISSING-KEY", details: { key } } };
  }
  if (error.keyword === "uniqueItems") {
    const [one, other] = [Number(params["i"]), Number(params["j"])];
    return repeated([...path, Math.max(one, other)], [...path, Math.min(one, other)], document.value);
  }
  const value = valueAt(document.value, path);
  const written = typeof value === "string" ? value : (document.writtenAt(path) ?? "");
  const source = document.writtenAt(path) ?? "";
  const finding = valueFinding(error, keyOf(path), { path, value, written, source, year: document.year });
  return { path, at: "value", finding: finding.code === "E-WHEN" ? inList(finding, path, document) : finding };
}

/** Windows that may only stand alone, not in a list. */
const ALONE: ReadonlySet<string> = new Set(["year", "every quarter", "every month"]);

/**
 * Adapts the proposal for a window to its place in a list: one that is a list itself loses its brackets in a list in
 * brackets, and is dropped in a list with an item per line.
 */
function inList(finding: Extract<Finding, { code: "E-WHEN" }>, path: Path, document: ValidatedDocument): Finding {
  const { guess, value } = finding.details;
  if (typeof path.at(-1) !== "number") return finding;
  if (ALONE.has(value)) return { ...finding, details: { value, fault: "alone" } };
  if (guess === null || guess === undefined) return finding;
  // In a list, the whole year is written as months, and a repeating window is no single item.
  if (guess === "year" && document.year !== null) {
    return { ...finding, details: { ...finding.details, guess: inMonths(guess, document.year) } };
  }
  if (guess.startsWith("every")) return { ...finding, details: { ...finding.details, guess: null } };
  if (!guess.startsWith("[")) return finding;
  const isFlow = document.writtenAt(path.slice(0, -1))?.startsWith("[") === true;
  return { ...finding, details: { ...finding.details, guess: isFlow ? guess.slice(1, -1) : null } };
}

function unknownKey(path: Path, key: string): SchemaFinding {
  const known = keysAt(path).filter((name) => name !== key);
  const [longer, ...others] = key.length < 3 ? [] : known.filter((name) => name.startsWith(key));
  const meant = path.length === 0 ? known.find((name) => name === meantKey(key)) : undefined;
  const guess = meant ?? (others.length === 0 ? longer : undefined) ?? nearest(key, known, (name) => [name]) ?? null;
  return { path: [...path, key], at: "key", finding: { code: "E-UNKNOWN-KEY", details: { key, known, guess } } };
}

function repeated(path: Path, first: Path, document: unknown): SchemaFinding {
  const name = String(valueAt(document, path));
  return { path, at: "value", finding: { code: "E-REPEATED-NAME", details: { name } }, first };
}

/** A value at fault. */
interface Fault {
  readonly path: Path;
  readonly value: unknown;
  readonly written: string;
  /** Its text in the file, including quotes. */
  readonly source: string;
  readonly year: number | null;
}

function valueFinding(error: ErrorObject, key: string, fault: Fault): Finding {
  const params = paramsOf(error);
  switch (error.keyword) {
    case "type":
      return typeFinding(key, params["type"], fault);
    case "enum":
      return enumFinding(key, params["allowedValues"], fault);
    case "pattern":
      return formFinding(key, fault);
    case "minItems":
      return emptyFinding(key, fault);
    case "anyOf":
      return { code: "E-TARGET", details: { fault: "missing" } };
    default:
      return numberFinding(key, error, fault);
  }
}

/** Keys of days and windows. If YAML reads their value as a number, the message is still about a day or window. */
const FORMS: ReadonlySet<string> = new Set(["due", "added", "issued", "when"]);

function typeFinding(key: string, type: unknown, fault: Fault): Finding {
  const { value, written } = fault;
  if (key === "id" && written !== "") return idFinding(fault.path, shown(value, written), written);
  if (value === null) return emptyFinding(key, fault);
  const types = Array.isArray(type) ? type.map(String) : [shown(type, "")];
  if (
    typeof value === "number" &&
    types.some((name) => name === "number" || name === "integer") &&
    !Number.isFinite(value)
  ) {
    return { code: "E-NUMBER", details: { key, value: written, least: null, most: null, fault: "form" } };
  }
  if (typeof value === "number" && FORMS.has(key)) return formFinding(key, fault);
  const expected = kindOf(types);
  const guess = likelyValue(key, expected, fault);
  const isUnquoted = guess !== null && typeof value === "string" && expected !== "list";
  return {
    code: "E-TYPE",
    details: { key, expected, found: isUnquoted ? fault.source : shown(value, written), guess },
  };
}

function emptyFinding(key: string, { path }: Fault): Finding {
  const isRequired = requiredAt(path.slice(0, -1)).includes(key);
  const what = typeof path.at(-1) === "number" ? "item" : isRequired ? "required" : "optional";
  return { code: "E-EMPTY", details: { key, what } };
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

function enumFinding(key: string, allowed: unknown, { written: value }: Fault): Finding {
  const known = Array.isArray(allowed) ? allowed.map(String) : [];
  const guess =
    key === "language"
      ? likelyLanguage(value)
      : (likelyWord(key, value) ?? nearest(value, known, (name) => [name]) ?? null);
  return { code: "E-VALUE", details: { key, value, known, guess } };
}

function formFinding(key: string, fault: Fault): Finding {
  const { written: value, year } = fault;
  if (key === "id") return idFinding(fault.path, shown(fault.value, fault.written), fault.written);
  if (key === "when") {
    const guess = year === null ? null : likelyWhen(value, year);
    return { code: "E-WHEN", details: { value, fault: "grammar", guess } };
  }
  if (FORMS.has(key)) return { code: "E-DATE", details: { value, guess: likelyDay(value, year) } };
  if (value.trim() === "") return emptyFinding(key, fault);
  return { code: "E-VALUE", details: { key, value, known: [], guess: null } };
}

function numberFinding(key: string, error: ErrorObject, fault: Fault): Finding {
  const params = paramsOf(error);
  if (key === "id") return idFinding(fault.path, shown(fault.value, fault.written), fault.written);
  const limit = Number(params["limit"]);
  const least = error.keyword === "minimum" ? limit : null;
  const most = error.keyword === "maximum" ? limit : null;
  return { code: "E-NUMBER", details: { key, value: fault.written, least, most } };
}

function paramsOf({ params }: ErrorObject): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params));
}

/** The value for a message: as written, or just its kind if it is a list or map. */
function shown(value: unknown, written: string): string {
  if (Array.isArray(value)) return "[…]";
  if (typeof value === "object" && value !== null) return "{…}";
  return typeof value === "string" ? value : written;
}

/** The name of the value for a message: its key, or that of the list that contains it. */
function keyOf(path: Path): string {
  return path.findLast((step) => typeof step === "string") ?? "";
}
