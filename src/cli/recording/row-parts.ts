/**
 * The parts of a typed row: how to read one, what it is called where it was typed, and which ones each kind requires.
 */
import { SERIAL_1970, dayOfNumber } from "../../core/calendar.ts";
import { mayLackZero } from "../../core/typed-days.ts";
import { Failure, usage } from "../failure.ts";
import { optionalLine } from "../typed-text.ts";
import type { Row } from "./rows.ts";

/** Whether the part was typed. */
export function hasPart(row: Row, part: string): boolean {
  return Object.entries(row).some(([key, value]) => key === part && value !== undefined);
}

/** The row without the part, which is marked as already known to be at fault. */
export function withoutPart(row: Row, part: string): Row {
  return { ...row, [part]: undefined, faultyParts: [...(row.faultyParts ?? []), part] };
}

/** Reads a part of a row; a failure is attributed to that part. */
export function inPart<T>(part: keyof Row, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Failure ? new Failure(error.code, error.say, part) : error;
  }
}

/**
 * The same for a required part. If it is missing or faulty, returns `instead`; `requireFlags` reports what is
 * missing.
 */
export function neededPart<T>(part: keyof Row, row: Row, read: (typed: string) => T, instead: T): T {
  const typed = row[part];
  return typeof typed === "string" ? inPart(part, () => read(typed)) : instead;
}

/** The name of the part where it was typed: a flag, or a column heading. */
export function nameOf(part: keyof Row, { place, cells }: Row): string {
  return place === null ? `--${part}` : (cells?.get(part)?.heading ?? part);
}

/**
 * The day as typed. From a file: without a time of midnight; refused if a spreadsheet may have dropped a zero (6.10 →
 * 6.1) or turned it into its serial number.
 */
export function dayTyped(part: "on" | "to", row: Row): string | undefined {
  const typed = row[part];
  if (typed === undefined || row.place === null) return typed;
  if (mayLackZero(typed)) throw usage((texts) => texts.lostZero(nameOf(part, row), typed));
  if (/^\d{5}$/.test(typed)) {
    const day = dayOfNumber(Number(typed) - SERIAL_1970);
    throw usage((texts) => texts.serialDay(nameOf(part, row), typed, day));
  }
  return typed.replace(/[ T]0?0:00(?::00(?:\.0+)?)?$/, "");
}

/** The text of a part, on one line; null if it was not typed. */
export function lineOf(part: "note" | "problem" | "next" | "reason" | "approver", row: Row): string | null {
  return inPart(part, () => optionalLine(nameOf(part, row), row[part]));
}

/** The parts that each kind requires: a change to the plan needs a reason and an approver. */
const REQUIRED: Readonly<Partial<Record<Row["kind"], readonly (keyof Row)[]>>> = {
  progress: ["percent"],
  block: ["reason"],
  extend: ["to", "reason", "approver"],
  cancel: ["reason", "approver"],
};

/** Refuses a row that lacks a required part. */
export function requireFlags(row: Row): void {
  const isTyped = row.place === null;
  const isMissing = (key: keyof Row): boolean => row[key] === undefined && row.faultyParts?.includes(key) !== true;
  if (row.kind === "reading" && isMissing("value")) {
    if (isTyped) throw usage((texts) => texts.noIndicator);
    throw new Failure(2, (texts) => texts.emptyText(nameOf("value", row)), "value");
  }
  // The percentage is not a flag but follows the ids.
  if (row.kind === "progress" && isMissing("percent") && isTyped) throw usage((texts) => texts.noPercent(row.ref));
  const missing = (REQUIRED[row.kind] ?? []).filter(isMissing).map((key) => (isTyped ? `--${key}` : key));
  if (missing.length > 0) throw usage((texts) => texts.needsFlags(row.kind, missing));
}
