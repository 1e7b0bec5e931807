/** A journal that is a folder, in which each writer has a file. */
import { closeSync, constants, fsyncSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname, extname } from "node:path";
import { accessError } from "./journal-open.ts";

/**
 * Whether the journal at the path is a folder. A path that does not exist yet counts as one if its name has no ending
 * (`journal: journal`): git keeps no empty folder, and a single file there would take everyone's records.
 */
export function isJournalFolder(path: string): boolean {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.isDirectory() ?? extname(path) === "";
}

/** Creates the folder if it is missing. */
export function makeJournalFolder(path: string): void {
  if (!isMissing(path)) return;
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw accessError(error, path);
  }
  syncFolder(dirname(path));
}

function isMissing(path: string): boolean {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false }) === undefined;
  } catch (error) {
    throw accessError(error, path);
  }
}

/** Syncs the folder, so that the name of a new file is as durable as its content. Windows cannot, and need not. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
