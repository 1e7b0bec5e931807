/** Journal files: read whole, and written only by appending. Nothing here ever rewrites or locks a journal. */
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { AppendNotice } from "../core/access-fault.ts";
import { GitLock, pause } from "./git-lock.ts";
import { JournalAccessError, systemCode } from "./journal-access-error.ts";
import type { JournalRecord } from "../core/journal/record.ts";
import { syncFolder } from "./journal-folder.ts";
import { accessError, open, requireRegularFile } from "./journal-open.ts";
import { type BrokenLine, type JournalText, parseJournal } from "./journal-text.ts";

const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_RDWR } = constants;
const TO_APPEND = O_RDWR | O_APPEND | O_NOFOLLOW | O_NONBLOCK;
const LF = 0x0a;
/** How often an append is retried after another program (git, an editor) replaced the file meanwhile. */
const MAX_REPEATS = 20;
/** How long another program may take to finish writing the last line. */
const SETTLING_MS = 50;

/** A line that is not exactly one record. Lines count from 1. */
export interface DamagedLine extends BrokenLine {
  readonly file: string;
}

/** The file and line of a record. */
export interface RecordOrigin {
  readonly file: string;
  readonly line: number;
}

/** What reading a journal gives. */
export interface JournalReading {
  readonly records: readonly JournalRecord[];
  /** Where each record first stands, by its id. */
  readonly origins: Pick<ReadonlyMap<string, RecordOrigin>, "get">;
  readonly damaged: readonly DamagedLine[];
  /** Records of another version or program: kept, without effect. */
  readonly unknown: readonly { readonly id: string; readonly file: string; readonly line: number }[];
}

/** A journal file as it was read; `name` is its path as shown to people. */
export interface JournalFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly text: JournalText;
}

/**
 * Reads all records of the files. `show` turns a path into the form shown to people. A damaged line affects no other. A
 * file whose last line is bad is read once more after a pause, since another program may just be writing that line.
 */
export function readJournal(files: readonly string[], show: (path: string) => string): JournalReading {
  return readingOf(readJournalFiles(files, show));
}

/** Reads the files and splits them into lines. */
export function readJournalFiles(files: readonly string[], show: (path: string) => string): JournalFile[] {
  return files.map((path) => ({ name: show(path), ...readSettledFile(path) }));
}

/** All records of files that have been read. */
export function readingOf(files: readonly JournalFile[]): JournalReading {
  let origins: JournalReading["origins"] | undefined;
  return {
    records: files.flatMap(({ text }) => text.whole.flatMap(({ record }) => record ?? [])),
    damaged: files.flatMap(({ name, text }) => text.broken.map((line) => ({ file: name, ...line }))),
    unknown: files.flatMap(({ name, text }) =>
      text.whole.flatMap(({ id, line, record }) => (record === null ? [{ id, file: name, line }] : [])),
    ),
    // Lazy: few queries need it, and a large journal has many records.
    get origins() {
      origins ??= firstPlaces(files);
      return origins;
    },
  };
}

/** Where each record first stands. */
function firstPlaces(files: readonly JournalFile[]): JournalReading["origins"] {
  const places = new Map<string, { file: string; line: number }>();
  for (const { name, text } of files) {
    for (const { id, line } of text.whole) if (!places.has(id)) places.set(id, { file: name, line });
  }
  return places;
}

/** The file's lines, read once more if the last one is torn, since it may just be being written. */
export function readSettled(path: string): JournalText {
  return readSettledFile(path).text;
}

function readSettledFile(path: string): Omit<JournalFile, "name"> {
  const first = readOnce(path);
  const { broken, lines } = first.text;
  if (broken.at(-1)?.line !== lines) return first;
  pause(SETTLING_MS);
  return readOnce(path);
}

function readOnce(path: string): Omit<JournalFile, "name"> {
  const bytes = readRegularFile(path);
  return { bytes, text: parseJournal(bytes) };
}

/** The bytes of a regular file. Never blocks on a pipe or device, and never follows a link. */
function readRegularFile(path: string): Buffer {
  const fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    requireRegularFile(fd, path);
    return readFileSync(fd);
  } catch (error) {
    throw accessError(error, path);
  } finally {
    closeSync(fd);
  }
}

