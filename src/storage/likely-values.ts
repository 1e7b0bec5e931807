/** Guesses what a value of the wrong kind was meant to be. */
import { likelyWord, meansNone } from "../core/likely.ts";
import type { ValueKind } from "../core/problem.ts";
import { yamlItem, yamlScalar } from "./yaml-text.ts";

/** Keys with lists of names, written on one line. */
const NAMES: ReadonlySet<string> = new Set(["divisions", "districts", "from"]);

/** The form of values that people put in quotes or brackets by mistake. */
const FORMS: Partial<Record<ValueKind, RegExp>> = {
  number: /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/,
  "whole number": /^-?(?:0|[1-9]\d*)$/,
  "yes or no": /^(?:true|false)$/,
};

/** The YAML to propose: a number or boolean without quotes, the only item of a list, names as a list; null for no guess. */
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

/** A list of the names, from which a bracket at either end is stripped first. */
function listOf(key: string, written: string): string {
  if (key === "districts" && meansNone(written)) return "[]";
  const names = written.replace(/^\s*[[【［]|[\]】］]\s*$/g, "").split(/[,，、;；](?![^（]*）)/);
  return `[${names.map((name) => likelyWord(key, name.trim()) ?? yamlItem(name.trim())).join(", ")}]`;
}
