/** A journal that is a folder, in which every writer has a file of their own. */
import { closeSync, constants, fsyncSync, mkdirSync, openSync, statSync } from "node:fs";
import { dirname, extname } from "node:path";
import { accessError } from "./journal-open.ts";

/**
 * Whether every writer has a file of their own there. What is not there yet is such a folder where its name has no ending
 * (`journal: journal`): git keeps no empty one, and a file in its place would take the records of all.
 */
export function isJournalFolder(path: string): boolean {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.isDirectory() ?? extname(path) === "";
}

/** Makes the folder where it is not there. */
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

/** Makes the name of a new file as lasting as its content. Windows cannot, and does not need to. */
export function syncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const fd = openSync(folder, constants.O_RDONLY);
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}
