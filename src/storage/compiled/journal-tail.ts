/** Reads lines that were appended to a journal since it was compiled. */
import { parseJournal } from "../journal-text.ts";
import type { PlacedRecord } from "./cached-journal.ts";

const BOM = Buffer.from("\ufeff");

/** Their records, and the number of lines including the `before` earlier ones; null if a line is damaged or unknown. */
export function readTail(
  bytes: Buffer,
  file: string,
  before: number,
): { readonly records: readonly PlacedRecord[]; readonly lines: number } | null {
  // A byte order mark is ignored at the beginning of a file only, and this is not the beginning.
  if (bytes.indexOf(BOM) === 0) return null;
  const { whole, broken, lines } = parseJournal(bytes);
  if (broken.length > 0) return null;
  const records = whole.flatMap(({ record, line }) => (record === null ? [] : [{ record, file, line: before + line }]));
  return records.length === whole.length ? { records, lines: before + lines } : null;
}