/**
 * Appends lines to the file; they are on disk when this returns (but see the notice `no sync`). It writes once, so that the
 * lines of concurrent writers never mix, and first adds a line end if the file lacks one. If the file was replaced or
 * overwritten meanwhile, the lines are appended again (a record written twice counts once). Throws `JournalAccessError`;
 * the lines may then be in the file or not, but harm no other record. Returns notices for the writer.
 */
export function appendLines(path: string, lines: readonly (string | Buffer)[]): AppendNotice[] {
  const content = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from([LF])]));
  const git = new GitLock(dirname(path));
  for (let attempt = 0; attempt < MAX_REPEATS; attempt += 1) {
    git.wait();
    const notices = appendOnce(path, content, attempt > 0, git);
    if (notices !== null) return git.hasRunOut ? [...notices, "git at work"] : notices;
  }
  throw new JournalAccessError("unstable", path, "");
}

/** Null if the content is not in the file that the path names now, or may not stay there. */
function appendOnce(path: string, content: Buffer, isRepeated: boolean, git: GitLock): AppendNotice[] | null {
  const { fd, isNew } = openToAppend(path, git);
  let isSynced = false;
  try {
    const { nlink, size } = requireRegularFile(fd, path);
    const from = isRepeated ? 0n : size;
    // What git overwrote at first may be back by now.
    if (!isRepeated || !isIn(fd, from, content)) write(fd, size, content, path);
    isSynced = syncData(fd);
    if (isNew) syncFolder(dirname(path));
    // The lock first: if git is not at work, it has finished what it began before the write, and the checks see the result.
    if (git.isHeld || !isSameFile(fd, path) || !isIn(fd, from, content)) return null;
    return [...(nlink > 1n ? ["hard link" as const] : []), ...(isSynced ? [] : ["no sync" as const])];
  } catch (error) {
    throw accessError(error, path);
  } finally {
    closeWritten(fd, isSynced, path);
  }
}

/** After a sync all is on disk, so an error on closing is ignored. Without one it may be the only error that is reported. */
function closeWritten(fd: number, isSynced: boolean, path: string): void {
  try {
    closeSync(fd);
  } catch (error) {
    if (!isSynced) throw accessError(error, path);
  }
}

/** Creates the file only while git is not about to: git fails to create its own version if a file is there already. */
function openToAppend(path: string, git: GitLock): { readonly fd: number; readonly isNew: boolean } {
  try {
    return { fd: openSync(path, TO_APPEND), isNew: false };
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw accessError(error, path);
  }
  git.wait();
  return { fd: open(path, TO_APPEND | O_CREAT), isNew: true };
}

/** Writes the content on a new line at the end of the file, which has `size` bytes. */
function write(fd: number, size: bigint, content: Buffer, path: string): void {
  const healed = endsWithLine(fd, size) ? content : Buffer.concat([Buffer.from([LF]), content]);
  const written = writeSync(fd, healed);
  if (written !== healed.length) throw new JournalAccessError("short write", path, "");
}

/** Whether the content occurs in the file at or after offset `from`. */
function isIn(fd: number, from: bigint, content: Buffer): boolean {
  const { size } = fstatSync(fd, { bigint: true });
  const bytes = Buffer.alloc(Math.max(Number(size - from), 0));
  readSync(fd, bytes, 0, bytes.length, from);
  return bytes.includes(content);
}

function endsWithLine(fd: number, size: bigint): boolean {
  if (size === 0n) return true;
  const last = new Uint8Array(1);
  readSync(fd, last, 0, 1, size - 1n);
  return last[0] === LF;
}

/** Whether the data is on disk. Some network file systems cannot sync; the record is then as safe as they make it. */
function syncData(fd: number): boolean {
  try {
    fdatasyncSync(fd);
    return true;
  } catch (error) {
    if (!["EINVAL", "ENOTSUP"].includes(systemCode(error))) throw error;
    return false;
  }
}

function isSameFile(fd: number, path: string): boolean {
  const [own, named] = [fstatSync(fd, { bigint: true }), statSync(path, { bigint: true, throwIfNoEntry: false })];
  return named !== undefined && own.dev === named.dev && own.ino === named.ino;
}
