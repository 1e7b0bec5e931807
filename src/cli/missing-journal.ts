/** What is told where a journal was named that was not there: a slip would look like a year without records. */
import { lstatSync } from "node:fs";
import { relative } from "node:path";
import type { Language } from "../i18n/languages.ts";
import type { Io } from "./io.ts";
import { usageTexts } from "./say.ts";

/** A line once the command is over: nothing was there, or the command began the journal. An empty folder may well be meant. */
export async function missingJournal(path: string, language: Language, { cwd }: Pick<Io, "cwd">): Promise<string> {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return "";
  const texts = await usageTexts(language);
  const shown = relative(cwd, path);
  return `${stats === undefined ? texts.noJournal(shown) : texts.newJournal(shown)}\n`;
}
