/** The parts of a typed row: how one is read, what it is called where it was typed, and which each kind needs. */
import { SERIAL_1970, dayOfNumber } from "../../core/calendar.ts";
import { mayLackZero } from "../../core/typed.ts";
import { Failure, usage } from "../failure.ts";
import { optionalLine } from "../typed-text.ts";
import type { Row } from "./rows.ts";

/** Whether the part was typed. */
export function hasPart(row: Row, part: string): boolean {
  return Object.entries(row).some(([key, value]) => key === part && value !== undefined);
}

/** The row with the part set aside: it is known to be at fault. */
export function withoutPart(row: Row, part: string): Row {
  return { ...row, [part]: undefined, aside: [...(row.aside ?? []), part] };
}

/** Reads a part of a row; what fails is known to be that part. */
export function inPart<T>(part: keyof Row, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof Failure ? new Failure(error.code, error.say, part) : error;
  }
}

/** The same of a part without which there is no record; where it is missing or was set aside, `instead` stands for it. */
export function neededPart<T>(part: keyof Row, row: Row, read: (typed: string) => T, instead: T): T {
  const typed = row[part];
  return typeof typed === "string" ? inPart(part, () => read(typed)) : instead;
}

/** What the part is called where it was typed: the flag, or the heading of its column. */
export function nameOf(part: keyof Row, { place, cells }: Row): string {
  return place === null ? `--${part}` : (cells?.get(part)?.heading ?? part);
}

/**
 * The day as it was typed; out of a file without a midnight behind it, and none that may have been another one before a spreadsheet
 * had it, or is its number for a day.
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

/** Words of one line; null where there are none. */
export function lineOf(part: "note" | "problem" | "next" | "reason" | "approver", row: Row): string | null {
  return inPart(part, () => optionalLine(nameOf(part, row), row[part]));
}

/** What each kind cannot do without: a change of the plan needs a reason and the one who approved it. */
const REQUIRED: Readonly<Partial<Record<Row["kind"], readonly (keyof Row)[]>>> = {
  progress: ["percent"],
  block: ["reason"],
  extend: ["to", "reason", "approver"],
  cancel: ["reason", "approver"],
};

/** Refuses a row that lacks what its kind cannot do without. */
export function requireFlags(row: Row): void {
  const isTyped = row.place === null;
  const isMissing = (key: keyof Row): boolean => row[key] === undefined && row.aside?.includes(key) !== true;
  if (row.kind === "reading" && isMissing("value")) {
    if (isTyped) throw usage((texts) => texts.noIndicator);
    throw new Failure(2, (texts) => texts.emptyText(nameOf("value", row)), "value");
  }
  // Its number is no flag: it stands behind the ids.
  if (row.kind === "progress" && isMissing("percent") && isTyped) throw usage((texts) => texts.noPercent(row.ref));
  const missing = (REQUIRED[row.kind] ?? []).filter(isMissing).map((key) => (isTyped ? `--${key}` : key));
  if (missing.length > 0) throw usage((texts) => texts.needsFlags(row.kind, missing));
}
