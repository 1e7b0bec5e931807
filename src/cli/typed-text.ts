import { visible } from "../reporters/visible.ts";
import { type Failure, usage } from "./failure.ts";

/** What is said of a text that should be a day: that the calendar has no such day, or how days are written. */
export function badDay(flag: string, typed: string): Failure {
  return usage(async (texts) => (await import("./day-refusal.ts")).dayRefusal(flag, typed, texts));
}

/** Far more than a note has: what is longer is a document, or a file read by mistake. */
const MOST_CHARACTERS = 2000;

/** A text of one line for the journal: no line breaks, nothing invisible, not empty, not endless. */
export function oneLine(flag: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") throw usage((texts) => texts.emptyText(flag));
  if (/[\r\n]/.test(trimmed) || visible(trimmed) !== trimmed) throw usage((texts) => texts.badText(flag));
  if (trimmed.length > MOST_CHARACTERS) throw usage((texts) => texts.longText(flag, MOST_CHARACTERS));
  return trimmed;
}

/** The same where something was typed; null where nothing was. */
export function optionalLine(flag: string, text: string | undefined): string | null {
  return text === undefined ? null : oneLine(flag, text);
}
