/** Reads a journal from its lines and caches the compiled form. */
import { type FoldedJournal, foldJournal } from "../../core/journal/fold.ts";
import { journalFiles, sizeOf } from "../file-lists.ts";
import { type JournalFile, type JournalReading, readJournalFiles, readingOf } from "../journal-files.ts";
import { journalSections } from "./journal-sections.ts";
import { collectGarbage, isLarge } from "./garbage.ts";
import { areWhole } from "./inputs.ts";
import { keeping } from "./keep.ts";
import type { CachePlace } from "./place.ts";
import { type WarmJournal, journalInputs, warmJournal } from "./warm-journal.ts";

const LF = 0x0a;

/** Reads the journal at the path and caches it. `show` gives the name of a file as people see it. */
export async function compileJournal(
  place: CachePlace,
  path: string,
  show: (path: string) => string,
): Promise<WarmJournal> {
  if (!isLarge(journalFiles(path).map((file) => ({ length: sizeOf(file) })))) {
    return { ...readAndKeep(place, path, show), digest: null };
  }
  // First frees what reading the plan left behind, later what reading the journal did.
  collectGarbage();
  const journal = await readLarge(place, path, show);
  collectGarbage();
  return journal;
}

/** Returns the compiled form, if it could be cached: it takes far less memory than the records that were read. */
async function readLarge(place: CachePlace, path: string, show: (path: string) => string): Promise<WarmJournal> {
  const read = readAndKeep(place, path, show);
  return (await warmJournal(place, path, journalFiles(path), show)) ?? { ...read, digest: null };
}

function readAndKeep(
  place: CachePlace,
  path: string,
  show: (path: string) => string,
): { readonly journal: FoldedJournal; readonly reading: JournalReading } {
  return keeping(place, "journal", path, (keep) => {
    const paths = journalFiles(path);
    const inputs = journalInputs(paths, show);
    const files = readJournalFiles(paths, show);
    const reading = readingOf(files);
    const journal = foldJournal(reading.records);
    if (inputs !== null && areWhole(inputs, files) && files.every(isSound)) {
      keep(
        inputs,
        files.map(({ bytes }) => bytes),
        () => journalSections(files, journal),
      );
    }
    return { journal, reading };
  });
}

/** Whether every line is a record that this version knows, and the last line is complete. */
function isSound({ bytes, text }: JournalFile): boolean {
  const isFinished = bytes.length === 0 || bytes.at(-1) === LF;
  return isFinished && text.broken.length === 0 && text.whole.every(({ record }) => record !== null);
}
