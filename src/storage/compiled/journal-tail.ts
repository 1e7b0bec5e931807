/** What was appended to a journal since it was compiled. */
import { closeSync, constants, openSync, readSync } from "node:fs";
import { parseJournal } from "../journal-text.ts";
import type { Input } from "./inputs.ts";
import type { PlacedRecord } from "./warm-journal.ts";

/** The records behind the first bytes of the file, whose lines count on; null where a line is damaged or unknown. */
export function readTail({ path, name, bytes }: Input, from: number, lines: number): PlacedRecord[] | null {
  const fd = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const tail = Buffer.alloc(bytes - from);
    if (readSync(fd, tail, 0, tail.length, from) !== tail.length) return null;
    const { whole, broken } = parseJournal(tail);
    if (broken.length > 0) return null;
    const placed = whole.flatMap(({ record, line }) =>
      record === null ? [] : [{ record, file: name, line: lines + line }],
    );
    return placed.length === whole.length ? placed : null;
  } finally {
    closeSync(fd);
  }
}
