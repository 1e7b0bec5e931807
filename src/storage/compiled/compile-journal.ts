/** Reads a journal, and keeps what it says for the next time. */
import { type FoldedJournal, foldJournal } from "../../core/journal/fold.ts";
import { journalFiles } from "../file-lists.ts";
import { type JournalFile, type JournalReading, readJournalFiles, readingOf } from "../journal-files.ts";
import { journalSections } from "./journal-sections.ts";
import { areWhole } from "./inputs.ts";
import { keeping } from "./kept.ts";
import type { CachePlace } from "./place.ts";
import { journalInputs } from "./warm-journal.ts";

const LF = 0x0a;

/** The journal at the path, read from its lines. */
export function compileJournal(
  place: CachePlace,
  path: string,
  show: (path: string) => string,
): { readonly journal: FoldedJournal; readonly reading: JournalReading } {
  return keeping(place, "journal", path, (keep) => {
    const inputs = journalInputs(path, show);
    const files = readJournalFiles(journalFiles(path), show);
    const reading = readingOf(files);
    const journal = foldJournal(reading.records);
    if (inputs !== null && areWhole(inputs, files) && files.every(isSound)) {
      keep(
        inputs,
        files.map(({ bytes }) => bytes),
        journalSections(files, journal),
      );
    }
    return { journal, reading };
  });
}

/** Every line is a record that this version knows, and the last one is finished. */
function isSound({ bytes, text }: JournalFile): boolean {
  const isFinished = bytes.length === 0 || bytes.at(-1) === LF;
  return isFinished && text.broken.length === 0 && text.whole.every(({ record }) => record !== null);
}
