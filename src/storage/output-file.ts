/** Reports written into files: whole or not at all, an older report survives a failed one. */
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { basename, dirname, join, resolve, sep } from "node:path";
import { isGits, isPortableName, withRealParent } from "./file-names.ts";

/** What a file is to hold: as a whole or in pieces, each to be used before the next one is asked for. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

function isWhole(content: Content): content is string | Uint8Array {
  return typeof content === "string" || content instanceof Uint8Array;
}

/**
 * Writes the content beside the target and renames it. False, and nothing written, where the target is a folder, a link,
 * a device, any journal, lies in no folder or in git's own, has a name that some systems take for something else, or is (or
 * lies in) one of the paths to `keep`. Throws what the file system throws.
 */
export function writeOutput(typed: string, cwd: string, content: Content, keep: readonly string[]): boolean {
  const target = resolve(cwd, typed);
  if (!mayWrite(target, keep)) return false;
  removeLeftovers(target);
  const mark = `${process.pid}.${randomBytes(4).toString("hex")}`;
  const temporary = join(dirname(target), `.${basename(target)}.${mark}.tmp`);
  try {
    const mode = statSync(target, { throwIfNoEntry: false })?.mode ?? 0o644;
    const fd = openSync(temporary, "wx", mode & 0o777);
    try {
      for (const piece of isWhole(content) ? [content] : content) writeFileSync(fd, piece);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, target);
    return true;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** What writers that were killed left beside the target; one that is still at work keeps its own. */
function removeLeftovers(target: string): void {
  const [folder, start] = [dirname(target), `.${basename(target)}.`];
  try {
    for (const name of readdirSync(folder).filter((entry) => entry.startsWith(start))) {
      const [, pid] = /^(\d+)\.[0-9a-f]{8}\.tmp$/.exec(name.slice(start.length)) ?? [];
      if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
    }
  } catch {
    // They only take up room: no reason not to write the report.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function mayWrite(target: string, keep: readonly string[]): boolean {
  const folder = statSync(dirname(target), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) return false;
  const existing = lstatSync(target, { throwIfNoEntry: false });
  if (existing !== undefined && !existing.isFile()) return false;
  if (existing !== undefined && looksLikeJournal(target)) return false;
  const real = withRealParent(target);
  if (isGits(real) || !isPortableName(basename(target))) return false;
  return !keep.map(withRealParent).some((path) => real === path || real.startsWith(`${path}${sep}`));
}

/** So much of a file is looked at: the first lines of a journal may be blank, or marks of a conflict. */
const BEGINNING = 4096;

/** Whether one of the first lines is a record: of this plan's journal or of another, they are nowhere else. */
function looksLikeJournal(path: string): boolean {
  const fd = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return /^(?:\ufeff)?\{"v":1,/m.test(bytes.toString("utf8", 0, readSync(fd, bytes)));
  } finally {
    closeSync(fd);
  }
}
