import { visible } from "../reporters/visible.ts";
import { type Failure, usage } from "./failure.ts";

/** The failure for a text that should be a day: there is no such day, or how days are written. */
export function badDay(flag: string, typed: string): Failure {
  return usage(async (texts) => (await import("./day-refusal.ts")).dayRefusal(flag, typed, texts));
}

/** UTF-16 units; far more than a note needs. A longer text is a whole document, or a file read by mistake. */
const MOST_CHARACTERS = 2000;

/**
 * A text for the journal, trimmed. Fails if it is empty or too long, or contains line breaks or invisible characters.
 */
export function oneLine(flag: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === "") throw usage((texts) => texts.emptyText(flag));
  if (/[\r\n]/.test(trimmed) || visible(trimmed) !== trimmed) throw usage((texts) => texts.badText(flag));
  if (trimmed.length > MOST_CHARACTERS) throw usage((texts) => texts.longText(flag, MOST_CHARACTERS));
  return trimmed;
}

/** The same if something was typed; null if nothing was. */
export function optionalLine(flag: string, text: string | undefined): string | null {
  return text === undefined ? null : oneLine(flag, text);
}
