/** Creates files, all of them or none, and never overwrites anything. */
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

/** A file to be created; its path is relative to the folder, with `/` between names. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The paths that already exist, as whatever. */
export function existingFiles(folder: string, files: readonly NewFile[]): string[] {
  return files.map(({ path }) => path).filter((path) => isThere(join(folder, path)));
}

/**
 * Creates the files and the folders they need. They are first written into a temporary folder, then moved into place in
 * the given order. If anything fails, every move is undone and the error thrown. A new folder appears whole, at once.
 */
export function makeFiles(folder: string, files: readonly NewFile[]): void {
  const isNew = !isThere(folder);
  const around = isNew ? dirname(folder) : folder;
  statSync(around);
  const stage = mkdtempSync(join(around, ownPrefix()));
  removeLeftovers(around, statSync(stage).mtimeMs);
  // A subfolder, since the temporary folder is accessible to its owner only.
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

/** Moves a file or folder as a whole if the target is missing; into an existing folder, entry by entry. */
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
