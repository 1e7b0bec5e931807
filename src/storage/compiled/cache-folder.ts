/** The folder of what was compiled: what cannot be written there is left out, and nothing else notices. */
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
import { ownMark } from "./place.ts";

/** A file on its way into the folder, made before the files that it speaks of are read. */
export interface Draft {
  /** The file system's time when it was made, in nanoseconds since 1970. */
  readonly moment: bigint;
  /** Puts the content in place, all or none. */
  readonly finish: (content: Uint8Array) => void;
  /** The same in pieces, on the disk before it has its name: a power failure could leave the same zeros in what is there twice. */
  readonly finishSafely: (pieces: readonly Uint8Array[]) => void;
  readonly drop: () => void;
}

/** Begins a file; null where the folder takes none. */
export function beginFile(folder: string, name: string): Draft | null {
  const temporary = resolve(folder, `${name}.${ownMark()}.tmp`);
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

/** Opens a new file, and makes the folder where there is none. */
function openedIn(folder: string, path: string): number {
  try {
    return openSync(path, "w", 0o600);
  } catch {
    makeFolder(folder);
    return openSync(path, "w", 0o600);
  }
}

/** Makes the folder and those above that are missing, step by step: below /proc Node.js's own recursive way never ends. */
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

/** Removes a file that nobody needs; `rmSync` loads a file of Node.js's for folders first. */
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

/** Opens a file to be read; of a pipe in its place nothing can be, and nobody waits for a writer. */
export const WITHOUT_WAITING = constants.O_RDONLY | constants.O_NONBLOCK;

/** A small file's text; null where there is none. */
export function readText(folder: string, name: string): string | null {
  try {
    // Node.js takes numbers for a flag, of which its types know nothing.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return readFileSync(resolve(folder, name), { encoding: "utf8", flag: WITHOUT_WAITING as unknown as string });
  } catch {
    return null;
  }
}
