/** What a value of the wrong kind was probably meant to be. */
import { likelyWord, meansNone } from "../core/likely.ts";
import type { ValueKind } from "../core/problem.ts";
import { yamlItem, yamlScalar } from "./yaml-text.ts";

/** Lists of names, which stand in one line. */
const NAMES: ReadonlySet<string> = new Set(["divisions", "districts", "from"]);

/** How each kind of value that people put in quotes or brackets is written. */
const FORMS: Partial<Record<ValueKind, RegExp>> = {
  number: /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/,
  "whole number": /^-?(?:0|[1-9]\d*)$/,
  "yes or no": /^(?:true|false)$/,
};

/** A number or truth value without its quotes, the one item of a list without brackets; names as a list. */
export function likelyValue(
  key: string,
  expected: ValueKind,
  { value, source }: { readonly value: unknown; readonly source: string },
): string | null {
  if (Array.isArray(value)) return value.length === 1 ? itemAlone(expected, value[0]) : null;
  if (typeof value !== "string") return null;
  if (expected === "list" && NAMES.has(key)) return listOf(key, value);
  return /^["']/.test(source) && FORMS[expected]?.test(value) === true ? value : null;
}

function itemAlone(expected: ValueKind, item: unknown): string | null {
  if (expected === "text") return typeof item === "string" && item.trim() !== "" ? yamlScalar(item) : null;
  const isScalar = typeof item === "number" || typeof item === "boolean";
  return isScalar && FORMS[expected]?.test(String(item)) === true ? String(item) : null;
}

/** A bracket that is there already is none of a name. */
function listOf(key: string, written: string): string {
  if (key === "districts" && meansNone(written)) return "[]";
  const names = written.replace(/^\s*[[【［]|[\]】］]\s*$/g, "").split(/[,，、;；](?![^（]*）)/);
  return `[${names.map((name) => likelyWord(key, name.trim()) ?? yamlItem(name.trim())).join(", ")}]`;
}
