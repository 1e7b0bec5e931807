/** Reads a journal from its lines and caches the compiled form. */
import { type FoldedJournal, foldJournal } from "../../core/journal/fold.ts";
import { journalFiles, sizeOf } from "../file-lists.ts";
import { type JournalFile, type JournalReading, readJournalFiles, readingOf } from "../journal-files.ts";
import { journalSections } from "./journal-sections.ts";
import { collectGarbage, isLarge } from "./garbage.ts";
import { sizesMatch } from "./inputs.ts";
import { compileAndSave } from "./write-compiled.ts";
import type { CacheLocation } from "./cache-location.ts";
import { type CachedJournal, cachedJournal, journalInputs } from "./cached-journal.ts";

const LF = 0x0a;

/** Reads the journal at the path and caches it. `show` gives the name of a file as people see it. */
export async function compileJournal(
  location: CacheLocation,
  path: string,
  show: (path: string) => string,
): Promise<CachedJournal> {
  if (!isLarge(journalFiles(path).map((file) => ({ length: sizeOf(file) })))) {
    return { ...readAndCache(location, path, show), digest: null };
  }
  // First frees what reading the plan left behind, later what reading the journal did.
  collectGarbage();
  const journal = await readLarge(location, path, show);
  collectGarbage();
  return journal;
}

/** Returns the compiled form, if it could be cached: it takes far less memory than the records that were read. */
async function readLarge(
  location: CacheLocation,
  path: string,
  show: (path: string) => string,
): Promise<CachedJournal> {
  const read = readAndCache(location, path, show);
  return (await cachedJournal(location, path, journalFiles(path), show)) ?? { ...read, digest: null };
}

function readAndCache(
  location: CacheLocation,
  path: string,
  show: (path: string) => string,
): { readonly journal: FoldedJournal; readonly reading: JournalReading } {
  return compileAndSave(location, "journal", path, (save) => {
    const paths = journalFiles(path);
    const inputs = journalInputs(paths, show);
    const files = readJournalFiles(paths, show);
    const reading = readingOf(files);
    const journal = foldJournal(reading.records);
    if (inputs !== null && sizesMatch(inputs, files) && files.every(isSound)) {
      save(
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
