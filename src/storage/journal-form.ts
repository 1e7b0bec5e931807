/** The form of a record: which fields a line may have and what they hold. Whether its bytes are whole is journal-line's. */
import { parseDay } from "../core/calendar.ts";
import { type JournalRecord, MOST_AMOUNT } from "../core/journal/record.ts";

import { instantOf } from "../core/zone.ts";

/** The bytes as a record of this version; null where a later version or another program wrote them. */
export function parseRecord(bytes: Buffer): JournalRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString("utf8"));
  } catch {
    return null;
  }
  return isRecord(value) ? value : null;
}

/** The form of each field; what stands under another name is kept and has no effect. */
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
/** What a kind means nothing without. */
const REQUIRED_BY_KIND: ReadonlyMap<string, readonly string[]> = new Map([
  ["progress", ["percent"]],
  ["reading", ["value"]],
  ["extend", ["to"]],
]);

function isRecord(value: unknown): value is JournalRecord {
  if (typeof value !== "object" || value === null) return false;
  const fields = Object.entries(value);
  // A journal has many lines and few keys: looked up key by key, not made into a map of each line.
  const isPresent = (key: string): boolean => Object.hasOwn(value, key);
  const kind: unknown = "do" in value ? value.do : undefined;
  const ofKind = typeof kind === "string" ? (REQUIRED_BY_KIND.get(kind) ?? []) : [];
  if (!REQUIRED.every(isPresent) || !ofKind.every(isPresent)) return false;
  return fields.every(([key, field]) => FORMS.get(key)?.(field) ?? true);
}

/** Names of fields that this version does not know. */
export function unknownFields(record: JournalRecord): string[] {
  return Object.keys(record).filter((key) => !FORMS.has(key));
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** One to count with: sums of larger ones would be no numbers, and nobody can type one. */
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
