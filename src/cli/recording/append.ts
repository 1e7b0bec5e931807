/** Appends lines to the journal's files. */
import { basename, join } from "node:path";
import type { Language } from "../../i18n/languages.ts";
import { isPortableName } from "../../storage/file-names.ts";
import { appendLines } from "../../storage/journal-files.ts";
import { isJournalFolder, makeJournalFolder } from "../../storage/journal-folder.ts";
import type { Loaded } from "../load.ts";
import { refuseNonJournal } from "../non-journal.ts";
import { usageTexts } from "../say.ts";
import type { Session } from "./session.ts";
import { shownInside } from "../inside.ts";

/**
 * The file that new records go into; in a journal folder, the writer's own. Fails if the file there is not a journal.
 */
export function journalFileOf({ loaded: { journalPath, places, reading }, by }: Session): string {
  const { damaged } = reading;
  // `records` is lazy and reads them all, so damage is checked first.
  const isWithout = damaged.length > 0 && reading.records.length + reading.unknown.length === 0;
  if (isWithout) refuseNonJournal(damaged, shownInside(places.base, journalPath));
  return isJournalFolder(journalPath) ? join(journalPath, `${fileNameOf(by)}.jsonl`) : journalPath;
}

/**
 * Appends the lines to the journal file, or to the one in the journal folder. Returns notices for the writer, one per
 * line.
 */
export async function append(
  path: string,
  lines: readonly (string | Buffer)[],
  { journalPath, places }: Pick<Loaded, "journalPath" | "places">,
  language: Language,
): Promise<string> {
  const file = shownInside(places.base, path);
  if (path !== journalPath) makeJournalFolder(journalPath);
  const notices = appendLines(path, lines);
  if (notices.length === 0) return "";
  const texts = await usageTexts(language);
  return notices.map((notice) => `${texts.appendNotice(notice, file)}\n`).join("");
}

/** A file name made from the writer's name, valid on every file system. */
function fileNameOf(by: string): string {
  const name = basename(by.normalize("NFC").replace(/[\\/:*?"<>|.\s]+/g, "_"));
  return isPortableName(name) ? name : `_${name}`;
}
