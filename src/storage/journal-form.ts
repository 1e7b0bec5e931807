/** The fields of a record and the form of their values. Whether a line's bytes are intact is checked in journal-line.ts. */
import { parseDay } from "../core/calendar.ts";
import { type JournalRecord, MOST_AMOUNT } from "../core/journal/record.ts";

import { instantOf } from "../core/zone.ts";

/** Parses a record of this version; null if a later version or another program wrote it. */
export function parseRecord(bytes: Buffer): JournalRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
  return isRecord(value) ? value : null;
}

/** Checks the form of each field. Fields with other names are kept and have no effect. */
const FORM_OF: Readonly<Record<Extract<keyof JournalRecord, string>, (value: unknown) => boolean>> = {
  v: (value) => value === 1,
  t: (value) =>
    isText(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && !Number.isNaN(instantOf(value)),
  by: isText,
  do: isText,
  ref: isText,
  on: isDay,
  was: isText,
  percent: (value) => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 100,
  value: isNumber,
  mode: (value) => value === "total" || value === "add",
  to: isDay,
  reason: isText,
  approver: isText,
  from: isText,
  note: isText,
  problem: isText,
  next: isText,
  evidence: isEvidence,
  of: isTextList,
  prev: isTextList,
  id: isText,
};
const FORMS: ReadonlyMap<string, (value: unknown) => boolean> = new Map(Object.entries(FORM_OF));

const REQUIRED = ["v", "t", "by", "do", "ref", "on", "of", "prev", "id"] as const;
/** Fields without which a record of the kind means nothing. */
const REQUIRED_BY_KIND: ReadonlyMap<string, readonly string[]> = new Map([
  ["progress", ["percent"]],
  ["reading", ["value"]],
  ["extend", ["to"]],
]);

function isRecord(value: unknown): value is JournalRecord {
  if (!isObject(value)) return false;
  // Checked key by key, because a journal has many lines: a map or a list of entries for each would be slow.
  const isPresent = (key: string): boolean => Object.hasOwn(value, key);
  const { do: kind } = value;
  const ofKind = typeof kind === "string" ? (REQUIRED_BY_KIND.get(kind) ?? []) : [];
  if (!REQUIRED.every(isPresent) || !ofKind.every(isPresent)) return false;
  return Object.keys(value).every((key) => FORMS.get(key)?.(value[key]) ?? true);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The names of fields that this version does not know. */
export function unknownFields(record: JournalRecord): string[] {
  return Object.keys(record).filter((key) => !FORMS.has(key));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** A number within the range that can be typed: sums of larger ones could overflow. */
function isNumber(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= MOST_AMOUNT;
}

function isEvidence(value: unknown): boolean {
  return Array.isArray(value) && value.every((item: unknown) => isEvidenceItem(item));
}

function isEvidenceItem(item: unknown): boolean {
  return (
    typeof item === "object" &&
    item !== null &&
    "kind" in item &&
    "value" in item &&
    isText(item.kind) &&
    isText(item.value)
  );
}

function isDay(value: unknown): boolean {
  return typeof value === "string" && parseDay(value) !== undefined;
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
