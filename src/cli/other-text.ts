/** Files that are named as a journal and are something else. */
import type { BrokenLine } from "../storage/journal-text.ts";
import { BEGINNING } from "../storage/journal-line.ts";
import { unreadable } from "./failure.ts";

/**
 * A file without records whose lines never were any is something else: a slip of `--journal` would spoil it. Of the first
 * record a power failure may have left its first few characters.
 */
export function refuseOtherText(broken: readonly Pick<BrokenLine, "fault" | "readable">[], shown: string): void {
  const [first, ...more] = broken;
  if (first === undefined || (more.length === 0 && BEGINNING.startsWith(first.readable))) return;
  if (broken.every(({ fault }) => fault === "not a record")) throw unreadable((texts) => texts.noRecordsIn(shown));
}
