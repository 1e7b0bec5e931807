/** Reports written into files: whole or not at all, an older report survives a failed one. */
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
import { isGits, isPortableName, withRealParent } from "./file-names.ts";
import { systemCode } from "./journal-access-error.ts";
import { ownPrefix, removeLeftovers } from "./leftovers.ts";

/** What a file is to hold: as a whole or in pieces, each to be used before the next one is asked for. */
export type Content = string | Uint8Array | Iterable<Uint8Array>;

function isWhole(content: Content): content is string | Uint8Array {
  return typeof content === "string" || content instanceof Uint8Array;
}

/**
 * Writes the content beside the target and renames it. Where the target is none for a report, is any journal, or is (or lies
 * in) one of the paths to `keep`, or must not be there (`isNew`) and is, nothing is written and the reason comes back; else
 * null. Throws what the file system throws.
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

/** Why `writeOutput` would write nothing there; null where it would. */
export function outputFault(typed: string, cwd: string, keep: readonly string[]): OutputFault | null {
  return faultOf(resolve(cwd, typed), keep);
}

/**
 * Writes what the file has and, behind it, those lines that it lacks: what was put aside earlier may stand nowhere else by now.
 * Otherwise as `writeOutput`, but parts of records may stand in the file.
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

/** Null, but where the file must not be there and has come meanwhile. */
function replace(target: string, content: Content, isNew = false): OutputFault | null {
  // Not by the target's name: with more behind it a long one would be too long.
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

/** A name that somebody has taken meanwhile stays theirs: to rename would put ours in its place. */
function nameNew(temporary: string, target: string): OutputFault | null {
  try {
    linkSync(temporary, target);
  } catch (error) {
    if (systemCode(error) === "EEXIST") {
      rmSync(temporary);
      return "exists";
    }
    // The file system has no links.
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
  if (isGits(real)) return "git";
  if (!isPortableName(basename(target))) return "name";
  const kept = keep.map(withRealParent);
  // A plan is always a folder: a file that is kept by itself is the journal.
  if (kept.includes(real)) return "journal";
  return kept.some((path) => real.startsWith(`${path}${sep}`)) ? "plan folder" : null;
}

function kindOf(stats: Stats): OutputFault {
  if (stats.isDirectory()) return "directory";
  return stats.isSymbolicLink() ? "symlink" : "not a file";
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
