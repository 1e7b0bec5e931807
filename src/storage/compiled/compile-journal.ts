/** Reads a journal, and keeps what it says for the next time. */
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

/** The journal at the path, read from its lines. */
export async function compileJournal(
  place: CachePlace,
  path: string,
  show: (path: string) => string,
): Promise<WarmJournal> {
  if (!isLarge(journalFiles(path).map((file) => ({ length: sizeOf(file) })))) {
    return { ...readAndKeep(place, path, show), digest: null };
  }
  // What the plan was read from, and then what the journal was.
  collectGarbage();
  const journal = await readLarge(place, path, show);
  collectGarbage();
  return journal;
}

/** Let go of once it is kept: what was compiled takes far less room. */
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

/** Every line is a record that this version knows, and the last one is finished. */
function isSound({ bytes, text }: JournalFile): boolean {
  const isFinished = bytes.length === 0 || bytes.at(-1) === LF;
  return isFinished && text.broken.length === 0 && text.whole.every(({ record }) => record !== null);
}
