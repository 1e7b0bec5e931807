/** What is told where a journal was not there: a slip, or a loss, would look like a year without records. */
import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Language } from "../i18n/languages.ts";
import { journalFiles } from "../storage/file-lists.ts";
import type { Io } from "./io.ts";
import { usageTexts } from "./say.ts";

/**
 * A line once the command is over: nothing was there, or the command began the journal. The plan's own may be missing in silence,
 * since that is how a plan begins, unless git's settings beside it know of it. An empty folder that was named may well be meant.
 */
export async function missingJournal(
  path: string,
  isNamed: boolean,
  language: () => Language,
  { cwd }: Pick<Io, "cwd">,
): Promise<string> {
  const isBegun = journalFiles(path).length > 0;
  const isExpected = isInAttributes(path);
  const isSlip = isNamed && lstatSync(path, { throwIfNoEntry: false }) === undefined;
  if (!isBegun && !isExpected && !isSlip) return "";
  const texts = await usageTexts(language());
  const shown = relative(cwd, path);
  return `${isBegun ? texts.newJournal(shown, isExpected) : texts.noJournal(shown, isExpected)}\n`;
}

/** Whether `.gitattributes` beside the journal names it, as `init` writes it and `check` advises. */
function isInAttributes(path: string): boolean {
  const names = new Set([basename(path), `${basename(path)}/*.jsonl`]);
  const patterns = textOf(join(dirname(path), ".gitattributes"))
    .split("\n")
    .map((line) => line.split(/\s/, 1)[0] ?? "");
  return patterns.some((pattern) => names.has(pattern.replace(/^(?:\*\*)?\//, "")));
}

/** Empty where it cannot be read: by now a record may have been written. */
function textOf(path: string): string {
  try {
    // A pipe would never end.
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}
