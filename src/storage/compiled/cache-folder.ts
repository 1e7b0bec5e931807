/** Files in the cache folder. A file that cannot be written is left out, and its user never notices. */
import {
  closeSync,
  constants,
  existsSync,
  fdatasyncSync,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeSync,
  writevSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { processTag } from "./cache-location.ts";

/** A cache file being written. It is created before the files that it is compiled from are read. */
export interface Draft {
  /** When it was created, by the file system's clock, in nanoseconds since 1970. */
  readonly moment: bigint;
  /** Writes the content and renames the file into place: all of it or nothing. */
  readonly finish: (content: Uint8Array) => void;
  /**
   * As `finish`, with the content in pieces, but syncs the data to disk before the rename. Otherwise a power failure could
   * leave zeros in both copies of the content, which would then compare equal.
   */
  readonly finishSafely: (pieces: readonly Uint8Array[]) => void;
  readonly drop: () => void;
}

/** Starts a cache file; null if it cannot be created in the folder. */
export function beginFile(folder: string, name: string): Draft | null {
  const temporary = resolve(folder, `${name}.${processTag()}.tmp`);
  try {
    const fd = openedIn(folder, temporary);
    const { ctimeNs: moment } = fstatSync(fd, { bigint: true });
    const drop = (): void => {
      closeSync(fd);
      remove(temporary);
    };
    const finishWith = (write: () => void): void => {
      finish(fd, write, { temporary, path: resolve(folder, name) });
    };
    return {
      moment,
      drop,
      finish: (content) => {
        finishWith(() => {
          writeAll(fd, content);
        });
      },
      finishSafely: (pieces) => {
        finishWith(() => {
          const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
          if (writevSync(fd, pieces) < length) throw new Error("not all was written");
          fdatasyncSync(fd);
        });
      },
    };
  } catch {
    return null;
  }
}

/** Opens a new file, and creates the folder if it is missing. */
function openedIn(folder: string, path: string): number {
  try {
    return openSync(path, "w", 0o600);
  } catch {
    makeFolder(folder);
    return openSync(path, "w", 0o600);
  }
}

/** Creates the folder and its missing parents one by one: below /proc, Node.js's recursive `mkdir` never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

function finish(
  fd: number,
  write: () => void,
  { temporary, path }: Readonly<Record<"temporary" | "path", string>>,
): void {
  try {
    try {
      write();
    } finally {
      closeSync(fd);
    }
    renameSync(temporary, path);
  } catch {
    remove(temporary);
  }
}

/** Removes a file. Not `rmSync`: that makes Node.js load a module for folders first. */
function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Another process may have cleared the folder.
  }
}

function writeAll(fd: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(fd, bytes, at);
}

/** Flags to open a file for reading that do not block if the path is a pipe without a writer; nothing can be read of it. */
export const NONBLOCKING_READ = constants.O_RDONLY | constants.O_NONBLOCK;

/** The text of a small file; null if it cannot be read. */
export function readText(folder: string, name: string): string | null {
  try {
    // Node.js accepts a number as flag; its types do not.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return readFileSync(resolve(folder, name), { encoding: "utf8", flag: NONBLOCKING_READ as unknown as string });
  } catch {
    return null;
  }
}
