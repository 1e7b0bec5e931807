/** Lines that were appended to a journal since it was compiled. */
import { parseJournal } from "../journal-text.ts";
import type { PlacedRecord } from "./warm-journal.ts";

const BOM = Buffer.from("\ufeff");

/** Their records, and how many lines there are with the ones before them; null where a line is damaged or unknown. */
export function readTail(
  bytes: Buffer,
  file: string,
  before: number,
): { readonly records: readonly PlacedRecord[]; readonly lines: number } | null {
  // A mark of the encoding is read over at the beginning of a file, and nowhere else.
  if (bytes.indexOf(BOM) === 0) return null;
  const { whole, broken, lines } = parseJournal(bytes);
  if (broken.length > 0) return null;
  const records = whole.flatMap(({ record, line }) => (record === null ? [] : [{ record, file, line: before + line }]));
  return records.length === whole.length ? { records, lines: before + lines } : null;
}
