/** Refuses files that are named as a journal but are something else. */
import type { BrokenLine } from "../storage/journal-text.ts";
import { BEGINNING } from "../storage/journal-line.ts";
import { unreadable } from "./failure.ts";

/**
 * Refuses a file none of whose lines was ever a record: a mistyped `--journal` would spoil it. Allows a file that only
 * holds the first few characters of a record, as a power failure may leave. Call it only for a file without intact
 * records.
 */
export function refuseNonJournal(broken: readonly Pick<BrokenLine, "fault" | "readable">[], shown: string): void {
  const [first, ...more] = broken;
  if (first === undefined || (more.length === 0 && BEGINNING.startsWith(first.readable))) return;
  if (broken.every(({ fault }) => fault === "not a record")) throw unreadable((texts) => texts.noRecordsIn(shown));
}
