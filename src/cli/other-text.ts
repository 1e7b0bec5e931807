/** Files that are named as a journal and are something else. */
import type { BrokenLine } from "../storage/journal-text.ts";
import { unreadable } from "./failure.ts";

/** A file without records whose lines never were any is something else: a slip of `--journal` would spoil it. */
export function refuseOtherText(broken: readonly Pick<BrokenLine, "fault">[], shown: string): void {
  const isOther = broken.length > 0 && broken.every(({ fault }) => fault === "not a record");
  if (isOther) throw unreadable((texts) => texts.noRecordsIn(shown));
}
