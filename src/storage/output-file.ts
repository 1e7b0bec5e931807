/** Writes reports to files: completely or not at all, so that an older report survives a failure. */
import {
  type Stats,
  closeSync,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { basename, dirname, join, resolve, sep } from "node:path";
import type { OutputFault } from "../core/access-fault.ts";
import { isInsideGitFolder, isPortableName, withRealParent } from "./file-names.ts";
import { systemCode } from "./journal-access-error.ts";
import { ownPrefix, removeLeftovers } from "./leftovers.ts";

/** The content of a file: as a whole or in pieces, each valid only until the next one is taken. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

function isWhole(content: Content): content is string | Uint8Array {
  return typeof content === "string" || content instanceof Uint8Array;
}

/**
 * Writes the content to a temporary file beside the target and renames it. Nothing is written, and the reason is returned,
 * if the target is unsuitable for a report, is a journal, is one of the paths to `keep` or lies in one, or exists although
 * `isNew`; else returns null. Throws file system errors.
 */
export function writeOutput(
  typed: string,
  cwd: string,
  content: Content,
  keep: readonly string[],
  isNew = false,
): OutputFault | null {
  const target = resolve(cwd, typed);
  const fault = faultOf(target, keep);
  return fault ?? replace(target, content, isNew);
}

/** The reason for which `writeOutput` would write nothing; null if it would write. */
export function outputFault(typed: string, cwd: string, keep: readonly string[]): OutputFault | null {
  return faultOf(resolve(cwd, typed), keep);
}

/**
 * Adds to the file those lines that it lacks; what is in it stays, since that may exist nowhere else by now. Otherwise as
 * `writeOutput`, except that the file may hold parts of records.
 */
export function addToOutput(
  typed: string,
  cwd: string,
  lines: readonly Buffer[],
  keep: readonly string[],
): OutputFault | null {
  const target = resolve(cwd, typed);
  const fault = faultOf(target, keep, () => false);
  if (fault !== null) return fault;
  const before = existsSync(target) ? readFileSync(target) : Buffer.alloc(0);
  const known = new Set(before.toString("latin1").split("\n"));
  const fresh = lines.filter((line) => !known.has(line.toString("latin1")));
  const end = Buffer.from("\n");
  const isOpen = before.length > 0 && before.at(-1) !== end[0];
  return replace(target, Buffer.concat([before, ...(isOpen ? [end] : []), ...fresh.flatMap((line) => [line, end])]));
}

/** Replaces the target; returns null, or the fault if the target must not exist but has appeared meanwhile. */
function replace(target: string, content: Content, isNew = false): OutputFault | null {
  // Not derived from the target's name, which could become too long with anything appended.
  const temporary = join(dirname(target), `${ownPrefix()}${randomBytes(4).toString("hex")}.tmp`);
  try {
    const existing = statSync(target, { throwIfNoEntry: false });
    const fd = openSync(temporary, "wx", 0o644);
    try {
      removeLeftovers(dirname(target), fstatSync(fd).mtimeMs);
      if (existing !== undefined) fchmodSync(fd, existing.mode & 0o777);
      for (const piece of isWhole(content) ? [content] : content) writeFileSync(fd, piece);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    if (isNew) return nameNew(temporary, target);
    renameSync(temporary, target);
    return null;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Links instead of renaming, which would overwrite a file that has appeared under this name meanwhile. */
function nameNew(temporary: string, target: string): OutputFault | null {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (systemCode(error) === "EEXIST") {
      rmSync(temporary);
      return "exists";
    }
    // The file system has no hard links.
    renameSync(temporary, target);
    return null;
  }
  rmSync(temporary);
  return null;
}

function faultOf(target: string, keep: readonly string[], isJournal = looksLikeJournal): OutputFault | null {
  const folder = statSync(dirname(target), { throwIfNoEntry: false });
  if (folder?.isDirectory() !== true) return "no folder";
  const existing = lstatSync(target, { throwIfNoEntry: false });
  if (existing !== undefined && !existing.isFile()) return kindOf(existing);
  if (existing !== undefined && isJournal(target)) return "journal";
  const real = withRealParent(target);
  if (isInsideGitFolder(real)) return "git";
  if (!isPortableName(basename(target))) return "name";
  const kept = keep.map(withRealParent);
  // The plan is always a folder, so a path that is kept itself is the journal.
  if (kept.includes(real)) return "journal";
  return kept.some((path) => real.startsWith(`${path}${sep}`)) ? "plan folder" : null;
}

function kindOf(stats: Stats): OutputFault {
  if (stats.isDirectory()) return "directory";
  return stats.isSymbolicLink() ? "symlink" : "not a file";
}

/** Bytes searched for a record: the first lines of a journal may be blank, or conflict markers. */
const BEGINNING = 4096;

/** Whether a line near the beginning is a record, of any plan's journal: records occur nowhere else. */
function looksLikeJournal(path: string): boolean {
  const fd = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(BEGINNING);
    return /^(?:\ufeff)?\{"v":1,/m.test(bytes.toString("utf8", 0, readSync(fd, bytes)));
  } finally {
    closeSync(fd);
  }
}
