/** Files that are made once: all of them or none, and never over something that is there. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ownPrefix, removeLeftovers } from "./leftovers.ts";

/** A file to be made, its path relative to the folder with `/` between names. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** Paths of those files that are there already, whatever they are. */
export function existingFiles(folder: string, files: readonly NewFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => isThere(join(folder, path)));
}

/**
 * Makes the files and the folders they need. They are written into a temporary folder first and moved into place in the
 * order given; where anything fails, everything is taken back and the error thrown. A new folder appears whole, at once.
 */
export function makeFiles(folder: string, files: readonly NewFile[]): void {
  const isNew = !isThere(folder);
  const around = isNew ? dirname(folder) : folder;
  statSync(around);
  const stage = mkdtempSync(join(around, ownPrefix()));
  removeLeftovers(around, statSync(stage).mtimeMs);
  // A folder in it, since the temporary one is for its owner alone.
  const made = join(stage, "made");
  const moved: string[] = [];
  try {
    for (const { path, text } of files) writeNew(join(made, path), text);
    if (isNew) renameSync(made, folder);
    else for (const name of topNames(files)) move(join(made, name), join(folder, name), moved);
  } catch (error) {
    for (const path of moved.toReversed()) rmSync(path, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function writeNew(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const fd = openSync(path, "wx");
  try {
    writeFileSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function topNames(files: readonly NewFile[]): string[] {
  return [...new Set(files.map(({ path }) => path.split("/")[0] ?? path))];
}

/** What is not there is moved whole; into a folder that is there, name by name. */
function move(from: string, to: string, moved: string[]): void {
  if (!isThere(to)) {
    renameSync(from, to);
    moved.push(to);
    return;
  }
  const areFolders = lstatSync(to).isDirectory() && lstatSync(from).isDirectory();
  if (!areFolders) throw Object.assign(new Error("exists"), { code: "EEXIST", syscall: "rename", path: to });
  for (const name of readdirSync(from).toSorted()) move(join(from, name), join(to, name), moved);
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
