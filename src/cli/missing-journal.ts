/**
 * The notice about a missing journal. Without it, a mistyped path or a lost file would look like a year without
 * records.
 */
import { lstatSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import type { Language } from "../i18n/languages.ts";
import { journalFiles } from "../storage/file-lists.ts";
import type { Io } from "./io.ts";
import { usageTexts } from "./say.ts";

/**
 * The notice, made once the command is over: there was no journal, or the command began one. Empty if the plan's own
 * journal is missing, as every plan begins without one, unless `.gitattributes` beside it names it. Also empty if
 * `--journal` names an existing empty folder, which may be intended.
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

/** Whether `.gitattributes` beside the journal names it, as `init` writes and `check` advises. */
function isInAttributes(path: string): boolean {
  const names = new Set([basename(path), `${basename(path)}/*.jsonl`]);
  const patterns = textOf(join(dirname(path), ".gitattributes"))
    .split("\n")
    .map((line) => line.split(/\s/, 1)[0] ?? "");
  return patterns.some((pattern) => names.has(pattern.replace(/^(?:\*\*)?\//, "")));
}

/** The file's text; empty if it cannot be read. Must not fail, because a record may already have been written. */
function textOf(path: string): string {
  try {
    // Reading a named pipe might never end.
    return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}
